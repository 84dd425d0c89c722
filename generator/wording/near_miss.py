"""Near misses of set phrases: one character wrong, missing, too many or swapped, or a run dropped.

A phrase that differs in one place still has one of its halves whole. So the halves are looked up by
their first two characters, and only where one stands is the rest compared: the time grows with the
text, not with text times phrases.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMBER_SIGNS
from generator.model.wording_rule import PhraseGroup
from generator.wording.passage import Hit, IsAlike, Passage, is_chinese

SHORTEST = 4  # of a phrase whose first and last characters never change, too
SHORTEST_OPEN = 5
_LONG = 5  # shorter phrases bear a wrong character, but none too few or too many
_LEAST_BEYOND = 2  # characters that have to be right behind one too few or too many
_DROPS = 4  # the longest run whose loss is told from another phrase
_LONG_FOR_DROPS = 9
_NUMERALS = frozenset(f"{NUMBER_SIGNS}第")
# Beside a phrase these are grammar, not a character of it gone wrong.
_GRAMMAR = frozenset("的了和与是在为等及等也都又将被把对从以向并或而但其这那不有要使让")


class _Phrase(NamedTuple):
    text: str
    is_closed: bool
    excepted: tuple[str, ...]
    basis: str


class _Half(NamedTuple):
    phrase: _Phrase
    text: str
    rest: str
    is_left: bool


class _Edit(NamedTuple):
    """How the rest of a phrase stands in the text: its length there, and the faulty place."""

    length: int
    at: int
    wrong: str
    right: str


class NearMisses:
    """Finds near misses of many phrases in one pass."""

    def __init__(self, groups: Sequence[PhraseGroup]) -> None:
        self._halves: dict[str, list[_Half]] = defaultdict(list)
        self._right: list[str] = []
        for group in groups:
            basis = cite(group)
            for word in group.words:
                self._right.append(word)
                if len(word) >= (SHORTEST if group.closed else SHORTEST_OPEN):
                    self._add(_Phrase(word, group.closed, group.except_, basis))
        self._pairs = frozenset(self._halves)
        self._forms = _Forms([*self._right, *(w for g in groups for w in g.except_)])

    def _add(self, phrase: _Phrase) -> None:
        middle = (len(phrase.text) + 1) // 2
        left, right = phrase.text[:middle], phrase.text[middle:]
        self._halves[left[:2]].append(_Half(phrase, left, right, is_left=True))
        self._halves[right[:2]].append(_Half(phrase, right, left, is_left=False))

    def find(self, passage: Passage, is_alike: IsAlike | None = None) -> Iterator[Hit]:
        """Give every near miss, the most telling one where several overlap."""
        if self._pairs.isdisjoint(passage.pairs):
            return
        text = passage.plain
        hits: list[Hit] = []
        for pair in self._pairs & passage.pairs:
            at = text.find(pair)
            while at >= 0:
                hits += (
                    hit
                    for half in self._halves[pair]
                    if (hit := self._compare(text, at, half, is_alike))
                )
                at = text.find(pair, at + 1)
        end = 0
        for hit in sorted(set(hits), key=lambda h: (h.start, -len(h.wanted or ""))):
            if hit.start >= end:
                yield hit
                end = hit.end

    def _compare(self, text: str, at: int, half: _Half, is_alike: IsAlike | None) -> Hit | None:
        if not text.startswith(half.text, at):
            return None
        phrase, size = half.phrase, len(half.text)
        if half.is_left:
            there = text[at + size : at + size + len(half.rest) + 1]
            edit = _edit_inside(half.rest, there, phrase, is_alike)
            if edit is None:
                return None
            start, end, spot = at, at + size + edit.length, at + size + edit.at
        else:
            before = text[max(0, at - len(half.rest) - 1) : at]
            edit = _edit_inside(half.rest[::-1], before[::-1], phrase, is_alike)
            if edit is None:
                return None
            start, end = at - edit.length, at + size
            spot = at - edit.at - len(edit.wrong)
        if not _is_telling(edit):
            return None
        if self._forms.cover(text, spot, spot + max(1, len(edit.wrong))):
            return None
        return Hit(start, end, text[start:end], phrase.text, basis=phrase.basis)


def cite(group: PhraseGroup) -> str:
    """Write where the phrases of a group come from."""
    day = f"（{group.date.year}年{group.date.month}月{group.date.day}日）" if group.date else ""
    return f"{group.source}{day}{'' if group.verified else '，未与原文核对'}"


class _Forms:
    """The right forms: a place inside one of them is no fault."""

    def __init__(self, words: Sequence[str]) -> None:
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        self._longest = max((len(word) for word in words), default=0)
        for word in dict.fromkeys(words):
            self._by_pair[word[:2]].append(word)

    def cover(self, text: str, start: int, end: int) -> bool:
        """Tell whether a right form holds the place."""
        return any(
            at + len(word) >= end and text.startswith(word, at)
            for at in range(max(0, start - self._longest), start + 1)
            for word in self._by_pair.get(text[at : at + 2], ())
        )


def _edit_inside(rest: str, there: str, phrase: _Phrase, is_alike: IsAlike | None) -> _Edit | None:
    """Compare, and doubt an end: there another word may begin, unless it sounds the same."""
    edit = _edit(rest, there, phrase)
    if edit is None or phrase.is_closed or edit.at < len(rest) - 1 or not edit.right:
        return edit
    is_one_for_one = len(edit.wrong) == len(edit.right) == 1
    return edit if is_one_for_one and is_alike and is_alike(edit.wrong, edit.right) else None


def _edit(rest: str, there: str, phrase: _Phrase) -> _Edit | None:
    """Compare the rest of a phrase with what stands there, beginning at the half that is right."""
    same = _common(rest, there)
    if same == len(rest):
        return None  # the phrase as it should be
    far = rest[same:]
    window = there[same : len(rest)]
    if len(window) == len(far) and window[1:] == far[1:]:
        return _Edit(len(rest), same, window[:1], far[:1])
    if len(far) > 1 and window == far[1] + far[0] + far[2:]:
        return _Edit(len(rest), same, window[:2], far[:2])
    if len(phrase.text) < _LONG:
        return None
    if len(far) >= _LEAST_BEYOND and there[same + 1 : len(rest) + 1] == far:
        return _Edit(len(rest) + 1, same, there[same : same + 1], "")
    most = _DROPS if len(phrase.text) >= _LONG_FOR_DROPS else 1
    for dropped in range(1, min(most, len(far) - _LEAST_BEYOND) + 1):
        if there[same : len(rest) - dropped] == far[dropped:]:
            return _Edit(len(rest) - dropped, same, "", far[:dropped])
    return None


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _is_telling(edit: _Edit) -> bool:
    """Tell a slip from another phrase: numbers count different things, marks and grammar end a word."""
    is_numeral = {c in _NUMERALS for c in edit.wrong + edit.right}
    if is_numeral == {True} or (True in is_numeral and len(edit.wrong) != len(edit.right)):
        return False
    if edit.wrong and not edit.right:
        return is_chinese(edit.wrong) and edit.wrong not in _GRAMMAR
    if edit.wrong:
        return is_chinese(edit.wrong) and not (len(edit.wrong) == 1 and edit.wrong in _GRAMMAR)
    return True
