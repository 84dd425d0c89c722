"""Which cell is of which key: kept in the workbook on a hidden sheet, as rows of words.

A workbook names its dossier by unit, year and the ids of its subjects. Cells are named by the marks
of their page, row and column, which travel with them, so that it shows when a row went or came.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.excel.form.slot import ListAt, ListKind, Slot, SlotKind
from generator.excel.form.workbook_page import WORKING, FormLook, Page
from generator.excel.form.worked_cells import functions_of

MAP_SHEET, RULE_SHEET = "_jixiao_map", "_jixiao_rules"
VERSION = "1"
_FORM, _UNIT, _SUBJECT, _PAGE = "jixiao-form", "unit", "subject", "page"
_LIST, _SLOT, _LABEL, _LIVE = "list", "slot", "label", "live"
_LONGEST_PATH = 12
_WIDTH = 9


class Marks(NamedTuple):
    """The marks by which a cell is known wherever it went."""

    page: str
    row: str
    column: str


class DossierNamed(NamedTuple):
    """Whose workbook it is."""

    unit: str
    year: int
    subjects: tuple[str, ...]


class FormMap(NamedTuple):
    """What a workbook says of its own cells."""

    dossier: DossierNamed
    pages: Mapping[str, str]
    slots: Mapping[Marks, Slot]
    labels: Mapping[Marks, str]
    live: Mapping[Marks, str]  # the functions of the formulas
    lists: tuple[ListAt, ...]


def page_mark(number: int) -> str:
    """Return the mark of a page, which stands in its first cell."""
    return f"p{number + 1}"


def row_mark(row: int) -> str:
    """Return the mark of a row."""
    return f"r{row + 1}"


def column_mark(column: int) -> str:
    """Return the mark of a column."""
    return f"c{column + 1}"


def map_rows(dossier: DossierNamed, pages: Sequence[Page]) -> Iterator[tuple[str, ...]]:
    """Write the map as rows of words."""
    yield _FORM, VERSION
    yield _UNIT, dossier.unit, str(dossier.year)
    for id in dossier.subjects:
        yield _SUBJECT, id
    for number, page in enumerate(pages):
        mark = page_mark(number)
        yield _PAGE, mark, page.name
        for own in page.lists:
            yield _LIST, mark, own.subject, _path(own.keys), str(own.held), own.kind.value
        for placed in page.cells:
            at = (mark, row_mark(placed.row), column_mark(placed.column))
            content = placed.content
            is_working = placed.look is FormLook.WORKING or placed.column >= WORKING
            # Words that formulas are held against stand there without a formula of their own.
            if is_working and not (isinstance(content, str) and content.strip()):
                continue
            if isinstance(content, Slot):
                path = _path(content.keys)
                yield (
                    *(_SLOT, *at, content.subject, path, content.kind.value),
                    *(content.title, content.base),
                )
            elif isinstance(content, str):
                yield (_LABEL, *at, content)
            else:
                yield (_LIVE, *at, functions_of(content.formula))


def read_map(rows: Iterable[Sequence[str]]) -> FormMap | None:
    """Read the map; nothing when it is none of ours. What does not fit its kind is left out."""
    by_kind: dict[str, list[Sequence[str]]] = {}
    for given in rows:
        row = (*given, *[""] * (_WIDTH - len(given)))
        by_kind.setdefault(row[0], []).append(row)
    heads, units = by_kind.get(_FORM, []), by_kind.get(_UNIT, [])
    if not any(row[1] == VERSION for row in heads) or not units or not _is_year(units[0][2]):
        return None
    slots = ((_marks(row), _slot(row)) for row in by_kind.get(_SLOT, []))
    lists = map(_list, by_kind.get(_LIST, []))
    return FormMap(
        DossierNamed(units[0][1], int(units[0][2]), tuple(r[1] for r in by_kind.get(_SUBJECT, []))),
        {row[1]: row[2] for row in by_kind.get(_PAGE, [])},
        {marks: slot for marks, slot in slots if slot is not None},
        {_marks(row): row[4] for row in by_kind.get(_LABEL, [])},
        {_marks(row): row[4] for row in by_kind.get(_LIVE, [])},
        tuple(own for own in lists if own is not None),
    )


def _marks(row: Sequence[str]) -> Marks:
    return Marks(row[1], row[2], row[3])


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) < 5


def _list(row: Sequence[str]) -> ListAt | None:
    keys = _keys(row[3])
    if keys is None or not row[4].isdecimal() or len(row[4]) > 5 or row[5] not in list(ListKind):
        return None
    return ListAt(row[2], keys, int(row[4]), ListKind(row[5]))


def _slot(row: Sequence[str]) -> Slot | None:
    keys = _keys(row[5])
    if not keys or row[6] not in list(SlotKind):
        return None
    return Slot(row[4], keys, SlotKind(row[6]), row[7], row[8])


def _path(keys: KeyPath) -> str:
    return json.dumps(list(keys), ensure_ascii=False, separators=(",", ":"))


def _keys(text: str) -> KeyPath | None:
    """Read a path of keys; a stranger may have written anything there."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > _LONGEST_PATH:
        return None
    is_path = all(
        (isinstance(key, str) and key) or (isinstance(key, int) and 0 <= key < 100_000)
        for key in found
        if not isinstance(key, bool)
    )
    return tuple(found) if is_path and not any(isinstance(k, bool) for k in found) else None
