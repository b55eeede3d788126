"""Compile the catalog: the YAML below `data` becomes the JSON below `compiled`, with an index.

`python tools/catalog.py` writes what has changed and removes what is stale; with `--check` it
changes nothing, names what differs, and exits with 1 if anything does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from iopkit.catalog.files import TYPES, Document, SourceGroup
from iopkit.catalog.index import Entry, Index, digest_of
from iopkit.catalog.shelves import INDEX
from iopkit.formats import dump, read
from iopkit.law.amounts import AmountSeries
from iopkit.law.crosswalks import Crosswalk
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.standards.levels import LevelTable
from iopkit.values.texts import Text

CATALOG = Path(__file__).parents[1] / "src" / "iopkit" / "catalog"


def compile_catalog(data: Path) -> dict[str, str]:
    """Return the text of every compiled file, the index too, by its path below `compiled`.

    Raises:
        DocumentError: a document cannot be read.
    """
    texts: dict[str, str] = {}
    entries: list[Entry] = []
    for kind in TYPES:
        for file in sorted((data / kind).rglob("*.yaml")):
            document = read(TYPES[kind], file)
            path = file.relative_to(data).with_suffix(".json").as_posix()
            texts[path] = dump(document, format="json")
            digest = digest_of(texts[path].encode())
            entries.extend(entries_of(kind, document, path, digest))
    return {**texts, INDEX: dump(Index(entries), format="json")}


def entries_of(kind: str, document: Document, path: str, digest: str) -> Iterator[Entry]:
    """Yield the entry of a document, or one for each source of a group."""
    match document:
        case RuleSet() | Ladder():
            yield Entry(
                kind=kind,
                id=document.id,
                path=path,
                digest=digest,
                version=document.version,
                in_force=document.in_force,
                subject=document.subject if isinstance(document, RuleSet) else None,
            )
        case AmountSeries() | Crosswalk() | LevelTable():
            yield Entry(kind=kind, id=document.id, path=path, digest=digest)
        case SourceGroup():
            for source in document.sources:
                yield Entry(kind=kind, id=source.id, path=path, digest=digest)
        case Text():
            name = path.removeprefix(f"{kind}/").removesuffix(".json")
            yield Entry(kind=kind, id=name, path=path, digest=digest)


def differences(wanted: Mapping[str, str], compiled: Path) -> tuple[str, ...]:
    """Return the paths below `compiled` that are missing, stale or not as `wanted`."""
    found = {
        file.relative_to(compiled).as_posix(): file.read_text(encoding="utf-8")
        for file in compiled.rglob("*.json")
    }
    return tuple(sorted(path for path in {*wanted, *found} if wanted.get(path) != found.get(path)))


def write(wanted: Mapping[str, str], compiled: Path, paths: tuple[str, ...]) -> None:
    """Bring `paths` below `compiled` to what is `wanted`."""
    for path in paths:
        file = compiled / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], encoding="utf-8")
        else:
            file.unlink()


def main(arguments: list[str]) -> int:
    """Compile, or check with `--check`; return the exit code."""
    wanted = compile_catalog(CATALOG / "data")
    paths = differences(wanted, CATALOG / "compiled")
    is_check = "--check" in arguments
    if not is_check:
        write(wanted, CATALOG / "compiled", paths)
    for path in paths:
        print(f"{'differs' if is_check else 'wrote'}: {path}")
    if is_check and paths:
        print("run: python tools/catalog.py")
    return 1 if is_check and paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
