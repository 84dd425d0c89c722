"""The sum of a group is written out where there is more than one row to add."""

import pytest

ROW = '[[indicator]]\nclass = "产出/数量"\nname = "{name}"\ntarget = "≥1件"\nactual = "1件"\nweight = {weight}\n'
HEAD = '[project]\nname = "p"\n[funds]\nbudget = 1\nspent = 1\n'


@pytest.mark.parametrize(
    ("weights", "formula"),
    [((30,), "30"), ((30, 20), "30 + 20 = 50"), ((30, 10, 10), "30 + 10 + 10 = 50")],
)
def test_one_score_is_no_sum(scored, weights, formula):
    rows = "".join(ROW.format(name=f"件数{n}", weight=w) for n, w in enumerate(weights))
    (group,) = scored(HEAD + rows).groups
    assert group.score.trace.formula == formula
