"""Every error that iopkit raises, as one small tree.

    IopkitError
    ├── InvalidValue       (ValueError)   a value that its type does not allow
    ├── NotInForce         (LookupError)  nothing is in force on the day asked for
    ├── NotShipped         (LookupError)  an id that the catalog does not hold
    ├── NoTruthValue       (TypeError)    a rule or a Truth was used where Python wants a bool
    ├── InvalidRule        (ValueError)   a rule that cannot mean what it says
    ├── PlanYearMismatch   (ValueError)   amounts of one plan year met lines of another
    ├── CannotAdjudicate   (ValueError)   a fact that the arithmetic needs is not known
    └── DocumentError      (ValueError)   a document with problems; lives in `iopkit.values`

Each has a stable `code`, keeps its parts as attributes, and derives from a built-in, so that
code which knows nothing of iopkit can still catch it.  No message shows a value from a
person's record.
"""

from collections.abc import Iterable


class IopkitError(Exception):
    """The root of all errors of iopkit; `code` is stable and has a page in the documentation."""

    code: str = "iopkit-error"

    def __reduce__(self) -> tuple[object, ...]:
        # An error crosses process borders with its parts, although its constructor takes others.
        return _rebuilt, (type(self), self.args, vars(self))


class InvalidValue(IopkitError, ValueError):
    """A value that its type does not allow.

    `what` names the field or type, `expected` says what would have been accepted.  The value
    itself is not kept, since it may come from a person's record.
    """

    code = "invalid-value"

    def __init__(self, what: str, expected: str) -> None:
        self.what = what
        self.expected = expected
        super().__init__(f"{what}: expected {expected}")


class NotInForce(IopkitError, LookupError):
    """Nothing is in force on `day`; `periods` lists, as text, the periods that exist."""

    code = "not-in-force"

    def __init__(self, what: str, day: str, periods: Iterable[str]) -> None:
        self.what = what
        self.day = day
        self.periods: tuple[str, ...] = tuple(periods)
        known = ", ".join(self.periods) or "none"
        super().__init__(f"{what}: nothing is in force on {day}; periods that exist: {known}")


class NotShipped(IopkitError, LookupError):
    """An id that the catalog does not hold.

    `near` lists ids that it does hold: those that may be meant, or else `every` id.
    """

    code = "not-shipped"

    def __init__(
        self, kind: str, wanted: str, near: Iterable[str], every: Iterable[str] = ()
    ) -> None:
        meant = tuple(near)
        self.kind = kind
        self.wanted = wanted
        self.near: tuple[str, ...] = meant or tuple(every)
        ids = ", ".join(self.near)
        hint = f"; did you mean {ids}?" if meant else f"; there are: {ids}" if ids else ""
        super().__init__(f"no {kind} has the id {wanted!r}{hint}")


class NoTruthValue(IopkitError, TypeError):
    """A three-valued answer or a rule was used as a Python truth value."""

    code = "no-truth-value"


class InvalidRule(IopkitError, ValueError):
    """A rule that cannot mean what it says; `rule` names it and `expected` says what would do."""

    code = "invalid-rule"

    def __init__(self, rule: str, expected: str) -> None:
        self.rule = rule
        self.expected = expected
        super().__init__(f"{rule}: expected {expected}")


class PlanYearMismatch(IopkitError, ValueError):
    """A day of service lies outside the plan `year`; the day itself is not repeated."""

    code = "plan-year-mismatch"

    def __init__(self, year: str) -> None:
        self.year = year
        super().__init__(
            f"a day of service lies outside the plan year {year}; "
            "tell the plan year of the care, or split the lines by plan year and pass the "
            "amounts used of each"
        )


class CannotAdjudicate(IopkitError, ValueError):
    """The plan, its use or a line leaves unsaid what one exact answer needs; `missing` names it."""

    code = "cannot-adjudicate"

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing: tuple[str, ...] = tuple(missing)
        super().__init__(
            f"one exact answer needs {', '.join(self.missing)}; state them, "
            "or ask `estimate` for a range"
        )


def _rebuilt(kind: type[IopkitError], args: tuple[object, ...], parts: dict[str, object]) -> object:
    error = kind.__new__(kind, *args)
    vars(error).update(parts)
    return error
