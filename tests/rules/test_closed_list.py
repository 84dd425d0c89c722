"""Lists before a rate: from how many parts on they are the whole."""

import pytest

from generator.rules.closed_list import closed_list, listed_for
from generator.rules.form_sentences import said
from tests.rules.forms import form


def lists(parts):
    text = f"回收[count:回收:332份]，其中{parts}，满意度[rate:满意度:93%]。"
    one = next(iter(said(form(sentences=[text]))))
    return [len(found(one, one.facts[-1])) for found in (closed_list, listed_for)]


@pytest.mark.parametrize(
    ("parts", "closed", "led"),
    [
        ("满意[count::312份]", 0, 0),
        ("满意[count::312份]、不满意[count::20份]", 0, 3),
        ("满意[count::300份]、一般[count::12份]、不满意[count::20份]", 4, 4),
        ("满意[count::300份]、一般[count::12份]、不满意[count::21份]", 0, 4),
    ],
)
def test_three_parts_come_to_the_whole_and_two_are_led_to(parts, closed, led):
    assert lists(parts) == [closed, led]
