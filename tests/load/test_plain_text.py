"""Plain text: lines are paragraphs, tabs make tables, in the encodings that offices use."""

import pytest

from generator.load.plain_text import read_plain_bytes, read_text_lines
from generator.model.foreign_document import ReadParagraph
from tests.foreign import understood

FORM = """\
2020年度办案工作经费项目自评表

单位名称：某县纪委

自评得分： 38

项目名称\t\t办案工作经费\t\t\t\t
主管部门\t\t某县纪委\t\t项目实施单位\t\t审查室\t
预算执行情况（万元） （20分）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分 （20分*执行率）
\t年度财政资金总额\t358\t301.82\t84%\t17
项目绩效总目标（20分）\t年初设定目标\t\t\t全年实际完成情况\t\t得分
\t办好案件。\t\t\t办好了。\t\t20
项目年度绩效指标（60分）\t一级指标\t二级指标\t指标名称\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t交办案件\t10件\t12件\t9
\t\t质量指标\t审结率\t100%\t100%\t9
时效指标\t计划及时\t\t已完成\t10
\t满意度指标\t群众满意度\t≥90%\t91%\t9
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_texts_are_read_in_the_encodings_of_offices(encoding):
    document, problems = read_plain_bytes("绩效自评".encode(encoding), "自评.txt")
    assert not problems
    assert document.blocks[0].text == "绩效自评"


def test_bytes_that_are_no_text_are_told():
    document, (problem,) = read_plain_bytes(b"\x00\xff\xfe\x81" * 10, "x.txt")
    assert document is None
    assert problem.code == "D01"


def test_lines_with_tabs_are_a_table_and_know_line_and_column():
    title, table = read_text_lines("标题\n甲\t乙\n丙\t\n", "x").blocks
    assert isinstance(title, ReadParagraph)
    assert table.grid[0][1].text == "乙"
    assert table.grid[0][1].place.as_data() == {"column": 3, "line": 2}


def test_cells_on_lines_of_their_own_are_rows_up_to_a_blank_line():
    (table,) = read_text_lines("\t甲\n\t乙\n二行\n\n\t丙\n\t丁\n", "x").blocks
    assert [[c.text for c in row] for row in table.grid] == [["甲", "乙\n二行"], ["丙", "丁"]]


def test_a_form_whose_cells_slipped_is_understood_by_its_class_words():
    draft = understood(read_text_lines(FORM, "x.txt"))
    (subject,) = draft.subjects
    assert subject.values["stated"] == {"total": 38}
    assert subject.values["funds"]["stated"] == {"rate": 84, "score": 17, "weight": 20}
    assert subject.values["goal"]["stated"] == {"score": 20}
    rows = [
        (r["class"], r["name"], r["target"], r["stated"]["score"])
        for r in subject.values["indicator"]
    ]
    assert rows == [
        ("产出/数量", "交办案件", "10件", 9),
        ("产出/质量", "审结率", "100%", 9),
        ("产出/时效", "计划及时", "", 10),
        ("满意度", "群众满意度", "≥90%", 9),
    ]


def test_blank_cells_at_the_end_of_a_row_are_no_cells_on_lines_of_their_own():
    (table,) = read_text_lines(
        "甲\t乙\t丙\n\t丁\t\n\t\t\n戊\t己\t庚\n\t辛\n壬\t癸\t子\n", "x"
    ).blocks
    assert [[c.text for c in row] for row in table.grid] == [
        ["甲", "乙", "丙"],
        ["", "丁", ""],
        ["戊", "己", "庚"],
        ["", "辛", ""],
        ["壬", "癸", "子"],
    ]


def test_a_row_of_a_text_that_stands_right_is_not_moved():
    draft = understood(
        read_text_lines(
            "2023年度项目支出绩效自评表\n"
            "项目名称\t水渠维修\t\t\t\t\t\t\n"
            "一级指标\t二级指标\t三级指标\t\t年度指标值\t实际完成值\t分值\t得分\t原因\n"
            "产出指标\t数量指标\t维修长度\t\t≥9公里\t9.5公里\t40\t40\t\n"
            "\t质量指标\t验收合格率\t\t100%\t90%\t30\t27\t一段返工\n"
            "满意度指标\t村民满意指标度\t村民满意度\t\t≥90%\t95%\t20\t20\t\n",
            "x.txt",
        )
    )
    rows = draft.subjects[0].values["indicator"]
    assert [(r["name"], r["target"], r["actual"], r["weight"]) for r in rows] == [
        ("维修长度", "≥9公里", "9.5公里", 40),
        ("验收合格率", "100%", "90%", 30),
        ("村民满意度", "≥90%", "95%", 20),
    ]
    assert rows[1]["reason"] == "一段返工"
