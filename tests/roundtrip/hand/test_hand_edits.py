"""Every edit by hand, in every mode: nothing of the person's is lost without a word.

One table of all results: ``python -m tests.roundtrip.hand.table``.
"""

import pytest

from tests.roundtrip.hand.bench import Bench
from tests.roundtrip.hand.edits import EDITS, FAMILIES
from tests.roundtrip.hand.promise import SCENARIOS, faults_of
from tests.roundtrip.hand.pulled import PULLED
from tests.word.soffice import needs_soffice


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("hand"))


def test_there_are_many_and_each_has_its_own_name():
    assert len(EDITS) >= 130
    names = {edit.name for edit in EDITS}
    assert len(names) == len(EDITS)
    assert set(PULLED) <= names


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_changes_the_file_and_leaves_it_readable(bench, edit):
    if edit.slow:
        pytest.skip("made by LibreOffice")
    import io

    import docx

    data = edit.do(bench.built(edit.dossier).ours)
    assert data != bench.built(edit.dossier).ours
    if "strict" not in edit.name:
        docx.Document(io.BytesIO(data))


CASES = [
    pytest.param(
        edit,
        scenario,
        id=f"{scenario}-{family}-{edit.name}",
        marks=needs_soffice if edit.slow else (),
    )
    for family, edits in FAMILIES.items()
    for edit in edits
    for scenario in SCENARIOS
]


@pytest.mark.parametrize(("edit", "scenario"), CASES)
def test_the_promise_holds(bench, edit, scenario):
    assert faults_of(bench, edit, scenario) == []
