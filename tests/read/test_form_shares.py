"""How much of a template's own words makes a form one of it."""

import pytest

from generator.model.printed_words import PrintedForm
from generator.read.by_template import Match, read_by_template
from tests.read.lines import document


@pytest.mark.parametrize(("share", "is_same"), [(0.75, True), (0.749, False)])
def test_three_quarters_of_its_words_make_a_form_one_of_a_template(share, is_same):
    assert Match(PrintedForm({}, {}), share).is_same is is_same


@pytest.mark.parametrize(("lines", "share"), [(3, 1.0), (2, 0.0)])
def test_of_fewer_than_three_words_nobody_can_say(lines, share):
    names = ("单位名称", "主管部门", "填报日期")[:lines]
    template = document(*[f"{name}：{{{{ unit.name }}}}" for name in names])
    form = document(*[f"{name}：某县图书馆" for name in names])
    assert read_by_template(template, form).share == share
