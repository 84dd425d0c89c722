"""Forms that are built otherwise: rows of several shapes, titles in the table, sheets, prose around them."""

import io
import json

import docx
import pytest

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import excel_bytes, picture, word_bytes

SHAPES = """
    项目名称 | < | 护林防火 | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | 青岭县林场 | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 25 | 25
    ^ | 质量指标 | 火情处置率 | 100% | 100% | 25 | 25
    效益指标 | < | 林区火灾 | ≤1起 | 0起 | 40 | 40
    满意度指标 | < | 村民满意度 | ≥90% | 94% | 10 | 10
    总分 | < | < | < | < | 100 | 100
"""
PLACEHOLDERS = """
    项目名称 | < | 村级会计培训 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分
    产出指标 | 数量指标 | 指标1：培训会计 | ≥90人 | 92人 | 50
    ^ | ^ | 指标2： | | |
    ^ | ^ | …… | | |
    效益指标 | 社会效益指标 | 指标1：记账合格率 | ≥95% | 97% | 50
    总分 | < | < | < | < | 100
"""
TWO_BLOCKS = """
    项目名称 | 校舍维修 | < | < | 预算单位 | 北坡县一中
    产出指标 | 指标名称 | 目标值 | 完成值 | 分值 | 得分
    数量指标 | 维修面积 | ≥5000平方米 | 5100平方米 | 30 | 30
    质量指标 | 验收合格率 | 100% | 100% | 30 | 30
    效益指标 | 指标名称 | 目标值 | 完成值 | 分值 | 得分
    社会效益指标 | 受益师生 | ≥1200人 | 1260人 | 40 | 40
    总分 | < | < | < | < | 100
"""
IN_TABLE = f"""
    项目支出绩效自评表 | < | < | < | < | < | <
    （2023年度） | < | < | < | < | < | <
    {SHAPES.strip()}
"""
TITLE = "项目支出绩效自评表（2023年度）"
REPORT = (
    "青岭县林场2023年护林防火项目绩效自评报告",
    "一、项目概况",
    "项目由青岭县林场实施，巡护林区二百公里。",
    "二、存在的问题",
    "（一）人手不足",
    "护林员平均年龄偏大。",
    "三、改进措施",
    "增招护林员四名。",
)


@pytest.fixture
def printed_again(run, workspace):
    """Adopt a form, import it, print it as stated; return how it compares, and what adopt said."""

    def go(data, name="form.docx"):
        form = workspace / name
        form.write_bytes(data)
        _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
        run("import", form, "-o", workspace / "inputs" / "x")
        run("build", workspace / "inputs" / "x", "--as-stated")
        (made,) = (workspace / "outputs" / "x").glob("*.docx")
        return compare(read_foreign(form)[0], read_foreign(made)[0]), json.loads(out)

    return go


@pytest.mark.parametrize(
    "table", [SHAPES, PLACEHOLDERS, TWO_BLOCKS, IN_TABLE], ids=["shapes", "open", "blocks", "title"]
)
def test_every_cell_and_merge_comes_out_again(table, printed_again):
    found, _ = printed_again(word_bytes(TITLE, picture(table)))
    assert found.differences == ()


def test_blocks_of_other_classes_have_a_loop_each(printed_again, run, workspace):
    found, told = printed_again(word_bytes(TITLE, picture(TWO_BLOCKS)))
    assert (found.differences, told["loops"], told["left"]) == ((), 2, [])
    project = workspace / "inputs" / "x" / "project-1.toml"
    row = '\n[[indicator]]\nclass = "质量"\nname = "返修处数"\ntarget = "≤2处"\nactual = "1处"\nweight = 5\n'
    project.write_text(project.read_text(encoding="utf-8") + row, encoding="utf-8")
    run("build", workspace / "inputs" / "x", "--draft")
    (made,) = (workspace / "outputs" / "x").glob("*草稿*.docx")
    table = read_foreign(made)[0].blocks[-1]
    names = [table.at(row, 1).text for row in range(1, 8)]
    assert names == [
        "指标名称", "维修面积", "验收合格率", "返修处数", "指标名称", "受益师生", "总分"
    ]  # fmt: skip
    again = workspace / "inputs" / "y"
    assert run("import", made, "-o", again)[0] == 0
    assert (again / "project-1.toml").read_text(encoding="utf-8").count("\n[[indicator]]") == 4


def test_a_block_that_no_loop_prints_is_told(printed_again):
    alike = TWO_BLOCKS.replace("社会效益指标 | 受益师生", "数量指标 | 受益师生")
    _, told = printed_again(word_bytes(TITLE, picture(alike)))
    assert any("又一块指标" in left["reason"] for left in told["left"])


def with_table_inside(rows):
    inside = SHAPES.replace(
        "护林防火 | < | < | < | <",
        "护林防火 | < | < | < | <\n    附：明细 | < | 见表 | < | < | < | <",
    )
    document = docx.Document(io.BytesIO(word_bytes(TITLE, picture(inside))))
    table = document.tables[0].cell(1, 2).add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_table_in_a_cell_has_its_tags(printed_again, workspace):
    found, _ = printed_again(with_table_inside([["联系人", "张某"], ["经费来源", "县级"]]))
    assert found.differences == ()
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = [text for _, text, _ in template.said()]
    assert '{{ field("联系人") }}' in words
    assert '{{ field("经费来源") }}' in words


