"""Classes that a form prints without an indicator: inputs hold indicators, and so nothing of those."""

from collections.abc import Iterator, Sequence

from generator.model.printed_words import PrintedForm, PrintedRow
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.read.draft import SubjectDraft

_CLASS, _NAME = "level2", "name"


def tell_bare_classes(subject: SubjectDraft, scheme: Scheme) -> None:
    """Say which classes of a form have no indicator, where its document leaves such rows out."""
    printed = subject.printed
    document = None if printed is None else _document(printed, scheme)
    if printed is None or document is None or document.empty_classes == "print":
        return
    names = dict.fromkeys(name for rows in printed.rows.values() for name in bare_classes(rows))
    if names:
        subject.remarks.append(
            f"表上的{'、'.join(f'“{name}”' for name in names)}下面没有指标，填报文件里不记，"
            '印出的表上没有这一行；要印的，在方案的 [[document]] 里写 empty-classes = "print"'
        )


def bare_classes(rows: Sequence[PrintedRow]) -> Iterator[str]:
    """Give the classes that begin in a row without an indicator, and end there."""
    for row, below in zip(rows, (*rows[1:], None), strict=True):
        if row.number >= 0 or not {_CLASS, _NAME} <= row.cells.keys() or row.cells[_NAME].text:
            continue
        goes_on = below is not None and _CLASS in below.cells and not below.cells[_CLASS].text
        if (name := "".join(row.cells[_CLASS].text.split())) and not goes_on:
            yield name


def _document(printed: PrintedForm, scheme: Scheme) -> Template | None:
    return next((one for one in scheme.document if one.id == printed.document), None)
