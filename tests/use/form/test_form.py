"""What a workbook to fill in looks like: sheets, drop-downs, locked cells, help, own forms, spare rows."""

import io

import openpyxl
import pytest

from generator.cli.form import output_fault
from generator.excel.form.form_map import MAP_SHEET, RULE_SHEET
from generator.excel.form.slot import SlotKind
from generator.use.fill.fill import fill, write_filling
from tests.conftest import ROOT, UNIT
from tests.excel.form.workbooks import form_of, marks_of, read, typed
from tests.own_form import own_workspace


@pytest.fixture(name="book")
def book_of_a_dossier(dossier):
    data = form_of(dossier())
    return read(data), openpyxl.load_workbook(io.BytesIO(data))


def cell_of(filled, book, subject, keys):
    place = filled.cells[marks_of(filled, subject, keys)].place
    return book[place.sheet][place.cell]


def test_there_is_a_sheet_for_the_unit_and_one_for_each_project(book):
    _, opened = book
    assert opened.sheetnames == ["单位", "图书购置", RULE_SHEET, MAP_SHEET]
    assert {opened[name].sheet_state for name in (RULE_SHEET, MAP_SHEET)} == {"veryHidden"}


def test_the_department_stands_with_the_unit():
    data = form_of(ROOT / "inputs" / "lukou-2023")
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames[0] == "单位和部门整体"


