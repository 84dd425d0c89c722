"""What every command does, as data: one sound run of each, and what has to be there before it."""

import contextlib
import functools
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl

from tests.conftest import PROJECT, UNIT
from tests.foreign import NATIONAL, word_bytes

FORM = "自评表.docx"
LIBRARY = "inputs/library-2023"
MINE = "这一段是馆长写的。"


class Deed(NamedTuple):
    """A run of a command, in a workspace that ``before`` made."""

    arguments: tuple[str, ...]
    before: Callable[[Path], None]
    writes: bool = True

    @property
    def command(self) -> str:
        return self.arguments[0]

    def __str__(self) -> str:
        return " ".join(self.arguments)


class Said(NamedTuple):
    code: int
    out: str
    err: str


def call(*arguments: str) -> Said:
    """Run a command line in this process."""
    from generator.cli import main

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before, code = sys.argv, 0
    sys.argv = ["jixiao", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
    finally:
        sys.argv = before
    for stream in (out, err):
        stream.flush()
    return Said(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def plain(root: Path) -> None:
    """A workspace with one dossier, and the form of another."""
    folder = root / LIBRARY
    folder.mkdir(parents=True)
    (root / "jixiao.toml").write_text("", encoding="utf-8")
    (folder / "unit.toml").write_text(UNIT.lstrip(), encoding="utf-8")
    (folder / "books.toml").write_text(PROJECT.lstrip(), encoding="utf-8")
    title, unit = "项目支出绩效自评表（2023年度）", "填报单位：某县档案馆"
    (root / FORM).write_bytes(word_bytes(title, unit, NATIONAL))


def _changed(old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        plain(root)
        change_inputs(root, old, new)

    return change


def change_inputs(root: Path, old: str, new: str) -> None:
    path = root / LIBRARY / "books.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def built(root: Path) -> None:
    """Built, and then somebody wrote into the document."""
    plain(root)
    with contextlib.chdir(root):
        assert call("build").code == 0
    (path,) = (root / "outputs").rglob("*.docx")
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before(MINE)
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    for run in (run for cell in cells for run in cell.paragraphs[0].runs):
        if "20500册" in run.text:
            run.text = run.text.replace("20500册", "20600册")
    document.save(str(path))


def due(root: Path) -> None:
    """Built, written into, and then the inputs changed."""
    built(root)
    change_inputs(root, "spent = 95", "spent = 96")


def merged(root: Path) -> None:
    due(root)
    with contextlib.chdir(root):
        assert call("build", "--on-edited", "merge").code == 0


def restyled(root: Path) -> None:
    """Built, and then somebody widened a column."""
    plain(root)
    with contextlib.chdir(root):
        assert call("build").code == 0
        call("templates", "copy", "self-evaluation-report")
    (path,) = (root / "outputs").rglob("*.docx")
    document = docx.Document(str(path))
    document.sections[0].left_margin = document.sections[0].left_margin + 36000
    document.save(str(path))


def filled(root: Path) -> None:
    """Somebody filled in the workbook of a dossier."""
    plain(root)
    with contextlib.chdir(root):
        assert call("form", LIBRARY, "-o", "填报表.xlsx").code == 0
    book = openpyxl.load_workbook(root / "填报表.xlsx")
    cells = (c for s in book.worksheets for row in s.iter_rows() for c in row)
    cell = next(c for c in cells if c.value == "20500册")
    cell.value = "20600册"
    book.save(root / "填报表.xlsx")


def imported(root: Path) -> None:
    """Imported once, and the form was corrected since."""
    plain(root)
    with contextlib.chdir(root):
        assert call("import", FORM, "-o", "inputs/档案馆-2023").code == 0
    rows = [[cell.replace("9.67", "9.5") for cell in row] for row in NATIONAL]
    title, unit = "项目支出绩效自评表（2023年度）", "填报单位：某县档案馆"
    (root / FORM).write_bytes(word_bytes(title, unit, rows))


_SLIP = _changed("spent = 95\n", "spent = ９５\n")
_DOUBLED = _changed("丰富馆藏。", "丰富馆藏。。")
_UNEXPLAINED = _changed('reason = "新馆推迟开放。"\n', "")

WRITING = (
    Deed(("init", "inputs/新馆-2024"), plain),
    Deed(("import", FORM, "-o", "inputs/档案馆-2023"), plain),
    Deed(("import", FORM, "-o", "inputs/档案馆-2023"), imported),
    Deed(("adopt", FORM, "-o", ".", "--id", "mine"), plain),
    Deed(("form", LIBRARY, "-o", "填报表.xlsx"), plain),
    Deed(("fill", "填报表.xlsx", "--apply"), filled),
    Deed(("check", "--fix"), _SLIP),
    Deed(("check", "--accept", "--reason", "已当面说明"), _UNEXPLAINED),
    Deed(("lint", "--fix"), _DOUBLED),
    Deed(("lint", "--learn", "用语.toml"), plain),
    Deed(("lint", "--report", "用语.xlsx"), plain),
    Deed(("audit", FORM, "--annotate=批注", "--report", "意见.docx"), plain),
    Deed(("audit", FORM, "--baseline", "已知.json", "--update-baseline"), plain),
    Deed(("build", "--report", "结果.json"), plain),
    Deed(("build", "--on-edited", "merge"), due),
    Deed(("build", "--redline"), due),
    Deed(("changes", "-o", "变动.xlsx"), due),
    Deed(("pull", "{document}", "--apply"), built),
    Deed(("undo",), merged),
    Deed(("summary", "-o", "汇总.xlsx"), plain),
    Deed(("summary", "-o", "汇总.csv"), plain),
    Deed(("review", "-o", "审阅.html"), plain),
    Deed(("templates", "copy", "mof-2020"), plain),
    Deed(("templates", "learn", "{document}", "--apply"), restyled),
    Deed(("schema", ".schema"), plain),
    Deed(("fix", FORM, "--layout", "-o", "新表.docx"), plain),
)
READING = (
    Deed(("check",), plain, writes=False),
    Deed(("lint",), plain, writes=False),
    Deed(("score",), plain, writes=False),
    Deed(("explain", LIBRARY, "score.total"), plain, writes=False),
    Deed(("explain", "{document}", "95万元"), built, writes=False),
    Deed(("changes",), due, writes=False),
    Deed(("audit", FORM), plain, writes=False),
    Deed(("templates", "fields", LIBRARY), plain, writes=False),
    Deed(("templates", "check"), plain, writes=False),
    Deed(("schemes",), plain, writes=False),
    Deed(("schemes", "diff", "mof-2020", "as-printed", "inputs"), plain, writes=False),
    Deed(("rules",), plain, writes=False),
    Deed(("doctor",), plain, writes=False),
)
DEEDS = (*WRITING, *READING)


# A test may have a temporary folder of its own, which ends with it; what is made here serves all tests.
_ROOM = tempfile.gettempdir()


@functools.cache
def _made(before: Callable[[Path], None]) -> Path:
    place = Path(tempfile.mkdtemp(prefix="deeds-", dir=_ROOM))
    before(place)
    return place


@contextlib.contextmanager
def stand(deed: Deed, place: Path) -> Iterator[tuple[str, ...]]:
    """Put the workspace of a deed into a place that is the current folder meanwhile; gives its arguments."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(_made(deed.before), place, symlinks=True)
    found = sorted((place / "outputs").rglob("*.docx"))
    document = os.fspath(found[0].relative_to(place)) if found else ""
    with contextlib.chdir(place):
        yield tuple(argument.format(document=document) for argument in deed.arguments)
