"""A form with items of its own, from its declaration to the printed page and back into the inputs."""

import re

import docx
import pytest
import tomli

from tests.conftest import PROJECT, UNIT
from tests.foreign import excel_bytes
from tests.own_form import FORM, TEMPLATE, VALUES, own_workspace, scheme_text

OWN_UNIT = UNIT.replace("mof-2020", "county-2020")
OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)

HEAD_OF_FEW = """
项目名称 | {{ form.name }} | 人数 | {{ field("受益人数") }}
方式 | {{ choice("评价方式") }} | 开工 | {{ field("填表日期") }}
"""


@pytest.fixture
def own(dossier, workspace):
    """Write a dossier whose form has items of its own, with some lines changed."""

    def make(form=FORM, scheme="", **change):
        own_workspace(workspace, form, scheme=scheme)
        return dossier(OWN_UNIT, OWN_PROJECT, change=change)

    return make


def printed(workspace):
    """Return the rows of the only document, cells between bars."""
    (path,) = (workspace / "outputs").rglob("*.docx")
    tables = docx.Document(str(path)).tables
    return path, [" | ".join(cell.text for cell in row.cells) for t in tables for row in t.rows]


def values_of(path):
    return tomli.loads(path.read_text("utf-8"))


def test_a_form_prints_what_it_declares(own, run, workspace):
    code, out, err = run("build", own())
    assert code == 0, out + err
    _, rows = printed(workspace)
    for row in (
        "项目负责人 | 李某 | 联系电话 | 0731-12345678",
        "评价方式 | □单位自评　☑第三方评价 | 公开渠道 | ☑门户网站　□公告栏　☑报纸",
        "是否公开 | ☑是　□否 | 受益人数（人） | 1200",
        "财政资金（万元） | 80.00 | 自筹资金（万元） | 15.50",
        "资金合计（万元） | 95.50 | 填表日期 | 2024年3月5日",
        "公务用车费 | 13 | 11.75 | ",
        "运行费 | 3 | 2.25 | 厉行节约条例",
        "合计 | 15 | 13.25 | ",
        "1 | 自助借还机 | 2 | 2023-06-01",
        "2 | 书架 | 30 | ",
    ):
        assert row in rows
    assert any("目标基本实现" in row and "支出95万元" in row for row in rows)
    assert any(row.endswith("| 50 | 达到目标得满分") for row in rows)


def test_every_number_says_where_it_came_from(own, run):
    _, out, _ = run("explain", own(), "11.75")
    assert "9.5 + 2.25 = 11.75万元" in out
    assert "tables.三公经费.购置费.支出" in out


def test_a_strict_build_finds_nothing_in_its_own_form(own, run):
    code, out, err = run("build", own(), "--strict")
    assert code == 0, out + err
    assert "X09" not in out + err
    # It has no place for sources and the goal: told, and nothing else is.
    assert re.findall("(错误|警告|提示) ([A-Z][0-9]+) (.{4})", out + err) == [
        ("提示", "T09", "资金来源"),
        ("提示", "T09", "第 1 "),
    ]


def test_a_printed_form_is_imported_as_it_was_written(own, run, workspace):
    folder = own()
    run("build", folder)
    path, _ = printed(workspace)
    code, out, err = run("import", path, "-o", workspace / "inputs" / "again")
    assert code == 0, out + err
    assert "没有读懂 0 格" in out
    before, after = (
        values_of(folder / "books.toml"),
        values_of(workspace / "inputs" / "again" / "project-1.toml"),
    )
    assert after["fields"].pop("评价结论") == "支出95万元，目标基本实现。"
    del before["fields"]["评价结论"]
    assert after["fields"] == before["fields"]
    assert after["tables"] == before["tables"]
    assert after["indicator"][0]["fields"] == before["indicator"][0]["fields"]
    _, out, _ = run("check", workspace / "inputs" / "again")
    assert "I1" not in out


def test_an_import_writes_what_the_form_has_no_place_for_as_not_asked(own, run, workspace):
    folder = own()
    run("build", folder)
    path, _ = printed(workspace)
    more = FORM + '\n[[field]]\nkey = "审核人"\nkind = "person"\nrequired = true\n'
    own_workspace(workspace, more)
    run("import", path, "-o", workspace / "inputs" / "again")
    made = values_of(workspace / "inputs" / "again" / "project-1.toml")
    assert "fields.审核人" in made["not-asked"]
    assert "fields.项目负责人" not in made["not-asked"]


