"""Labels beside the heads and rows of a list."""

import re

import pytest

from generator.word.columns.side_labels import joined
from tests.word.columns.tables import body, cell, table

OPEN_BELOW = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'
OPEN_ABOVE = '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'


def open_cell(text, border, merge=""):
    return cell(text, 1000, merge=merge).replace("</w:tcPr>", f"{border}</w:tcPr>")


def line(*cells, head=""):
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def listed(*below, head="<w:tblHeader/>"):
    rows = [line(open_cell("绩效指标", OPEN_BELOW), cell("指标名称", 3000), head=head)]
    rows += [line(one, cell("购书册数", 3000)) for one in below]
    return body(table((1000, 3000), *rows))


def merges(text):
    return [
        (re.findall(r"<w:vMerge[^>]*>", tc), "nil" in tc)
        for tc in re.findall(r"<w:tc>.*?</w:tc>", text)
    ][::2]


BEGINS, GOES_ON = (['<w:vMerge w:val="restart"/>'], False), (["<w:vMerge/>"], False)


@pytest.mark.parametrize(
    "below",
    [
        [open_cell("", OPEN_ABOVE)],
        [open_cell("", OPEN_ABOVE, "restart"), open_cell("", OPEN_ABOVE, "continue")],
    ],
)
def test_the_label_goes_down_beside_all_rows(below):
    assert merges(joined(listed(*below))) == [BEGINS, *[GOES_ON] * len(below)]


def test_it_ends_where_the_rows_end():
    text = listed(open_cell("", OPEN_ABOVE, "restart"), cell("总分", 1000))
    assert merges(joined(text)) == [BEGINS, GOES_ON, ([], False)]


@pytest.mark.parametrize(
    "text",
    [
        listed(open_cell("产出", OPEN_ABOVE)),  # something stands there
        listed(cell("", 1000)),  # a line between them
        listed(open_cell("", OPEN_ABOVE), head=""),  # no heads that are repeated
        body(table((1000,), line(cell("甲", 1000)))),
    ],
)
def test_other_cells_stay_as_they_are(text):
    assert joined(text) == text
