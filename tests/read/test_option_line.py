"""Options with boxes: how long an option and its label may be, and how many are a choice."""

import pytest

from generator.read.option_line import OptionReader
from tests.foreign import book

READER = OptionReader(book().phrases)


def groups(text):
    return [(one.label, [box.option for box in one.boxes]) for one in READER.groups(text)]


@pytest.mark.parametrize(("length", "is_named"), [(25, True), (26, False)])
def test_an_option_has_twenty_five_signs(length, is_named):
    option = "好" * length
    assert groups(f"等级：☑{option} □差") == [("等级", [option if is_named else "", "差"])]


@pytest.mark.parametrize(("length", "is_label"), [(40, True), (41, False)])
def test_a_label_has_forty_signs(length, is_label):
    label = "级" * length
    assert groups(f"{label}：☑优 □差") == [(label if is_label else "", ["优", "差"])]


@pytest.mark.parametrize(
    ("text", "is_choice"), [("☑优 □差", True), ("☑优", False), ("☑优 □优", False)]
)
def test_two_options_of_two_names_are_a_choice(text, is_choice):
    assert [one.is_choice for one in READER.groups(f"等级：{text}")] == [is_choice]
