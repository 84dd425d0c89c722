"""Workbooks that came back, typed into in memory: nothing is saved, and each form is written once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.excel.form.workbook_reading import Filled
from generator.use.fill.dossiers import Inputs
from generator.use.fill.fill import Filling, fill_opened, write_filling
from generator.use.fill.opened import Opened
from generator.use.libraries import Libraries
from tests.excel.form.workbooks import form_of, marks_of, read

Values = Mapping[tuple[str, tuple[str | int, ...]], Any]
_LIBRARIES = Libraries()
_FORMS: dict[tuple[str, ...], Filled] = {}


def sent_form(folder: Path) -> Filled:
    """Return the workbook of a dossier as it was sent out."""
    texts = tuple(path.read_text("utf-8") for path in sorted(folder.glob("*.toml")))
    if texts not in _FORMS:
        _FORMS[texts] = read(form_of(folder))
    return _FORMS[texts]


def with_typed(form: Filled, values: Values) -> Filled:
    """Type into cells."""
    cells = dict(form.cells)
    for key, value in values.items():
        marks = marks_of(form, *key)
        text = "" if value is None else str(value)
        cells[marks] = cells[marks]._replace(text=text, number=None)
    return form._replace(cells=cells)


def came_back(folder: Path, *forms: Filled, names: tuple[str, ...] = ("一", "二", "三")) -> Filling:
    """Take workbooks of one dossier, each of a name of its own."""
    workbooks = [
        Opened(folder.parent / f"{name}.xlsx", folder, form)
        for name, form in zip(names, forms, strict=False)
    ]
    return fill_opened(workbooks, Inputs(folder), _LIBRARIES)


def entries_of(filling: Filling) -> list[Any]:
    return [entry for file in filling.files for entry in file.entries]


def applied(folder: Path, form: Filled) -> Filling:
    filling = came_back(folder, form)
    assert write_filling(filling) == ()
    return filling
