"""The workbook: what it holds, what a spreadsheet makes of it, and that nothing in it is a trap."""

import zipfile
from decimal import Decimal

import pytest

from generator.excel.cell_text import cell_text, width_of
from generator.excel.workbook import summary_workbook
from tests.conftest import PROJECT, ROOT
from tests.excel.books import formulas_of, recomputed, table_of, values_of
from tests.summary.trees import DEPARTMENT, HOSTILE, add_unit, summary_of_tree

SHEETS = [
    *("概览", "单位", "部门整体", "项目", "项目排名", "部门排名", "等级分布"),
    *("未达目标", "超额完成", "问题", "部门指标汇总", "勾稽关系"),
]


@pytest.fixture(scope="module")
def examples():
    return summary_workbook(summary_of_tree(ROOT / "inputs"))


def test_the_sheets_hold_the_published_totals(examples):
    book = values_of(examples)
    assert book.sheetnames == SHEETS
    totals = {row["项目名称"]: row["总分"] for row in table_of(book["项目"])}
    assert totals["办案工作经费"] == 93
    assert totals["乡镇纪委工作经费"] == 99.1
    assert totals["办案经费"] == 81.33
    assert totals["大案要案"] is None
    own = {row["部门名称"]: row["总分"] for row in table_of(book["部门整体"])}
    assert own["中共武汉市洪山区纪律检查委员会"] == 95
    assert own["中共株洲市渌口区纪律检查委员会"] == 96.03


def test_totals_means_and_rates_are_formulas(examples):
    book = formulas_of(examples)
    row = table_of(book["项目"])[0]
    assert all(str(row[title]).startswith("=") for title in ("执行率", "总分", "得分率"))
    foot = table_of(book["项目"])[-1]
    assert foot["全年预算数（万元）"] == "=SUBTOTAL(109,G2:G20)"
    assert foot["总分"].startswith("=SUBTOTAL(101,")
    unit = table_of(book["单位"])[0]
    assert unit["项目预算合计（万元）"].startswith("=SUMIF('项目'!")
    assert table_of(book["勾稽关系"])[0]["差额"] == "=ROUND(H2-J2,6)"


def cells_of(book):
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def assert_same(ours, theirs):
    assert set(ours) == set(theirs)
    for place, value in ours.items():
        if isinstance(value, int | float):
            assert theirs[place] == pytest.approx(value, abs=1e-9), place
        else:
            assert theirs[place] == value, place


def test_a_spreadsheet_works_out_what_we_did(examples, tmp_path):
    book = recomputed(examples, tmp_path)
    assert_same(cells_of(values_of(examples)), cells_of(book))


def test_a_spreadsheet_works_out_broken_and_incomplete_trees_as_well(workspace):
    add_unit(workspace, "甲", department=DEPARTMENT)
    add_unit(workspace, "乙", PROJECT.replace("spent = 95\n", "\n", 1))
    add_unit(workspace, "丙", broken="这不是 TOML")
    (add_unit(workspace, "丁") / "unit.toml").write_text("year = ", encoding="utf-8")
    data = summary_workbook(summary_of_tree(workspace / "inputs"))
    assert_same(cells_of(values_of(data)), cells_of(recomputed(data, workspace)))


def test_the_same_tree_gives_the_same_bytes(examples):
    assert summary_workbook(summary_of_tree(ROOT / "inputs")) == examples


def test_headers_are_frozen_filtered_and_repeated_in_print(examples):
    book = formulas_of(examples)
    for name in SHEETS[1:]:
        sheet = book[name]
        assert sheet.freeze_panes.endswith("2"), name
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert bool(sheet.auto_filter.ref) == (name != "部门指标汇总"), name
        assert sheet.column_dimensions["B"].width >= 6


def test_charts_are_excels_own(examples, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(examples)
    with zipfile.ZipFile(path) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        text = b"".join(package.read(name) for name in charts).decode()
    assert len(charts) == 4
    assert "'单位'!" in text or "单位!" in text


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_becomes_a_formula_or_breaks_the_file(name, workspace):
    import json

    quoted = json.dumps(name, ensure_ascii=False)
    add_unit(workspace, "甲", PROJECT.replace('"图书购置"', quoted))
    data = summary_workbook(summary_of_tree(workspace / "inputs"))
    book = formulas_of(data)
    (cell,) = (c for c in book["项目"]["D"] if c.row == 2)
    assert cell.data_type == "s"
    assert cell.value == cell_text(name)


def test_a_cell_takes_no_more_than_excel_does():
    assert cell_text("a\x00b\ud800c") == "a�b�c"
    long = cell_text("😀" * 40_000)
    assert len(long.encode("utf-16-le")) // 2 <= 32_767
    assert long.endswith("…")
    assert width_of("预算a\n字") == 5


def test_documents_are_linked_where_they_exist(workspace, run):
    add_unit(workspace, "甲")
    inputs = workspace / "inputs"
    before = summary_workbook(summary_of_tree(inputs, start=workspace))
    assert not any(c.hyperlink for row in formulas_of(before)["项目"].iter_rows() for c in row)
    assert run("build", inputs)[0] == 0
    sheet = formulas_of(summary_workbook(summary_of_tree(inputs, start=workspace)))["项目"]
    (link,) = (c.hyperlink for row in sheet.iter_rows() for c in row if c.hyperlink)
    target = link.target.replace("\\", "/")
    assert target.startswith("outputs/")
    assert (workspace / target.replace("%20", " ")).is_file()


def test_an_empty_tree_gives_a_workbook_with_headers(workspace, tmp_path):
    (workspace / "inputs").mkdir()
    book = values_of(summary_workbook(summary_of_tree(workspace / "inputs")))
    assert table_of(book["项目"]) == []
    assert "项目名称" in [cell.value for cell in book["项目"][1]]


def test_roll_ups_show_their_sources_and_the_formula(examples):
    values, formulas = values_of(examples), formulas_of(examples)
    rows = table_of(values["部门指标汇总"])
    (found,) = (
        r for r in rows if r["部门指标"] == "通报典型案例" and r["汇总办法"] == "绝对值累加"
    )
    assert found["数值"] == 25
    texts = [r["数值"] for r in table_of(formulas["部门指标汇总"])]
    assert any(str(text).startswith("=ROUND(SUM(") for text in texts)
    assert Decimal(str(found["数值"])) == 25
