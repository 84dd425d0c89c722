"""Name and date: at the right of a line, and with room behind them."""

import pytest

from generator.rules.page.signature_lines import sides
from tests.rules.page.laid import SENTENCE, pages, said

DATE = "2024年3月1日"
EM = 320


@pytest.mark.parametrize(("chars", "told"), [(50, []), (49, ["signature-edge"])])
def test_half_a_character_of_room_is_left_behind_a_date(chars, told):
    report = pages(said(SENTENCE), said(DATE, side="right", right_chars=chars))
    assert [found.id for found in sides(report)] == told


@pytest.mark.parametrize(("left", "told"), [(8, []), (6, ["signature-side"])])
def test_the_middle_of_a_date_stands_in_the_right_half(left, told):
    report = pages(said(SENTENCE), said(DATE, left=left * EM), width=22 * EM)
    assert [found.id for found in sides(report)] == told
