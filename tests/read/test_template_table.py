"""Which line of a template a row stands under: its words before a loop, a loop that holds it before a bare shape."""

from generator.read.template_table import TableReading, lines_of
from tests.read.cells import table

ROW = "清淤长度 | 8公里 | 9公里"
LOOP = """
{%tr for row in indicators %} | < | <
{{ row.name }} | 定额 | 完成
{%tr endfor %} | < | <
"""


def score(template, row):
    (line,) = lines_of(table(template))
    return TableReading((line,), table(row))._score(line, 0)


def test_a_loop_that_holds_a_row_stands_before_a_bare_shape_and_another_behind_it():
    whole = score(LOOP.replace("定额", "{{ row.target }}").replace("完成", "{{ row.actual }}"), ROW)
    shape, little = score("{{ a }} | {{ b }} | {{ c }}", ROW), score(LOOP, ROW)
    assert score("清淤长度 | {{ b }} | {{ c }}", ROW) > whole > shape > little