def test_a_sum_that_does_not_agree_is_kept_and_told(own, run, workspace):
    run("build", own())
    path, _ = printed(workspace)
    document = docx.Document(str(path))
    costs = document.tables[1]
    costs.cell(2, 1).paragraphs[0].runs[0].text = "14"
    costs.cell(5, 1).paragraphs[0].runs[0].text = "16"
    foreign = workspace / "外来自评表.docx"
    document.save(str(foreign))
    _, out, _ = run("audit", foreign)
    assert "“预算安排”写作 14，各项相加为 13" in out
    assert "“预算安排”写作 16，各项相加为 15" in out
    run("import", foreign, "-o", workspace / "inputs" / "again", "--year", "2023")
    made = values_of(workspace / "inputs" / "again" / "project-1.toml")
    assert made["tables"]["三公经费"]["公务用车费"] == {"预算": 14}
    assert made["stated"]["sums"] == {"三公经费.预算": 16}


def test_words_that_are_no_value_of_their_kind_are_listed(own, run, workspace):
    run("build", own())
    path, _ = printed(workspace)
    document = docx.Document(str(path))
    document.tables[0].cell(3, 3).paragraphs[0].runs[0].text = "一千多人"
    foreign = workspace / "外来自评表.docx"
    document.save(str(foreign))
    _, out, _ = run("import", foreign, "-o", workspace / "inputs" / "again", "--year", "2023")
    assert "“一千多人”——“受益人数”：不是数" in out


def test_what_was_changed_in_word_is_pulled_as_the_form_declares_it(own, run, workspace):
    folder = own()
    run("build", folder)
    path, _ = printed(workspace)
    document = docx.Document(str(path))
    for table, row, column, words in (
        (0, 1, 1, "王某"),
        (0, 2, 1, "☑单位自评　□第三方评价"),
        (0, 3, 3, "1300"),
        (0, 5, 3, "2024年4月6日"),
        (1, 1, 2, "1.8"),
        (2, 1, 2, "3"),
        (3, 1, 7, "每少一册扣一分"),
    ):
        for number, run_of in enumerate(
            document.tables[table].cell(row, column).paragraphs[0].runs
        ):
            run_of.text = "" if number else words
    document.save(str(path))
    code, out, err = run("pull", path, "--apply")
    assert code == 0, out + err
    made = values_of(folder / "books.toml")
    assert made["fields"]["项目负责人"] == "王某"
    assert made["fields"]["评价方式"] == "单位自评"
    assert made["fields"]["受益人数"] == 1300
    assert str(made["fields"]["填表日期"]) == "2024-04-06"
    assert made["tables"]["三公经费"]["公务接待费"]["支出"] == tomli.loads("a = 1.8")["a"]
    assert made["tables"]["设备清单"][0]["台数"] == 3
    assert made["indicator"][0]["fields"]["评分标准"] == "每少一册扣一分"


def test_a_sum_is_not_pulled(own, run, workspace):
    folder = own()
    run("build", folder)
    path, _ = printed(workspace)
    document = docx.Document(str(path))
    document.tables[0].cell(5, 1).paragraphs[0].runs[0].text = "99"
    document.save(str(path))
    _, out, err = run("pull", path)
    assert "是算出来的：80 + 15.5 = 95.5" in out + err


def test_a_second_build_after_an_import_is_the_same_page(own, run, workspace):
    run("build", own())
    path, rows = printed(workspace)
    run("import", path, "-o", workspace / "inputs" / "again")
    run("build", workspace / "inputs" / "again", "--draft")
    (made,) = (workspace / "outputs" / "again").rglob("*.docx")
    tables = docx.Document(str(made)).tables[:3]
    again = [" | ".join(cell.text for cell in row.cells) for t in tables for row in t.rows]
    assert again == rows[: len(again)]


def test_a_new_folder_shows_every_item(own, run, workspace):
    own()
    code, out, err = run("init", workspace / "inputs" / "new", "--scheme", "county-2020")
    assert code == 0, out + err
    text = (workspace / "inputs" / "new" / "project-1.toml").read_text("utf-8")
    assert '"项目负责人" = ""' in text
    assert '# "评价方式" = "单位自评"    # 选一项：单位自评、第三方评价' in text
    assert "由程序相加：财政资金 ＋ 自筹资金" in text
    assert '[tables."三公经费"]' in text
    assert '# [[tables."设备清单"]]' in text
    assert values_of(workspace / "inputs" / "new" / "project-1.toml")["tables"] == {"三公经费": {}}
    schema = (workspace / "inputs" / "new" / ".schema" / "project.schema.json").read_text("utf-8")
    assert '"第三方评价"' in schema


