"""Two schemes beside each other: what a dossier scores by both."""

from pathlib import Path

from generator.load.workspace_folder import find_workspace
from generator.use.library import Library
from generator.use.schemes.difference import effects

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
