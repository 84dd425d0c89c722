"""What a template may quote of a form: goals that nobody has written have a place all the same."""

from generator.model.blocks import Cell, DocumentBlocks, Row, Table
from generator.model.spans import Span
from generator.word.context import template_names


def goals_of(groups):
    rows = (Row({"name": Cell((Span("清淤长度"),))}, "indicator[清淤长度]"),)
    form = Table({}, {"indicators": rows}, groups, "p")
    return template_names(DocumentBlocks("d/1", (), (), None, form))["goals"]


def test_the_place_of_a_goal_that_nobody_has_written_has_the_rows_of_the_form():
    (goal,) = goals_of({})
    assert (str(goal["number"]), str(goal["numeral"]), str(goal["expected"])) == ("1", "一", "")
    assert [str(row["name"]) for row in goal["indicators"]] == ["清淤长度"]


def test_goals_that_are_written_are_all_there_are():
    own = Table({"expected": Cell((Span("疏浚北沟"),))}, {"indicators": ()}, {}, "goal[1]")
    (goal,) = goals_of({"goals": (own,)})
    assert (str(goal["expected"]), goal["indicators"]) == ("疏浚北沟", [])
