"""Three-valued truth."""

import pytest

from iopkit.errors import NoTruthValue
from iopkit.rules import Truth, threshold

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (MET, MET, MET, MET),
        (MET, NOT_MET, NOT_MET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
        (NOT_MET, UNKNOWN, NOT_MET, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_and_and_or_follow_kleene(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert (one & other, other & one) == (both, both)
    assert (one | other, other | one) == (either, either)


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [~truth for truth in (MET, NOT_MET, UNKNOWN)] == [NOT_MET, MET, UNKNOWN]


def test_a_plain_answer_becomes_a_truth() -> None:
    assert [Truth.of(answer) for answer in (True, False, None)] == [MET, NOT_MET, UNKNOWN]


@pytest.mark.parametrize(
    ("count", "outcomes", "expected"),
    [
        (2, (MET, MET, NOT_MET), MET),
        (2, (MET, UNKNOWN, NOT_MET), UNKNOWN),
        (2, (MET, NOT_MET, NOT_MET), NOT_MET),
        (2, (UNKNOWN, NOT_MET, NOT_MET), NOT_MET),
        (2, (MET, MET, UNKNOWN), MET),
        (1, (), NOT_MET),
        (0, (), MET),
    ],
)
def test_a_threshold_is_unknown_only_while_it_can_tip(
    count: int, outcomes: tuple[Truth, ...], expected: Truth
) -> None:
    assert threshold(count, outcomes) is expected


def test_a_truth_is_no_bool() -> None:
    with pytest.raises(NoTruthValue) as caught:
        bool(MET)

    assert str(caught.value) == (
        "a Truth is not a bool, because it may be unknown; write `is Truth.MET`, "
        "`is Truth.NOT_MET` or `is Truth.UNKNOWN`, and combine with & | ~"
    )


def test_a_truth_combines_with_truths_only() -> None:
    with pytest.raises(TypeError):
        MET & True  # type: ignore[operator]  # this is the mistake under test
    with pytest.raises(TypeError):
        MET | False  # type: ignore[operator]  # this is the mistake under test


def test_a_truth_has_words_in_both_languages() -> None:
    assert [truth.label("es") for truth in Truth] == ["se cumple", "no se cumple", "no se sabe"]
    assert Truth.values() == ("met", "not-met", "unknown")
