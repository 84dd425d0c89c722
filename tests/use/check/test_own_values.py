"""Values of a form's own: what does not fit its declaration is told at its line, what just fits is not."""

import tomllib
from pathlib import Path

import pytest

from generator.load.dossier_inputs import load_dossier
from generator.load.workspace_folder import find_workspace
from generator.rules.dossier.dossier_rules import findings
from generator.rules.dossier.quotations import quotation_problems
from generator.use.check.examine import work_out
from generator.use.library import Library
from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace

CASES = tomllib.loads((Path(__file__).parent / "own_values.toml").read_text("utf-8"))["case"]
OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)


def problems_of(folder):
    """Return everything but what is said of wording."""
    library = Library(find_workspace(folder)[0])
    worked = work_out(load_dossier(folder), library)
    assert worked.evidence is not None
    told = library.rules.told(findings(worked.evidence))
    return [*worked.problems, *quotation_problems(worked.evidence), *told]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("says") or case["new"][:30])
def test_a_value_is_told_at_its_line_or_fits(case, dossier, workspace):
    own_workspace(workspace)
    folder = dossier(
        UNIT.replace("mof-2020", "county-2020"), OWN_PROJECT, change={case["old"]: case["new"]}
    )
    problems = problems_of(folder)
    if "code" not in case:
        assert not problems
        return
    (found,) = [p for p in problems if case["says"] in p.message]
    assert found.code == case["code"]
    assert case.get("hints", "") in found.hint
    assert found.hint
    lines = (folder / "books.toml").read_text("utf-8").splitlines()
    assert lines[found.place.line - 1].startswith(case["at"])
