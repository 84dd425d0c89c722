"""There is one way in for files from outside, and one way out to the screen."""

import re

import pytest

from tests.conftest import ROOT

SOURCES = {
    path.relative_to(ROOT / "generator").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "generator").rglob("*.py"))
    if "templates" not in path.parts[:-1] or path.parts[-2] == "templates"
}
# What is opened, and the files that may do it, each with a reason.
DOORS = {
    r"\bos\.open\(|\bos\.fdopen\(": {"base/regular_file.py"},
    r"\.read_text\(": set(),
    r"\.read_bytes\(": {
        "batch/packet.py",  # our own inputs, looked at before, on their way to a cluster
    },
    r"\.open\(\"rb\"\)|(?<![\w.])open\(": {
        "word/font_files.py",  # fonts of the system
        "word/program.py",  # what LibreOffice said
    },
    r"\bZipFile\(": {
        "base/archive.py",
        "excel/sheet_comments.py",  # writes
        "excel/workbook_bounds.py",  # writes
        "word/chart_workbook.py",  # writes
        "word/bookmark_pages.py",  # writes
    },
    r"etree\.fromstring\(|XMLParser\(": {"word/xml.py"},
    r"click\.echo\(|(?<![\w.])print\(|sys\.std(?:out|err)\.write": {"cli/output.py"},
    r"Console\(": {"cli/screen_tables.py", "cli/progress.py"},
}


@pytest.mark.parametrize("way", DOORS)
def test_nothing_goes_another_way(way):
    found = {name for name, text in SOURCES.items() if re.search(way, text)}
    assert found == DOORS[way]
