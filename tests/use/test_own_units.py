"""A unit that the folder of a user names is one in inputs, foreign forms, sentences and rules."""

import json

import pytest
import tomli

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.audit.bases import form
from tests.conftest import write_files
from tests.foreign import word_bytes

UNITS = """
[[dimension]]
name = "集装箱"
source = "港口统计的写法"

[[dimension.unit]]
name = "标箱"
factor = 1

[[dimension.unit]]
name = "大箱"
factor = 2
also = ["四十英尺箱"]
"""
ROW = {
    'name = "购书册数"': 'name = "集装箱吞吐量"',
    '"≥20000册"': '"≥20000标箱"',
    '"20500册"': '"9000大箱"',
    "购书{{": "装卸{{",
    'indicator("购书册数")': 'indicator("集装箱吞吐量")',
    "weight = 50": 'weight = 50\nreason = "船期推迟。"',
}
IN_FORM = [
    ["| 购书册数 |", "| 集装箱吞吐量 |"],
    ["≥20000册", "≥20000标箱"],
    ["| 20500册 |", "| 9000大箱 |"],
]


@pytest.fixture
def units(workspace):
    write_files(workspace / "templates" / "wording", {"units.toml": UNITS})


@pytest.fixture
def scored(dossier):
    def look(**change):
        folder = dossier(change={**ROW, **change})
        examined = examine(folder, Library(find_workspace(folder)[0]))
        row = next(
            r for r in examined.sheets["books"].indicators if r.at.indicator.name == "集装箱吞吐量"
        )
        return row.judgement, {p.code for p in examined.problems}

    return look


@pytest.mark.usefixtures("units")
def test_inputs_are_scored_in_it_and_converted_inside_its_dimension(scored):
    judgement, codes = scored()
    assert judgement.score.value == 45  # 50 × 18000 ÷ 20000
    assert not codes & {"A02", "C07", "C08"}


def test_without_the_data_nobody_can_tell(scored):
    judgement, codes = scored()
    assert judgement.score.value is None
    assert codes & {"A02", "C07"}


@pytest.mark.usefixtures("units")
def test_another_spelling_of_it_is_the_same_unit(scored):
    judgement, _ = scored(**{'"9000大箱"': '"9000四十英尺箱"'})
    assert judgement.score.value == 45


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("said", "is_told"),
    [("集装箱吞吐量达到9000大箱。", False), ("集装箱吞吐量达到9500大箱。", True)],
)
def test_a_sentence_of_the_inputs_is_held_against_its_row(scored, said, is_told):
    _, codes = scored(**{"为全县读者购置图书。": said})
    assert ("X02" in codes) is is_told


def codes_at_the_row(run, path, *options):
    _, out, _ = run("audit", path, "--format", "json", *options)
    return {p["code"] for p in json.loads(out)["problems"] if "集装箱吞吐量" in p["message"]}


@pytest.mark.parametrize(
    ("actual", "options"), [("9000大箱", ("--scheme", "mof-2020")), ("18000标箱", ())]
)
def test_an_audit_counts_in_it(run, workspace, actual, options):
    """90 % was reached, and all points are printed: by the scheme, and by what the form prints."""
    path = workspace / "2023自评表.docx"
    path.write_bytes(word_bytes(*form([*IN_FORM, ["9000大箱", actual]])))
    assert "A07" not in codes_at_the_row(run, path, *options)
    write_files(workspace / "templates" / "wording", {"units.toml": UNITS})
    assert "A07" in codes_at_the_row(run, path, *options)


@pytest.mark.usefixtures("units")
def test_an_import_leaves_the_score_of_such_a_row_to_the_scheme(run, workspace):
    path = workspace / "2023自评表.docx"
    path.write_bytes(word_bytes(*form(IN_FORM)))
    run("import", path, "-o", workspace / "new")
    rows = tomli.loads((workspace / "new/project-1.toml").read_text("utf-8"))["indicator"]
    row = next(row for row in rows if row["name"] == "集装箱吞吐量")
    assert (row["target"], row["actual"]) == ("≥20000标箱", "9000大箱")
    assert "score" not in row


def test_a_unit_that_begins_with_a_digit_is_told_at_its_place(scored, workspace):
    write_files(
        workspace / "templates" / "wording", {"units.toml": UNITS.replace('"标箱"', '"20尺箱"')}
    )
    library = Library(find_workspace(workspace)[0])
    (problem,) = library.wording_problems
    assert problem.code == "I12"
    assert problem.place.line == 6
