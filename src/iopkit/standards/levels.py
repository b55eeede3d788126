"""What is known of the levels of care: cited data, handed in by whoever compares them."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.comparison import ComparisonAxis, LivingSituation, Rhythm, Supervision


class Contrast(Term):
    """How the first of two stands to the second."""

    LESS = "less", "less", "menos"
    SAME = "same", "the same", "lo mismo"
    MORE = "more", "more", "más"
    DIFFERENT = "different", "different", "distinto"


@frozen(kw_only=True)
class LevelProfile:
    """One level of care; `None`, and no place to live, where the source does not say.

    `living` lists every place where a person may live during treatment.
    """

    level: CareLevel
    source: str
    section: str = ""
    supervision: Supervision | None = None
    living: tuple[LivingSituation, ...] = ()
    rhythm: Rhythm | None = None
    hours: Text | None = None
    length: Text | None = None


@frozen(kw_only=True)
class LevelContrast:
    """One cited statement: on `axis`, level `less` has less than level `more`.

    Raises:
        InvalidValue: both levels are the same.
    """

    axis: ComparisonAxis
    less: CareLevel
    more: CareLevel
    source: str
    section: str = ""

    def __attrs_post_init__(self) -> None:
        if self.less is self.more:
            raise InvalidValue("more", "another level than the one that has less")


@frozen(kw_only=True)
class LevelTable:
    """What is known of levels of care, and of how they stand to one another.

    Raises:
        InvalidValue: a level is told twice, or contrasts lead in a circle.
    """

    id: str
    title: Text
    profiles: tuple[LevelProfile, ...]
    contrasts: tuple[LevelContrast, ...] = ()
    limitations: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        levels = [profile.level for profile in self.profiles]
        if len(levels) != len(set(levels)):
            raise InvalidValue("profiles", "each level once")
        if any(self.path(each.axis, each.more, each.less) for each in self.contrasts):
            raise InvalidValue("contrasts", "no level that has less than itself")

    def profile(self, level: CareLevel) -> LevelProfile | None:
        """Return what is known of `level`."""
        return next((each for each in self.profiles if each.level is level), None)

    def path(
        self, axis: ComparisonAxis, less: CareLevel, more: CareLevel
    ) -> tuple[LevelContrast, ...]:
        """Return the statements that lead from `less` up to `more`; none where nothing does."""
        paths: dict[CareLevel, tuple[LevelContrast, ...]] = {less: ()}
        ahead = [less]
        while ahead:
            here = ahead.pop(0)
            for each in self.contrasts:
                if each.axis is axis and each.less is here and each.more not in paths:
                    paths[each.more] = (*paths[here], each)
                    ahead.append(each.more)
        return paths.get(more, ())
