"""W06: a paragraph that several projects share to the letter; one sentence in several wordings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.distance import common_ends
from generator.model.apart import Apart
from generator.rules.finding import Finding
from generator.rules.tree.tree_texts import TreeText, places, short
from generator.wording.near_sentences import are_near, near_sentences

_AROUND = 8  # characters shown beside what differs
_ENDS = "。；！？"


def repeated(paragraphs: Mapping[str, Sequence[TreeText]]) -> Iterator[Finding]:
    """Tell a paragraph that stands in several projects once, with its other places."""
    for copies in paragraphs.values():
        first = copies[0]
        others = [copy for copy in copies[1:] if first.is_apart(copy)]
        if others:
            shown, seen = short(first.text), places([o.at() for o in others])
            yield Finding("text-repeated", first.at(), shown, str(len(copies)), seen, quote=shown)


def reworded(said: Mapping[str, Sequence[TreeText]], apart: Apart) -> Iterator[Finding]:
    """Tell every sentence that is worded otherwise than most, with what differs."""
    for key, model in preferred(said, apart):
        usual = said[model]
        where, count = places([text.at() for text in usual]), str(len(usual))
        for text in said[key]:
            if any(text.is_apart(other) for other in usual):
                left, right = around(text.text, usual[0].text)
                yield Finding("text-reworded", text.at(), left, right, where, count, left)


def preferred(said: Mapping[str, Sequence[TreeText]], apart: Apart) -> Iterator[tuple[str, str]]:
    """Give each wording with the one that most write: of all that hang together, if it is near."""
    order = {key: number for number, key in enumerate(said)}

    def rank(key: str) -> tuple[int, int]:
        return -len(said[key]), order[key]

    above: dict[str, str] = {}

    def head(key: str) -> str:
        while above.get(key, key) != key:
            above[key] = above.get(above[key], above[key])
            key = above[key]
        return key

    pairs = [pair for pair in near_sentences(said) if not are_apart(*pair, apart)]
    for one, other in pairs:
        best, rest = sorted((head(one), head(other)), key=rank)
        above[rest] = best
    done: set[str] = set()
    for pair in pairs:
        best, rest = sorted(pair, key=rank)
        for key, near in ((rest, best), (best, "")):
            if key in done:
                continue
            first = head(key)
            model = first if first not in (key, near) and _are_one(key, first, apart) else near
            if model:
                done.add(key)
                yield key, model


def _are_one(one: str, other: str, apart: Apart) -> bool:
    return are_near(one, other) and not are_apart(one, other, apart)


def are_apart(one: str, other: str, apart: Apart) -> bool:
    """Tell sentences that are alike and speak of two things: 上半年 and 下半年."""
    return apart.by_a_word(one, other) or _tells(_difference(one, other), apart)


class _Difference(NamedTuple):
    """What stands between the beginning and the end that two texts share."""

    start: int
    one: str
    other: str


def _difference(one: str, other: str) -> _Difference:
    start, end = common_ends(one, other)
    return _Difference(start, one[start : len(one) - end], other[start : len(other) - end])


def _tells(difference: _Difference, apart: Apart) -> bool:
    """Tell texts that differ in what makes two things of them."""
    signs = (sorted(apart.telling & set(text)) for text in difference[1:])
    pair = frozenset(difference[1:])
    return next(signs) != next(signs) or pair in apart.opposites


def around(one: str, other: str) -> tuple[str, str]:
    """Show of both what differs, with what stands beside it."""
    one, other = one.rstrip(_ENDS), other.rstrip(_ENDS)
    difference = _difference(one, other)
    shown = []
    for text, differing in ((one, difference.one), (other, difference.other)):
        start = max(0, difference.start - _AROUND)
        end = difference.start + len(differing) + _AROUND
        cut = text[start:end]
        shown.append(f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}")
    return shown[0], shown[1]
