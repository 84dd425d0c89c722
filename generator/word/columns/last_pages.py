"""Last pages of text before a page that begins anew: at least three lines, as at the end of a document.

Paragraphs that are short stay whole, and together. Of a long one word processors let two lines go
over; where that is what is going to happen, its letters are set a little closer or wider, so that
none do or three.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.layout.adjust import as_body, lines_of
from generator.layout.column_grid import HALF_POINT, in_em
from generator.layout.page_ends import PageRules, Slab, pages_of
from generator.layout.ruler import Ruler
from generator.word.columns.column_flow import Flowing, Stretch
from generator.word.columns.scan import ScannedTable
from generator.word.columns.xml_text import text_of
from generator.word.endings import FEWEST, WHOLE

_KEPT: Final = ("<w:keepNext/>", "<w:keepLines/>")
_LEAST: Final = 4  # characters of the last line
_HALF_PAGE: Final = 11  # lines


class Foot(NamedTuple):
    """What becomes of a paragraph: it stays with the next one, it is not cut, its letters get so much room (twips)."""

    is_kept: bool = False
    is_whole: bool = False
    wider: int = 0


PLAIN: Final = Foot()
NO_ROWS: Final[Mapping[int, Sequence[Slab]]] = MappingProxyType({})


def last_pages(
    stretches: Iterable[Stretch], ruler: Ruler, rows: Mapping[int, Sequence[Slab]] = NO_ROWS
) -> Mapping[int, Foot]:
    """Tell what becomes of the last paragraphs before new pages, by where their contents begin."""
    found: dict[int, Foot] = {}
    for stretch in stretches:
        last = [own for own in stretch.last if text_of(own.inner).strip()]
        if not _is_text(stretch, last) or _is_chosen(last):
            continue
        if last[-1].lines <= WHOLE:
            found |= _together(last)
        else:
            found |= {last[-1].start: _long(_slabs(stretch, rows), stretch, last[-1], ruler)}
    return found


def _is_text(stretch: Stretch, last: Sequence[Flowing]) -> bool:
    """Tell text from what stands on one page, and from notes below a table: their letters are as small as its."""
    in_tables = (block for block in stretch.blocks if isinstance(block, ScannedTable))
    largest = max((_largest(table) for table in in_tables), default=0)
    is_page = sum(own.lines * own.look.height for own in last) >= stretch.room
    is_larger = all(own.look.size > largest for own in last)
    return sum(own.lines for own in last) >= 2 * FEWEST and (is_page or is_larger)


def _largest(table: ScannedTable) -> int:
    """Return how large the letters of a table are, in half points."""
    cells = table.grid.cells if table.grid is not None else ()
    return max((words.size for cell in cells for words in cell.words), default=0)


def _slabs(stretch: Stretch, rows: Mapping[int, Sequence[Slab]]) -> Sequence[Slab]:
    """Return all that stands on the pages of a stretch; nothing where the height of a table is not known."""
    slabs: list[Slab] = []
    for block in stretch.blocks:
        own = (block,) if isinstance(block, Slab) else rows.get(block.start)
        if own is None:
            return ()
        slabs += own
    return slabs


def _is_chosen(last: Sequence[Flowing]) -> bool:
    """Tell whether somebody keeps the last paragraphs together already."""
    return any(mark in own.inner for own in last[-2:] for mark in _KEPT)


def _together(last: Sequence[Flowing]) -> dict[int, Foot]:
    found = {last[-1].start: Foot(is_whole=True)}
    lines = last[-1].lines
    for own in reversed(last[:-1]):
        if lines >= FEWEST:
            break
        found[own.start] = Foot(is_kept=True)
        lines += own.lines
    return found


def _long(slabs: Sequence[Slab], stretch: Stretch, last: Flowing, ruler: Ruler) -> Foot:
    """Let no line of a long paragraph go over to the last page, or three."""
    is_known = stretch.is_known and bool(slabs)
    if not is_known or stretch.last[-1] != last or _is_good(slabs, stretch.room):
        return PLAIN
    above = slabs[: -last.lines]
    for more in (-1, 1, 2):
        way = (*above, *last._replace(lines=last.lines + more).slabs)
        wider = _wider(last, more, ruler) if _is_good(way, stretch.room) else 0
        if wider:
            return Foot(wider=wider)
    return Foot(is_whole=last.lines <= _HALF_PAGE)


def _is_good(slabs: Sequence[Slab], room: int) -> bool:
    """Tell whether the last page has lines enough, or there is none but the first."""
    turns = pages_of(slabs, PageRules(room, 0, 0)).turns
    return not turns or len(slabs) - turns[-1].first >= FEWEST


def _wider(flowing: Flowing, more: int, ruler: Ruler) -> int:
    """Return how much room between letters (twips) makes so many lines more in all programs; 0: too much would."""
    look, em = flowing.look, ruler.em
    parts = ruler.parts(text_of(flowing.inner))
    words = parts[0]
    variants = (words, words.closer) if words.closer else (words,)
    room = in_em(flowing.room, look.size, em)
    first = in_em(look.first, look.size, em)
    letter = look.size * HALF_POINT
    most = letter * (ruler.limits.wider if more > 0 else ruler.limits.closer) // em
    found: list[tuple[bool, int]] = []
    for twips in range(1, most + 1 if len(parts) == 1 else 0):
        own = twips if more > 0 else -twips
        extra = (look.between + own) * em // letter
        # Not all programs count the room behind the last letter of a line.
        other = room + own * em // letter
        ways = [
            lines_of(as_body(one, extra, hanging), own_room, first)
            for one in variants
            for hanging in ("", ruler.hanging)
            for own_room in (room, other)
        ]
        if all(len(e) == flowing.lines + more and e[-1] - e[-2] >= _LEAST for e in ways):
            found.append((any(not words.cut.isdisjoint(e) for e in ways), own))
    return min(found, key=lambda one: (one[0], abs(one[1])), default=(False, 0))[1]
