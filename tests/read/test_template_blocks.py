"""Rows of a template that stand for every goal, and the form that has as many blocks as it has goals."""

import pytest

from generator.model.foreign_document import ReadTable
from generator.read.template_table import read_table
from tests.foreign import picture, read_word

TEMPLATE = """
    {%tr for goal in goals %} | < | <
    {{ goal.name }}：{{ goal.expected }} | < | <
    指标 | 指标值 | 完成值
    {%tr for row in goal.indicators %} | < | <
    {{ row.name }} | {{ row.target }} | {{ row.actual }}
    {%tr endfor %} | < | <
    {%tr endfor %} | < | <
    备注：照实填写。 | < | <
"""


def table(text):
    (found,) = (b for b in read_word("表", picture(text)).blocks if isinstance(b, ReadTable))
    return found


def form(count):
    block = "目标{0}：修{0}处。 | < | <\n指标 | 指标值 | 完成值\n处数 | {0} | {0}\n"
    blocks = "".join(block.format(number) for number in range(1, count + 1))
    return table(f"{blocks}备注：照实填写。 | < | <")


@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_form_is_read_with_as_many_blocks_as_it_has(count):
    reading = read_table(table(TEMPLATE), form(count))
    words = {tag: said for tag, (said, _) in reading.words().items()}
    assert words == {
        f"goals[{n}].{key}": said
        for n in range(count)
        for key, said in (("name", f"目标{n + 1}"), ("expected", f"修{n + 1}处。"))
    }
    assert [*reading.rows()] == [f"goals[{n}].indicators" for n in range(count)]
    assert not [*reading.unprinted()]
