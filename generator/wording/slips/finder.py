"""Find the slips of a document: run by run, the best candidate where the evidence is enough."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.base.pattern import Pattern
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.candidate import Candidate, Slip
from generator.wording.slips.character_run import Run, edged_run
from generator.wording.slips.looked import Look, Looked
from generator.wording.slips.settings import Settings
from generator.wording.slips.signs import Around, in_document
from generator.wording.slips.sound_text import (
    Beside,
    is_counted,
    is_in_name,
    is_listed,
    stands_rightly,
)
from generator.wording.slips.strangeness import Strangeness
from generator.wording.slips.weighed import Weighed, best_of
from generator.wording.slips.weighing import score_of

_RUN = Pattern("[一-鿿]{2,}")
_MOST_KEPT = 50_000  # runs


class SlipFinder:
    """Looks for slips with one lexicon.

    The same words stand in many documents of a tree; each run is cut and looked at once. Those that
    were ``seen`` before are not looked at again.
    """

    def __init__(
        self, lexicon: Lexicon, settings: Settings, seen: Mapping[str, Looked] | None = None
    ) -> None:
        self._lexicon, self._settings = lexicon, settings
        self._seen = seen or {}
        self.now: dict[str, Looked] = {}  # what was seen of this one's runs
        self._look = Look(lexicon, settings)

    def find(self, texts: Sequence[str], names: Sequence[str] = ()) -> Iterator[tuple[int, Slip]]:
        """Give the slips of a document's texts; what stands in a name of its own is none."""
        weights = self._settings.weights
        told: dict[int, list[Weighed]] = {}
        for one in self.weigh(texts):
            if one.score >= weights.told and not _is_named(one, texts, names):
                told.setdefault(one.text, []).append(one)
        for number, weighed in told.items():
            for one in best_of(weighed):
                certain = one.score >= weights.certain and one.signs.held
                yield number, Slip(
                    one.start, one.end, one.found, one.wanted, one.kind, one.score, certain
                )  # fmt: skip

    def is_alike(self, one: str, other: str) -> bool:
        """Tell whether one character is easily written for another: by its sound or its shape."""
        nature = self._lexicon.nature(one, other)
        return nature in ("tone", "plain") or other in self._settings.shapes.get(one, "")

    def is_likely(self, slip: Slip) -> bool:
        """Tell whether there is little doubt."""
        return slip.score >= self._settings.weights.likely

    def weigh(self, texts: Sequence[str]) -> Iterator[Weighed]:
        """Give the candidates of a document that may be told, with the evidence for them."""
        runs = [
            (number, found, self._looked(edged_run(text, *found.span())))
            for number, text in enumerate(texts)
            for found in _RUN.finditer(text)
        ]
        if all(looked.run is None for _, _, looked in runs):
            return
        words = Counter(chain.from_iterable(looked.words for _, _, looked in runs))
        strangeness = Strangeness(
            sum(found.end() - found.start() for _, found, _ in runs),
            sum(looked.strange for _, _, looked in runs),
        )
        less = self._settings.weights.crowded * strangeness.over
        whole = "\n".join(texts)
        for number, place, (_, _, run, candidates) in runs:
            if run is None:
                continue
            text, (offset, end) = texts[number], place.span()
            around = Around(words, whole, _is_quoted(text, offset))
            beside = Beside(
                text[offset - 1 : offset] if offset else "",
                text[end : end + 1],
                text[end + 1 : end + 2],
                text[offset - 3 : offset - 2] if offset > 2 else "",
            )
            for one, bare in candidates:
                if is_counted(run, one, beside, self._settings):
                    continue
                found = run.text[one.start : one.end]
                stands = self._is_right(run, one, beside)
                listed = is_listed(run, one, beside)
                signs = in_document(bare, found, around, stands=stands, listed=listed)
                score = score_of(one, signs, self._settings) + less
                start, stop = offset + one.start, offset + one.end
                yield Weighed(number, start, stop, found, one.wanted, one.kind, signs, score)

    def _looked(self, edged: str) -> Looked:
        """Look at a run, unless that was done before."""
        looked = self.now.get(edged)
        if looked is None:
            looked = self._seen.get(edged) or self._look.at(edged)
            if len(self.now) >= _MOST_KEPT:
                self.now.clear()
                self._look = Look(self._lexicon, self._settings)
            self.now[edged] = looked
        return looked

    def _is_right(self, run: Run, one: Candidate, beside: Beside) -> bool:
        return stands_rightly(run, one, beside, self._settings) or is_in_name(
            run, one, beside, self._settings, self._lexicon
        )


def _is_quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_named(one: Weighed, texts: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a name holds what was found: another than the text itself, or one that comes again."""
    text = texts[one.text].strip()
    return any(
        one.found in name and (name != text or sum(name in other for other in texts) > 1)
        for name in names
    )
