"""A small catalog in memory, which tells what of it was opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import Factory, frozen
from tools.catalog import compile_catalog

from iopkit.catalog import Catalog

SOURCES = """
sources:
  - id: example-law
    title: An example
    citation: Example 1
    confidence: read
    read_on: 2026-01-31
"""
RULES = """
id: {id}
version: "{start}"
title: {{en: Example, es: Ejemplo}}
authority: {{en: Nobody, es: Nadie}}
jurisdiction: us
subject: admission
care_level: iop
in_force: {start}..{end}
clauses:
  - id: adult
    label: {{en: Is an adult, es: Es persona adulta}}
    source: example-law
    rule: {{fact: person.age, at-least: {age}}}
limitations:
  - {{en: An example only, es: Solo un ejemplo}}
"""
LADDER = """
id: a
version: "2024-01-01"
title: {en: Example, es: Ejemplo}
authority: {en: Nobody, es: Nadie}
in_force: 2024-01-01..open
lowest: outpatient-therapy
highest: iop
needs:
  - level: iop
    clause:
      id: more
      label: {en: Needs more, es: Necesita más}
      source: example-law
      rule: {fact: person.needs-more-than-weekly-sessions, is: yes}
limitations:
  - {en: An example only, es: Solo un ejemplo}
"""
AMOUNT = """
id: {id}
title: {{en: Example, es: Ejemplo}}
unit: usd-per-year
values:
  - {{period: 2024-01-01..2025-01-01, value: "10.00", source: example-law}}
limitations:
  - {{en: An example only, es: Solo un ejemplo}}
"""
CROSSWALK = """
id: {id}
title: {{en: Example, es: Ejemplo}}
rows:
  - code: "1"
    term: care-level/iop
    relation: narrower
    in_force: 2024-01-01..open
    source: example-law
    also: [condition-family/mental-disorder]
    when: {{en: In one case, es: En un caso}}
  - code: "1"
    term: care-level/php
    relation: related
    in_force: 2024-01-01..open
    source: example-law
ambiguities:
  - {{code: "1", because: {{en: It may be either, es: Puede ser cualquiera}}}}
limitations:
  - {{en: An example only, es: Solo un ejemplo}}
"""
TEXT = "{en: Call now, es: Llame ahora}"


def rules(wanted: str, start: str, end: str = "open", age: int = 18) -> str:
    """Return the YAML of one version of a rule set."""
    return RULES.format(id=wanted, start=start, end=end, age=age)


def documents() -> dict[str, str]:
    """Return the YAML of a catalog in which nothing is wrong, by path."""
    return {
        "sources/law.yaml": SOURCES,
        "rules/a/2024-01-01.yaml": rules("a", "2024-01-01", "2025-01-01"),
        "rules/a/2026-01-01.yaml": rules("a", "2026-01-01", age=21),
        "rules/b/c/2024-01-01.yaml": rules("b/c", "2024-01-01"),
        "ladders/a/2024-01-01.yaml": LADDER,
        "amounts/a.yaml": AMOUNT.format(id="a"),
        "amounts/b.yaml": AMOUNT.format(id="b"),
        "crosswalks/a.yaml": CROSSWALK.format(id="a"),
        "crosswalks/b/c.yaml": CROSSWALK.format(id="b/c"),
        "texts/notice.yaml": TEXT,
    }


def compiled(folder: Path, data: Mapping[str, str]) -> dict[str, str]:
    """Return the compiled form of documents; `folder` is where they are written down."""
    for path, text in data.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return compile_catalog(folder)


@frozen
class Memory:
    """A folder that is held in memory; `opened` tells the files read from it, in order."""

    files: Mapping[str, str]
    opened: list[str] = Factory(list)
    path: str = ""

    def joinpath(self, *parts: str) -> Memory:
        """Return what lies below."""
        path = "/".join(part for part in (self.path, *parts) if part)
        return Memory(self.files, self.opened, path)

    def read_bytes(self) -> bytes:
        """Return the content of a file."""
        self.opened.append(self.path)
        if self.path not in self.files:
            raise FileNotFoundError(self.path)
        return self.files[self.path].encode()


def catalog_of(files: Mapping[str, str]) -> tuple[Catalog, Memory]:
    """Return a catalog of compiled files, and the folder that it reads."""
    folder = Memory(files)
    return Catalog(folder), folder
