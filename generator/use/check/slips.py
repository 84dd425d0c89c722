"""Slips of the pen in the inputs, told by a check just as lint tells them.

What was found in a text is kept: of texts that stand as they stood nothing is loaded and nothing cut.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from generator.base import cache
from generator.base.problem import Problem
from generator.load.kept import state_of
from generator.load.packs import WORD_LISTS, WORDING_FILES
from generator.model.dossier import Dossier
from generator.rules.wording.input_wording import Remark, check_wording
from generator.use.check.acceptance import accept, weigh
from generator.use.library import Library
from generator.use.lint.shared_words import shared_words
from generator.wording.lexicon.sources import LIBRARIES, find_sources
from generator.wording.passage import Context, Finding, Passages

if TYPE_CHECKING:
    from generator.use.lint.rulebook import Rulebook
    from generator.wording.engine import Linter

_LIBRARIES = ("tomli", *LIBRARIES)
_MOST_KEPT = 5_000  # texts


class SlipsOfTree:
    """The slips of all dossiers of a run: a word that many units write is none."""

    def __init__(self) -> None:
        self._libraries: dict[int, Library] = {}
        self._found: list[tuple[Dossier, Library, list[Remark]]] = []

    def look(self, dossier: Dossier | None, library: Library) -> None:
        """Look for the slips of one dossier."""
        if dossier is not None:
            self._libraries[id(library)] = library
            remarks = list(check_wording(dossier, library.slips, ""))
            if remarks:
                self._found.append((dossier, library, remarks))

    def told(self) -> Iterator[Problem]:
        """Give what is to be told of all of them; what the inputs accept is marked."""
        for library in self._libraries.values():
            library.slips.keep()
        if self._libraries and find_sources() is None:
            from generator.use.lint.rulebook import LACKING  # noqa: PLC0415 - seldom needed

            yield LACKING
        shared = shared_words(
            (dossier.unit.unit.name, remark.word)
            for dossier, _, remarks in self._found
            for remark in remarks
        )
        for dossier, library, remarks in self._found:
            yield from _told(dossier, library, [r for r in remarks if r.word not in shared])


def slips_of(dossier: Dossier, library: Library) -> Iterator[Problem]:
    """Give the slips of one dossier that is built, as a check of it alone tells them."""
    remarks: list[Remark] = []
    with suppress(
        MemoryError
    ):  # documents need less than the lexicon does: they are built all the same
        remarks += check_wording(dossier, library.slips, "")
    return _told(dossier, library, remarks)


def _told(dossier: Dossier, library: Library, remarks: Sequence[Remark]) -> Iterator[Problem]:
    own = [remark.problem for remark in remarks]
    weighed = [*weigh(own, library.workspace.entry.severity)]
    # What is wrong with acceptances of wording stands behind them: lint says it.
    yield from list(accept(weighed, dossier, lambda _: False))[: len(own)]


class SlipLook:
    """Finds slips with the rules of a workspace, unless the same text was looked at before."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._book: Rulebook | None = None
        self._now: dict[bytes, tuple[Finding, ...]] = {}
        pieces = (b"slips of inputs", *state_of(library.packs, (*WORD_LISTS, *WORDING_FILES)))
        self._key = cache.cache_key(_LIBRARIES, *pieces)
        self._before: dict[bytes, tuple[Finding, ...]] = cache.load_values(self._key) or {}

    def run(self, passages: Passages, context: Context | None = None) -> tuple[Finding, ...]:
        """Give the slips of one document."""
        texts = "\n".join(f"{passage.scope} {passage.text}" for passage in passages)
        digest = hashlib.sha256(f"{context}\n{texts}".encode()).digest()
        found = self._now.get(digest, self._before.get(digest))
        if found is None:
            found = self._linter.run(passages, context)
        self._now[digest] = found
        return found

    def keep(self) -> None:
        """Keep what was found for the next run; when it is much, only what is there now."""
        if self._now.keys() - self._before.keys():
            # Other processes of the same run keep theirs when this one does.
            with cache.alone():
                self._before = cache.load_values(self._key) or {}
                both = {**self._before, **self._now}
                cache.keep(self._key, both if len(both) <= _MOST_KEPT else self._now)
        if self._book is not None:
            self._book.keep()

    @cached_property
    def _linter(self) -> "Linter":
        from generator.use.lint.rulebook import make_rulebook  # noqa: PLC0415 - takes its time

        self._book = make_rulebook(self._library)
        return self._book.linter.only_slips()
