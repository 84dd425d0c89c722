"""Questions with a tick in one of several columns, at the edges of what is an option and a question."""

import pytest

from generator.read.choice_table import find_choices
from tests.foreign import book, picture
from tests.rules.papers import paper

ROWS = """
序号 | 问题 | {yes} | {no} | 备注
1 | {first} | √ |  |
2 | {second} |  | √ |
"""


def found(text):
    (table,) = paper([picture(text)]).blocks
    return find_choices(table, 0, book())


def page(yes="是", no="否", first="是否公开", second="是否验收"):
    return ROWS.format(yes=yes, no=no, first=first, second=second)


@pytest.mark.parametrize(("option", "is_read"), [("已经全部落实", True), ("已经全部落实了", False)])
def test_a_heading_of_more_than_six_signs_is_no_option(option, is_read):
    options = found(page(yes=option))
    assert (options is not None) == is_read
    if options is not None:
        assert [cell.text for cell in options.options] == [option, "否"]


@pytest.mark.parametrize(("question", "is_read"), [("公示", True), ("公", False)])
def test_what_is_asked_has_two_signs_at_least(question, is_read):
    assert (found(page(first=question, second=question)) is not None) == is_read


def test_one_column_of_ticks_is_no_choice():
    assert found("问题 | 是\n是否公开 | √\n是否验收 | √") is None
    assert found("问题 | 是 | 否\n是否公开 | √ |\n是否验收 | √ |") is not None


@pytest.mark.parametrize(
    ("between", "behind"),
    [
        ("二、验收情况 | < | <", 5),
        ("二、验收情况 | < |", 3),
        ("二、 | 验收情况 | <", 3),
        ("另行说明 |  | 见附件", 3),
    ],
    ids=["over all", "not over the last", "in two", "beside an answer"],
)
def test_words_over_all_columns_part_questions_and_others_end_them(between, behind):
    table = found(f"问题 | 是 | 否\n是否公开 | √ |\n是否公示 |  | √\n{between}\n是否验收 | √ |")
    assert table.rows.stop == behind


def test_words_behind_the_last_question_are_none_of_its_rows():
    table = found("问题 | 是 | 否\n是否公开 | √ |\n是否公示 |  | √\n填报人：张三 | < | <")
    assert table.rows.stop == 3


def test_an_option_stands_beside_its_questions():
    assert found("√ | 问题\n√ | 是否公开\n | 是否验收") is None
