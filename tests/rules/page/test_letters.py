"""Letters in other sizes and colours, and what is quoted of them."""

import pytest

from generator.rules.page.letters import colours, levels
from tests.rules.page.laid import SENTENCE, pages, said


@pytest.mark.parametrize(("length", "quoted"), [(30, 30), (31, 30)])
def test_thirty_signs_are_quoted(length, quoted):
    report = pages(said(SENTENCE), said("好" * (length - 1) + "。", colour="FF0000"))
    assert [len(found.quote) for found in colours(report)] == [quoted]


@pytest.mark.parametrize(("size", "told"), [(32, []), (31, ["size"]), (16, ["size"])])
def test_a_heading_is_set_in_sixteen_points(size, told):
    report = pages(said("一、项目情况", size), said(SENTENCE))
    assert [found.id for found in levels(report) if found.id == "size"] == told
