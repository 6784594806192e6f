"""A compiled index as facts of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.facts.compiled.base import base_of
from factcheck.facts.compiled.header import is_index
from factcheck.facts.compiled.index import Shelf, index_of
from factcheck.facts.compiled.store import Store
from factcheck.facts.files import of_file
from factcheck.facts.index import Index
from factcheck.facts.problems import FactsError
from factcheck.model.document import Language
from factcheck.model.fact import FactBase
from factcheck.model.message import listed, say


class CompiledFacts:
    """The facts of an index that lies in a file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelves: dict[Language, Shelf] = {}
        self.base: FactBase = base_of(store)

    def index(self, language: Language) -> Index:
        """The index for one draft in a language. Raises FactsError where the file has none for it."""
        languages = self._store.header.languages
        if language not in languages:
            said = say(
                "the index was compiled for drafts in {languages}, and one is in “{language}”",
                languages=listed(languages, "and"),
                language=language,
            )
            advice = say("compile it again with “--language {language}”", language=language)
            raise FactsError([of_file(self._store.path, said, advice)])
        if language not in self._shelves:
            self._shelves[language] = Shelf(self._store, language)
        return index_of(self._shelves[language])


def open_index(paths: Sequence[Path]) -> CompiledFacts:
    """The index among these paths, which must be alone. Raises FactsError."""
    path = next(filter(is_index, paths))
    others = [str(other) for other in paths if other != path]
    if others:
        said = say("a compiled index can't be joined with other facts ({others})", others=listed(others))
        raise FactsError([of_file(path, said, say("compile them together"))])
    return CompiledFacts(Store(path))
