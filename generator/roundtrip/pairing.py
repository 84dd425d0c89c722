"""Which value of one version is which of the other, and which figure."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.roundtrip.values import Value

_ROW = re.compile(r"(?P<row>.+\])\.\w+$")


def pairs_of(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Pair values: cells by their keys, text by what it says, since paragraphs are counted."""
    pairs: list[tuple[Value, Value]] = []
    cells = _by_key(v for v in old if not v.is_narrative)
    for key, values in _by_key(v for v in new if not v.is_narrative).items():
        pairs += zip(cells.get(key, ()), values, strict=False)
    before, now = [v for v in old if v.is_narrative], [v for v in new if v.is_narrative]
    left, right = [(v.kind, v.frame) for v in before], [(v.kind, v.frame) for v in now]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(before[a:b], now[c:d], strict=True)
        elif tag == "replace":
            pairs += _alike(before[a:b], now[c:d])
    return pairs


def _alike(old: Sequence[Value], new: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Pair the values of a changed stretch: same key first, then most alike, never across kinds."""
    left = list(new)
    for value in old:
        same = next((v for v in left if v.key == value.key and v.kind == value.kind), None)
        alike = max(
            (v for v in left if v.kind == value.kind),
            key=lambda v: _likeness(value, v),
            default=None,
        )
        best = alike if alike is not None and _likeness(value, alike) > 0.6 else same
        if best is not None:
            left.remove(best)
            yield value, best


def _likeness(one: Value, other: Value) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _by_key(values: Iterator[Value]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for value in values:
        found.setdefault(value.key, []).append(value)
    return found


def rows_of(values: Sequence[Value]) -> dict[str, list[Value]]:
    """Group the values of forms by row, in the order of the form."""
    found: dict[str, list[Value]] = {}
    for value in values:
        if not value.is_narrative and (row := _ROW.match(value.key)):
            found.setdefault(row["row"], []).append(value)
    return found


class _Shown(NamedTuple):
    anchor: str
    shown: str


def same_figures(old: Value, new: Value) -> Iterator[tuple[_Shown, _Shown]]:
    """Pair the figures of two versions: the first 98% with the first 98%, and so on."""
    left = _shown_by_figure(new)
    for figure, befores in _shown_by_figure(old).items():
        yield from zip(befores, left.get(figure, ()), strict=False)


def _shown_by_figure(value: Value) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = {}
    texts = [span.text for span in value.spans if span.figure]
    for (anchor, figure), text in zip(value.figures, texts, strict=False):
        found.setdefault(figure, []).append(_Shown(anchor, text))
    return found
