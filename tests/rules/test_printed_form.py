"""A form with several goals is parted by them: each has its rows, its points and its shared scores."""

from tests.rules.forms import form

ROWS = ["0#产出/数量|修剪|≥3次|3次|10|", "1#产出/数量|浇水|≥3次|3次|10|"]


def test_each_goal_has_its_own_rows_points_and_shared_scores():
    held = form(rows=ROWS, points={"0#产出": "10", "1#产出": "20"}, blocks={"甲": "10", "乙": "20"})
    (first, second) = form(rows=ROWS, shared=["产出/数量|9", "产出/数量|8"]).shared
    held = held._replace(shared=(first._replace(goal=0), second._replace(goal=1)))
    assert [
        ([r.name.text for r in own.rows], [p.value for p in own.points]) for own in held.by_goal()
    ] == [(["修剪"], [10]), (["浇水"], [20])]
    assert [[s.score.value for s in own.shared] for own in held.by_goal()] == [[9], [8]]
    assert [[b.name for b in own.blocks] for own in held.by_goal()] == [["甲"], ["乙"]]


def test_a_form_of_one_goal_is_not_parted():
    held = form(rows=ROWS[:1])
    assert [*held.by_goal()] == [held]
