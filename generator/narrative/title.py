"""Break a long title into lines of about equal length, where the eye would break it."""

from itertools import pairwise
from math import ceil

from generator.base.pattern import Pattern
from generator.model.blocks import Span, Spans, plain_text

LINE = 19  # characters of 22 pt in a text block of 156 mm, with a little air
_NEVER_AFTER = "《（“‘〔(["
_NEVER_BEFORE = "》）”’〕)]、，。；：！？年月日的"
_WORD = Pattern(r"[0-9A-Za-z.%]")
_AT_A_SEAM = -4  # between the unit's name and the year, say: worth some imbalance
_ENDS = ("委员会", "年度", "单位", "支出", "项目", "经费", "部门整体", "局", "绩效")


def balance(spans: Spans, line: int = LINE) -> Spans:
    """Put line ends into a title that needs more than one line."""
    text = plain_text(spans)
    if "\n" in text or len(text) <= line:
        return spans
    seams = _seams(spans)
    breaks: list[int] = []
    start = 0
    for left in range(ceil(len(text) / line), 1, -1):
        ideal = start + (len(text) - start) / left
        places = [
            p for p in range(start + 2, min(start + line, len(text) - 1) + 1) if _may(text, p)
        ]
        if not places:
            break
        best = min(places, key=lambda place: _cost(text, place, ideal, seams))
        breaks.append(best)
        start = best
    return _broken(spans, breaks)


def _seams(spans: Spans) -> set[int]:
    seams, at = set(), 0
    for span in spans[:-1]:
        at += len(span.text)
        seams.add(at)
    return seams


def _may(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before in _NEVER_AFTER or after in _NEVER_BEFORE:
        return False
    return not (_WORD.match(before) and _WORD.match(after))


def _cost(text: str, place: int, ideal: float, seams: set[int]) -> float:
    bonus = _AT_A_SEAM if place in seams or text[:place].endswith(_ENDS) else 0
    return abs(place - ideal) + bonus


def _broken(spans: Spans, breaks: list[int]) -> Spans:
    made: list[Span] = []
    at = 0
    for span in spans:
        text, begin = span.text, at
        at += len(text)
        inside = [b - begin for b in breaks if begin < b < at]
        if begin in breaks:
            made.append(Span("\n"))
        if inside:
            edges = [0, *inside, len(text)]
            text = "\n".join(text[a:b] for a, b in pairwise(edges))
        made.append(Span(text, span.figure))
    return tuple(made)
