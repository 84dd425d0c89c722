"""The form as it is issued: every value stands in its cell, and is filled in there."""

import tomllib

import pytest

from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace
from tests.web.conftest import cells_of


def table_of(sheet, number=0):
    """Return the words of a table of the form: fields as their titles, what is worked out as it is."""
    parts = [own for own in (*sheet["form"], *sheet["tables"]) if own["kind"] == "table"]
    return [[said(cell, sheet) for cell in row] for row in parts[number]["rows"]]


def said(cell, sheet):
    return "".join(piece_said(piece, sheet) for piece in cell["pieces"])


def piece_said(piece, sheet):
    if isinstance(piece, str):
        return "".join(piece.split())
    if "field" in piece:
        return f"<{sheet['fields'][piece['field']]['title']}>"
    if "said" in piece:
        return sheet["printed"].get(piece["said"], "")
    return f"+{piece['title']}"


@pytest.fixture
def own(page):
    """The page over a form that has fields and tables of its own."""
    own_workspace(page.served.root)
    unit = UNIT.replace("mof-2020", "county-2020")
    project = PROJECT.replace('"93%"', '"93%"\nfields = { "评分标准" = "每降一点扣五分" }')
    (page.folder / "unit.toml").write_text(unit, encoding="utf-8")
    (page.folder / "books.toml").write_text(project + VALUES, encoding="utf-8")
    return page


def data_of(page):
    return tomllib.loads((page.folder / "books.toml").read_text(encoding="utf-8"))


def test_the_tables_are_those_of_the_template_with_fields_where_values_are_printed(page):
    rows = table_of(page.sheet())
    assert rows[:3] == [
        ["项目名称", "<项目名称>"],
        ["主管部门", "<主管部门>", "实施单位", "<实施单位>"],
        [
            "项目资金（<金额单位>）",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
        ],
    ]
    assert rows[3] == [
        "年度资金总额",
        *(f"<{own} 年度资金总额>" for own in ("年初预算数", "全年预算数（调整后）", "全年执行数")),
        *("10", "95%", "9.5"),
    ]
    assert table_of(page.sheet(), -1) == [["总分", "100", "93.5", ""]]


def test_merged_cells_reach_as_far_as_on_paper(page):
    table = next(own for own in page.sheet()["form"] if own["kind"] == "table")
    money = table["rows"][2][0]
    sources = sum(str(row[0]["pieces"]).count("label") for row in table["rows"])
    assert (money["width"], money["height"]) == (2, 2 + sources)
    assert table["width"] == sum(cell["width"] for cell in table["rows"][2])


def test_a_blank_value_has_its_place_and_a_row_that_is_not_there_begins_in_its_own(page):
    page.save("project.authority", "")
    sheet = page.sheet()
    assert table_of(sheet)[1][1] == "<主管部门>"
    begun = [
        piece
        for part in sheet["form"]
        for row in part.get("rows", [])
        if part["kind"] == "table"
        for cell in row
        for piece in cell["pieces"]
        if isinstance(piece, dict) and "list" in piece
    ]
    other = next(own for own in begun if own["name"] == "其他资金" and own["key"] == "budget")
    saved = page.ask("add", {"list": other["list"], "row": {"name": other["name"], "budget": "3"}})
    assert saved["done"] == 1
    assert "<全年预算数（调整后） 其他资金>" in str(table_of(saved["sheet"]))


def test_the_grid_has_the_columns_of_the_form_and_its_rows_with_their_classes(page):
    sheet = page.sheet()
    grid = next(own for own in sheet["form"] if own["kind"] == "indicators")
    assert [own["heading"] for own in grid["columns"]] == [
        *("一级指标、二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        "偏差原因分析及改进措施",
    ]
    assert [own["keys"] for own in grid["rows"]] == [own["keys"] for own in sheet["rows"]]
    assert grid["rows"][0]["levels"] == ["产出指标（50分）", "数量指标"]


def test_what_is_typed_shows_in_the_cells_that_follow_from_it(page):
    cell = next(own for own in cells_of(page.sheet()) if own["key"] == "funds.spent")
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "50", "row": ""}
    printed = page.ask("try", {"wishes": [wish]})["printed"]
    assert (printed["rate"], printed["total"]) == ("50%", "89")


def test_a_scheme_without_a_form_has_the_fields_alone(page):
    path = page.folder / "unit.toml"
    text = path.read_text(encoding="utf-8").replace("mof-2020", "hebei-narrative-2020")
    path.write_text(text.replace("2023", "2020"), encoding="utf-8")
    sheet = page.sheet()
    assert (sheet["form"], sheet["fields"], sheet["printed"]) == ([], [], {})
    assert sheet["texts"]


def test_the_form_of_a_project_is_found_in_a_document_over_all_projects(page):
    path = page.folder / "unit.toml"
    text = path.read_text(encoding="utf-8").replace("mof-2020", "hebei-goals-2021")
    path.write_text(text.replace("2023", "2021"), encoding="utf-8")
    sheet = page.sheet()
    assert table_of(sheet)[1] == ["项目编码", "<项目编码>", "项目名称", "<项目名称>"]
    assert table_of(sheet)[-1] == ["绩效目标", "<预期目标>"]
    grid = next(own for own in sheet["form"] if own["kind"] == "indicators")
    assert ["description"] in [own.get("keys") for own in grid["columns"]]
    assert "description" in [own["key"] for own in sheet["columns"]]


