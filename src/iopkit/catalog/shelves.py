"""The catalog: documents asked by id and day, each read when it is first needed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cached_property

from iopkit.catalog.files import TYPES, Document, Files, Folder, SourceGroup
from iopkit.catalog.index import Entry, Index, Kind
from iopkit.errors import NotShipped
from iopkit.law.amounts import Amounts, AmountSeries
from iopkit.law.crosswalks import Crosswalk, Matches
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.standards.levels import LevelTable
from iopkit.values.problems import Problem
from iopkit.values.sources import Source
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import RuleSubject

INDEX = "index.json"
"""The file that says where each document stands."""


class Catalog:
    """What ships, or another folder of compiled documents.

    A document is read when it is first asked for, and then kept.  One that cannot be read stops
    no other: what lists many leaves it out and `broken` tells why; what asks for that very
    document raises its `DocumentError`.

    Raises:
        DocumentError: by whatever is asked, where the index itself cannot be read.
    """

    def __init__(self, folder: Folder) -> None:
        self._files = Files(folder)

    @cached_property
    def index(self) -> Index:
        """Every id, version, period and file, told without reading a document."""
        return self._files.read(INDEX, Index)

    @property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with the documents met so far that cannot be read."""
        return self._files.broken

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of one kind, sorted."""
        return self.index.ids(kind)

    def rules(self, wanted: str, *, on: date) -> RuleSet:
        """Return the version of a rule set that is in force on a day.

        Raises:
            NotShipped: there is no such id; the error names ids that are near.
            NotInForce: no version is in force; the error names the periods that exist.
            DocumentError: its document cannot be read.
        """
        return self._files.entry(self.index.in_force("rules", wanted, on), RuleSet)

    def history(self, wanted: str) -> tuple[RuleSet, ...]:
        """Return every version of a rule set, oldest first.

        Raises:
            NotShipped: there is no such id; the error names ids that are near.
            DocumentError: a document cannot be read.
        """
        versions = self.index.versions("rules", wanted)
        return tuple(self._files.entry(entry, RuleSet) for entry in versions)

    def rule_sets(
        self, *, on: date, subjects: Collection[RuleSubject] = tuple(RuleSubject)
    ) -> tuple[RuleSet, ...]:
        """Return every rule set in force on a day, by id; what cannot be read is left out.

        Only those that decide one of `subjects` are read.
        """
        entries = self.index.all_in_force("rules", on)
        wanted = tuple(entry for entry in entries if entry.subject in subjects)
        return self._files.readable(wanted, RuleSet)

    def ladder(self, wanted: str, *, on: date) -> Ladder:
        """Return the version of a ladder that is in force on a day; raises as `rules` does."""
        return self._files.entry(self.index.in_force("ladders", wanted, on), Ladder)

    @cached_property
    def amounts(self) -> Amounts:
        """All amounts; what cannot be read is left out."""
        return Amounts(self._files.readable(self.index.of_kind("amounts"), AmountSeries))

    def crosswalk(self, system: str) -> Crosswalk:
        """Return what the codes of one system mean; raises as `source` does."""
        entry = self.index.versions("crosswalks", system)[0]
        return self._files.entry(entry, Crosswalk)

    def codes(self, term: Term, system: str, *, on: date) -> Matches:
        """Return the codes of a system that mean `term` on a day; there may be none.

        Raises:
            NotShipped: there is no crosswalk for the system; the error names those that are near.
            NotInForce: codes mean it on other days only; the error names the periods that exist.
            DocumentError: the crosswalk cannot be read.
        """
        return self.crosswalk(system).codes(term, on=on)

    def terms(self, system: str, code: str, *, on: date) -> Matches:
        """Return all that a code of a system means on a day, and why it is ambiguous if it is.

        Raises:
            NotShipped: there is no such system or code; the error names what is near.
            NotInForce: the code means nothing on that day; the error names the periods that exist.
            DocumentError: the crosswalk cannot be read.
        """
        return self.crosswalk(system).terms(code, on=on)

    def systems(self, code: str) -> tuple[str, ...]:
        """Return the systems that have a code, by id; what cannot be read is left out."""
        every = self._files.readable(self.index.of_kind("crosswalks"), Crosswalk)
        return tuple(one.id for one in every if one.knows(code))

    def levels(self, wanted: str = "levels-of-care") -> LevelTable:
        """Return what is known of the levels of care; raises as `source` does."""
        entry = self.index.versions("comparisons", wanted)[0]
        return self._files.entry(entry, LevelTable)

    def source(self, wanted: str) -> Source:
        """Return a source, whose id a clause or an amount cites.

        Raises:
            NotShipped: there is no such id; the error names ids that are near.
            DocumentError: the document in which it stands cannot be read.
        """
        entry = self.index.versions("sources", wanted)[0]
        sources = self._files.entry(entry, SourceGroup).sources
        for source in sources:
            if source.id == wanted:
                return source
        raise NotShipped("source", wanted, (), (source.id for source in sources))

    def text(self, wanted: str) -> Text:
        """Return a text by its id; raises as `source` does."""
        entry = self.index.versions("texts", wanted)[0]
        return self._files.entry(entry, Text)

    def document(self, entry: Entry) -> Document:
        """Return the whole document in which an entry of the index stands.

        Raises:
            DocumentError: it cannot be read.
        """
        return self._files.entry(entry, TYPES[entry.kind])
