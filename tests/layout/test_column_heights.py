"""What is known of columns before they are measured."""

from itertools import pairwise

import pytest

from generator.layout.adjust import Settings
from generator.layout.column_heights import TableColumns
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.layout.table_height import edges_of
from tests.layout.forms import grid

SETTING = type_setting()
LONG = "各项工作按计划完成，群众反映的问题件件有回音，累计投入1286.45万元，没有发生安全事故。"


def columns():
    table = grid((2000, 2000), ("名称", LONG), (LONG, "20000册"))
    return TableColumns([table], Settings(Ruler(SETTING)), SETTING.columns)


def test_nothing_is_foreseen_of_columns_that_were_never_looked_at():
    assert columns().foreseen((0, 2000, 4000)) is None


def test_columns_that_were_all_looked_at_need_no_foreseeing():
    own = columns()
    own.of((0, 2000, 4000))
    assert own.foreseen((0, 2000, 4000)) is None


@pytest.mark.parametrize("widths", [(1500, 2500), (2500, 1500), (1200, 2800)])
def test_narrower_columns_are_no_lower_than_is_foreseen(widths):
    own, edges = columns(), edges_of(widths)
    own.of((0, 2000, 4000))
    foreseen = own.foreseen(edges)
    assert foreseen is not None
    measured = own.of(edges)[0]
    by_width = dict(zip([b - a for a, b in pairwise(edges)], measured, strict=True))
    narrower = by_width[min(widths)]
    assert [found.broken for found in foreseen[0]] == [0]  # of the wider one nothing is known
    assert all(f <= m for f, m in zip(foreseen[0][0].heights, narrower.heights, strict=True))
