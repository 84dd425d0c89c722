"""A sentence without what is everybody's own in it: names, years and figures become marks.

Two sentences that are alike after that were written from one. A name or year that was taken out is
remembered, so that one that is another's can be told, and one's own can be put back.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.wording.passage import Passage, pairs_of
from generator.wording.word_index import WordIndex

UNIT, PROJECT, YEAR, FIGURE = "单位", "项目", "年度", "数"
_MARKS = {UNIT: "\x01", PROJECT: "\x02", YEAR: "\x03", FIGURE: "#"}
_KINDS = {mark: kind for kind, mark in _MARKS.items()}
# What is quoted is its own, whatever it gives; only some quotations give a name or the year.
_QUOTED = {"unit.name": UNIT, "unit.short": UNIT, "name": PROJECT, "year": YEAR}
# What each may begin with is tried first: at most places of a text none does.
_PIECE = Pattern(
    rf"(?=[0-9〔\[［【（({{{NUMERALS}])(?:"
    r"(?P<number>[〔\[［【（(]20[0-9]{2}[〕\]］】）)]第?[0-9]{1,5}号)|"
    r"\{\{\s*(?P<quoted>[^{}]*?)\s*\}\}|\{%.*?%\}|(?<![0-9.])(?P<year>20[0-9]{2})(?=年)"
    r"|[0-9]+(?:\.[0-9]+|[,，][0-9]{3}(?![0-9]))*[%％]?"
    rf"|[{NUMERALS}]+(?=[是、个项]))"
)
_ENDS = "。；！？"


class Slot(NamedTuple):
    """A name, year or figure that was taken out; ``start`` is where it stood (-1: it was quoted)."""

    kind: str
    word: str
    start: int


class Masked(NamedTuple):
    """What is left of a sentence, and what was taken out of it."""

    key: str
    gaps: tuple[Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Return the names and years."""
        return tuple(gap for gap in self.gaps if gap.kind != FIGURE)

    @property
    def said(self) -> int:
        """Count the characters that the sentence says by itself."""
        return len(self.key) - len(self.gaps)


class Names:
    """Names with what they are the names of, found in a text in one pass."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._kinds = kinds
        self._index = WordIndex(kinds)

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Give offset, name and kind of each."""
        plain = Passage("paragraph", text).plain if "{" in text else text
        for at, name in self._index.found_in(plain, pairs_of(plain)):
            yield at, name, self._kinds[name]


def mask(sentence: str, names: Names) -> Masked:
    """Take names, years and figures out of a sentence."""
    parts: list[str] = []
    gaps: list[Slot] = []
    end = 0
    for at, name, kind in names.find(sentence):
        parts += _plain(sentence[end:at], end, gaps)
        parts.append(_MARKS[kind])
        gaps.append(Slot(kind, name, at))
        end = at + len(name)
    parts += _plain(sentence[end:], end, gaps)
    return Masked("".join(parts).rstrip(_ENDS), tuple(gaps))


def shown_key(key: str) -> str:
    """Write what is left of a sentence for people, with ``{数}`` where a figure stood."""
    return "".join(f"{{{_KINDS[c]}}}" if c in _KINDS else c for c in key)


def key_of(shown: str) -> str:
    """Read what ``shown_key`` writes, and what people change in it."""
    for kind, mark in _MARKS.items():
        shown = shown.replace(f"{{{kind}}}", mark)
    return shown.rstrip(_ENDS)


def filled(key: str, gaps: tuple[Slot, ...]) -> str:
    """Put what was taken out of a sentence into another one, as far as there is something."""
    left: dict[str, list[str]] = {kind: [] for kind in _MARKS}
    for gap in gaps:
        left[gap.kind].append(gap.word)
    return "".join(
        (left[_KINDS[c]].pop(0) if left[_KINDS[c]] else shown_key(c)) if c in _KINDS else c
        for c in key
    )


def _plain(text: str, offset: int, gaps: list[Slot]) -> Iterator[str]:
    at = 0
    for found in _PIECE.finditer(text):
        yield text[at : found.start()]
        at = found.end()
        if found["number"]:  # of a document, which is the same for everybody
            yield found[0]
            continue
        quoted = found["quoted"]
        kind = YEAR if found["year"] else _QUOTED.get(quoted or "", FIGURE)
        yield _MARKS[kind]
        is_tag = quoted is not None
        gaps.append(Slot(kind, found[0], -1 if is_tag else offset + found.start()))
    yield text[at:]
