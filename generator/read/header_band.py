"""A band of indicators in a table: its header, its columns, the rows below it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.actual_words import with_told_actual
from generator.read.cell_kinds import numbered_goal
from generator.read.class_above import is_of_class_above
from generator.read.columns import SURE, Choice
from generator.read.columns_assign import assign
from generator.read.day_line import day_of
from generator.read.doubtful_points import without_doubtful_points
from generator.read.evidence_cells import CLASSES, FIGURES, KNOWN_CLASSES, CellLens
from generator.read.execution_label import is_execution, names_nothing
from generator.read.header_rows import HeaderRows
from generator.read.header_spans import HeaderSpans, Span
from generator.read.label_book import normal
from generator.read.pair_row import are_amounts, are_labelled

# A label that begins something else, and so ends the rows.
ENDS = frozenset(
    ("total", "deviation", "improvement", "project-name", "department-name", "unit-name", "authority",
     "funds", "goals", "expected", "conclusion", "problem", "measure", "grade", "ignored", "own")
)  # fmt: skip
_GOALS = ("goals", "expected", "achieved")
_DATA = frozenset(("name", "target", "actual", "weight", "score"))
_FEW, _WIDE, _OF_A_GOAL = 4, 3, 2


class Band(NamedTuple):
    """Rows [top, bottom) are the header, rows [bottom, end) what stands below it."""

    top: int
    bottom: int
    end: int
    choices: tuple[Choice, ...]
    header: tuple[ReadCell, ...] = ()
    heads: tuple[ReadCell, ...] = ()
    repeated: frozenset[int] = frozenset()  # rows in which the header is printed again
    is_continued: bool = False
    width: int = 0

    def column(self, role: str) -> Choice | None:
        """Return the column of a role."""
        return next((c for c in self.choices if c.role == role), None)

    @property
    def edge(self) -> int:
        """Return where the names of the indicators begin."""
        return next((c.strip.start for c in self.choices if c.role == "name"), 0)


class Bands:
    """All bands of a table, found once."""

    def __init__(self, table: ReadTable, lens: CellLens, before: Band | None = None) -> None:
        """Take a table, and the band with which the table before it ended."""
        self._table, self._lens = table, lens
        self._rows = HeaderRows(table, lens)
        self._columns = HeaderSpans(table, lens, self._rows)
        self._width = table.width
        self._floor = 0  # the row behind the last band
        self._bands = tuple(self._find(before))
        self._tops = {band.top: band for band in self._bands}

    def at(self, row: int) -> Band | None:
        """Return the band that begins in a row."""
        return self._tops.get(row)

    def above(self, row: int) -> Band | None:
        """Return the nearest band above a row."""
        at = bisect_left(self._bands, row, key=lambda band: band.top)
        return self._bands[at - 1] if at else None

    def last(self) -> Band | None:
        """Return the band at which the table ends, if it ends within one."""
        found = self._bands[-1] if self._bands else None
        return found if found is not None and found.end == len(self._table.grid) else None

    def _find(self, before: Band | None) -> Iterator[Band]:
        row, rows = 0, len(self._table.grid)
        while row < rows:
            band = self._begin(row, before)
            if band is None:
                row += 1
                continue
            yield band
            before, row = band, max(band.end, row + 1)
            self._floor = row

    def _begin(self, row: int, before: Band | None) -> Band | None:
        if bottom := self._rows.named(row):
            return self._below(row, bottom)
        if before is not None and self._is_execution(self._rows.own(row), before.edge):
            return None
        if before is not None and (band := self._go_on(row, before)) is not None:
            return band
        if bottom := self._rows.shaped(row):
            band = self._below(row, bottom)
            return band if band is not None and _is_convincing(band, self._lens) else None
        return self._headless(row)

    def _headless(self, row: int) -> Band | None:
        """Take rows that begin with classes and hold figures for indicators though no header stands over them."""
        own = self._rows.own(row)
        kinds = [self._lens.look(c.text).kind for c in own]
        is_class = any(kind in KNOWN_CLASSES for kind in kinds[:2])
        if not is_class or sum(kind in FIGURES for kind in kinds) < 2:
            return None
        if any(self._lens.role(c.text) for c in own):
            return None
        band = self._below(row, row)
        if band is None or not _is_convincing(band, self._lens):
            return None
        doubtful = tuple(c._replace(margin=min(c.margin, SURE / 2)) for c in band.choices)
        return band._replace(choices=doubtful)

    def _below(self, top: int, bottom: int) -> Band | None:
        """Read the columns of a header and find where its rows end."""
        spans = self._columns.spans(top, bottom)
        if not spans:
            return None
        edge = self._columns.likely_edge(top, bottom, spans)
        top = self._raised(top, spans) if top < bottom else top
        begin = self._rows.behind_goal(bottom) if top < bottom else bottom
        end, _ = self._end(begin, edge, top, spans)
        rows = self._columns.telling(begin, end, spans)
        spans = self._columns.cut(spans, rows)
        strips = [
            self._columns.strip(top, bottom, a, b, rows, is_split=split) for a, b, split in spans
        ]
        strips = [s for s in strips if not self._columns.is_block(s)]
        if len(strips) < 3 or not rows:
            return None
        chosen = without_doubtful_points(assign(strips, rows, self._lens), self._lens)
        choices = with_told_actual(_deepest(chosen), self._lens)
        header = tuple(c for r in range(top, bottom) for c in self._rows.own(r))
        heads = tuple(c for c in header if self._rows.is_head(c, bottom))
        band = Band(top, begin, end, tuple(choices), header, heads, width=self._width)
        wide = [(c.strip.start, c.strip.end, False) for c in choices if c.role in _DATA]
        end, again = self._end(begin, band.edge, top, wide)
        return band._replace(end=end, repeated=again)

    def _raised(self, top: int, spans: Sequence[Span]) -> int:
        """Take rows above a header for its own that put several of its columns under one word."""
        own, levels = self._rows.own, self._rows.levels
        while top > self._floor and levels.spans_over(own(top - 1), own(top), spans):
            top -= 1
        return top

    def _end(
        self, bottom: int, edge: int, top: int, spans: Sequence[Span]
    ) -> tuple[int, frozenset[int]]:
        """Find the row behind the last one, and the rows in which the header is printed again."""
        again: set[int] = set()
        mine, heads = self._words(top, bottom), self._heads(top, bottom)
        row = bottom
        while row < len(self._table.grid):
            if row in again:
                row += 1
                continue
            own = self._rows.own(row)
            if below := self._rows.named(row):
                # The header of another block is no repetition, whatever its columns are called.
                if self._words(row, below) != mine or self._heads(row, below) not in ((), heads):
                    break
                again |= set(range(row, below))
            elif self._is_other(own, edge, spans):
                break
            row += 1
        return row, frozenset(again)

    def _is_other(self, own: Sequence[ReadCell], edge: int, spans: Sequence[Span]) -> bool:
        """Tell whether a row is no row of an indicator: a label, a text over columns, amounts."""
        is_text = any(self._is_text(c, spans) for c in own)
        if self._is_execution(own, edge) or self._closes(own):
            return True
        if is_text or self._begins_goal(own) or self._begins_other(own, edge, spans):
            return True
        return are_amounts(own, self._lens) or are_labelled(own, self._lens, ENDS)

    def _closes(self, own: Sequence[ReadCell]) -> bool:
        """Tell what stands alone in a row below a form: the title of what follows, who signs, the day."""
        if len(own) != 1 or own[0].height > 1:
            return False
        text, book = own[0].text, self._lens.book
        if book.title_kind(text) or day_of(text) is not None:
            return True
        below = range(own[0].row + 1, len(self._table.grid))
        is_last = own[0].column == 0 and all(len(self._rows.own(row)) < 2 for row in below)
        return is_last and book.phrases.is_body(text)

    def _begins_goal(self, own: Sequence[ReadCell]) -> bool:
        """Tell the row of the next goal where its text is not merged over the columns."""
        book = self._lens.book
        said = [c for c in own if not book.phrases.says_nothing(c.text)]
        if not said or numbered_goal(said[0].text) is None:
            return False
        return len(said) <= _OF_A_GOAL or any(book.like(c.text) in _GOALS for c in said[1:])

    def _begins_other(self, own: Sequence[ReadCell], edge: int, spans: Sequence[Span]) -> bool:
        """Tell whether a label begins something else; a class may be called as a label is."""
        found = {self._lens.role(c.text) for c in own if c.column <= edge} & ENDS
        if not found or "total" in found:
            return bool(found) and not self._is_subtotal(own[0].row)
        book = self._lens.book
        if any(is_of_class_above(self._table, c, book) for c in own if c.column <= edge):
            return False
        said = [c for c in own if not self._lens.book.phrases.says_nothing(c.text)]
        labels = sum(bool(self._lens.role(c.text)) for c in said)
        has_figure = any(self._lens.look(c.text).kind in FIGURES for c in said)
        is_regular = len(said) >= max(_FEW, len(spans) * 0.6) and labels == 1 and has_figure
        return not (is_regular or self._rows.is_in_class(own[0].row, spans))

    def _is_execution(self, own: Sequence[ReadCell], edge: int) -> bool:
        """Tell the row of the points of the execution, which has no indicator, behind the last class."""
        if not own or own[0].column >= edge or not is_execution(own[0].text, self._lens.book):
            return False
        name = self._table.at(own[0].row, edge)
        is_nameless = name is not None and (name is own[0] or names_nothing(name.text))
        return is_nameless and not self._is_subtotal(own[0].row)

    def _is_subtotal(self, row: int) -> bool:
        """Tell whether classes go on right below a row of totals."""
        below = self._rows.own(row + 1) if row + 1 < len(self._table.grid) else []
        kinds = [self._lens.look(c.text).kind for c in below]
        return len(below) >= _FEW and any(kind in KNOWN_CLASSES for kind in kinds[:3])

    def _words(self, top: int, bottom: int) -> tuple[str, ...]:
        cells = (c for r in range(top, bottom) for c in self._rows.own(r))
        return tuple(normal(c.text) for c in cells if not self._rows.is_head(c, bottom))

    def _heads(self, top: int, bottom: int) -> tuple[str, ...]:
        cells = (c for r in range(top, bottom) for c in self._rows.own(r))
        return tuple(normal(c.text) for c in cells if self._rows.is_head(c, bottom))

    def _is_text(self, cell: ReadCell, spans: Sequence[Span]) -> bool:
        """Tell whether a cell covers several columns that hold data: a field or a note, no row."""
        if cell.width < 3:
            return False
        covered = sum(a >= cell.column and b <= cell.end for a, b, _ in spans)
        if covered < min(_WIDE, max(2, len(spans))) or covered < len(spans) - 2:
            return False
        if (
            self._lens.book.phrases.begins("subtotal", cell.text)
            or self._lens.role(cell.text) == "total"
        ):
            return False
        return self._lens.look(cell.text).kind not in CLASSES | {"placeholder"}

    def _go_on(self, row: int, before: Band) -> Band | None:
        """Go on with the columns of a band above that was interrupted, or that the last table ended with."""
        choices = self._moved(before)
        if choices is None or not self._goes_on(row, choices):
            return None
        moved = before._replace(choices=tuple(choices))
        wide = [(c.strip.start, c.strip.end, False) for c in choices if c.role in _DATA]
        end, again = self._end(row, moved.edge, row, wide)
        rows = self._columns.telling(
            row, end, [(c.strip.start, c.strip.end, False) for c in choices]
        )
        if not rows:
            return None
        kept = tuple(
            c._replace(
                strip=c.strip._replace(cells=tuple(self._table.at(r, c.strip.start) for r in rows))
            )
            for c in choices
        )
        return Band(row, row, end, kept, repeated=again, is_continued=True, width=self._width)

    def _moved(self, before: Band) -> list[Choice] | None:
        """Place the columns of a band in this table: on the same fields, or one by one."""
        if before.width == self._width:
            return list(before.choices)
        first = list(self._table.cells(0))
        if len(first) != len(before.choices):
            return None
        return [
            c._replace(strip=c.strip._replace(start=cell.column, end=cell.end))
            for c, cell in zip(before.choices, first, strict=True)
        ]

    def _goes_on(self, row: int, choices: Sequence[Choice]) -> bool:
        """Tell whether a row fits columns: a class or name where they stand, figures where points do."""
        cells = {c.role: self._table.at(row, c.strip.start) for c in choices}
        kinds = {role: self._lens.look(cell.text).kind for role, cell in cells.items() if cell}
        if len({id(c) for c in cells.values()}) < len(choices) - 1:
            return False
        if any(c is not None and self._lens.role(c.text) for c in cells.values()):
            return False
        has_class = any(kinds.get(role) in CLASSES for role in ("level1", "level2", "class"))
        points = [kinds[role] for role in ("weight", "score") if role in kinds]
        has_points = bool(points) and all(
            kind in ("number", "nothing", "percent") for kind in points
        )
        has_name = kinds.get("name") in ("text", "unit")
        has_figure = any(kind in FIGURES for kind in points)
        return (has_name and has_points and (has_class or has_figure)) or (has_class and has_points)


def _deepest(choices: list[Choice]) -> list[Choice]:
    """The deepest level names the indicators: the fourth where there is one, a class where no other does."""
    roles = {c.role for c in choices}
    levels = roles & {"level1", "level2"}
    if "class" in roles and len(levels) == 1:  # 指标类别 over two columns: the other level
        missing = "level1" if "level2" in levels else "level2"
        choices = [c._replace(role=missing) if c.role == "class" else c for c in choices]
    if "level4" in roles:
        moved = {"level4": "name", "name": "level3"}
        return [c._replace(role=moved.get(c.role, c.role)) for c in choices]
    if "name" in roles:
        return choices
    lowest = next((r for r in ("level2", "level1") if r in roles), "")
    return [c._replace(role="name") if lowest and c.role == lowest else c for c in choices]


def _is_convincing(band: Band, lens: CellLens) -> bool:
    """Tell whether columns without a known heading are of indicators, by what stands below."""
    roles = {c.role for c in band.choices}
    if "name" not in roles or not roles & {"target", "actual"}:
        return False
    rows = len(band.choices[0].strip.cells)
    left = zip(*(c.strip.cells for c in band.choices[:3]), strict=True)
    classes = sum(any(c and lens.look(c.text).kind in CLASSES for c in cells) for cells in left)
    if 2 * classes >= rows and roles & {"level1", "level2", "class"}:
        return True
    return "sign" in roles and bool(roles & {"weight", "score"}) and rows > 1
