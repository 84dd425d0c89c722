"""What stands on the pages of a document, in its order: lines of known height, and its tables.

Read from its text as ``scan`` does. Where a height cannot be told, nobody knows where the pages end
that follow, up to the next one that begins with something.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from generator.layout.adjust import as_body, lines_of
from generator.layout.column_grid import HALF_POINT, in_em
from generator.layout.page_ends import Slab
from generator.layout.ruler import Ruler
from generator.word.columns.own_look import own_look
from generator.word.columns.scan import ScannedTable
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.xml_text import text_of

_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*?)?(?:/>|>(.*?)</w:p>)", re.DOTALL)
_SECTION: Final = re.compile(r"<w:sectPr.*?</w:sectPr>", re.DOTALL)
_NUMBER: Final = r'<w:{}[^>]*? w:{}="(\d+)"'
_STRANGE: Final = ("<w:drawing", "<w:pict", "<w:object", "<w:sdt>", "AlternateContent")
_PAGE: Final = '<w:br w:type="page"/>'
_NO_PAGE: Final = '<w:type w:val="continuous"/>'
_WHOLE: Final = "<w:keepLines/>"
_REMEMBERED: Final = 512  # paragraphs
_FEW: Final = 2  # lines of a paragraph that stay together


class Section(NamedTuple):
    """A stretch of pages of one kind: where it ends in the text, how high and wide its pages are inside."""

    end: int
    height: int
    width: int
    is_new_page: bool


class Flowing(NamedTuple):
    """A paragraph outside of tables: where its contents begin, what they are, how it looks, its room, its lines."""

    start: int
    inner: str
    look: ParagraphLook
    room: int  # twips
    lines: int

    @property
    def slabs(self) -> Iterator[Slab]:
        """Return its lines; two of them stand together on either side of a page end."""
        look, is_whole = self.look, _WHOLE in self.inner
        for at in range(self.lines):
            behind = self.lines - at - 1
            keeps = is_whole or at < _FEW - 1 or behind < _FEW if behind else look.keeps
            yield Slab(look.height + (look.around if not at else 0), keeps)


class Stretch(NamedTuple):
    """What begins on a page of its own: lines and tables, up to the first that nobody can tell the height of.

    ``last`` are the paragraphs at its end, behind its last table; ``is_known`` tells whether nobody
    has to guess what stands above them.
    """

    room: int
    blocks: tuple[Slab | ScannedTable, ...]
    last: tuple[Flowing, ...] = ()
    is_known: bool = True


def stretches(
    text: str, tables: Sequence[ScannedTable], looks: Looks, ruler: Ruler
) -> Iterator[Stretch]:
    """Take a text apart where pages are sure to begin."""
    sections = list(_sections(text))
    if not sections:
        return
    ends = [section.end for section in sections]
    blocks: list[Slab | ScannedTable] = []
    last: list[Flowing] = []
    is_known, at = True, 0
    for start, block in _blocks(text, tables):
        own = bisect_left(ends, start)
        if own >= len(sections):
            break
        look = None if isinstance(block, ScannedTable) else own_look(block[1] or "", looks)
        is_new = own != at and sections[own].is_new_page
        if is_new or (look is not None and look.starts):
            yield Stretch(sections[at].height, tuple(blocks), tuple(last), is_known)
            blocks, last, is_known = [], [], True
        elif own != at:
            is_known = False
        at = own
        if isinstance(block, ScannedTable):
            last = []
            is_known = is_known and block.grid is not None
            blocks += [block] if is_known else []
        elif look is not None:
            words, room = block[1] or "", sections[at].width - look.beside
            flowing = Flowing(block.start(1), words, look, room, _number(words, look, room, ruler))
            last.append(flowing)
            is_plain = _PAGE not in words and not any(sign in words for sign in _STRANGE)
            is_known = is_known and is_plain
            blocks += flowing.slabs if is_known else []
    yield Stretch(sections[at].height, tuple(blocks), tuple(last), is_known)


class Flow:
    """Takes texts apart; of the last one it remembers how: it is looked at for several reasons."""

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self._last: tuple[str, Looks | None, tuple[Stretch, ...]] = ("", None, ())

    def of(self, text: str, tables: Sequence[ScannedTable], looks: Looks) -> tuple[Stretch, ...]:
        """Return the stretches of a text; ``tables`` are those in it."""
        before, own, known = self._last
        if before != text or own is not looks:
            known = tuple(stretches(text, tables, looks, self.ruler))
            self._last = text, looks, known
        return known


class Above(NamedTuple):
    """A paragraph outside of tables: where its contents begin, what they are, how wide its page is."""

    start: int
    inner: str
    room: int


def paragraphs_between(text: str, tables: Sequence[ScannedTable]) -> Iterator[Above]:
    """Give all paragraphs that stand outside of tables."""
    sections = list(_sections(text))
    ends = [section.end for section in sections]
    at = 0
    for table in (*tables, None):
        for paragraph in _PARAGRAPH.finditer(text, at, len(text) if table is None else table.start):
            own = bisect_left(ends, paragraph.start())
            if own < len(sections) and paragraph[1]:
                yield Above(paragraph.start(1), paragraph[1], sections[own].width)
        at = len(text) if table is None else table.end


def paragraphs_before(text: str, tables: Sequence[ScannedTable], near: int) -> Iterator[Above]:
    """Give the paragraphs that stand shortly above a table, down from the table before."""
    sections = list(_sections(text))
    ends = [section.end for section in sections]
    at = 0
    for table in tables:
        own = bisect_left(ends, table.start)
        if own < len(sections):
            found = list(_PARAGRAPH.finditer(text, at, table.start))[-near:]
            for paragraph in found:
                if paragraph[1]:
                    yield Above(paragraph.start(1), paragraph[1], sections[own].width)
        at = table.end


def _sections(text: str) -> Iterator[Section]:
    for found in _SECTION.finditer(text):
        high, wide, *sides = (
            re.search(_NUMBER.format(*name), found[0])
            for name in (
                ("pgSz", "h"),
                ("pgSz", "w"),
                ("pgMar", "top"),
                ("pgMar", "bottom"),
                ("pgMar", "left"),
                ("pgMar", "right"),
            )
        )
        if high is None or wide is None or None in sides:
            continue
        top, bottom, left, right = (int(side[1]) for side in sides if side is not None)
        yield Section(
            found.start(),
            int(high[1]) - top - bottom,
            int(wide[1]) - left - right,
            _NO_PAGE not in found[0],
        )


def _blocks(
    text: str, tables: Sequence[ScannedTable]
) -> Iterator[tuple[int, re.Match[str] | ScannedTable]]:
    at = 0
    for table in (*tables, None):
        end = len(text) if table is None else table.start
        for paragraph in _PARAGRAPH.finditer(text, at, end):
            yield paragraph.start(), paragraph
        if table is not None:
            yield table.start, table
            at = table.end


def _number(paragraph: str, look: ParagraphLook, width: int, ruler: Ruler) -> int:
    """Tell how many lines a paragraph takes."""
    said = text_of(paragraph)
    room = in_em(width, look.size, ruler.em)
    first = in_em(look.first, look.size, ruler.em)
    extra = look.between * ruler.em // (look.size * HALF_POINT)
    if (len(said) * (ruler.em + extra)) <= room - first and "\n" not in said:
        return 1
    return _lines_in(said, room, first, extra, ruler)


@lru_cache(maxsize=_REMEMBERED)  # a text is looked at several times while its tables change
def _lines_in(said: str, room: int, first: int, extra: int, ruler: Ruler) -> int:
    parts = [as_body(words.closer or words, extra, ruler.hanging) for words in ruler.parts(said)]
    return sum(
        max(len(lines_of(part, room, first if not at else 0)), 1) for at, part in enumerate(parts)
    )
