"""`iopkit check`: programs against standards, as source code is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import day_told
from iopkit.cli.documents import kinds_meant
from iopkit.cli.paths import from_here, root_of
from iopkit.cli.rule_files import is_rule_file, rules_in, source_of
from iopkit.cli.screen import show, show_data, show_error
from iopkit.errors import InvalidValue
from iopkit.formats.locating import places_in
from iopkit.formats.reading import read
from iopkit.formats.writing import to_data
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.model.person import Person
from iopkit.model.program import Program
from iopkit.report.checks import finding_lines, may_be_meant_lines
from iopkit.report.layout import Page
from iopkit.report.sarif import sarif_log
from iopkit.rules.truth import Truth
from iopkit.standards.conformance import check
from iopkit.standards.contradictions import contradictions_in
from iopkit.standards.findings import Findings, located, without_repeated_contradictions
from iopkit.standards.meant import MayBeMeant, may_be_meant, meant_for
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.sources import Source
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import RuleSubject

CLEAN, WITH_ERRORS = 0, 1
"""Exit codes: no errors found; errors found."""

PlaceOf = Callable[[str], Place]
"""What tells the place of a path in a document."""

_INSTEAD = Text(
    "{id} asks about people; checked instead: {other}.",
    "{id} pregunta por personas; se evalúa en su lugar: {other}.",
)
_NO_DAY = Text(
    "No day was given with --on: each standard is taken in its newest version, on its first day.",
    "No se indicó un día con --on: cada norma se toma en su versión más nueva, en su primer día.",
)
_ENDED = Text(
    "Left out, since they have an end: {0}. Give a day with --on, or name them with --against.",
    "Se omiten, porque tienen un final: {0}. Indique un día con --on, o nómbrelas con --against.",
)


def check_programs(
    *programs: Annotated[Path, Parameter(help="A program, a YAML document; several are allowed.")],
    against: Annotated[
        tuple[str, ...],
        Parameter(
            negative="", help="The id of a standard, or a file with one; several are allowed."
        ),
    ] = (),
    on: Annotated[
        str | None,
        Parameter(
            help="The day to check for, YYYY-MM-DD. Without one, since no clock is read: each"
            " standard in its newest version, on the first day of it."
        ),
    ] = None,
    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en",
    output: Annotated[
        Literal["text", "json", "sarif"], Parameter(name="--format", help="The form of output.")
    ] = "text",
) -> int:
    """Check programs against standards, and tell what is found with line, code and source.

    Without `--against`, each against every standard for programs that is meant for it; those that
    may be are named, with what to tell.  Exits with 0 where no error is found, 1 where one is, 2
    on bad input.
    """
    day = None if on is None else day_told(on, "--on")
    told = _read(programs)
    notes = list[str]()
    standards = _standards(against, day, lang, notes.append)
    found, unjudged = _judged(told, standards, day)
    notes.extend(_said_by_records_alone(told, found, lang))
    if day is None:
        notes.extend(_without_day(lang, is_named=bool(standards)))
    _print_notes(notes, output)
    _print(found, unjudged, lang, output, source_of(*standards))
    return WITH_ERRORS if any(findings.has_errors for findings in found) else CLEAN


def _judged(
    told: Iterable[tuple[Program, PlaceOf]], standards: list[RuleSet], day: date | None
) -> tuple[list[Findings], list[MayBeMeant]]:
    """Return what is found by `standards`, or else by what is meant, and what may be meant too."""
    found, unjudged = list[Findings](), list[MayBeMeant]()
    for program, place_of in told:
        meant, open_ones = (standards, ()) if standards else _by_meaning(program, day)
        unjudged.extend(open_ones)
        findings = (check(rules, program, on=day or rules.in_force.start) for rules in meant)
        found.extend(located(each, place_of) for each in findings)
    return found, unjudged


def _said_by_records_alone(
    told: Iterable[tuple[Program, PlaceOf]], found: Iterable[Findings], lang: str
) -> Iterator[str]:
    """Yield what records that no standard has judged say against themselves."""
    judged = {findings.program for findings in found}
    for program, place_of in told:
        for each in () if program.id in judged else contradictions_in(program):
            lead = f"{each.severity.label(lang)} {each.code}: {each.path}"
            yield f"{place_of(each.path)}: {lead}: {each.text(lang)}"


def _without_day(lang: str, *, is_named: bool) -> Iterator[str]:
    """Yield what a check takes where no day is given, and what it leaves out."""
    yield _NO_DAY(lang)
    if not is_named:
        yield _ENDED(lang).format(", ".join(_ended()))


def _print_notes(notes: Iterable[str], output: str) -> None:
    for note in notes:
        (_say if output == "text" else show_error)(note)


def _print(
    found: Iterable[Findings],
    unjudged: Iterable[MayBeMeant],
    lang: str,
    output: str,
    source: Callable[[str], Source | None],
) -> None:
    """Print it all, and only now: nothing is printed where something cannot be checked."""

    def cited(wanted: str) -> str:
        told = source(wanted)
        return wanted if told is None else told.citation

    match output:
        case "text":
            for findings in without_repeated_contradictions(found):
                show(finding_lines(findings, lang, cited))
            show(may_be_meant_lines(unjudged, lang))
        case "json":
            show_data([to_data(each, lang=lang) for each in (*found, *unjudged)])
        case _:
            show_data(sarif_log(without_repeated_contradictions(found), lang=lang))


def _read(files: tuple[Path, ...]) -> list[tuple[Program, PlaceOf]]:
    """Return each program with what tells the places in its file.

    Raises:
        DocumentError: files have problems; all problems of all files are told.
        InvalidValue: there is no file, or one tells something else.
    """
    told, problems = list[tuple[Program, PlaceOf]](), list[Problem]()
    for file in dict.fromkeys(map(from_here, files)):
        root = root_of(file)
        try:
            told.append((read(Program, file, root=root), places_in(file, root=root)))
        except DocumentError as error:
            _require_program(file)
            problems.extend(error.problems)
    if problems:
        raise DocumentError(problems)
    if not told:
        raise InvalidValue("iopkit check", "the file of a program, such as program.yaml")
    return told


def _require_program(file: Path) -> None:
    """Refuse a document whose keys are those of something else.

    Raises:
        InvalidValue: it is one; the message names the command for it.
    """
    meant = kinds_meant(file, (Program, HealthPlan, Case, Person))
    if Program not in meant:
        command = "iopkit check-plan" if meant[0] is HealthPlan else "iopkit show"
        raise InvalidValue(str(file), f"a program; for what this document tells, use `{command}`")


def _standards(
    against: Iterable[str], day: date | None, lang: str, say: Callable[[str], None]
) -> list[RuleSet]:
    """Return the standards that are named; of rule sets about people, those for programs."""
    wanted = tuple(dict.fromkeys(against))
    files = tuple(filter(is_rule_file, wanted))
    own = dict(zip(files, rules_in(*files), strict=True))
    found = dict[RuleSet, None]()
    for each in wanted:
        rules = own.get(each) or _version(each, day)
        if rules.program_standard is not None:
            say(_INSTEAD(lang).format(id=each, other=rules.program_standard))
            rules = _version(rules.program_standard, day)
        found[rules] = None
    return list(found)


def _version(wanted: str, day: date | None) -> RuleSet:
    law = shipped()
    return law.history(wanted)[-1] if day is None else law.rules(wanted, on=day)


def _by_meaning(program: Program, day: date | None) -> tuple[list[RuleSet], tuple[MayBeMeant, ...]]:
    """Return the standards for programs that are meant for `program`, and those that may be.

    Raises:
        InvalidValue: there is neither.
    """
    running = (rules for rules in _newest() if rules.in_force.end is None)
    standards = [
        rules
        for rules in (running if day is None else shipped().rule_sets(on=day))
        if rules.subject is RuleSubject.PROGRAM_STANDARD
    ]
    meant = [rules for rules in standards if meant_for(rules, program) is Truth.MET]
    open_ones = (
        may_be_meant(rules, program, on=day or rules.in_force.start) for rules in standards
    )
    unjudged = tuple(each for each in open_ones if each is not None)
    if not meant and not unjudged:
        expected = "the id of a standard: none that ships is in force and meant for this program"
        raise InvalidValue("--against", expected)
    return meant, unjudged


def _newest() -> Iterator[RuleSet]:
    return (_version(each, None) for each in shipped().ids("rules"))


def _ended() -> Iterator[str]:
    """Yield the ids of the standards for programs whose newest version has an end."""
    for rules in _newest():
        if rules.subject is RuleSubject.PROGRAM_STANDARD and rules.in_force.end is not None:
            yield rules.id


def _say(text: str) -> None:
    show(Page(mark_width=0, splits_words=False).paragraph(text))