def test_a_table_in_a_cell_that_nobody_knows_is_told(printed_again):
    _, told = printed_again(with_table_inside([["序号"], ["1"]]))
    places = [left["place"] for left in told["left"] if "表格里的表格" in left["reason"]]
    assert places == [{"part": "表 1第 2 行第 3 列内的", "table": 1}]


def test_a_table_of_another_project_is_told(run, workspace):
    second = SHAPES.replace("护林防火", "苗圃扩建").replace("巡护里程", "扩建面积")
    form = workspace / "form.docx"
    form.write_bytes(word_bytes(TITLE, picture(SHAPES), TITLE, picture(second)))
    _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    (told,) = [left for left in json.loads(out)["left"] if "另一个项目" in left["reason"]]
    assert told["place"] == {"table": 2}


def test_what_a_header_says_of_one_year_is_told_and_a_page_number_is_not(run, workspace):
    document = docx.Document(io.BytesIO(word_bytes(TITLE, picture(SHAPES))))
    document.sections[0].header.paragraphs[0].text = "青岭县林场2023年自评材料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    form = workspace / "form.docx"
    document.save(str(form))
    _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    (told,) = json.loads(out)["left"]
    assert (told["text"], told["reason"][:2]) == ("青岭县林场2023年自评材料", "页眉")


def test_a_sheet_becomes_a_word_template(printed_again, workspace):
    found, _ = printed_again(excel_bytes(picture(IN_TABLE)), "form.xlsx")
    assert (workspace / "templates" / "docx" / "form.docx").is_file()
    assert found.same_cells == found.cells


def test_a_report_is_a_loop_over_its_sections(printed_again, workspace):
    found, _ = printed_again(word_bytes(*REPORT))
    assert found.differences == ()
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = [text for _, text, _ in template.said()]
    assert "{%p for block in body %}" in words
    assert not any("护林员" in text for text in words)


def test_a_report_around_a_form_keeps_both(printed_again):
    found, _ = printed_again(word_bytes(*REPORT, TITLE, picture(SHAPES)))
    assert found.differences == ()


def test_boxes_in_a_list_of_goals_have_one_tag_each(printed_again):
    goals = """
        序号 | 年度绩效目标 | 完成情况 | 是否完成
        1 | 巡护林区二百公里 | 巡护二百一十公里 | ☑是 □否
        2 | 培训护林员三十名 | 培训二十八名 | □是 ☑否
    """
    found, told = printed_again(word_bytes(TITLE, picture(SHAPES), picture(goals)))
    assert found.differences == ()
    assert told["comparison"]["differences"] == []


GOALS = """
    项目名称 | < | 古井修缮 | < | < | <
    主管部门（代码） | < | 北坡县文旅局（215002） | < | 实施单位 | 北坡县文保所
    年度总体目标 | 预期目标 | < | 实际完成情况 | < | <
    ^ | 目标1 | 修缮古井9口 | 目标1 | 修缮9口 | <
    ^ | 目标2 | 立碑9方 | 目标2 | 立碑8方 | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分
    产出指标 | 数量指标 | 修缮古井 | ≥9口 | 9口 | 50
    效益指标 | 社会效益指标 | 参观人数 | ≥800人 | 860人 | 50
    总分 | < | < | < | < | 100
"""


@pytest.mark.parametrize(
    "said", ["修缮古井9口 修缮9口 立碑9方 立碑8方", ""], ids=["filled", "blank"]
)
def test_goals_behind_their_numbers_are_goals(said, printed_again, workspace):
    form = GOALS
    for words in () if said else ("修缮古井9口", "修缮9口", "立碑9方", "立碑8方"):
        form = form.replace(f"| {words} |", "| |", 1)
    found, told = printed_again(word_bytes(TITLE, picture(form)))
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0].blocks[-1]
    cells = [cell.text for cell in template.cells(4)][1:]
    number = "目标{{ goal.number }}"
    assert cells == [number, "{{ goal.expected }}", number, "{{ goal.achieved }}"]
    assert (found.differences, told["left"]) == ((), [])


def test_a_place_that_is_the_units_own_follows_it_and_another_is_told(run, workspace):
    form = workspace / "form.docx"
    note = "注：本表由北坡县财政局统一印制。"
    form.write_bytes(word_bytes("江北省北坡县项目支出绩效自评表（2023年度）", picture(GOALS), note))
    _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    lines = [block.text for block in template.blocks if hasattr(block, "text")]
    assert lines == [
        "江北省{{ form.region }}项目支出绩效自评表（{{ form.year }}年度）",
        "注：本表由{{ form.region }}财政局统一印制。",
    ]
    assert ["江北省" in left["reason"] for left in json.loads(out)["left"]] == [True]
