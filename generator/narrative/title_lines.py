"""Break a long title into lines of about equal length, between words, where the eye would break it."""

from collections.abc import Container
from itertools import pairwise
from math import inf

from generator.base.pattern import Pattern
from generator.model.spans import Span, Spans, plain_text

LINE = 19  # characters of 22 pt in a text block of 156 mm, with a little air
_NEVER_AFTER = "《（“‘〔(["
_NEVER_BEFORE = "》）”’〕)]、，。；：！？年月日的"
_WORD = Pattern(r"[0-9A-Za-z.%]")
_AT_A_SEAM = -4.0  # between the unit's name and the year, say: worth some imbalance
_IN_A_WORD = 12.0  # 营养改|善
_LONE = 6.0  # beside a character that is in no word that we know
_SHORT_END = 10.0  # a last line of a few characters
_ONE_MORE = 8.0  # a line more than there must be
_FEW = 4
_LONGEST = 200  # characters: what is longer is no title, and flows
_LONGEST_WORD = 8
_ENDS = ("委员会", "年度", "单位", "支出", "项目", "经费", "部门整体", "局", "绩效")
# 430281230000000001-办案经费: what a budget system puts before the name of a project.
_CODE = Pattern(r"(?=[0-9A-Za-z]*\d{6})[0-9A-Za-z]{8,32}\s*[-—_－–]\s*(?=\S)")


def balance(spans: Spans, words: Container[str] = (), line: int = LINE) -> Spans:
    """Put line ends into a title that needs more than one line."""
    text = plain_text(spans)
    if "\n" in text or not line < len(text) <= _LONGEST:
        return spans
    return _broken(spans, _breaks(text, line, _costs(text, _seams(spans), words)))


def without_code(spans: Spans) -> Spans:
    """Leave out the code that stands before the name of a project."""
    return tuple(
        span._replace(text=_CODE.sub("", span.text)) if span.figure.endswith("name") else span
        for span in spans
    )


def _seams(spans: Spans) -> set[int]:
    seams, at = set(), 0
    for span in spans[:-1]:
        at += len(span.text)
        seams.add(at)
    return seams


def _costs(text: str, seams: set[int], words: Container[str]) -> dict[int, float]:
    """Say what it costs to break at each place where a line may end."""
    begins, lone = _cut(text, words)
    costs: dict[int, float] = {}
    for place in range(2, len(text) - 1):
        if not _may(text, place):
            continue
        if place in seams or text.endswith(_ENDS, 0, place):
            costs[place] = _AT_A_SEAM
        elif place not in begins:
            costs[place] = _IN_A_WORD
        else:
            costs[place] = _LONE if place in lone else 0.0
    return costs


def _breaks(text: str, line: int, costs: dict[int, float]) -> list[int]:
    """Find the breaks that cost least, with as few lines as there can be; none where none may be.

    A line more is better than one that ends in a word.
    """
    lines = _fewest(len(text), line, costs)
    least, breaks = _breaks_into(lines, text, line, costs)
    if lines and any(costs[place] == _IN_A_WORD for place in breaks):
        more, others = _breaks_into(lines + 1, text, line, costs)
        return others if more + _ONE_MORE < least else breaks
    return breaks


def _breaks_into(
    lines: int, text: str, line: int, costs: dict[int, float]
) -> tuple[float, list[int]]:
    """Find the breaks into so many lines that cost least, and what they cost."""
    end = len(text)
    ideal = end / lines if lines else 0.0
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for left in range(lines - 1, -1, -1):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (so_far, breaks) in best.items():
            for place in _stops(start, end, line, costs, is_last=not left):
                cost = so_far + abs(place - start - ideal) + costs.get(place, 0.0)
                if not left and place - start <= _FEW:
                    cost += _SHORT_END
                if place not in reached or cost < reached[place][0]:
                    reached[place] = (cost, breaks if place == end else [*breaks, place])
        best = reached
    return best.get(end, (inf, []))


def _fewest(end: int, line: int, costs: dict[int, float]) -> int:
    """Return how many lines are needed (nought: nothing of them is short enough)."""
    reached, lines = {0}, 0
    seen = {0}
    while reached:
        lines += 1
        if any(end in _stops(start, end, line, costs, is_last=True) for start in reached):
            return lines
        nearer = {p for s in reached for p in _stops(s, end, line, costs, is_last=False)}
        reached = nearer - seen
        seen |= nearer
    return 0


def _stops(start: int, end: int, line: int, costs: dict[int, float], *, is_last: bool) -> list[int]:
    """Return where a line that begins at a place may end; it has two characters at least."""
    if is_last:
        return [end] if min(2, end) <= end - start <= line else []
    return [place for place in range(start + 2, min(start + line, end - 1) + 1) if place in costs]


def _cut(text: str, words: Container[str]) -> tuple[set[int], set[int]]:
    """Cut a text into the fewest words; returns where they begin, and where one beside is no word."""
    size = len(text)
    fewest = [0.0] + [inf] * size
    came = [0] * (size + 1)
    for start in range(size):
        for end in range(start + 1, min(size, start + _LONGEST_WORD) + 1):
            is_one = end - start == 1
            if not is_one and text[start:end] not in words:
                continue
            count = fewest[start] + (1.5 if is_one else 1.0)
            if count <= fewest[end]:
                fewest[end], came[end] = count, start
    begins: set[int] = set()
    lone: set[int] = set()
    at = size
    while at > 0:
        if at - came[at] == 1:
            lone |= {at, at - 1}
        at = came[at]
        begins.add(at)
    return begins, lone


def _may(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before in _NEVER_AFTER or after in _NEVER_BEFORE:
        return False
    return not (_WORD.match(before) and _WORD.match(after))


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
