"""The layout of a form, read from the template that prints it: tags in their order, the words that name them."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadDocument, ReadParagraph, ReadTable
from generator.model.form_layout import FormColumn, FormLayout
from generator.read.tag_pattern import TagPattern, ends_loop, list_of, loop_over, tag_pattern
from generator.read.template_table import Line, is_fixed, lines_of

_LOOSE = Pattern(r"[（(][^（()）]*\{\{[^{}]*\}\}[^（()）]*[)）]")  # brackets around what is quoted
_TAG = Pattern(r"\{[{%].*?[%}]\}")
_ENDS = "：:　 "
_ENDS_TAG = "}}"
_LONGEST = 40  # characters of words that name something


def form_layout(template: ReadDocument) -> FormLayout:
    """Read the layout of a form."""
    reading = _Reading()
    for block in template.blocks:
        if isinstance(block, ReadTable):
            reading.table(block)
        else:
            reading.line(block)
    return reading.layout()


class _Reading:
    """Gathers a layout, table by table."""

    def __init__(self) -> None:
        self._order: dict[str, None] = {}
        self._labels: dict[str, str] = {}
        self._loose: dict[str, str] = {}  # of tags that stand among words
        self._sides: dict[str, str] = {}
        self._blocks: dict[str, str] = {}
        self._columns: dict[str, tuple[FormColumn, ...]] = {}

    def layout(self) -> FormLayout:
        """Return what was gathered; the words beside a value go before those around it."""
        return FormLayout(
            tuple(self._order),
            MappingProxyType({**self._loose, **self._labels}),
            MappingProxyType(self._sides),
            MappingProxyType(self._blocks),
            MappingProxyType(self._columns),
        )

    def line(self, paragraph: ReadParagraph) -> None:
        """Take a line that names the one value in it: 自评得分：{{ form.total }}."""
        pattern = tag_pattern(paragraph.text)
        if len(pattern.tags) == 1 and (words := _plain(paragraph.text)):
            self._loose.setdefault(pattern.tags[0], words)

    def table(self, table: ReadTable) -> None:
        """Take the values of a table in their order."""
        for line in lines_of(table):
            if line.over:
                self._loop(table, line)
                continue
            for cell, pattern in line.cells:
                for tag in pattern.tags:
                    self._value(table, cell, tag, is_alone=not pattern.fixed)

    def _loop(self, table: ReadTable, line: Line) -> None:
        name = list_of(line.over)
        self._order.setdefault(name)
        if name in self._columns:
            return
        named = [(c, p.column) for c, p in line.cells if p.column]
        heads = [_over(table, c) for c, _ in named]
        if not any(heads):  # a label that covers the rows of the loop pushes them aside
            heads = _in_turn(table, named[0][0].row if named else 0, len(named))
        columns = [
            FormColumn(column, _plain(head)) for (_, column), head in zip(named, heads, strict=True)
        ]
        self._columns[name] = tuple(columns)
        first = named[0][0] if named else line.cells[0][0]
        at = _over(table, first) if columns and columns[0].name == "block" else ""
        left = table.at(first.row, 0)
        beside = left.text if left is not None and is_fixed(tag_pattern(left.text)) else ""
        self._block(name, at or beside or _over(table, first, skipped=1))

    def _value(self, table: ReadTable, cell: ReadCell, tag: str, *, is_alone: bool) -> None:
        if is_alone or cell.text.rstrip().endswith(_ENDS_TAG):  # else: 预算执行情况（10分）
            self._order.setdefault(tag)
        if not is_alone:
            self._loose.setdefault(tag, _plain(cell.text))
            return
        if tag in self._labels:
            return
        head, side = _plain(_head(table, cell)), _plain(_left(table, cell))
        self._labels[tag] = head or side
        if head and side:
            self._sides[tag] = side
        left = table.at(cell.row, 0)
        if left is not None and left.height > 1 and _is_words(left.text):
            self._block(tag, left.text)

    def _block(self, tag: str, text: str) -> None:
        if words := _plain(text):
            self._blocks.setdefault(tag, words)


def _head(table: ReadTable, cell: ReadCell) -> str:
    """Return the words right over a cell, as wide as it is."""
    above = table.at(cell.row - 1, cell.column)
    is_over = above is not None and (above.column, above.width) == (cell.column, cell.width)
    return above.text if above is not None and is_over and _is_words(above.text) else ""


def _left(table: ReadTable, cell: ReadCell) -> str:
    """Return the nearest words to the left of a cell."""
    row = [c for c in table.cells(cell.row) if c.column < cell.column]
    return next((c.text for c in reversed(row) if is_fixed(tag_pattern(c.text))), "")


def _over(table: ReadTable, cell: ReadCell, *, skipped: int = 0) -> str:
    """Return the words over a column of rows that repeat; the rows that open the loop are none."""
    found = list(_heads(table, cell))
    return found[skipped] if len(found) > skipped else ""


def _heads(table: ReadTable, cell: ReadCell) -> Iterator[str]:
    last: ReadCell | None = None
    for row in range(cell.row - 1, -1, -1):
        above = table.at(row, cell.column)
        if above is None or above is last or _is_of_loop(table.cells(row)):
            continue
        if not _is_words(above.text):
            return
        last = above
        yield above.text


def _in_turn(table: ReadTable, row: int, count: int) -> list[str]:
    """Return the last words of the row over a loop, one for each of its cells."""
    for number in range(row - 1, -1, -1):
        cells = [c for c in table.cells(number) if c.row == number]
        if not _is_of_loop(cells):
            words = [c.text if _is_words(c.text) else "" for c in cells][-count:]
            return [*[""] * (count - len(words)), *words] if count else []
    return [""] * count


def _is_of_loop(cells: Iterable[ReadCell]) -> bool:
    text = " ".join(cell.text for cell in cells)
    return loop_over(text) is not None or ends_loop(text)


def _is_words(text: str) -> bool:
    pattern: TagPattern = tag_pattern(text)
    return bool(pattern.fixed) and not pattern.column and len(pattern.fixed) <= _LONGEST


def _plain(text: str) -> str:
    """Leave out what is quoted, with the brackets around it, and blanks and colons at the ends."""
    words = _TAG.sub("", _LOOSE.sub("", text))
    short = "".join(words.split()).strip(_ENDS)
    return short if len(short) <= _LONGEST else ""
