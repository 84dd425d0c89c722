"""A question and its answer in one line: how long it may be, and what answers it."""

import pytest

from generator.read.question_line import question_and_answer
from tests.foreign import book

QUESTION = "是否按照规定公开预算{}？"


def line(length):
    """Write a question with its answer that is so long together."""
    return QUESTION.format("执" * (length - len(QUESTION.format("")) - 1)) + "是"


@pytest.mark.parametrize(("length", "is_read"), [(20, True), (100, True), (101, False)])
def test_a_line_longer_than_a_hundred_signs_is_no_question(length, is_read):
    assert len(line(length)) == length
    answer = question_and_answer(line(length), book().phrases)
    assert answer == ((line(length)[:-1], "是") if is_read else None)