def test_the_documents_of_a_scheme_declare_inline_too(own, run, workspace):
    inline = '[[document.field]]\nkey = "填表人"\nkind = "person"\nrequired = true\n'
    scheme = scheme_text(**{'form = "county-form"\n': 'form = "county-form"\n'})
    scheme = scheme.replace(
        'basis = "form"\n\n[[document]]\nid = "goals"',
        f'basis = "form"\n\n{inline}\n[[document]]\nid = "goals"',
    )
    _, out, _ = run("check", own(scheme=scheme))
    assert "缺少填表人" in out


def test_spring_asks_for_nothing_of_a_form_of_autumn(own, run):
    folder = own(**{'"项目负责人" = "李某"\n': "", "year = 2023": 'year = 2023\nstage = "goals"'})
    _, out, _ = run("check", folder)
    assert "缺少项目负责人" not in out


def test_a_page_that_says_otherwise_is_told_against_the_inputs(own, run, workspace):
    folder = own()
    run("build", folder)
    path, _ = printed(workspace)
    document = docx.Document(str(path))
    head = document.tables[0]
    for row, column, words in ((1, 1, "王某"), (2, 3, "☑门户网站　☑公告栏　□报纸"), (3, 3, "1201")):
        head.cell(row, column).paragraphs[0].runs[0].text = words
    foreign = workspace / "改过的自评表.docx"
    document.save(str(foreign))
    _, out, _ = run("audit", foreign, "--against", folder, "--year", "2023")
    assert out.count("X09") == 3


def test_fewer_places_on_the_page_are_no_difference(own, run):
    folder = own(**{'"财政资金" = 80': '"财政资金" = 80.126'})
    _, out, err = run("build", folder, "--strict")
    assert "X09" not in out + err


def test_the_next_year_keeps_names_and_choices_and_drops_the_numbers(own, run, workspace):
    folder = own()
    code, out, err = run("init", workspace / "inputs" / "next", "--from", folder, "--year", "2024")
    assert code == 0, out + err
    made = values_of(workspace / "inputs" / "next" / "books.toml")
    assert made["fields"]["项目负责人"] == "李某"
    assert made["fields"]["评价方式"] == "第三方评价"
    assert {"受益人数", "填表日期", "财政资金"}.isdisjoint(made["fields"])
    assert made["tables"]["三公经费"]["公务接待费"] == {"依据": "上年数"}
    assert made["tables"]["设备清单"] == [{"设备": "自助借还机"}, {"设备": "书架"}]
    assert made["indicator"][0]["fields"] == {"评分标准": "达到目标得满分"}


def test_a_sheet_of_excel_is_read_by_the_same_declaration(own, run, workspace):
    folder = own()
    run("build", folder)
    _, rows = printed(workspace)
    sheet = [["某县项目绩效自评表（2023年度）"], *(row.split(" | ") for row in rows[:18])]
    path = workspace / "自评表.xlsx"
    path.write_bytes(excel_bytes([row if len(row) > 1 else [*row, "", "", ""] for row in sheet]))
    code, out, err = run("import", path, "-o", workspace / "inputs" / "again", "--year", "2023")
    assert code == 0, out + err
    made = values_of(workspace / "inputs" / "again" / "project-1.toml")
    before = values_of(folder / "books.toml")
    assert made["tables"] == before["tables"]
    assert {k: v for k, v in made["fields"].items() if k != "评价结论"} == {
        k: v for k, v in before["fields"].items() if k != "评价结论"
    }


def test_the_fields_of_templates_are_listed_by_their_names(own, run):
    own()
    _, out, _ = run("templates", "fields")
    for path in (
        'field("项目负责人")',
        'choice("评价方式")["第三方评价"]',
        'table("三公经费")["购置费"]["预算"]',
        'table("三公经费").total["预算"]',
        'rows.indicators[].field("评分标准")',
    ):
        assert f"{path}\t" in out


def test_a_name_that_nobody_declared_is_told_in_its_cell(own, run, workspace):
    own()
    template = tuple(part.replace('row["依据"]', 'row["根据"]') for part in TEMPLATE)
    own_workspace(workspace, template=template)
    code, out, err = run("build", workspace / "inputs" / "library-2023")
    assert code == 1
    assert "T02 表2" in out + err
    assert "没有这一列“根据”" in out + err
    assert "依据" in out + err


