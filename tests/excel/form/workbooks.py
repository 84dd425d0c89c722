"""Workbooks to fill in, as a clerk gets them and sends them back."""

import io
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from generator.excel.form.workbook_reading import Filled, read_filled
from generator.load.workspace_folder import find_workspace
from generator.use.form.form import make_form
from generator.use.library import Library
from tests.word.soffice import real_soffice

# So that LibreOffice works every formula out, whoever has saved the file.
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def form_of(folder: Path) -> bytes:
    made = make_form(folder, Library(find_workspace(folder)[0]))
    assert made.data is not None, made.problems
    return made.data


def read(data: bytes) -> Filled:
    filled, problems = read_filled(data, "填报表.xlsx")
    assert filled is not None, problems
    return filled


def marks_of(filled: Filled, subject: str, keys: tuple[str | int, ...]):
    return next(
        marks
        for marks, slot in filled.form.slots.items()
        if slot.subject == subject and slot.keys == keys
    )


def typed(data: bytes, values: Mapping[tuple[str, tuple[str | int, ...]], Any]) -> bytes:
    """Type into cells and save with openpyxl, which keeps no value of any formula."""
    filled = read(data)
    at = {key: filled.cells[marks_of(filled, *key)].place for key in values}

    def type_in(book):
        for key, value in values.items():
            cell = book[at[key].sheet][at[key].cell]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # what a cell of words takes is no formula

    return changed(data, type_in)


def changed(data: bytes, change) -> bytes:
    """Do something to a workbook with openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def saved_by_office(folder: Path, *files: bytes) -> list[bytes]:
    """Open workbooks in LibreOffice, work them out and save them."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")
    names = [folder / f"book{number}.xlsx" for number in range(len(files))]
    for name, data in zip(names, files, strict=True):
        name.write_bytes(data)
    where = folder / "saved"
    command = [
        *(str(real_soffice().program), f"-env:UserInstallation={profile.parent.as_uri()}"),
        *("--headless", "--norestore", "--convert-to", "xlsx", "--outdir", str(where)),
        *map(str, names),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [(where / name.name).read_bytes() for name in names]


def values_of(data: bytes):
    """Open a workbook for the values of its formulas."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
