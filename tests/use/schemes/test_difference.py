"""Two schemes beside each other: what a dossier scores by both."""

from pathlib import Path

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.library import Library
from generator.use.schemes.difference import differences, effects, named_scheme

COST = """
[[indicator]]
class = "产出/成本"
name = "购书成本"
target = "≤100万元"
actual = "130万元"
weight = 10
reason = "纸价上涨。"
"""


def cost_of(found):
    return next(row for row in found.left.indicators if row.at.indicator.name == "购书成本")


def test_a_scheme_without_a_year_is_taken_as_it_is_in_the_year_of_the_dossier(dossier):
    folder = dossier()
    path = folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[[problem]]", f"{COST}\n[[problem]]", 1), encoding="utf-8")
    library = Library(find_workspace(Path())[0])

    def score(left):
        (found,), problems = effects(folder, left, "finance-system", library)
        assert problems == ()
        return cost_of(found).judgement.score.value

    assert score("mof-2020") == score("mof-2020@2023") != score("mof-2020@2025")


OWN = """
id = "own"
title = "自定"
based-on = "mof-2020"

[force]
from = 2020

[[basis]]
id = "n"
document = "通知"

[[method]]
when = ["≥"]
kind = "KIND"
label = "另一种说法"
basis = "n"

[[project]]
total = 100
basis = "n"
part = [
  { id = "a", label = "执行率", kind = "execution", weight = 10, basis = "n" },
  { id = "b", label = "产出类", kind = "indicators", classes = ["产出"], weight = OUTPUT, basis = "n" },
  { id = "c", label = "效益类", kind = "indicators", classes = ["效益"], weight = 30, basis = "n" },
  { id = "d", label = "满意度", kind = "indicators", classes = ["满意度"], weight = 10, basis = "n" },
]
"""


@pytest.mark.parametrize(
    ("kind", "output", "names"),
    [
        ("ratio", "50", []),
        ("ratio", "40", ["项目 · 产出类"]),
        ("all-or-none", "50", ["计分 ≥"]),
    ],
)
def test_what_a_scheme_calls_its_parts_and_methods_is_no_difference(workspace, kind, output, names):
    folder = workspace / "templates" / "schemes"
    folder.mkdir(parents=True)
    text = OWN.replace("KIND", kind).replace("OUTPUT", output)
    (folder / "own.toml").write_text(text, encoding="utf-8")
    library = Library(find_workspace(workspace)[0])
    (ours, _), (theirs, _) = (named_scheme(id, library) for id in ("own", "mof-2020"))
    assert ours is not None
    assert theirs is not None
    found = differences(ours, theirs)
    assert [one.name for one in found if one.is_of_value] == names
