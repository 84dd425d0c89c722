"""Classes that a form prints without an indicator, and that no input holds."""

import pytest

from generator.model.printed_words import PrintedCell, PrintedRow
from generator.use.import_.bare_classes import bare_classes


def row(level2, name, number=-1):
    return PrintedRow({"level2": PrintedCell(level2), "name": PrintedCell(name)}, number)


FULL = row("社会效益指标", "受益村民", 0)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([FULL, row("生态 效益\n指标", "")], ["生态效益指标"]),
        ([row("生态效益指标", ""), FULL], ["生态效益指标"]),
        ([row("生态效益指标", ""), row("", "岸坡绿化", 1)], []),  # its indicators stand below it
        ([FULL, row("小计", "合计")], []),
        ([FULL, row("", "")], []),
        ([row("生态效益指标", "", 1)], []),  # a row of the inputs
    ],
)
def test_a_class_with_no_indicator_in_its_row_or_below_is_bare(rows, names):
    assert [*bare_classes(rows)] == names
