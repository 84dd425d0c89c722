"""The lines that are expected, held against those of LibreOffice, over the words of all examples.

Needs LibreOffice and pdftotext. Where no font has the widths of Times New Roman, only words without
Latin letters and digits are compared.
"""

import shutil
import subprocess
from itertools import pairwise

import docx
import pytest
from click.testing import CliRunner
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from generator.cli.commands import jixiao
from generator.layout.column_grid import in_em
from generator.layout.filled_lines import ends_of_lines
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from tests.conftest import ROOT
from tests.word.soffice import needs_soffice, real_soffice, saved

SIZE, BESIDE = 21, 216  # half points; twips beside the words of a cell
WIDTHS = (850, 1300, 1900, 3100, 5200)
_TIMES = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes")
_QUOTES = "“”‘’…—"  # which of two fonts draws these depends on what is before them

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext is not installed"
)


def has_times():
    program = shutil.which("fc-match")
    if program is None:
        return False
    asked = [program, "--format=%{family}", "Times New Roman"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    return any(name in found.stdout for name in _TIMES)


def is_comparable(text, *, is_mixed):
    plain = is_mixed or not any(letter.isascii() for letter in text)
    return len(text) > 2 and plain and not any(letter in _QUOTES for letter in text)


@pytest.fixture(scope="module", name="texts")
def fixture_texts(tmp_path_factory):
    """Gather what the examples print in cells of tables."""
    folder = tmp_path_factory.mktemp("outputs")
    result = CliRunner().invoke(jixiao, ["build", str(ROOT / "inputs"), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    is_mixed, found = has_times(), {}
    for path in sorted(folder.rglob("*.docx")):
        for node in docx.Document(str(path)).element.body.iter(qn("w:tc")):
            words = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in node.iter(qn("w:p"))]
            found.update(dict.fromkeys(w for w in words if is_comparable(w, is_mixed=is_mixed)))
    return list(found)


def one_column(texts, width):
    """Make a file with a cell for every text, in a table of one column."""
    document = docx.Document()
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    table = document.add_table(len(texts), 1)
    table.autofit = False
    table.columns[0].width = Twips(width)
    for row, text in zip(table.rows, texts, strict=True):
        cell = row.cells[0]
        cell.width = Twips(width)
        run = cell.paragraphs[0].add_run(text)
        run.font.size = Pt(SIZE / 2)
        hint = OxmlElement("w:rFonts")
        hint.set(qn("w:hint"), "eastAsia")
        run._r.get_or_add_rPr().insert(0, hint)
    return saved(document)


def lines_of_office(document, folder):
    """Return the lines of a file as LibreOffice sets them."""
    pdf = real_soffice().convert(document, "pdf")
    assert pdf.data
    path = folder / "found.pdf"
    path.write_bytes(pdf.data)
    program = shutil.which("pdftotext") or ""
    told = subprocess.run([program, "-raw", str(path), "-"], capture_output=True, check=True)
    return [
        bare(line) for line in told.stdout.decode().replace("\f", "\n").split("\n") if bare(line)
    ]


def bare(line):
    return "".join(line.split())


def cut_up(found, texts):
    """Give the lines to the texts that they are of."""
    at = 0
    for text in texts:
        own, wanted = [], bare(text)
        while len("".join(own)) < len(wanted) and at < len(found):
            own.append(found[at])
            at += 1
        assert "".join(own) == wanted
        yield own


@needs_soffice
@needs_pdftotext
@pytest.mark.parametrize("width", WIDTHS)
def test_words_break_where_they_are_expected_to(texts, width, tmp_path):
    setting = type_setting()
    widths = setting.widths.changed(gap=setting.widths.small_gap)
    ruler = Ruler(setting.changed(widths=widths))
    room = in_em(width - BESIDE, SIZE, ruler.em)
    expected = []
    for text in texts:
        ends = ends_of_lines(ruler.measured(text), room)
        expected.append([bare(text[a:b]) for a, b in pairwise([0, *ends])])
    found = list(cut_up(lines_of_office(one_column(texts, width), tmp_path), texts))
    other = [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]]
    assert len(texts) > 100
    assert len(other) <= len(texts) / 100, other[:5]
