"""Steps that a form's own note takes back."""

import pytest

from generator.use.adopt.noted_scoring import contradicted_steps
from tests.foreign import book, read_word

METHODS = [
    {"when": ["execution"], "kind": "steps"},
    {"when": ["satisfaction"], "kind": "steps"},
    {"when": ["≥"], "kind": "ratio"},
]


@pytest.mark.parametrize(
    ("note", "gone"),
    [
        ("2.达到指标值的记满分；没有达到的，按完成值与指标值的比例 计分。", ["satisfaction"]),
        ("注：满意度按问卷统计。", []),
        ("预算执行率按比例计分。", []),
    ],
)
def test_who_falls_short_gets_points_in_proportion_where_the_form_says_so(note, gone):
    document = read_word("自评表", [["指标", "得分"]], note)
    found = contradicted_steps(METHODS, document, book())
    assert [one["when"][0] for one in found] == gone
