"""Pages of questions alone: every answer is a field of its own, boxes or ticks in columns."""

import pytest

from tests.foreign import picture, read_excel, read_word, understood

BOXES = """
是否制定资金管理办法 | 是□ 否☑
是否按时完成绩效自评 | ☑是 □否
自评结果是否公开？ | 否
"""
COLUMNS = """
序号 | 问题 | 是 | 否 | 备注
1 | 是否制定资金管理办法 |  | √ | 正在起草
2 | 是否按时完成绩效自评 | √ |  |
3 | 自评结果是否公开 |  | √ |
"""


@pytest.mark.parametrize("read", [read_word, read_excel])
@pytest.mark.parametrize("page", [BOXES, COLUMNS])
def test_questions_alone_are_read(page, read):
    rows = picture(page)
    parts = ("2023年度绩效自评情况", rows) if read is read_word else ([["绩效自评"], *rows],)
    draft = understood(read(*parts))
    (subject,) = draft.subjects
    answers = {k.rstrip("？").replace("是否", ""): v for k, v in subject.values["fields"].items()}
    assert answers["制定资金管理办法"] == "否"
    assert answers["按时完成绩效自评"] == "是"
    assert [answers[k] for k in answers if "公开" in k] == ["否"]
    entries = [e for e in draft.accounts[0].entries if e.place.column > 1 or e.place.row > 1]
    assert [e.text for e in entries if e.answer == "unread"] == []


def test_what_stands_beside_a_question_is_kept():
    draft = understood(read_word("2023年度绩效自评情况", picture(COLUMNS)))
    assert draft.subjects[0].values["fields"]["是否制定资金管理办法·备注"] == "正在起草"


def test_fields_of_a_page_that_is_about_something_else_are_no_form_and_all_are_listed():
    draft = understood(read_word("值班安排", [["值班人", "张三"], ["值班电话", "12345"]]))
    assert draft.subjects == []
    assert {one.quote for one in draft.unplaced} == {
        "值班安排",
        "值班人",
        "张三",
        "值班电话",
        "12345",
    }


QUESTIONS = ["制定资金管理办法", "按时完成竣工验收", "专账核算"]
# Each row: what the page prints for yes, and for no.
INLINE = [
    ("☑是 □否", "□是 ☑否"),
    ("是☑ 否□", "是□ 否☑"),
    ("■有 □无", "□有 ■无"),
    ("是（√） 否（ ）", "是（ ） 否（√）"),
    ("是", "否"),
    ("√", "×"),
]
HEADS = [("是", "否"), ("有", "无"), ("符合", "不符合"), ("已落实", "未落实")]
MARKS = [("√", ""), ("☑", "□"), ("●", "○"), ("■", "□")]
ANSWERS = [True, False, True]


def read_page(rows, read):
    parts = ("2023年度内部管理检查", rows) if read is read_word else (rows,)
    return understood(read(*parts))


def all_read(draft):
    assert [e for e in draft.accounts[0].entries if e.answer == "unread"] == []
    return [*draft.subjects[0].values["fields"].values()]


@pytest.mark.parametrize("read", [read_word, read_excel])
@pytest.mark.parametrize(("yes", "no"), INLINE)
@pytest.mark.parametrize("head", [[], ["检查内容", "检查结果"]])
def test_answers_beside_their_questions(yes, no, head, read):
    asked = [f"是否{q}" for q in QUESTIONS]
    rows = [
        *([head] if head else []),
        *([q, yes if answer else no] for q, answer in zip(asked, ANSWERS, strict=True)),
    ]
    values = all_read(read_page(rows, read))
    said = {yes[:1] if yes in "是√" else None, *(a + b for a in "是有" for b in [""]), "√"}
    assert [v in said for v in values] == ANSWERS


@pytest.mark.parametrize("read", [read_word, read_excel])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("tick", "other"), MARKS)
@pytest.mark.parametrize("is_double", [False, True])
@pytest.mark.parametrize("has_parts", [False, True])
def test_ticks_in_columns(head, tick, other, is_double, has_parts, read):
    rows = [["序号", "检查内容", *head]]
    if is_double:
        rows = [["序号", "检查内容", "检查结果", "<"], ["^", "^", *head]]
    for number, (asked, answer) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1):
        if has_parts and number > 1:
            rows.append([f"第{number}项制度", "<", "<", "<"])
        rows.append([str(number), asked, *((tick, other) if answer else (other, tick))])
    values = all_read(read_page(rows, read))
    assert values == [head[0] if answer else head[1] for answer in ANSWERS]


@pytest.mark.parametrize(
    "line", ["是否公示：☑是 □否", "1.是否公示？ 是√ 否□", "是否公示（是√ 否）", "是否公示　是"]
)
def test_a_question_in_a_paragraph(line):
    draft = understood(read_word("2023年度内部管理检查", line))
    assert all_read(draft) == ["是"]


def test_two_questions_in_a_row():
    row = ["1.是否公示", "☑是 □否", "2.是否验收", "□是 ☑否"]
    assert all_read(read_page([row, ["3.是否审计", "□是 ☑否", "", ""]], read_word)) == [
        "是",
        "否",
        "否",
    ]


def test_a_row_of_label_and_value_above_a_question_is_no_header():
    rows = [["建设地点", "城关镇"], ["是否公示", "是"], ["是否验收", "否"]]
    assert all_read(read_page(rows, read_word)) == ["城关镇", "是", "否"]


def test_a_box_that_nobody_ticked_is_no_answer():
    draft = read_page([["是否公示", "□是 □否"], ["是否验收", "□"]], read_word)
    assert draft.subjects == []
    assert {e.text: e.answer for e in draft.accounts[0].entries}["□是 □否"] == "furniture"


def test_questions_inside_a_form_belong_to_it():
    draft = understood(
        read_word("2023年度项目支出绩效自评表", [["项目名称", "河道清淤"]], picture(COLUMNS))
    )
    (subject,) = draft.subjects
    assert subject.name == "河道清淤"
    assert subject.values["fields"]["是否按时完成绩效自评"] == "是"
