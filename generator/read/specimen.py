"""A form whose blanks are filled in with specimens, so that a reader says what each blank is for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadDocument, ReadParagraph, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.columns import BandRead
from generator.read.goal_cells import goal_numbers
from generator.read.label_book import LabelBook, normal
from generator.read.numbered_lines import counts_of, labels_of, open_lines

Kind = Literal["words", "numbers"]

_MARK = "样张"
_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_DAY = "2031年3月15日"
_YEAR = "2031"
_OF_YEAR = "年度"
_BARE_YEAR = Pattern(r"()年")
_FEWEST_HEADS, _FEWEST_AMOUNTS = 3, 2
_GOALS = frozenset(("goals", "expected"))
_WORDS = frozenset(("remark", "reason", "own"))
_LEAST = 50  # numbers that may be amounts, rates and points
_GAP = Pattern(r"[：:]([ \t　_＿]*)(?=$|[ \t\n　_＿](?:[^\s：:]{2,12}[：:])|[\n])")
_BRACKET = Pattern(r"[：:]([ \t　_＿]*)([（(][^（()）]{1,8}[）)])")  # 填报单位：（盖章）
_BEFORE_YEAR = Pattern(r"[：:]([ \t　_＿]{2,})(?=(?:19|20)[0-9]{2}年)")  # 填报单位：　　2023年度
_BRACKETS = "（()） \t　"
_OPEN_DAY = Pattern(r"(?:20)?[ \t　_＿]*年[ \t　_＿]*月[ \t　_＿]*日")
_OPEN_YEAR = Pattern(
    r"(?<=[（(])\s*(?:20)?[\s　_＿Xx×*○〇]*(?=年度?)|^(?:20)?[\s　_＿Xx×*○〇]+(?=年度)"
)
_TITLE_YEAR = Pattern(r"^(?:20)?[\s　_＿Xx×*○〇]+(?=年(?![度限])(?![\s　_＿]*月))")


class Specimens(NamedTuple):
    """The form with specimens in it, and where they stand: in cells, and behind which words of a line."""

    document: ReadDocument
    cells: frozenset[DocumentPlace]
    lines: Mapping[DocumentPlace, tuple["Gap", ...]]


class Gap(NamedTuple):
    """A blank in a line: the words before it, what stands there now, and the specimen."""

    after: str
    old: str
    specimen: str

    @property
    def is_year(self) -> bool:
        """Tell a year that is left open."""
        return self.specimen == _YEAR

    @property
    def is_day(self) -> bool:
        """Tell a day that is left open: 年　月　日."""
        return self.specimen == _DAY


def is_specimen(text: str) -> bool:
    """Tell words that have a specimen in them."""
    return _MARK in text


def with_specimens(
    document: ReadDocument, kind: Kind, bands: Sequence[BandRead], book: LabelBook
) -> Specimens:
    """Fill in every blank: with words, or with numbers where a column does not say what is wanted."""
    filler = _Filler(kind, bands, book)
    blocks = tuple(
        filler.paragraph(b) if isinstance(b, ReadParagraph) else filler.table(b)
        for b in document.blocks
    )
    return Specimens(document._replace(blocks=blocks), frozenset(filler.cells), filler.lines)


class _Filler:
    def __init__(self, kind: Kind, bands: Sequence[BandRead], book: LabelBook) -> None:
        self._kind, self._book = kind, book
        self._bands = {band.place.table: band for band in bands}
        self._all = bands
        self._count = 0
        self._corners: set[DocumentPlace] = set()
        self._worded: set[DocumentPlace] = set()  # where words are wanted, whatever the others are
        self._of_goals: set[DocumentPlace] = set()
        self._open: set[DocumentPlace] = set()  # goals that wait behind their number
        self.cells: set[DocumentPlace] = set()
        self.lines: dict[DocumentPlace, tuple[Gap, ...]] = {}

    def paragraph(self, paragraph: ReadParagraph) -> ReadParagraph:
        gaps: list[Gap] = []
        text = self._line(paragraph.text, gaps, is_line=True)
        if gaps:
            self.lines[paragraph.place] = tuple(gaps)
        return paragraph._replace(text=text)

    def _line(self, text: str, gaps: list[Gap], *, is_line: bool = False) -> str:
        """Fill the gaps of a line: behind labels, days and years that are left open."""
        made: list[str] = []
        at = 0
        # Of two that begin alike the longer is meant: 年　月　日 is a day and no year of its own.
        found = sorted(self._gaps(text, is_line=is_line), key=lambda gap: (gap[0], -gap[1]))
        for start, end, specimen in found:
            if start < at:
                continue
            gaps.append(Gap(_label(text[:start]), text[start:end].strip(), specimen))
            made += (text[at:start], specimen)
            at = end
        return "".join((*made, text[at:]))

    def _gaps(self, text: str, *, is_line: bool) -> Iterator[tuple[int, int, str]]:
        if is_line and (found := _BARE_YEAR.match(text)):
            yield found.start(1), found.end(1), _YEAR
        if is_line and (found := _TITLE_YEAR.match(text)):
            yield found.start(), found.end(), _YEAR
        for found in _OPEN_DAY.finditer(text):
            yield found.start(), found.end(), _DAY
        for found in _OPEN_YEAR.finditer(text):
            # 期限（年） of a cell is a number of years.
            if is_line or found[0] or text.startswith(_OF_YEAR, found.end()):
                yield found.start(), found.end(), _YEAR
        for found in _BRACKET.finditer(text):
            if is_line and not self._book.phrases.without_seal(found[2]).strip(_BRACKETS):
                yield found.start(1), found.end(1), self._word()
        for found in _BEFORE_YEAR.finditer(text) if is_line else ():
            yield found.start(1), found.end(1), self._word()
        for found in _GAP.finditer(text):
            yield found.start(1), found.end(1), self._word()

    def table(self, table: ReadTable) -> ReadTable:
        counts = chain(goal_numbers(table), counts_of(table, self._book), labels_of(table))
        self._corners = {*_corners(table, self._book), *(c.place for c in counts)}
        self._worded = {cell.place for cell in _below_words(table, self._book)}
        self._open = {cell.place for cell in open_lines(table, self._book)}
        self._of_goals = {cell.place for cell in _beside_goals(table, self._book)}
        done: dict[int, ReadCell] = {}
        for row in table.grid:
            for cell in row:
                if id(cell) not in done:
                    done[id(cell)] = self._cell(cell)
        return table._replace(grid=tuple(tuple(done[id(c)] for c in row) for row in table.grid))

    def _cell(self, cell: ReadCell) -> ReadCell:
        role = self._role(cell)
        is_head = cell.place not in self._of_goals and self._is_head(cell)
        if cell.place in self._corners or is_head:
            return cell
        if cell.place not in self._open and self._is_blank(cell.text, role):
            self.cells.add(cell.place)
            is_worded = cell.place in self._worded and not role
            return cell._replace(text=self._word() if is_worded else self._specimen(role))
        gaps: list[Gap] = []
        text = self._line(cell.text, gaps) if len(cell.text) < 200 else cell.text
        if gaps:
            self.lines[cell.place] = tuple(gaps)
        return cell._replace(text=text)

    def _is_blank(self, text: str, role: str) -> bool:
        phrases = self._book.phrases
        if not text.strip():
            return role not in ("level1", "level2")
        is_open = phrases.says_nothing(text) or phrases.is_placeholder(text)
        return is_open and not self._book.role(text)

    def _is_head(self, cell: ReadCell) -> bool:
        """Tell a cell of the header of indicators."""
        return any(
            (band.place.part, band.place.table, band.place.sheet)
            == (cell.place.part, cell.place.table, cell.place.sheet)
            and band.place.row - 1 <= cell.row < band.span[0]
            for band in self._all
        )

    def _role(self, cell: ReadCell) -> str:
        """Return the column that a cell stands in, below a header of indicators."""
        for band in self._all:
            if band.place.table != cell.place.table or band.place.part != cell.place.part:
                continue
            first, last = band.span
            if first <= cell.row < last:
                return next(
                    (c.role for c in band.columns if c.strip.start <= cell.column < c.strip.end), ""
                )
        return ""

    def _specimen(self, role: str) -> str:
        made = {
            "target": f"≥{90 + self._count % 9}%",
            "adjusted": f"≥{90 + self._count % 9}%",
            "deduction": "0",
            "actual": f"{91 + self._count % 9}%",
            "weight": "5",
            "score": "5",
        }
        word = self._word()
        if role:
            return made.get(role, word)
        return word if self._kind == "words" else f"{_LEAST + self._count % _LEAST}"

    def _word(self) -> str:
        self._count += 1
        number, size = self._count, len(_SIGNS)
        return f"{_MARK}{_SIGNS[number // size % size]}{_SIGNS[number % size]}"


def _label(before: str) -> str:
    """Return the last words before a gap."""
    return (before.split() or [""])[-1]


def _beside_goals(table: ReadTable, book: LabelBook) -> Iterator[ReadCell]:
    """Give the blanks in a row that the label of the goal begins: over indicators it is no header."""
    for number in range(len(table.grid)):
        own = [cell for cell in table.cells(number) if cell.row == number]
        if own and own[0].height == 1 and book.role(own[0].text) in _GOALS:
            yield from (cell for cell in own[1:] if cell.width > 1 and not cell.text.strip())


def _below_words(table: ReadTable, book: LabelBook) -> Iterator[ReadCell]:
    """Give the blanks below a heading that asks for words among headings of money: 备注."""
    for number in range(len(table.grid)):
        own = [cell for cell in table.cells(number) if cell.row == number]
        if sum(book.role(cell.text) in AMOUNTS for cell in own) < _FEWEST_AMOUNTS:
            continue
        for head in own:
            if not _asks_for_words(head.text, book):
                continue
            row = number + head.height
            while (cell := table.at(row, head.column)) is not None and not cell.text.strip():
                yield cell
                row = cell.row + cell.height


def _asks_for_words(head: str, book: LabelBook) -> bool:
    known = book.columns.role(head) or book.role(head)
    ends = book.phrases.words("words-end")
    return known in _WORDS if known else normal(head).endswith((*ends,))


def _corners(table: ReadTable, book: LabelBook) -> Iterator[DocumentPlace]:
    """Find blanks at the head of a header: nobody fills in what stands over a column of labels."""
    for number in range(len(table.grid)):
        own = [cell for cell in table.cells(number) if cell.row == number]
        if own and own[0].height > 1 and own[0].text.strip():
            own = own[1:]  # the label of the whole block
        if len(own) < _FEWEST_HEADS or own[0].text.strip():
            continue
        if all(looks_like_label(cell.text, book) for cell in own[1:]):
            yield own[0].place
