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


def test_fields_of_a_page_that_is_about_something_else_are_no_form():
    assert understood(read_word("值班安排", picture(BOXES.replace("绩效", "")))).subjects == []


def test_questions_inside_a_form_belong_to_it():
    draft = understood(
        read_word("2023年度项目支出绩效自评表", [["项目名称", "河道清淤"]], picture(COLUMNS))
    )
    (subject,) = draft.subjects
    assert subject.name == "河道清淤"
    assert subject.values["fields"]["是否按时完成绩效自评"] == "是"
