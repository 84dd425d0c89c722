"""Workbooks to fill in, as a clerk gets them and sends them back."""

import datetime
import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import openpyxl

from generator.excel.form.workbook_reading import Filled, read_filled
from generator.load.workspace_folder import find_workspace
from generator.use.form.form import make_form
from generator.use.library import Library
from tests.word.soffice import real_soffice

_DAY_0 = datetime.date(1899, 12, 30)  # of the days that a workbook counts
# So that LibreOffice works every formula out, whoever has saved the file.
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def form_of(folder: Path) -> bytes:
    """Make the workbook of a dossier."""
    made = make_form(folder, Library(find_workspace(folder)[0]))
    assert made.data is not None, made.problems
    return made.data


_FORMS: dict[tuple[object, ...], bytes] = {}


def known_form(folder: Path) -> bytes:
    """Return the workbook of a dossier, made once for all workspaces that hold nothing else."""
    root = folder.parent.parent
    held = (p for p in root.rglob("*.toml") if p.is_file())
    key = (folder.name, *sorted((p.relative_to(root).as_posix(), p.read_bytes()) for p in held))
    if key not in _FORMS:
        _FORMS[key] = form_of(folder)
    return _FORMS[key]


@lru_cache(maxsize=16)
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
    """Type into cells of a workbook, of which no formula has been worked out."""
    filled = read(data)
    at = {key: filled.cells[marks_of(filled, *key)].place for key in values}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheets = re.findall(r'<sheet [^>]*?name="(.*?)"', parts["xl/workbook.xml"].decode())
    for key, value in values.items():
        name = f"xl/worksheets/sheet{sheets.index(escape(at[key].sheet)) + 1}.xml"
        parts[name] = _with_cell(parts[name].decode(), at[key].cell, value).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def _with_cell(page: str, cell: str, value: Any) -> str:
    start = page.index(f'<c r="{cell}"')
    found = re.compile(r'<c r="\w+"( s="\d+")?[^>]*?(/>|>.*?</c>)', re.DOTALL).match(page, start)
    assert found is not None, cell
    opened = f'<c r="{cell}"{found[1] or ""}'
    if value is None:
        new = f"{opened}/>"
    elif isinstance(value, str):  # what a cell of words takes is no formula
        new = f'{opened} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    elif isinstance(value, datetime.date):
        new = f"{opened}><v>{(datetime.date(*value.timetuple()[:3]) - _DAY_0).days}</v></c>"
    else:
        new = f"{opened}><v>{value}</v></c>"
    return page[:start] + new + page[found.end() :]


def changed(data: bytes, change) -> bytes:
    """Do something to a workbook with openpyxl, which keeps no value of any formula."""
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


class Page(NamedTuple):
    """The values of a sheet; cells are asked for as openpyxl has it."""

    rows: tuple[tuple[Any, ...], ...]

    def cell(self, row: int, column: int) -> "PageCell":
        found = self.rows[row - 1] if row <= len(self.rows) else ()
        return PageCell(found[column - 1] if column <= len(found) else None)


class PageCell(NamedTuple):
    value: Any


def values_of(data: bytes) -> dict[str, Page]:
    """Read the values of all formulas, and nothing of how the sheets look, which takes far longer."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return {page.title: Page(tuple(page.iter_rows(values_only=True))) for page in book}
