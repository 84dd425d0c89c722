"""O19: what is about to be printed is looked at once more, in memory: a fault of ours, not of the inputs."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.base.number import is_number
from generator.base.problem import Place, Problem, Severity
from generator.figures.figure_book import FigureBook
from generator.model.blocks import Cell, DocumentBlocks, Heading, Table
from generator.model.spans import Spans, plain_text
from generator.model.words_of_blocks import words_of
from generator.prose.prose_gap import GAP

_LEFTOVERS = ("{{", "}}", "{%", "%}")
_PARTS = ("execution_score", "goal_score")


def check_blocks(
    documents: Sequence[DocumentBlocks], book: FigureBook, *, is_draft: bool
) -> Iterator[Problem]:
    """Look at every document that is to be printed."""
    for document in documents:
        for message in _faults(document, book, is_draft=is_draft):
            place = Place(document.plain_title)
            hint = "请把这句话交给维护人员；加 --draft 可以先写出草稿"
            yield Problem("O19", Severity.ERROR, f"写出前自查：{message}", place, hint)


def _faults(document: DocumentBlocks, book: FigureBook, *, is_draft: bool) -> Iterator[str]:
    said = [span for spans in _stretches(document) for span in spans]
    whole = "\n".join([text for text, _, _ in said])
    for sign in _LEFTOVERS:
        if sign in whole:
            yield f"有没有填上的引用“{_around(whole, sign)}”"
            break
    if GAP in whole and not is_draft:
        yield f"有空缺“{_around(whole, GAP)}”"
    quoted = {figure: text for text, figure, _ in said}
    for figure in sorted(quoted.keys() - book.keys() - {""}):
        yield f"“{quoted[figure]}”没有来源（{figure}）"
    headings = [b for b in document.body if isinstance(b, Heading) and b.level == 1]
    numbers = [heading.number for heading in headings if heading.number]
    if len(set(numbers)) < len(numbers) and not any(
        isinstance(b, Heading) and b.level == 0 for b in document.body
    ):
        yield f"一级标题编号重复（{'、'.join(numbers)}）"
    if document.form is not None:
        yield from _total(document.form)


def _around(whole: str, sign: str) -> str:
    line = next(line for line in whole.split("\n") if sign in line)
    return line[:30]


def _stretches(document: DocumentBlocks) -> Iterator[Spans]:
    yield document.title
    for block in document.body:
        if isinstance(block, Heading):
            yield block.spans
        else:
            yield from words_of(block)
    yield from document.notes
    if document.form is not None:
        yield from _cells(document.form)


def _cells(table: Table) -> list[Spans]:
    """Give what cells say; most of a form are blank."""
    found = [cell.spans for cell in table.fields.values() if cell.spans]
    for rows in table.rows.values():
        for row in rows:
            found += [cell.spans for cell in row.cells.values() if cell.spans]
    for name in table.groups:
        for group in table.group(name):
            found += _cells(group)
    return found


def _total(table: Table) -> Iterator[str]:
    """The printed total is no more than the printed scores; less where a block is full."""
    total = _number(table.fields, "total")
    if total is None or not table.rows.get("indicators"):
        return
    scores = [_number(table.fields, name) or Decimal(0) for name in _PARTS]
    rows = [_number(row.cells, "score") for row in table.rows["indicators"]]
    if table.groups.get("goals"):
        return
    together = sum(scores, Decimal(0)) + sum((s for s in rows if s is not None), Decimal(0))
    if total > together:
        yield f"总分 {total} 大于各项得分之和 {together}"


def _number(cells: Mapping[str, Cell], name: str) -> Decimal | None:
    cell = cells.get(name)
    text = plain_text(cell.spans) if cell is not None else ""
    return Decimal(text) if is_number(text) else None
