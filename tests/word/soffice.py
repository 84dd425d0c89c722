"""Stand-ins for LibreOffice, and small Word files to give it."""

import io
import os
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from generator.base.problem import Problem
from generator.word.office import Office, find_office

needs_soffice = pytest.mark.skipif(
    isinstance(find_office(), Problem), reason="LibreOffice is not installed"
)

CONVERTING = """
import pathlib, sys
arguments = sys.argv[1:]
at = arguments.index("--convert-to")
ending = arguments[at + 1].partition(":")[0]
target = pathlib.Path(arguments[arguments.index("--outdir") + 1])
for name in arguments[at + 4:]:
    path = pathlib.Path(name)
    (target / f"{path.stem}.{ending}").write_bytes(b"converted " + str(path.stat().st_size).encode())
"""


def fake_soffice(folder: Path, code: str, *, seconds: float = 20.0) -> Office:
    """Write a program that does what some Python code does."""
    script = folder / "soffice.py"
    script.write_text(code, encoding="utf-8")
    if os.name == "nt":
        program = folder / "soffice.cmd"
        program.write_text(f'@"{sys.executable}" "{script}" %*\n', encoding="utf-8")
    else:
        program = folder / "soffice"
        program.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8"
        )
        program.chmod(0o755)
    return Office(program, seconds)


def real_soffice() -> Office:
    office = find_office()
    assert isinstance(office, Office)
    return office


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def small_document(words: str = "甲", font: str = "") -> bytes:
    document = docx.Document()
    run = document.add_paragraph().add_run(words)
    if font:
        properties = run._r.get_or_add_rPr()
        fonts = OxmlElement("w:rFonts")
        fonts.set(qn("w:eastAsia"), font)
        properties.append(fonts)
    return saved(document)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.append(start)
    paragraph._p.append(end)


def add_page(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def package(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return target.getvalue()
