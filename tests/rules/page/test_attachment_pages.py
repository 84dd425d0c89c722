"""The title of an attachment stands on the third line of its page."""

import pytest

from generator.rules.page.attachment_pages import labels
from tests.rules.page.laid import SENTENCE, pages, said

LINE = 384  # twips: a single line of letters of sixteen points


@pytest.mark.parametrize(
    ("blank", "before", "told"),
    [
        (0, 0, ["label-title"]),
        (1, 0, []),
        (2, 0, ["label-title"]),
        (0, LINE // 2, []),
        (0, LINE // 2 - 1, ["label-title"]),
    ],
)
def test_a_title_stands_an_empty_line_or_half_of_one_below_its_label(blank, before, told):
    title = said("支出绩效自评报告", side="center", before=before)
    report = pages(said("附件1"), *[said("")] * blank, title, said(SENTENCE))
    assert [found.id for found in labels(report)] == told
