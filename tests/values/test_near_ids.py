"""Which ids are near one that does not exist."""

import pytest

from iopkit.values.near import near_ids

IDS = (
    "medicare/iop",
    "medicare/iop-program",
    "medicare/php",
    "virginia-licensing/iop",
    "virginia-medicaid/iop",
    "virginia-medicaid/php",
    "washington/deferred-prosecution-iop",
)


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("medicare/ipo", ("medicare/iop", "medicare/php", "medicare/iop-program")),
        ("Washington/IOP", ("washington/deferred-prosecution-iop",)),
        (
            "virginia/iop",
            ("virginia-medicaid/iop", "virginia-licensing/iop", "virginia-medicaid/php"),
        ),
        ("mars/phase-9", ()),
        ("/", ()),
        ("", ()),
    ],
)
def test_what_has_all_its_words_or_is_spelled_like_it_is_near(
    wanted: str, near: tuple[str, ...]
) -> None:
    assert near_ids(wanted, IDS) == near


def test_no_more_than_five_are_near() -> None:
    assert len(near_ids("iop", IDS)) == 5