def test_what_is_filled_in_is_open_and_what_is_worked_out_is_locked(book):
    filled, opened = book
    for marks, slot in filled.form.slots.items():
        place = filled.cells[marks].place
        cell = opened[place.sheet][place.cell]
        assert cell.protection.locked is (slot.kind is SlotKind.GIVEN), slot
    sheet = opened["图书购置"]
    assert sheet.protection.sheet
    formulas = [c for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    assert len(formulas) > 100
    assert all(c.protection.locked for c in formulas)


def test_every_cell_says_what_belongs_there_and_choices_drop_down(book):
    filled, opened = book
    rules = {}
    for name in opened.sheetnames[:2]:
        for rule in opened[name].data_validations.dataValidation:
            rules |= {(name, str(one)): rule for one in rule.sqref.ranges}
    kinds = {}
    for marks, slot in filled.form.slots.items():
        if slot.kind is not SlotKind.GIVEN:
            place = filled.cells[marks].place
            rule = rules[place.sheet, place.cell]
            assert rule.prompt
            kinds[slot.keys] = rule.type
    assert kinds["indicator", 0, "class"] == "list"
    assert kinds["funds", "unit"] == "list"
    assert kinds["indicator", 0, "constraint"] == "list"
    assert kinds["funds", "spent"] == "decimal"


def test_texts_and_sections_are_all_there(book):
    filled, _ = book
    keys = {slot.keys for slot in filled.form.slots.values()}
    assert {
        ("project", "overview"), ("goal", "expected"), ("goal", "achieved"), ("problem", 0, "text"),
        ("result", "use"), ("text", "overview"), ("funds", "adjustment"), ("facts", 0, "name"),
    } <= keys  # fmt: skip


def test_a_quotation_stands_as_it_is_written(book):
    filled, opened = book
    cell = cell_of(filled, opened, "books", ("goal", "achieved"))
    assert cell.value.startswith('购书{{ indicator("购书册数").actual }}')


def test_fields_and_tables_of_an_own_form_go_out_and_come_back(dossier, workspace):
    own_workspace(workspace)
    folder = dossier(UNIT.replace("mof-2020", "county-2020"))
    data = form_of(folder)
    filled = read(data)
    own = {
        s.keys: (m, s) for m, s in filled.form.slots.items() if s.keys[0] in ("fields", "tables")
    }
    subject = next(s.subject for _, s in own.values() if s.subject)
    kinds = {keys[1]: slot.kind for keys, (_, slot) in own.items() if keys[0] == "fields"}
    assert kinds["填表日期"] is SlotKind.DAY
    assert kinds["是否公开"] is SlotKind.FLAG
    assert kinds["公开渠道"] is SlotKind.CHOICES
    assert "资金合计" not in kinds
    values = {
        (subject, ("fields", "公开渠道")): "门户网站\n报纸",
        (subject, ("fields", "受益人数")): 321,
        (subject, ("fields", "填表日期")): "2024-03-07",
    }
    path = workspace / "填报表.xlsx"
    path.write_bytes(typed(data, values))
    filling = fill([path], folder)
    assert not [e for f in filling.files for e in f.entries if e.reason]
    assert write_filling(filling) == ()
    assert (
        read(form_of(folder)).form.slots[marks_of(filled, subject, ("fields", "受益人数"))].base
        == "321"
    )


def test_a_file_that_somebody_may_have_filled_in_stays(dossier, workspace, run):
    folder = dossier()
    assert run("form", folder, "-o", "填报表.xlsx")[0] == 0
    before = (workspace / "填报表.xlsx").read_bytes()
    (workspace / "填报表.xlsx").write_bytes(before + b"x")
    assert run("form", folder, "-o", "填报表.xlsx")[0] == 1
    assert (workspace / "填报表.xlsx").read_bytes() == before + b"x"
    assert run("form", folder, "-o", "填报表.xlsx", "--force")[0] == 0
    assert (workspace / "填报表.xlsx").read_bytes() == before


NO_WORKBOOKS = [
    ("q.docx", "请写 q.xlsx"),
    ("q.xls", "不能写成 .xls"),
    ("已有", "已有的文件"),
    ("夹.xlsx", "是文件夹"),
    ("第1.2批", ""),
    ("填报表", ""),
]


@pytest.mark.parametrize(("name", "why"), NO_WORKBOOKS)
def test_what_is_neither_a_workbook_nor_a_folder_is_told_before_anything_is_made(
    workspace, name, why
):
    (workspace / "已有").write_bytes(b"")
    (workspace / "夹.xlsx").mkdir()
    path = workspace / name
    said = output_fault(path, is_file=path.suffix == ".xlsx")
    assert (why in said) if why else (said == "")


def test_inputs_that_cannot_be_read_make_no_workbook(dossier, workspace, run):
    folder = dossier(change={"spent = 95\n": "spent = 九十五\n"})
    code, out, _ = run("form", folder, "-o", "填报表.xlsx")
    assert (code, "books.toml" in out) == (1, True)
    assert not (workspace / "填报表.xlsx").exists()


def words_of(sheet):
    found = {}
    for cell in (cell for line in sheet.iter_rows() for cell in line if cell.value):
        found.setdefault(cell.value, cell)
    return found


def test_the_page_is_laid_out_as_the_form_of_the_scheme(dossier):
    folder = dossier(UNIT.replace("mof-2020", "sichuan-zhongjiang-2022"))
    sheet = openpyxl.load_workbook(io.BytesIO(form_of(folder)))["图书购置"]
    words = words_of(sheet)
    heads = [cell.value for cell in sheet[words["三级指标"].row] if cell.value][1:]
    assert heads[:5] == ["一级指标", "二级指标", "三级指标", "分值", "年度指标值"]
    assert heads[5:9] == ["全年实际值", "自评得分", "得分", "缺什么"]
    assert heads[9] == "未完成原因及拟采取的改进措施"
    order = ("资金情况", "全年预算数（A）", "年度总体目标", "年初设定目标", "绩效指标", "总分")
    assert [words[w].row for w in order] == sorted(words[w].row for w in order)


def test_classes_are_merged_over_their_rows(book):
    filled, opened = book
    sheet = opened["图书购置"]
    rows = {
        str(sheet.cell(one.min_row, one.min_col).value): (one.min_row, one.max_row, one.min_col)
        for one in sheet.merged_cells.ranges
        if one.min_row < one.max_row
    }
    name = filled.cells[marks_of(filled, "books", ("indicator", 0, "name"))].place
    first, last, column = rows["数量指标"]
    assert first <= name.row <= last
    assert rows["产出指标"][0] == first
    assert rows["产出指标"][2] < column < name.column


def test_an_own_form_says_where_its_fields_stand(dossier, workspace):
    own_workspace(workspace)
    folder = dossier(UNIT.replace("mof-2020", "county-2020"))
    words = words_of(openpyxl.load_workbook(io.BytesIO(form_of(folder)))["图书购置"])
    assert words["项目负责人"].row < words["绩效指标"].row


def test_a_path_that_is_no_workbook_is_told_with_the_name_of_its_option(workspace, run):
    code, _, said = run("form", "inputs", "-o", "q.docx")
    assert (code, "--output 的值不对：填报表是 .xlsx 文件" in said) == (2, True)
    assert not (workspace / "q.docx").exists()
