"""Captions stay, values get tags: told by words and by how cells stand, whatever a form is called."""

import json

import pytest

from generator.load.packs import find_packs
from generator.model.foreign_document import ReadTable
from generator.use.adopt.captions import Captions
from generator.use.foreign_file import read_foreign
from generator.use.workspace_labels import make_label_book
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
INDICATORS = """
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 50 | 50
    效益指标 | 生态效益指标 | 林区火灾 | ≤1起 | 0起 | 50 | 50
    总分 | < | < | < | < | 100 | 100
"""
# Rows as forms have them; what an office writes stands in square brackets.
ROWS = {
    "six": "主管部门 | [青岭县林业局] | 财政归口科室 | [农业科] | 政策依据 | [青财农〔2023〕7号]",
    "unknown": "使用科室 | [后勤组] | 经手人 | [田某] | 执行期限 | [2023—2025年]",
    "role": "项目负责人 | [后勤科负责人] | 联系电话 | [0990-1234567] | 是否跨年 | [否]",
    "block": "人员编制 | 编制数 | [18] | 实有人数 | [17] | 年末结转",
}


@pytest.fixture(scope="module")
def book():
    return make_label_book(find_packs(None))[0]


def captions_in(table, book, tmp_path):
    path = tmp_path / "form.docx"
    marked = table.replace("[", "").replace("]", "")
    path.write_bytes(word_bytes(TITLE, picture(marked)))
    found = next(b for b in read_foreign(path)[0].blocks if isinstance(b, ReadTable))
    captions = Captions(found, book)
    return [
        c.text
        for n in range(len(found.grid))
        for c in found.cells(n)
        if c.row == n and captions.is_caption(c)
    ]


def typed(table):
    """Return the cells that stand in no brackets, without marks of merging."""
    cells = [c.strip() for line in table.strip().splitlines() for c in line.split("|")]
    return [c for c in cells if c and c not in "<^" and not c.startswith("[")]


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_pairs_of_a_row_are_told_apart(row, book, tmp_path):
    assert captions_in(row, book, tmp_path) == typed(row)


def test_a_caption_stands_over_a_column_where_values_stand_below(book, tmp_path):
    table = """
    资金管理情况 | | 情况说明 | 存在问题和改进措施
    ^ | 分配合理性 | [按面积分配] | [无]
    ^ | 拨付及时性 | [九月拨付完毕] | [个别乡镇偏慢]
    """
    assert captions_in(table, book, tmp_path) == typed(table)


def test_captions_of_two_rows_stand_over_their_columns(book, tmp_path):
    table = """
    资金来源 | 预算安排 | < | 实际拨付 | 结余
    ^ | 年初 | 调整后 | ^ | ^
    县级资金 | [50] | [48] | [48] | [0]
    合计 | [50] | [48] | [48] | [0]
    """
    assert captions_in(table, book, tmp_path) == typed(table)


@pytest.fixture
def adopted(run, workspace):
    """Adopt a table; return what adopt said, and the words of the template."""

    def go(rows, *below):
        form = workspace / "form.docx"
        form.write_bytes(word_bytes(TITLE, picture(rows), *below))
        code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
        template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
        told = json.loads(out)
        assert (code, told["comparison"]["differences"]) == (0, [])
        return told, [text for _, text, _ in template.said()]

    return go


def test_no_caption_becomes_a_tag_and_no_name_comes_of_a_value(adopted):
    told, words = adopted(
        f"""
        项目名称 | 护林防火 | 项目编号 | QL-07 | 建设地点 | 北沟 | <
        实施单位 | 青岭县林场 | 资金文号 | 青财农〔2023〕8号 | 归口科室 | 农业科 | <
        {INDICATORS.strip()}
        """
    )
    assert {"项目编号", "建设地点", "资金文号", "归口科室"} <= {*words}
    assert sorted(told["fields"]) == sorted(["项目编号", "建设地点", "资金文号", "归口科室"])


@pytest.mark.parametrize(
    ("said", "fields", "tag"),
    [
        ("护林防火目标基本完成。", ["自评结论"], '{{ field("自评结论") }}'),
        ("优", [], "{{ form.grade }}"),
    ],
)
def test_a_sentence_where_grades_stand_is_a_field_and_no_grade(adopted, said, fields, tag):
    told, words = adopted(
        f"""
        项目名称 | 护林防火 | < | < | < | < | <
        {INDICATORS.strip()}
        自评结论 | {said} | < | < | < | < | <
        """
    )
    assert told["fields"] == fields
    assert tag in words


def test_a_sentence_behind_such_a_label_in_a_line_is_a_field_as_well(adopted):
    told, _ = adopted(
        f"项目名称 | 护林防火 | < | < | < | < | <\n{INDICATORS.strip()}",
        "自评结论：护林防火目标基本完成。",
    )
    assert told["fields"] == ["自评结论"]


TASKS = f"""
    单位名称 | 青岭县林业局 | < | < | < | < | <
    年度主要任务 | 任务名称 | < | 主要内容 | < | 预算金额（万元） | <
    ^ | 封山护林 | < | 巡护林区 | < | 31.50 | <
    ^ | 苗圃扩建 | < | 整地育苗 | < | 12.00 | <
    {INDICATORS.strip()}
"""


