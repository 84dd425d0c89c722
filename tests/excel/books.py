"""Workbooks as others read them: openpyxl for what stands there, LibreOffice for what it makes of it."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.base.problem import Problem
from generator.word.office import find_office

openpyxl = pytest.importorskip("openpyxl")


def values_of(data: bytes):
    """Open a workbook with the values that we computed."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def formulas_of(data: bytes):
    """Open a workbook with its formulas."""
    return openpyxl.load_workbook(io.BytesIO(data))


def table_of(sheet) -> list[dict]:
    """Return the rows of a sheet by the titles of its columns."""
    rows = list(sheet.values)
    titles = [str(title).replace("\n", "") for title in rows[0]]
    return [dict(zip(titles, row, strict=True)) for row in rows[1:]]


def without_values(data: bytes) -> bytes:
    """Take the computed values out of all formula cells, so that nobody can copy them."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
                assert b"</f><v>" not in part
            out.writestr(name, part)
    return target.getvalue()


def recomputed(data: bytes, folder: Path):
    """Let LibreOffice work out every formula from nothing; skip where there is no Calc."""
    office = find_office()
    if isinstance(office, Problem):
        pytest.skip("LibreOffice is not installed")
    path, target = folder / "book.xlsx", folder / "out"
    path.write_bytes(without_values(data))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office.program), profile, "--headless", "--norestore"]
    wanted = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target), str(path)]
    subprocess.run([*command, *wanted], capture_output=True, timeout=200, check=False)
    if not (target / "book.xlsx").is_file():
        pytest.skip("this LibreOffice has no Calc")
    return values_of((target / "book.xlsx").read_bytes())
