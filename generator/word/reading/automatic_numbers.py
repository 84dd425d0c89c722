"""Automatic numbers of paragraphs, computed as Word does: the file only says which list counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.word.reading.markup import Element, is_on, value, w, whole
from generator.word.reading.number_formats import write_number

_LEVELS = 9


class Level(NamedTuple):
    """How one level of a list counts."""

    start: int
    style: str
    text: str
    is_legal: bool
    restarts_after: int


@dataclass
class _List:
    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts along while paragraphs are read in their order."""

    def __init__(self, root: Element | None) -> None:
        """Read numbering.xml, if there is one."""
        self._lists: dict[str, _List] = {}
        self._nums: dict[str, tuple[str, Mapping[int, Level], Mapping[int, int]]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        for element in root.iterfind(w("abstractNum")):
            levels = {_index(e): _level(e) for e in element.iterfind(w("lvl"))}
            self._lists[element.get(w("abstractNumId"), "")] = _List(levels)
        for element in root.iterfind(w("num")):
            own = {
                _index(o): _level(e)
                for o in element.iterfind(w("lvlOverride"))
                if (e := o.find(w("lvl"))) is not None
            }
            starts = {
                _index(o): whole(value(o, "startOverride"), 1)
                for o in element.iterfind(w("lvlOverride"))
                if o.find(w("startOverride")) is not None
            }
            self._nums[element.get(w("numId"), "")] = value(element, "abstractNumId"), own, starts

    def number(self, id: str, index: int) -> str:
        """Return the number of the next paragraph of a list (empty: it has none), and count on."""
        if id not in self._nums or not 0 <= index < _LEVELS:
            return ""
        abstract, own, starts = self._nums[id]
        counted = self._lists.get(abstract)
        if counted is None:
            return ""
        levels = {**counted.levels, **own}
        if index not in levels:
            return ""
        self._count(id, counted, levels, starts, index)
        return _write(levels, counted.counts, index)

    def _count(
        self,
        id: str,
        counted: _List,
        levels: Mapping[int, Level],
        starts: Mapping[int, int],
        index: int,
    ) -> None:
        is_new = (id, index) not in self._started
        self._started.add((id, index))
        if index in starts and is_new:
            counted.counts[index] = starts[index]
        elif index in counted.counts:
            counted.counts[index] += 1
        else:
            counted.counts[index] = levels[index].start
        for deeper in [n for n in counted.counts if n > index]:
            after = levels[deeper].restarts_after if deeper in levels else -1
            if after != 0 and (after < 0 or index < after):
                del counted.counts[deeper]


def _index(element: Element) -> int:
    return whole(element.get(w("ilvl"), "0"))


def _level(element: Element) -> Level:
    return Level(
        whole(value(element, "start"), 1),
        value(element, "numFmt", "decimal"),
        value(element, "lvlText"),
        is_on(element, "isLgl"),
        whole(value(element, "lvlRestart"), -1),
    )


def _write(levels: Mapping[int, Level], counts: Mapping[int, int], index: int) -> str:
    """Fill ``%1.%2`` with the counts; a bullet is a sign and no number."""
    level = levels[index]
    if level.style == "bullet":
        return ""

    def one(found: re.Match[str]) -> str:
        wanted = int(found[1]) - 1
        other = levels.get(wanted)
        if other is None:
            return ""
        style = "decimal" if level.is_legal and wanted < index else other.style
        return write_number(counts.get(wanted, other.start), style)

    return re.sub(r"%([1-9])", one, level.text)
