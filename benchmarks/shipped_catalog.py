"""What it costs to load what ships, compiled, beside the YAML it is written in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import yaml

import iopkit.catalog
from benchmarks.figures import Figure
from iopkit.catalog import Catalog

_FOLDER = Path(iopkit.catalog.__file__).parent
_TIMES = 10


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return how much faster the compiled catalog is parsed, and what typed documents cost."""
    written, compiled = _texts("data", "yaml"), _texts("compiled", "json")

    def parse_yaml() -> None:
        for text in written:
            yaml.load(text, Loader=yaml.CSafeLoader)  # a safe loader too

    def parse_json() -> None:
        for _ in range(_TIMES):
            for text in compiled:
                json.loads(text)

    found = [(_seconds(parse_yaml), _seconds(parse_json) / _TIMES) for _ in range(pairs)]
    whole = [(_seconds(parse_yaml), _seconds(load_every_document)) for _ in range(pairs)]
    return (
        Figure(
            name="catalog as plain data",
            values=tuple(slow / fast for slow, fast in found),
            unit="x",
            goal=20,
            is_least=True,
            compared=f"parsing the {len(written)} YAML documents with yaml.CSafeLoader / parsing "
            f"all {len(compiled)} compiled files, the index too, with json.loads; texts in "
            "memory, into plain data, in one warm process.",
        ),
        Figure(
            name="catalog as typed documents",
            values=tuple(typed * 1000 for _, typed in whole),
            unit="ms",
            compared="a new Catalog and every document in it: files read, digests compared, "
            "every field checked, every class made; in one warm process.",
        ),
        Figure(
            name="typed documents over plain YAML",
            values=tuple(typed / slow for slow, typed in whole),
            unit="x",
            compared="the same typed load / parsing the YAML documents with yaml.CSafeLoader "
            "into plain data, which checks nothing and makes no class.",
        ),
    )


def load_every_document() -> None:
    """Load every document of the catalog that ships, as if for the first time."""
    catalog = Catalog(_FOLDER / "compiled")
    for entry in catalog.index.entries:
        catalog.document(entry)


def _texts(folder: str, suffix: str) -> tuple[str, ...]:
    files = sorted((_FOLDER / folder).rglob(f"*.{suffix}"))
    return tuple(file.read_text(encoding="utf-8") for file in files)


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
