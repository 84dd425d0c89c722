"""Changes as a page of Word, for the file."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.writing import write_atomically
from generator.model.blocks import Cell, DocumentBlocks, Row, Table
from generator.model.spans import Span
from generator.roundtrip.changes import FigureChange, TextChange
from generator.use.changes.compare import Compared
from generator.use.library import Library

TEMPLATE = "changes.docx"
TITLE = "数据变动情况表"


def write_change_sheet(
    compared: Sequence[Compared], library: Library, output: Path
) -> tuple[Problem, ...]:
    """Write one table over all dossiers."""
    from generator.word.word_render import BoundPart, Manner  # noqa: PLC0415 - Word libraries are slow to load

    template = library.template(TEMPLATE)
    if template is None:
        message = f"没有 Word 模板“{TEMPLATE}”"
        return (
            Problem(
                "T03", Severity.ERROR, message, Place(TEMPLATE), "请把模板放进 templates/docx/"
            ),
        )
    rows = tuple(row for one in compared for row in _rows(one))
    table = Table({}, {"changes": rows}, {}, "changes")
    blocks = DocumentBlocks("changes", (Span(TITLE),), form=table)
    # A page about changes is of no date of its own: the same changes give the same bytes.
    manner = Manner("", datetime.date(1980, 1, 1), is_clean=True)
    result = library.renderer.render([BoundPart(template, shown_path(template), blocks)], manner)
    if result.data is None:
        return result.problems
    fault = write_atomically(output, result.data)
    return (fault,) if fault else ()


def _rows(one: Compared) -> Iterator[Row]:
    unit = one.folder.resolve().name
    for change in one.told.figures:
        yield _row(unit, change.figure, *_figure(change))
    for text in one.told.texts:
        yield _row(unit, f"text {text.where.document} {text.where.key}", *_text(text))


def _row(unit: str, key: str, *words: str) -> Row:
    names = ("label", "old", "new", "cause", "places")
    cells = {
        name: Cell((Span(text),) if text else ()) for name, text in zip(names, words, strict=True)
    }
    return Row({"unit": Cell((Span(unit),)), **cells}, f"{unit} {key}")


def _figure(change: FigureChange) -> tuple[str, ...]:
    causes = "\n".join(f"{c.file}:{c.line} {c.key}" if c.file else c.said for c in change.causes)
    places = "\n".join(f"{p.document} {p.words}" for p in change.places)
    return change.name, change.old, change.new, causes, places


def _text(text: TextChange) -> tuple[str, ...]:
    return "文字", text.old, text.new, "", f"{text.where.document} {text.where.words}"
