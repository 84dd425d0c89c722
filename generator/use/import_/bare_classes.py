"""Classes that a form prints without an indicator: inputs hold them as those that are not evaluated."""

from collections.abc import Iterator, Sequence

from generator.model.printed_words import PrintedForm, PrintedRow
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.read.draft import SubjectDraft, rows_in
from generator.read.label_book import LabelBook

_UPPER, _CLASS, _NAME = "level1", "level2", "name"


def keep_bare_classes(subject: SubjectDraft, scheme: Scheme, book: LabelBook) -> None:
    """Keep the classes of a form that have no indicator, where its document leaves such rows out.

    A form with classes of its own prints again what is kept; where one goal has indicators of the
    class and another has none, it is only told.
    """
    printed = subject.printed
    document = None if printed is None else _document(printed, scheme)
    if printed is None or document is None or document.empty_classes == "print":
        return
    found = dict.fromkeys(
        bare for rows in printed.rows.values() for bare in bare_classes(rows, book)
    )
    used = {str(row["class"]) for _, row in rows_in(subject.values)}
    can_hold = scheme.own_classes and len(subject.get(("goals",)) or ()) < 2
    paths = {bare: path_of(*bare, book) for bare in found}
    kept = {bare: path for bare, path in paths.items() if can_hold and path and path not in used}
    if kept:
        subject.values["not-evaluated"] = list(dict.fromkeys(kept.values()))
        subject.remarks.append(
            f"表上的{_quoted([name for _, name in kept])}下面没有指标，"
            "记在 not-evaluated（不评价的类别），照样印这一行"
        )
    if names := list(dict.fromkeys(bare[1] for bare in found if bare not in kept)):
        subject.remarks.append(
            f"表上的{_quoted(names)}下面没有指标，填报文件里不记，"
            '印出的表上没有这一行；要印的，在方案的 [[document]] 里写 empty-classes = "print"'
        )


def bare_classes(rows: Sequence[PrintedRow], book: LabelBook) -> Iterator[tuple[str, str]]:
    """Give the classes that begin in a row without an indicator, and end there, each below its own."""
    upper = ""
    for row, below in zip(rows, (*rows[1:], None), strict=True):
        upper = _said(row, _UPPER) or upper
        if row.number >= 0 or not {_CLASS, _NAME} <= row.cells.keys():
            continue
        if not book.phrases.says_nothing(row.cells[_NAME].text):
            continue
        goes_on = below is not None and _CLASS in below.cells and not below.cells[_CLASS].text
        if (name := _said(row, _CLASS)) and not goes_on:
            yield upper, name


def path_of(upper: str, name: str, book: LabelBook) -> str:
    """Return the class as indicators name it; nothing where nobody knows what it is below."""
    own = book.classes.word(name).name
    above = book.classes.word(upper).name or book.classes.parent(own)
    return f"{above}/{own}" if own and above else ""


def _said(row: PrintedRow, column: str) -> str:
    cell = row.cells.get(column)
    return "" if cell is None else "".join(cell.text.split())


def _quoted(names: Sequence[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _document(printed: PrintedForm, scheme: Scheme) -> Template | None:
    return next((one for one in scheme.document if one.id == printed.document), None)