DEPARTMENT = """
[goal]
expected = "丰富馆藏。"
achieved = "购书两万册。"

[fields]
"项目负责人" = "赵某"
"""


def test_a_document_over_the_dossier_prints_those_of_its_projects(own, run, workspace):
    template = (
        "{{ title }}",
        '{{ field("负责人") }}',
        "{%p for project in projects %}",
        (
            '{{ project.name }}：{{ project.field("负责人") }}，{{ project.choice("评价方式") }}，'
            '{{ project.table("三公经费")["购置费"]["支出"] }}'
        ),
        "{%p endfor %}",
    )
    scheme = scheme_text(
        **{'for = "project"\nsigned': 'for = "dossier"\nitem-title = "{{ name }}"\nsigned'}
    )
    folder = own(scheme=scheme)
    own_workspace(workspace, template=template, scheme=scheme)
    (folder / "department.toml").write_text(DEPARTMENT, encoding="utf-8")
    run("build", folder, "--draft")
    (path,) = (workspace / "outputs").rglob("*.docx")
    document = docx.Document(str(path))
    words = [p.text for p in document.paragraphs]
    assert "赵某" in words
    assert "图书购置：李某，□单位自评　☑第三方评价，9.5" in words
    for paragraph in document.paragraphs:
        for part in paragraph.runs:
            part.text = part.text.replace("李某", "王某")
    document.save(str(path))
    run("pull", path, "--apply")
    assert values_of(folder / "books.toml")["fields"]["项目负责人"] == "王某"
    assert values_of(folder / "department.toml")["fields"]["项目负责人"] == "赵某"


def test_a_corrected_form_is_imported_into_the_folder_again(own, run, workspace):
    run("build", own())
    path, _ = printed(workspace)
    again = workspace / "inputs" / "again"
    run("import", path, "-o", again)
    document = docx.Document(str(path))
    for table, row, column, words in ((0, 3, 3, "1300"), (1, 3, 2, "9.6"), (2, 1, 2, "4")):
        document.tables[table].cell(row, column).paragraphs[0].runs[0].text = words
    for table, row, column, words in ((1, 2, 2, "11.85"), (1, 5, 2, "13.35"), (2, 3, 2, "34")):
        document.tables[table].cell(row, column).paragraphs[0].runs[0].text = words
    document.save(str(path))
    code, out, err = run("import", path, "-o", again)
    assert code == 0, out + err
    made = values_of(again / "project-1.toml")
    assert made["fields"]["受益人数"] == 1300
    assert made["tables"]["三公经费"]["购置费"]["支出"] == tomli.loads("a = 9.6")["a"]
    assert "公务用车费" not in made["tables"]["三公经费"]
    assert [row["台数"] for row in made["tables"]["设备清单"]] == [4, 30]
    assert "sums" not in made.get("stated", {})


def test_a_form_in_yuan_over_inputs_in_ten_thousands_says_the_same(own, run, workspace):
    folder = own()
    form = FORM.replace("\n\n[[field]]", '\n\n[print]\nmoney-unit = "元"\n\n[[field]]', 1)
    bare = tuple(part.replace("（万元）", "") for part in TEMPLATE)
    own_workspace(workspace, form, bare)
    code, out, err = run("build", folder, "--strict")
    assert (code, "X09" in out + err) == (0, False), out + err
    path, rows = printed(workspace)
    assert "财政资金 | 800000.00 | 自筹资金 | 155000.00" in rows
    assert "购置费 | 100000 | 95000 | " in rows
    document = docx.Document(str(path))
    document.tables[1].cell(3, 2).paragraphs[0].runs[0].text = "96000"
    document.save(str(path))
    run("pull", path, "--apply")
    tables = values_of(folder / "books.toml")["tables"]
    assert str(tables["三公经费"]["购置费"]["支出"]) == "9.6"


def test_a_form_that_prints_few_of_what_is_declared_is_read_by_its_template(own, run, workspace):
    folder = own()
    few = ("自评表", HEAD_OF_FEW, TEMPLATE[-1])
    own_workspace(workspace, FORM, few)
    run("build", folder)
    path, _ = printed(workspace)
    code, out, err = run("import", path, "-o", workspace / "inputs" / "again", "--year", "2023")
    assert code == 0, out + err
    fields = values_of(workspace / "inputs" / "again" / "project-1.toml")["fields"]
    assert (fields["受益人数"], fields["评价方式"]) == (1200, "第三方评价")
