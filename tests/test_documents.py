"""The documents of the examples, part by part: their text to be read in review, every other part by digest.

Whoever changes what is printed runs ``pytest tests/test_documents.py --update-cases``, reads the
diff, and looks at the rendered pages.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from docx.table import Table

from generator.cli.commands import jixiao
from generator.load.workspace_folder import find_workspace
from generator.prose.prose_keys import prose_fields
from generator.prose.prose_render import render_value
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.word.samples import assert_valid

ROOT = Path(__file__).resolve().parent.parent
DOSSIERS = sorted(path.name for path in (ROOT / "inputs").iterdir() if path.is_dir())
EXPECTED = ROOT / "tests" / "cases" / "documents"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("outputs")
    result = CliRunner().invoke(jixiao, ["build", str(ROOT / "inputs"), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def lines(path: Path) -> Iterator[str]:
    """Write a file down: paragraphs with their styles, rows with their merges, parts with digests."""
    document = docx.Document(str(path))
    yield f"# {path.name}"
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from map(row_line, block._tbl.tr_lst)
        else:
            text = block.text.replace("\n", "⏎").replace("\t", "⇥")
            yield f"[{block.style.name}] {text}".rstrip()
            if block._p.find(f".//{qn('w:sectPr')}") is not None:
                yield "---- 分节 ----"
    for number, section in enumerate(document.sections, 1):
        yield f"第{number}节 页眉：{section.header.paragraphs[0].text} 页脚：{section.footer.paragraphs[0].text}"
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            yield f"{hashlib.sha256(package.read(name)).hexdigest()[:16]}  {name}"


def row_line(row) -> str:
    cells = []
    for tc in row.tc_lst:
        text = "⏎".join(p.text or "" for p in tc.p_lst).replace("\n", "⏎")
        merge = {"restart": "▼", "continue": "│"}.get(tc.vMerge or "", "")
        cells.append(f"{merge}{text}" + (f"〔{tc.grid_span}〕" if tc.grid_span > 1 else ""))
    return "| " + " | ".join(cells) + " |"


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_documents_are_as_reviewed(outputs, dossier, request):
    files = sorted((outputs / dossier).glob("*.docx"))
    text = "\n\n".join("\n".join(lines(path)) for path in files) + "\n"
    expected = EXPECTED / f"{dossier}.txt"
    if request.config.getoption("--update-cases"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_documents_are_valid_by_two_validators_and_our_own_eyes(outputs, dossier, tmp_path):
    for path in sorted((outputs / dossier).glob("*.docx")):
        assert_valid(path.read_bytes(), tmp_path)


def own_words(dossier: str) -> Iterator[str]:
    """Give every line that a unit wrote, with its quotations filled in."""
    library = Library(find_workspace(ROOT / "inputs")[0])
    examined = examine(ROOT / "inputs" / dossier, library)
    for field in prose_fields(examined.dossier):
        names = examined.names[field.owner]
        rendered = render_value(field.source, field.keys, field.text, names, library.units)
        for line in rendered.text.splitlines():
            yield line.strip().removeprefix("- ").removeprefix("+ ").removeprefix("# ")


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_nothing_that_a_unit_wrote_is_lost(outputs, dossier):
    said = "".join(
        "".join(node.text or "" for node in docx.Document(str(path)).element.iter(qn("w:t")))
        for path in sorted((outputs / dossier).glob("*.docx"))
    )
    assert [line for line in own_words(dossier) if line.rstrip("。") not in said] == []


def test_a_second_build_writes_the_same_bytes(outputs, tmp_path):
    result = CliRunner().invoke(jixiao, ["build", str(ROOT / "inputs"), "-o", str(tmp_path)])
    assert result.exit_code == 0

    def digests(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    assert digests(tmp_path) == digests(outputs)
