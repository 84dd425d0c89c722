"""Whole papers made of lines and pictures of tables, without Word, read and held against themselves."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem
from generator.load.workspace_folder import find_workspace
from generator.model.foreign_document import (
    ReadBlock,
    ReadCell,
    ReadDocument,
    ReadParagraph,
    ReadTable,
)
from generator.rules.audience import Audience
from generator.rules.facts import printed_forms
from generator.use.audit.numbers import check_numbers
from generator.use.foreign_documents import Recogniser
from generator.use.library import Library
from tests.foreign import Part, book, regions
from tests.rules.forms import BOOK, UNITS

TITLE = "青山县公共服务局2022年度便民服务项目支出绩效自评报告"
OPENING = ("一、项目基本情况", "本项目为改善公共服务条件实施，由县公共服务局组织。")
CLOSING = ("青山县公共服务局", "2023年3月20日")
_READERS = Audience(is_document=True, is_sure=False)


def sentences(text: str) -> list[str]:
    """Put sentences into a report; bars part its paragraphs."""
    return [TITLE, *OPENING, *text.split("|"), *CLOSING]


def paper(parts: Sequence[Part]) -> ReadDocument:
    """Lay a document out: strings are paragraphs, pictures are tables."""
    blocks: list[ReadBlock] = []
    for part in parts:
        texts = sum(isinstance(block, ReadParagraph) for block in blocks)
        if isinstance(part, str):
            blocks.append(ReadParagraph(part, DocumentPlace(paragraph=texts + 1)))
        else:
            blocks.append(_table(part, len(blocks) - texts + 1))
    return ReadDocument("自评.docx", "word", tuple(blocks))


def _table(rows: Sequence[Sequence[str]], number: int) -> ReadTable:
    grid: list[list[ReadCell]] = [[*row] for row in rows]  # type: ignore[list-item]
    for top, left, bottom, right, text in regions(rows):
        place = DocumentPlace(table=number, row=top + 1, column=left + 1)
        cell = ReadCell(text, place, top, left, bottom - top + 1, right - left + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                grid[row][column] = cell
    return ReadTable(tuple(map(tuple, grid)), DocumentPlace(table=number))


def problems_of(document: ReadDocument) -> list[Problem]:
    """Return what is told of a document by itself, as an audit would."""
    draft = _recogniser().recognise(document)
    draft.stamp(document.shown)
    found = [*check_numbers(document, book().wholes, book().units)]
    for form in printed_forms(draft, UNITS, BOOK.words):
        found += BOOK.findings(form)
    return [*BOOK.told(found, _READERS, document.shown)]


@cache
def _recogniser() -> Recogniser:
    library = Library(find_workspace(Path(__file__).parent)[0])
    return Recogniser(library, book(), keeps_all=True)
