"""I31: texts that will make very high cells."""

import json

import pytest

LINE = "各分馆逐月核对。\n"  # one line of any cell


@pytest.fixture
def told(dossier, run):
    def check(change):
        _, out, _ = run("check", dossier(change=change), "--format", "json")
        found = [p for p in json.loads(out)["problems"] if p["code"] == "I31"]
        return [(p["key"], p["message"]) for p in found]

    return check


@pytest.mark.parametrize(
    ("lines", "says"),
    [(25, []), (26, [("goal.expected", "“预期目标”这一格写了 26 行")])],
)
def test_a_goal_of_many_lines_is_told(lines, says, told):
    change = {'expected = "丰富馆藏。"': f'expected = """\n{LINE * lines}"""'}
    assert told(change) == says


@pytest.mark.parametrize(("letters", "is_told"), [(25 * 9, False), (25 * 9 + 1, True)])
def test_a_reason_is_set_into_the_narrow_cell_of_an_indicator(letters, is_told, told):
    change = {'reason = "新馆推迟开放。"': f'reason = "{"馆" * letters}"'}
    found = told(change)
    assert bool(found) is is_told
    assert all(said == "“偏差原因分析及改进措施”这一格写了 26 行" for _, said in found)
