"""Forms as they were published, filled in with figures of our own: what is printed, and read back.

Whoever changes what is printed runs this with ``--update-cases``, reads the diff, and looks at the page.
"""

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.table import Table

from generator.cli.commands import jixiao
from tests.test_documents import row_line

CASES = sorted((Path(__file__).parent / "cases").glob("published-*"))


def text_of(path: Path) -> str:
    """Write a form down: paragraphs, and rows with their merges."""
    found = []
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            found += map(row_line, block._tbl.tr_lst)
        elif block.text.strip():
            found.append(block.text)
    return "\n".join(found) + "\n"


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_published_form_prints_what_was_filled_in_and_reads_it_back(folder, tmp_path, request):
    command = ["build", str(folder), "-o", str(tmp_path), "--strict"]
    result = CliRunner().invoke(jixiao, command)
    assert result.exit_code == 0, result.output
    assert "错误" not in result.output
    assert "警告" not in result.output
    (form,) = (tmp_path / folder.name).glob("*.docx")
    expected, found = folder / "printed.txt", text_of(form)
    if request.config.getoption("--update-cases"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


def test_there_is_an_example_of_every_published_form():
    assert len(CASES) == 6