def test_amounts_are_counted_in_the_unit_of_the_file_whatever_the_form_prints(page):
    money = next(own for own in page.sheet()["form"] if own["kind"] == "table")["rows"][2][0]
    assert money["pieces"][1]["usual"] == "万元"


def test_an_amount_is_typed_in_the_unit_of_the_form_and_written_in_that_of_the_file(page):
    path = page.folder / "unit.toml"
    text = path.read_text(encoding="utf-8").replace("mof-2020", "yunnan-yongde-2022")
    path.write_text(text.replace("2023", "2022"), encoding="utf-8")
    field = own_field(page.sheet(), "funds.spent")
    assert (field["value"], field["unit"]) == ("950000", "元")
    wish = {"keys": field["keys"], "was": "950000", "now": "951234.56", "row": "", "unit": "元"}
    tried = page.ask("try", {"wishes": [wish]})
    assert "951234.56" in tried["printed"].values()
    saved = page.ask("save", {"wishes": [wish]})
    assert (saved["done"], data_of(page)["funds"]["spent"]) == (1, 95.123456)
    assert own_field(saved["sheet"], "funds.spent")["value"] == "951234.56"
    refused = page.ask("save", {"wishes": [{**wish, "now": "1"}]})["refused"]
    assert refused[0]["now"] == "951234.56"


def own_field(sheet, key):
    return next(one for one in sheet["fields"] if one["key"] == key)


def test_a_source_that_the_form_prints_begins_in_the_unit_of_the_form(page):
    row = {"name": "其他资金", "budget": "5000"}
    added = page.ask("add", {"list": ["funds", "sources"], "row": row, "unit": "元"})
    assert added["done"] == 1
    assert data_of(page)["funds"]["sources"][-1] == {"name": "其他资金", "budget": 0.5}


def test_fields_and_tables_of_the_form_s_own_stand_in_their_cells(own):
    sheet = own.sheet()
    rows = table_of(sheet)
    assert rows[1] == ["项目负责人", "<项目负责人>", "联系电话", "<联系电话>"]
    assert rows[5][:2] == ["资金合计（万元）", "95.50"]  # a sum is not typed
    costs = table_of(sheet, 1)
    assert costs[2] == ["公务用车费", "13", "11.75", "<编列依据 公务用车费>"]
    assert costs[4][3] == "厉行节约条例"
    assert table_of(sheet, 2)[1] == ["1", "<设备名称 1>", "<台数（台） 1>", "<到货日期 1>"]


TYPED = (
    ("fields.公开渠道", "公告栏、报纸", ("fields", "公开渠道"), ["公告栏", "报纸"]),
    ("fields.评价方式", "单位自评", ("fields", "评价方式"), "单位自评"),
    ("tables.三公经费.公务接待费.支出", "1.75", ("tables", "三公经费", "公务接待费", "支出"), 1.75),
    ("tables.设备清单[2].台数", "31", ("tables", "设备清单", 1, "台数"), 31),
    ("indicator[购书册数].fields.评分标准", "全有全无", ("indicator", 0, "fields", "评分标准"), "全有全无"),
)  # fmt: skip


def test_what_only_the_form_has_is_saved(own):
    sheet = own.sheet()
    every = [*sheet["fields"], *(cell for row in sheet["rows"] for cell in row["cells"])]
    wishes = []
    for key, now, at, _ in TYPED:
        cell = next(one for one in every if tuple(one["keys"]) == at)
        assert cell["key"] == key
        own_row = {"keys": cell["keys"], "was": cell["value"], "row": cell["row"]}
        wishes.append({**own_row, "now": now})
    assert own.ask("save", {"wishes": wishes})["refused"] == []
    for _, _, at, value in TYPED:
        found = data_of(own)
        for step in at:
            found = found[step]
        assert found == value


def test_an_option_that_there_is_not_is_refused(own):
    field = next(one for one in own.sheet()["fields"] if one["key"] == "fields.公开渠道")
    wish = {"keys": field["keys"], "was": field["value"], "now": "公告栏、电台", "row": ""}
    refused = own.ask("save", {"wishes": [wish]})["refused"]
    assert refused[0]["message"] == "只能是其中几项：门户网站、公告栏、报纸"


def test_rows_of_a_list_come_and_go(own):
    added = own.ask("add", {"list": ["tables", "设备清单"], "row": {"设备": "饮水机"}})
    assert added["done"] == 1, added["refused"]
    assert data_of(own)["tables"]["设备清单"][2] == {"设备": "饮水机"}
    gone = own.ask("remove", {"keys": ["tables", "设备清单", 2], "row": ""})
    assert gone["done"] == 1
    assert len(data_of(own)["tables"]["设备清单"]) == 2


def test_a_table_that_the_template_does_not_print_is_filled_in_below(page):
    template = ("{{ title }}", "项目名称 | {{ form.name }}")
    own_workspace(page.served.root, template=template)
    unit = page.folder / "unit.toml"
    unit.write_text(UNIT.replace("mof-2020", "county-2020"), encoding="utf-8")
    tables = page.sheet()["tables"]
    assert [own["title"] for own in tables] == ["三公经费", "设备清单"]
    assert table_of({**page.sheet(), "form": []}, 0)[1][:2] == [
        "公务接待费",
        "<预算安排 公务接待费>",
    ]
    assert [c["pieces"][0]["title"] for c in tables[1]["rows"][-1]] == [
        *("设备名称 设备清单新的一行", "台数（台） 设备清单新的一行", "到货日期 设备清单新的一行"),
    ]
