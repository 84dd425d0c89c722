"""A11: “以下4项工作：一是……；二是……”: a count that announces a list, against the numbers of its items."""

import re
from collections.abc import Iterator, Sequence

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

# What is counted stands right before the colon: 5个科室，主要做法： announces nothing.
_ANNOUNCED = Pattern(
    rf"(?<![第同另每各这那某{NUMERALS}0-9])(?<!(?<!以)下)(?P<count>[0-9]{{1,2}}|[两{NUMERALS}]{{1,2}})(?P<unit>个方面|方面|[个项类条点件种步])"
    r"(?P<what>[一-鿿]{0,8})[：:]\s*$"
)
# 5个科室开展工作： counts who does it; 四个步骤进行： counts what follows.
_DOES_SOMETHING = Pattern(
    "^(?!步骤|阶段|环节|进行).*(?:开展|参与|组织|进行|实施|落实|推进|负责|配合|承担|分别|情况)"
)
# 一是, 其一, ①, （1）, 第一、, 1.: what does not begin with such a sign is passed over.
_FIRST = Pattern(
    "[一其①（(第1](?:(?<=一)是|(?<=其)一|(?<=①)|(?<=[（(])[1一][）)]|(?<=第)一[，、是]"
    "|(?<=1)(?<![0-9.]1)[.．、](?![0-9]))"
)
_OPEN = Pattern("等[。；]?$|等(?:方面|工作|问题|措施)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_WINDOW_CEILING = 24  # before the first item; what announces a list is shorter
_MOST = 10  # items that marks are known for
_AGREES_SOON = 2  # items more or fewer; what differs more was counted otherwise


def announced_in(line: str, following: Sequence[str] = ()) -> Iterator[Slip]:
    """Count the items behind an announcement; they may go on in the lines that follow."""
    for first in _FIRST.finditer(line):
        start = max(0, first.start() - _WINDOW_CEILING)
        if said := _ANNOUNCED.search(line[start : first.start()]):
            listed = _listed(line[first.start() :], first[0], following)
            yield from _compared(said, start, listed)
    said = _ANNOUNCED.search(line) if following else None
    if said and (first_ := _FIRST.match(following[0].lstrip())):
        yield from _compared(said, 0, _behind(following, first_[0], 0))


def _compared(said: re.Match[str], start: int, listed: int | None) -> Iterator[Slip]:
    count = int(said["count"]) if said["count"].isdigit() else to_number(said["count"])
    if (
        not count
        or not 1 < count <= _MOST
        or not listed
        or listed == count
        or _DOES_SOMETHING.search(said["what"])
    ):
        return
    if listed > 1 and abs(count - listed) <= _AGREES_SOON:
        left, right = f"{said['count']}{said['unit']}{said['what']}", f"{listed} 项"
        yield Slip("items-counted", start + said.start(), said[0], left, right)


def _listed(items: str, first: str, following: Sequence[str]) -> int | None:
    """Return how many items follow each other (``None``: nothing tells where the list ends)."""
    again = items.find(first, len(first))
    if again < 0:
        count = _in_order(items, first, 0)
        return None if _OPEN.search(items) else _behind(following, first, count)
    # A second list of the same marks begins behind a full stop; inside a sentence it is one in one.
    end = items.rfind("。", 0, again) + 1
    return _in_order(items[:end], first, 0) if end else None


def _behind(lines: Sequence[str], first: str, count: int) -> int | None:
    """Count on through the lines that begin with the next mark; text between them tells nothing."""
    for number, line in enumerate(lines):
        if not line.lstrip().startswith(_mark(first, count + 1)):
            mark = _mark(first, count + 1)
            is_later = any(other.lstrip().startswith(mark) for other in lines[number:])
            is_open = number > 0 and _OPEN.search(lines[number - 1])
            return None if is_later or is_open else count
        count = _in_order(line, first, count)
        if count >= _MOST:
            break
    return count


def _in_order(text: str, first: str, before: int) -> int:
    """Count on through the marks that follow each other in a text."""
    at, count = 0, before
    while count < _MOST:
        mark = re.escape(_mark(first, count + 1))
        found = re.compile(rf"(?<![0-9.]){mark}(?![0-9])").search(text, at)
        if found is None:
            return count
        at, count = found.end(), count + 1
    return count


def _mark(first: str, number: int) -> str:
    """Write the mark of an item as the first one is written."""
    if first == _CIRCLED[0]:
        return _CIRCLED[min(number, _MOST) - 1]
    if "1" in first:
        return first.replace("1", str(number))
    # 第一，……第二、: what stands behind the number may change.
    plain = first.rstrip("，、是") if first.startswith("第") else first
    return plain.replace("一", NUMERALS[min(number, _MOST) - 1])
