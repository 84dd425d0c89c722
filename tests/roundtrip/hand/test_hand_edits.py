"""Every edit by hand, in every mode: nothing of the person's is lost without a word.

One table of all results: ``python -m tests.roundtrip.hand.table``.
"""

from zlib import crc32

import pytest

from tests.roundtrip.hand.bench import Bench, counted
from tests.roundtrip.hand.edits import EDITS, FAMILIES
from tests.roundtrip.hand.promise import EVERYTHING, SCENARIOS, faults_of, missing
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


AT_HAND = [edit for edit in EDITS if not edit.slow]


@pytest.mark.parametrize("edit", AT_HAND, ids=lambda edit: edit.name)
def test_nothing_is_missing_in_the_persons_own_file_and_an_overwritten_one_is_found_out(
    bench, edit
):
    built = bench.built(edit.dossier)
    pairs = tuple(built.moved.items())
    sides = (counted(d, pairs) for d in (built.ours, built.new, bench.edited(edit)))
    ours, new, theirs = sides
    assert missing(edit, built.moved, [ours, new, theirs, theirs], "") == []
    seen = [one._replace(parts={}, text="", comments="") for one in (ours, theirs)]
    has_something_to_lose = seen[0] != seen[1] or "part" in edit.name  # else it was saved again
    lost = missing(edit, built.moved, [ours, new, theirs, new], "")
    assert lost != [] or not has_something_to_lose


# Every edit goes through one of the long ways and one that leaves the file alone, and through all
# of them in ``make explore``.
LONG = ("merge", "pull", "after")
ALIKE = ("keep", "refuse")
ALWAYS = tuple(scenario for scenario in SCENARIOS if scenario not in (*LONG, *ALIKE))


def chosen(edit):
    number = crc32(edit.name.encode())
    return (*ALWAYS, LONG[number % len(LONG)], ALIKE[number // 3 % len(ALIKE)])


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
    if EVERYTHING or scenario in chosen(edit)
]


@pytest.mark.parametrize(("edit", "scenario"), CASES)
def test_the_promise_holds(bench, edit, scenario):
    assert faults_of(bench, edit, scenario) == []
