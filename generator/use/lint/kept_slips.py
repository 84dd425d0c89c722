"""Slips of texts, kept from one run to the next: of a text that stands as it stood nothing is cut.

Of a text in which something was changed the other lines are not looked at again: what was seen of
their characters is kept as well, and taken up only when a text is new.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from generator.base import cache
from generator.load.kept import state_of
from generator.load.packs import WORD_LISTS, Packs
from generator.load.workspace_lexicon import load_words
from generator.wording.lexicon.sources import LIBRARIES
from generator.wording.slips.candidate import Slip
from generator.wording.slips.settings import Settings

if TYPE_CHECKING:
    from generator.wording.slips.finder import SlipFinder
    from generator.wording.slips.looked import Looked

Found = tuple[tuple[int, Slip], ...]
_MOST_KEPT = 5_000  # documents


class KeptSlips:
    """Finds slips as one does that looks at every text; the lexicon is taken up when it is needed."""

    MOST_RUNS: ClassVar = 10_000  # of characters: they are taken up in a few milliseconds

    def __init__(self, packs: Packs, settings: Settings) -> None:
        self._packs, self._settings = packs, settings
        pieces = (b"slips of documents", *state_of(packs, WORD_LISTS, placed=False))
        self._key = cache.cache_key(("tomli", *LIBRARIES), *pieces)
        self._runs_key = cache.cache_key(("tomli", *LIBRARIES), b"runs", *pieces)
        self._runs_before: dict[str, Looked] = {}
        self._before: dict[bytes, Found] = cache.load_values(self._key) or {}
        self._now: dict[bytes, Found] = {}
        self._is_short = False

    def find(self, texts: Sequence[str], names: Sequence[str] = ()) -> Iterator[tuple[int, Slip]]:
        """Give the slips of a document's texts."""
        digest = hashlib.sha256(repr((*names, "", *texts)).encode()).digest()
        found = self._now.get(digest, self._before.get(digest))
        if found is None:
            found = (*self._finder.find(texts, names),)
        self._now[digest] = found
        return iter(found)

    def is_alike(self, one: str, other: str) -> bool:
        """Tell whether one character is easily written for another."""
        return self._finder.is_alike(one, other)

    def is_likely(self, slip: Slip) -> bool:
        """Tell whether there is little doubt."""
        return slip.score >= self._settings.weights.likely

    def keep(self) -> None:
        """Keep what was found for the next run; when it is much, only what is there now."""
        if self._now.keys() - self._before.keys():
            both = {**self._before, **self._now}
            self._before = both if len(both) <= _MOST_KEPT else dict(self._now)
            cache.keep(self._key, self._before)
            self._keep_runs()

    def _keep_runs(self) -> None:
        """Keep what was seen of runs of characters; of a whole district that would be too much."""
        now = self._finder.now
        both = {**self._runs_before, **now}
        if len(both) > len(self._runs_before) and len(now) <= self.MOST_RUNS:
            self._runs_before = both if len(both) <= self.MOST_RUNS else dict(now)
            cache.keep(self._runs_key, self._runs_before)

    @cached_property
    def _finder(self) -> "SlipFinder":
        from generator.wording.lexicon.lexicon import Lexicon  # noqa: PLC0415 - only for new texts
        from generator.wording.slips.finder import SlipFinder  # noqa: PLC0415 - see above

        if self._is_short:  # seconds of work, which would come to the same for each text
            raise MemoryError
        try:
            words = load_words(self._packs)
        except MemoryError:
            self._is_short = True
            raise
        if words is None:  # whoever asks for slips has made sure that there is a list
            raise LookupError(WORD_LISTS)
        self._runs_before = cache.load_values(self._runs_key) or {}
        return SlipFinder(Lexicon(words), self._settings, self._runs_before)
