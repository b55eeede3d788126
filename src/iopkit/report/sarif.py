"""What checks found, in SARIF 2.1.0, which editors and code hosts show beside the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from os.path import normpath
from pathlib import Path
from urllib.parse import quote

from iopkit import __version__
from iopkit.formats.writing import JsonValue
from iopkit.standards.axes import CODES, CONTRADICTION
from iopkit.standards.findings import Finding, Findings
from iopkit.values.problems import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_PAGE = "docs/errors/{code}.md"
_FINGERPRINT = "iopkit/v1"

Json = dict[str, JsonValue]


def sarif_log(checks: Iterable[Findings], *, lang: str = "en", pages: str | None = None) -> Json:
    """Return what `checks` found as one SARIF log, ready for `json.dumps`.

    `pages` is the address below which the pages about codes are published, such as
    `https://example.org/errors`; without one a rule names its page in the project.  Fingerprints
    stay the same when lines move.
    """
    found = [(findings, finding) for findings in checks for finding in findings.findings]
    codes = list(dict.fromkeys(finding.problem.code for _, finding in found))
    driver: Json = {
        "name": "iopkit",
        "version": __version__,
        "rules": [_rule(code, lang, pages) for code in codes],
    }
    results: list[JsonValue] = [
        {
            **_result(findings, finding, codes.index(finding.problem.code), lang),
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }
        for (findings, finding), fingerprint in zip(found, _fingerprints(found), strict=True)
    ]
    run: Json = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, lang: str, pages: str | None) -> Json:
    rule: Json = {
        "id": code,
        "shortDescription": {"text": CODES[code](lang)},
        "help": {"text": _PAGE.format(code=code)},
    }
    # Its address must be absolute, so that without a published page there is none.
    return rule if pages is None else {**rule, "helpUri": f"{pages.rstrip('/')}/{code}.html"}


def _result(findings: Findings, finding: Finding, at: int, lang: str) -> Json:
    problem = finding.problem
    # What is not told names its fields already.
    parts = (problem.text, None if finding.fields else finding.suggestion)
    message = ". ".join(part(lang).rstrip(".") for part in parts if part is not None)
    location: Json = {
        "logicalLocations": [{"fullyQualifiedName": f"{findings.program}:{problem.path}"}]
    }
    if problem.place is not None:
        location["physicalLocation"] = _physical(problem.place)
    return {
        "ruleId": problem.code,
        "ruleIndex": at,
        "level": problem.severity.value,
        "message": {"text": f"{message}."},
        "locations": [location],
        "properties": _properties(findings, finding, lang),
    }


def _physical(place: Place) -> Json:
    # A file that another one refers to is named by the way that leads there.
    path = Path(normpath(place.file))
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    physical: Json = {"artifactLocation": {"uri": uri}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return physical


def _properties(findings: Findings, finding: Finding, lang: str) -> Json:
    told = {
        "ruleset": findings.ruleset_id,
        "version": findings.version,
        "digest": findings.digest,
        "on": findings.on.isoformat(),
        "applies": findings.applies.value,
        "clause": None if finding.clause is None else finding.clause.id,
        "source": finding.problem.source,
        "found": None if finding.found is None else finding.found(lang),
        "required": None if finding.required is None else finding.required(lang),
    }
    return {key: value for key, value in told.items() if value is not None}


def _fingerprints(found: Iterable[tuple[Findings, Finding]]) -> Iterator[str]:
    """Yield what stays the same wherever a finding stands in its file, and in any language.

    A record says the same against itself whatever standard it is checked by; of findings that
    are otherwise alike the later ones are numbered.
    """
    seen = Counter[str]()
    for findings, finding in found:
        problem, clause = finding.problem, finding.clause
        standard = "" if problem.code == CONTRADICTION else findings.ruleset_id
        name = "" if clause is None else clause.id
        text = f"{findings.program}\n{standard}\n{problem.code}\n{name}\n{problem.path}"
        seen[text] += 1
        numbered = text if seen[text] == 1 else f"{text}\n{seen[text]}"
        yield sha256(numbered.encode()).hexdigest()[:32]
