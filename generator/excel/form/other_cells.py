"""What a workbook that came back holds beside its slots: nothing of it is taken, all of it is told once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.excel.cell_text import cell_text
from generator.excel.form.form_map import FormMap, Marks
from generator.excel.form.plain_words import same_words
from generator.excel.form.returned_sheet import CellNow, ReturnedSheet
from generator.excel.form.slot import SlotKind
from generator.excel.form.workbook_page import WORKING


class OtherKind(StrEnum):
    """What there may be."""

    STRAY = "stray"  # cells of a row that are none of ours
    DOUBLED = "doubled"  # a row that is there twice
    PRINTED = "printed"  # printed words that were written over or cleared
    WORKED = "worked"  # a cell that is worked out, without its formula
    SHEET = "sheet"  # a sheet that is none of ours
    HIDDEN_SHEET = "hidden-sheet"
    COPY = "copy"  # a sheet of ours that is there twice
    GONE_ROW = "gone-row"
    GONE_BLANK = "gone-blank"  # rows that held nothing to fill in, or nothing yet
    GONE_COLUMN = "gone-column"
    GONE_PAGE = "gone-page"


class Other(NamedTuple):
    """One of them: where, what stands there, what stood there, how many cells it is."""

    kind: OtherKind
    place: DocumentPlace
    now: str = ""
    base: str = ""
    cells: int = 1


def of_sheet(sheet: ReturnedSheet) -> Iterator[Other]:
    """Tell of a sheet that is none of ours, once."""
    cells = list(sheet.every())
    if cells:
        kind = OtherKind.HIDDEN_SHEET if sheet.is_hidden else OtherKind.SHEET
        yield Other(kind, cells[0].place, cells[0].text, "", len(cells))


def of_copy(sheet: ReturnedSheet, original: ReturnedSheet) -> Other:
    """Tell of a sheet of ours that is there twice, with how many cells of it differ."""
    one, other = (_by_marks(own) for own in (sheet, original))
    every = {*one, *other}
    differing = sum(not same_words(one.get(at, ""), other.get(at, "")) for at in every)
    return Other(
        OtherKind.COPY, DocumentPlace(sheet=sheet.name), sheet.name, original.name, differing
    )


def _by_marks(sheet: ReturnedSheet) -> dict[tuple[str, str], str]:
    columns = sheet.columns()
    found: dict[tuple[str, str], str] = {}
    for row in range(1, len(sheet.values)):
        for column in range(1, sheet.width(row)):
            now = sheet.now(row, column)
            if now.text.strip() and not sheet.has_formula(row, column):
                at = sheet.row_mark(row) or str(row), columns.get(column) or str(column)
                found.setdefault(at, now.text)
    return found


def in_row(
    form: FormMap, sheet: ReturnedSheet, row: int, columns: Mapping[int, str]
) -> list[Other]:
    """Tell of the cells of a row that are no slots of ours."""
    found: list[Other] = []
    strays: list[CellNow] = []
    for column in range(sheet.width(row)):
        now = sheet.now(row, column)
        mark = columns.get(column, "")
        at = Marks(sheet.page, sheet.row_mark(row), mark)
        if column == 0 or row == 0:
            strays += [now] if now.text.strip() and not sheet.is_mark(row, column) else []
        elif at in form.labels:
            base = cell_text(form.labels[at])
            if not same_words(now.text, base):
                found.append(Other(OtherKind.PRINTED, now.place, now.text, base))
        elif at in form.live:
            if not sheet.keeps_formula(row, column, form.live[at]):
                found.append(Other(OtherKind.WORKED, now.place, now.formula or now.text))
        elif column >= WORKING and mark:
            if now.text.strip() and not sheet.has_formula(row, column):
                found.append(Other(OtherKind.WORKED, now.place, now.text))
        elif at not in form.slots and now.text.strip():
            strays.append(now)
    return [*found, *_together(OtherKind.STRAY, strays)]


def of_doubled(form: FormMap, sheet: ReturnedSheet, row: int) -> Iterator[Other]:
    """Tell of a row that is there twice, by what was typed in it."""
    printed = {slot.base for slot in form.slots.values() if slot.kind is SlotKind.GIVEN}
    printed |= {cell_text(words) for words in form.labels.values()}
    cells = (sheet.now(row, column) for column in range(1, sheet.width(row)))
    typed = [c for c in cells if c.text.strip() not in ("", *printed) and not c.formula]
    yield from _together(OtherKind.DOUBLED, [c for c in typed if not (c.is_unworked or c.error)])


def _together(kind: OtherKind, cells: Sequence[CellNow]) -> Iterator[Other]:
    if cells:
        words = " ".join(cell.text.strip() for cell in cells)
        yield Other(kind, cells[0].place, words, "", len(cells))


def without_lost_formulas(others: Sequence[Other], worked: int) -> list[Other]:
    """Tell once of a page that was saved without any of its formulas."""
    lost = [other for other in others if other.kind is OtherKind.WORKED]
    if len(lost) < max(worked, 2):
        return list(others)
    rest = [other for other in others if other.kind is not OtherKind.WORKED]
    return [*rest, lost[0]._replace(cells=len(lost))]


def gone(form: FormMap, found: Mapping[str, ReturnedSheet]) -> Iterator[Other]:
    """Tell what is not there any more: pages, columns, rows by what they held."""
    for page, name in form.pages.items():
        place = DocumentPlace(sheet=found[page].name if page in found else name)
        if page not in found:
            yield Other(OtherKind.GONE_PAGE, place, "", name)
            continue
        sheet = found[page]
        columns = set(sheet.columns().values())
        rows = {sheet.row_mark(row) for row in range(len(sheet.values))}
        every = [at for at in (*form.slots, *form.labels, *form.live) if at.page == page]
        for mark in dict.fromkeys(at.column for at in every if at.column not in columns):
            heads = (form.labels.get(at, "") for at in every if at.column == mark)
            yield Other(OtherKind.GONE_COLUMN, place, "", next(filter(None, heads), mark))
        lost = dict.fromkeys(at.row for at in every if at.row not in rows)
        held = {row: words for row in lost if (words := _held(form, every, row))}
        for words in held.values():
            yield Other(OtherKind.GONE_ROW, place, "", words)
        if blank := len(lost) - len(held):
            yield Other(OtherKind.GONE_BLANK, place, "", "", blank)


def _held(form: FormMap, every: Iterable[Marks], row: str) -> str:
    """Return what a row held that a person may have written: its name, else its first words."""
    slots = [form.slots[at] for at in every if at.row == row and at in form.slots]
    typed = [slot for slot in slots if slot.base and slot.kind is not SlotKind.GIVEN]
    named = [slot for slot in typed if slot.keys[-1] == "name"] or typed
    return named[0].base if named else ""
