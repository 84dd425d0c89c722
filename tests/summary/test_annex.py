"""The annex in Word: valid, with its rows, totals, merged names and native charts."""

import datetime
import zipfile

from generator.summary.annex import annex
from generator.word.word_render import Manner
from tests.conftest import PROJECT, ROOT
from tests.summary.trees import HOSTILE, add_unit, summary_of_tree
from tests.word.samples import DOCX, assert_valid, opened, part, write

CLEAN = Manner("", datetime.date(2023, 12, 31), is_clean=True)


def annex_of(*paths):
    return write(part(DOCX / "summary.docx", annex(summary_of_tree(*paths))), manner=CLEAN)


def test_the_annex_lists_every_department_and_project(tmp_path):
    data = annex_of(ROOT / "inputs")
    assert_valid(data, tmp_path)
    rows = [[cell.text for cell in row.cells] for row in opened(data).tables[0].rows]
    told = {(row[1], row[3]): (row[5], row[6], row[7], row[8], row[9]) for row in rows}
    hongshan, lukou = "中共武汉市洪山区纪律检查委员会", "中共株洲市渌口区纪律检查委员会"
    assert told[hongshan, "部门整体"] == ("3462.01", "3256.89", "94.08%", "95.00", "")
    assert told[hongshan, "办案工作经费"] == ("358.00", "301.82", "84.31%", "93.00", "")
    assert told[lukou, "乡镇纪委工作经费"] == ("16.00", "16.00", "100.00%", "99.10", "优")
    assert told["开平区纪委", "大案要案"] == ("84.00", "", "", "", "")


def test_the_last_row_adds_up():
    rows = opened(annex_of(ROOT / "inputs")).tables[0].rows
    assert [cell.text for cell in rows[-1].cells][4:9] == [
        *("88.00", "1243.40", "806.82", "93.49%"),
        "94.24",
    ]


def test_the_page_lies_and_the_header_repeats():
    document = opened(annex_of(ROOT / "inputs"))
    (section,) = document.sections
    assert (section.page_width.cm, section.page_height.cm) == (29.7, 21.0) or (
        section.page_width > section.page_height
    )
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml
    assert document.settings.odd_and_even_pages_header_footer


def test_its_charts_are_words_own(tmp_path):
    path = tmp_path / "annex.docx"
    path.write_bytes(annex_of(ROOT / "inputs"))
    with zipfile.ZipFile(path) as package:
        charts = [n for n in package.namelist() if n.startswith("word/charts/chart")]
        last = package.read("word/charts/chart2.xml").decode()
    assert len(charts) == 2
    assert 'barDir val="bar"' in last
    assert last.index("maxMin") < last.index("<c:valAx>")


def test_the_same_tree_gives_the_same_bytes():
    assert annex_of(ROOT / "inputs") == annex_of(ROOT / "inputs")


def test_an_empty_tree_and_hostile_names_make_valid_files(workspace):
    import json

    (workspace / "inputs").mkdir()
    assert_valid(annex_of(workspace / "inputs"), workspace)
    for number, name in enumerate(HOSTILE):
        quoted = json.dumps(name[:300], ensure_ascii=False)
        add_unit(workspace, f"单位{number}", PROJECT.replace('"图书购置"', quoted))
    assert_valid(annex_of(workspace / "inputs"), workspace)
