"""What a scheme asks for goes by what the form calls it, and never by a key."""

import pytest

from generator.model.requirements import REQUIRABLE
from generator.use.schemes.scheme_table import Value
from generator.web.schemes.value_words import value_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("funds.budget、indicator.actual", "全年预算数（调整后）、实际完成值"),
        ("unit.date", "落款日期"),
        ("90、80、60", "90、80、60"),
        ("", ""),
    ],
)
def test_a_value_is_said_in_the_words_of_the_form(text, words):
    assert value_words(Value("required/goals", "申报目标时必填", text)) == words


@pytest.mark.parametrize("path", REQUIRABLE)
def test_whatever_can_be_asked_for_has_a_name(path):
    assert not value_words(Value("required/goals", "", path)).isascii()
