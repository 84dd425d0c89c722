"""The documents of the five examples hold every fact of the published ones, at its place."""

import re
import shutil
import tomllib
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.document import Document
from docx.table import Table, _Row

from generator.cli.commands import jixiao

ROOT = Path(__file__).resolve().parent.parent
FACTS = sorted((ROOT / "tests" / "facts").glob("*.toml"))
_WIDE = str.maketrans("（），：；％！？．", "(),:;%!?.")
_NUMBER = re.compile(
    r"^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+\.)"
)


def plain(text: str) -> str:
    return re.sub(r"\s|　", "", text).translate(_WIDE)


_GOES_ON = tuple(map(plain, ("（续）", "(续)", "︵续︶")))


def _is_open(row: _Row) -> bool:
    """Tell whether no line is drawn between the first cell of a row, which is empty, and the one below."""
    first = row._tr.tc_lst[0]
    lines = first.xpath("w:tcPr/w:tcBorders/w:bottom[@w:val='nil']")
    return bool(lines) and not first.xpath("w:p//w:t")


class Printed:
    """The words of a written file: paragraphs in order, rows of its tables."""

    def __init__(self, document: Document) -> None:
        self.paragraphs: list[str] = []
        self.rows: list[list[str]] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                rows = [self._cells(row) for row in block.rows]
                for above, below in pairwise(range(len(rows))):
                    # A label of rows on several pages stands beside the first of them, not the heads.
                    if _is_open(block.rows[above]):
                        rows[above].insert(0, rows[below].pop(0))
                self.rows += rows
                self.paragraphs += [cell for row in rows for cell in row]
            else:
                self.paragraphs.append(plain(block.text))

    @staticmethod
    def _cells(row: _Row) -> list[str]:
        """Return the texts of the cells that begin in a row; dashes and blanks are no facts."""
        own = (tc for tc in row._tr.tc_lst if tc.vMerge != "continue")
        texts = (plain("".join(p.text or "" for p in tc.p_lst)) for tc in own)
        return [text for text in texts if text not in ("", "—") and not text.endswith(_GOES_ON)]

    def has_heading(self, title: str, start: int) -> int:
        """Return the place behind a heading that stands at or after ``start`` (0: nowhere)."""
        for place in range(start, len(self.paragraphs)):
            words = _NUMBER.sub("", self.paragraphs[place])
            if words == title or words.startswith((f"{title}。", f"{title}.")):
                return place + 1
        return 0

    def has_together(self, facts: list[str]) -> bool:
        return any(_in_order(facts, words) for words in self.paragraphs)

    def row_at(self, cells: list[str], start: int) -> int:
        for place in range(start, len(self.rows)):
            if _same_row(cells, self.rows[place]):
                return place + 1
        return 0


def _in_order(facts: list[str], words: str) -> bool:
    at = 0
    for fact in facts:
        found = words.find(plain(fact), at)
        if found < 0:
            return False
        at = found + len(plain(fact))
    return True


def _same_row(wanted: list[str], printed: list[str]) -> bool:
    if len(wanted) != len(printed):
        return False
    return all(
        cell == plain(fact) or plain(fact) == "…" or ("…" in fact and _fits(plain(fact), cell))
        for fact, cell in zip(wanted, printed, strict=True)
    )


def _fits(fact: str, cell: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, fact.split("…"))), cell, re.DOTALL) is not None


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("outputs")
    result = CliRunner().invoke(jixiao, ["build", str(ROOT / "inputs"), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def load(path: Path) -> list[dict]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["document"]


CASES = [
    pytest.param(path.stem, document, id=f"{path.stem}: {document['name'][:24]}")
    for path in FACTS
    for document in load(path)
]


def printed(outputs: Path, dossier: str, name: str) -> Printed:
    """Read the file of a document; a bundle holds them all."""
    files = sorted((outputs / dossier).glob("*.docx"))
    if len(files) > 1:
        files = [file for file in files if plain(name) in plain(file.stem)]
    assert len(files) == 1, f"{name}: {files}"
    return Printed(docx.Document(str(files[0])))


@pytest.mark.parametrize(("dossier", "document"), CASES)
def test_headings_stand_in_order(outputs, dossier, document):
    found, at, missing = printed(outputs, dossier, document["name"]), 0, []
    for title in document.get("headings", []):
        place = found.has_heading(plain(title), at)
        if place:
            at = place
        else:
            missing.append(title)
    assert missing == []


@pytest.mark.parametrize(("dossier", "document"), CASES)
def test_names_amounts_and_counts_stand_together(outputs, dossier, document):
    found = printed(outputs, dossier, document["name"])
    assert [g for g in document.get("paragraphs", []) if not found.has_together(g)] == []


@pytest.mark.parametrize(("dossier", "document"), CASES)
def test_rows_stand_in_order_cell_by_cell(outputs, dossier, document):
    found, missing = printed(outputs, dossier, document["name"]), []
    at = 0
    for row in (row for table in document.get("tables", []) for row in table):
        place = found.row_at(row, at) or (found.row_at(row, 0) if len(load_one(dossier)) > 1 else 0)
        if place:
            at = place
        else:
            missing.append(row)
    assert missing == []


def load_one(dossier: str) -> list[dict]:
    return load(ROOT / "tests" / "facts" / f"{dossier}.toml")


@pytest.mark.parametrize(("dossier", "document"), CASES)
def test_notes_stand_in_full(outputs, dossier, document):
    found = printed(outputs, dossier, document["name"])
    whole = {_NUMBER.sub("", words) for words in found.paragraphs}
    assert [note for note in document.get("notes", []) if plain(note) not in whole] == []


def test_every_part_of_a_bundle_is_also_written_alone(tmp_path, monkeypatch):
    inputs = tmp_path / "inputs" / "lukou-2023"
    shutil.copytree(ROOT / "inputs" / "lukou-2023", inputs)
    unit = inputs / "unit.toml"
    unit.write_text(
        unit.read_text(encoding="utf-8").replace("bundle   = true", "bundle   = false"),
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(jixiao, ["build", str(inputs), "-o", "out"]).exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out" / "lukou-2023").glob("*.docx"))
    assert names == [
        "01 部门整体支出绩效自评表.docx",
        "02 部门整体支出绩效自评报告.docx",
        "03 项目支出绩效自评表（乡镇纪委工作经费）.docx",
        "04 项目支出绩效自评表（办案经费）.docx",
        "05 项目支出绩效自评报告（乡镇纪委工作经费）.docx",
        "06 项目支出绩效自评报告（办案经费）.docx",
    ]
