"""The forms that inputs print: facts of the same kind as those of documents, each at its key."""

from decimal import Decimal

import pytest

from generator.load.dossier_inputs import load_dossier
from generator.load.workspace_folder import find_workspace
from generator.model.units import Units
from generator.rules.input_forms import forms_of
from generator.rules.where import KeyPlace
from generator.use.check.examine import examine, work_out
from generator.use.library import Library

STATED = '\n[stated]\ntotal = {total}\ngrade = "优"\n\n[[problem]]'


def form_of(folder):
    library = Library(find_workspace(folder)[0])
    evidence = work_out(load_dossier(folder), library).evidence
    ((_, form),) = forms_of(evidence)
    return form


def told(folder):
    found = examine(folder, Library(find_workspace(folder)[0]))
    return {(p.code, p.place.key) for p in found.problems if not p.accepted}


def test_a_value_knows_its_key_and_its_line_is_looked_up_when_told(dossier):
    form = form_of(dossier())
    row = form.rows[1]
    assert isinstance(row.actual.place, KeyPlace)
    assert row.actual.place.place.key == "indicator[到馆人次增长率].actual"
    assert row.actual.place.place.line > 0
    assert (row.actual.place.table, row.actual.place.row) == (0, 0)
    assert len({row.actual.place, row.target.place, form_of(dossier()).rows[1].actual.place}) == 2


def test_values_are_measured_in_the_units_of_the_data(dossier):
    row = form_of(dossier()).rows[0]
    for text in (row.target, row.actual):
        assert text.units.size("公里") != Units().size("公里")


def test_what_an_older_paper_printed_is_what_the_form_prints(dossier):
    stated = {"weight = 30\nreason": "weight = 30\nstated = { score = 25 }\nreason"}
    row = form_of(dossier(change=stated)).rows[1]
    assert (row.score.value, row.ours.value) == (25, 24)
    assert row.score.place.keys == ("indicator", 1, "stated", "score")
    assert row.scored == row.ours


def test_a_cell_that_was_blank_prints_nothing(dossier):
    blank = {"weight = 30\nreason": "weight = 30\nstated = { blank = true }\nreason"}
    assert form_of(dossier(change=blank)).rows[1].score is None


def test_a_goal_that_is_scored_without_a_score_leaves_the_total_unknown(dossier):
    change = {"mof-2020": "hubei-hongshan-2020", "\n[[problem]]": STATED.format(total=1)}
    form = form_of(dossier(change=change))
    assert form.goal_weight is not None
    assert form.goal_score is None
    assert ("A01", "stated.total") not in told(dossier(change=change))


def test_the_total_is_that_of_the_scores_that_are_printed_above_it(dossier):
    """The scheme gives 24 for a row that prints 25: that is A07, once, and no wrong total."""
    printed = {"weight = 30\nreason": "weight = 30\nstated = { score = 25 }\nreason"}
    right = {**printed, "\n[[problem]]": STATED.format(total="94.5")}
    wrong = {**printed, "\n[[problem]]": STATED.format(total="93.5")}
    score = ("A07", "indicator[到馆人次增长率].stated.score")
    assert told(dossier(change=right)) == {score}
    assert told(dossier(change=wrong)) == {score, ("A01", "stated.total")}


def test_a_source_that_lacks_a_little_is_found_in_inputs_where_every_source_is_listed(dossier):
    change = {"budget = 100, spent = 95 }]": "budget = 99.99, spent = 95 }]"}
    assert ("A09", "funds.budget") in told(dossier(change=change))


@pytest.mark.parametrize("reason", ["无", "0"])
def test_a_reason_that_is_none_is_none_in_inputs_too(dossier, reason):
    change = {'reason = "新馆推迟开放。"': f'reason = "{reason}"'}
    assert ("C02", "indicator[到馆人次增长率].reason") in told(dossier(change=change))


def test_a_sign_that_was_copied_is_found_in_inputs_too(dossier):
    change = {'actual = "20500册"': 'actual = "≥20500册"'}
    found = told(dossier(change=change))
    assert ("C07", "indicator[购书册数].actual") in found


def test_each_row_is_told_in_inputs_however_many_there_are(dossier):
    signs = {
        'actual = "20500册"': 'actual = "≥20500册"',
        'actual = "8%"': 'actual = "≥8%"',
        'actual = "93%"': 'actual = "≥93%"',
        "\n[[problem]]": '\n[[indicator]]\nclass = "产出/质量"\nname = "完好率"\ntarget = "≥99%"\n'
        'actual = "≥99%"\nweight = 0\n\n[[problem]]',
    }
    assert sum(code == "C07" for code, _ in told(dossier(change=signs))) == 4


def test_amounts_are_those_of_the_inputs_in_their_unit(dossier):
    funds = form_of(dossier()).funds
    assert [a.value for _, a in funds.total.columns()] == [100, 100, Decimal(95)]
    assert funds.weight.value == 10
    assert funds.is_whole


NO_REASON = {'reason = "新馆推迟开放。"\n': ""}
LOST = ("C02", "indicator[到馆人次增长率]")


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("到馆人次增长率没有达到，是因为新馆推迟开放。", False),
        ("因新馆推迟开放，到馆人次增长慢于预期。", False),
        ("无", True),
        ("购书册数超出，是因为书商另有赠书。", True),
    ],
)
def test_a_reason_at_the_foot_is_one_for_the_row_that_it_speaks_of(dossier, said, is_told):
    foot = f'publicity = "在政府网站公开。"\ndeviation = "{said}"'
    change = {**NO_REASON, 'publicity = "在政府网站公开。"': foot}
    assert (LOST in told(dossier(change=change))) is is_told


def test_a_field_of_the_form_for_reasons_counts_as_well(dossier):
    own = '\n[fields]\n"偏差原因及改进措施" = "因新馆推迟开放，到馆人次增长慢于预期。"\n'
    foot = 'publicity = "在政府网站公开。"'
    assert LOST not in told(dossier(change={**NO_REASON, foot: f"{foot}\n{own}"}))