def test_rows_that_each_office_names_are_a_free_table(adopted, run, workspace):
    told, words = adopted(TASKS)
    assert '{%tr for row in table("年度主要任务") %}' in words
    assert not any("封山" in text or "苗圃" in text for text in words)
    assert told["fields"] == []
    other = workspace / "other.docx"
    more = TASKS.replace("封山护林", "防火演练").replace(
        "    ^ | 苗圃", "    ^ | 种子储备 | < | 入库 | < | 3.2 | <\n    ^ | 苗圃"
    )
    other.write_bytes(word_bytes(TITLE, picture(more)))
    run("import", other, "-o", workspace / "inputs" / "y")
    run("build", workspace / "inputs" / "y", "--as-stated")
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    said = [text for _, text, _ in read_foreign(made)[0].said()]
    assert [t for t in said if t in ("防火演练", "种子储备", "苗圃扩建", "3.2")] == [
        "防火演练", "种子储备", "3.2", "苗圃扩建"
    ]  # fmt: skip


def test_a_note_of_the_form_stays_and_a_note_of_the_office_is_a_field(adopted):
    told, words = adopted(
        f"项目名称 | 护林防火 | < | < | < | < | <\n{INDICATORS.strip()}", "注：分值按上级文件执行。"
    )
    assert "注：分值按上级文件执行。" in words
    assert told["fields"] == []


def test_a_note_with_amounts_of_the_office_is_a_field(adopted):
    told, _ = adopted(
        f"项目名称 | 护林防火 | < | < | < | < | <\n{INDICATORS.strip()}",
        "备注：护林员减少3人，其中病休1人。",
    )
    assert told["fields"] == ["备注"]


FUNDED = f"""
    项目名称 | 护林防火 | < | < | 经办人 | 田某 | <
    {INDICATORS.strip()}
"""


def test_what_is_printed_otherwise_than_the_imported_form_is_told(adopted, run, workspace):
    adopted(FUNDED, "北沟林场材料，共四份。")
    other = workspace / "other.docx"
    other.write_bytes(
        word_bytes(TITLE, picture(FUNDED.replace("田某", "宋某")), "南沟林场材料，共五份。")
    )
    run("import", other, "-o", workspace / "inputs" / "y")
    _, out, _ = run("build", workspace / "inputs" / "y", "--as-stated")
    assert "原文“南沟林场材料，共五份。”，印出“北沟林场材料，共四份。”" in out
    assert "宋某" not in out
    run("import", workspace / "form.docx", "-o", workspace / "inputs" / "x")
    _, out, _ = run("build", workspace / "inputs" / "x", "--as-stated")
    assert "O26" not in out


def test_a_form_is_printed_by_the_inputs_alone_as_well(adopted):
    told, _ = adopted(FUNDED)
    assert told["without-record"]["cells"] == told["comparison"]["cells"]


def test_a_blank_form_with_columns_of_results_is_one_of_the_evaluation(run, workspace):
    form = workspace / "form.docx"
    blank = """
    项目名称 | | < | < | 执行率 | | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | | | | |
    效益指标 | 生态效益指标 | | | | |
    总分 | < | < | < | < | |
    """
    form.write_bytes(word_bytes("项目支出绩效自评表", picture(blank)))
    assert run("adopt", form, "-o", workspace, "--format", "json")[0] == 0
    scheme = (workspace / "templates" / "schemes" / "form.toml").read_text(encoding="utf-8")
    assert 'stage = "evaluation"' in scheme
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = [text for _, text, _ in template.said()]
    assert {"{{ form.total }}", "{{ form.total_weight }}", "{{ form.rate }}"} <= {*words}


def test_values_behind_labels_of_a_line_and_places_to_sign_are_fields(adopted):
    told, words = adopted(FUNDED, "复核人：钱某　　经费科室：财务科", "分管领导（签字）：")
    assert set(told["fields"]) >= {"复核人", "经费科室", "分管领导"}
    assert not any("钱某" in text for text in words)


def test_a_seal_is_nobodys_name(adopted):
    told, words = adopted(FUNDED, "（单位公章）")
    assert "（单位公章）" in words
    assert told["fields"] == ["经办人"]


BLANK = """
    项目名称 | | < | < | 经办人 | | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    决策指标 | 项目立项 | | | | |
    ^ | 绩效目标 | | | | |
    产出指标 | 数量指标 | | | | |
    ^ | 质量指标 | | | | |
    {last} | | | | |
"""


@pytest.mark.parametrize(
    ("last", "is_class"),
    [("^ | 时效指标", True), ("^ | 绩效目标", True), ("总体目标 | 绩效目标", False)],
    ids=["class", "called as a label", "another block"],
)
def test_a_blank_row_of_a_class_that_is_called_as_a_label_is_of_the_block(
    last, is_class, run, workspace
):
    form = workspace / "form.docx"
    form.write_bytes(word_bytes(TITLE, picture(BLANK.replace("{last}", last))))
    _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    told = json.loads(out)
    assert told["loops"] == 1
    assert (told["fields"] == ["经办人"]) == is_class


@pytest.mark.parametrize("said", ["2023年", "2023", "2023年度"])
def test_the_year_behind_its_label_is_a_tag_and_the_words_behind_it_stay(planned, said):
    line = f"评价年度：{said}          单位：万元"
    data = word_bytes("项目支出绩效自评表", line, picture(INDICATORS))
    own = [e for e in planned(data).edits if "form.year" in e.text and not e.place.table]
    assert [(e.old, e.after) for e in own] == [("2023", "评价年度")]


def test_what_begins_with_a_value_that_has_its_tag_is_no_second_field(planned):
    line = "部门：溪口县林业站          公开14表"
    plan = planned(word_bytes(TITLE, line, picture(INDICATORS)))
    own = [e.text for e in plan.edits if "溪口县林业站" in e.old]
    assert own == ["{{ form.unit }}"]
