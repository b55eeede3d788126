"""What must be said before anything else."""

from __future__ import annotations

from datetime import date

from iopkit.assessment.answers import SafetyNotice
from iopkit.catalog.shelves import Catalog
from iopkit.errors import NotInForce
from iopkit.facts.registry import FACTS, answers_of
from iopkit.model.case import Case
from iopkit.values.texts import Text

_DANGERS = tuple(
    FACTS[name]
    for name in (
        "person.is-danger-to-self",
        "person.is-danger-to-others",
        "person.needs-withdrawal-management",
    )
)


def safety_notice(case: Case, catalog: Catalog, *, on: date) -> SafetyNotice | None:
    """Return the notice where a danger is present or not known; `None` where all are denied.

    The crisis line is named from the day on which it exists.

    Raises:
        NotInForce: there is no emergency number on that day.
    """
    answers = answers_of(case, _DANGERS)
    present = tuple(fact for fact in _DANGERS if answers[fact.name] is True)
    unknown = tuple(fact for fact in _DANGERS if answers[fact.name] is None)
    if not present and not unknown:
        return None
    emergency = catalog.amounts.telephone("us/emergency-number", on=on)
    text = _filled(catalog.text("safety-notice"), emergency)
    try:
        line = catalog.amounts.telephone("us/crisis-line", on=on)
    except NotInForce:
        return SafetyNotice(text=text, present=present, unknown=unknown)
    more = _filled(catalog.text("crisis-line-notice"), line)
    both = Text(f"{text.en} {more.en}", f"{text.es} {more.es}", text.reviewed and more.reviewed)
    return SafetyNotice(text=both, present=present, unknown=unknown)


def _filled(text: Text, number: str) -> Text:
    return Text(
        text.en.replace("{number}", number), text.es.replace("{number}", number), text.reviewed
    )
