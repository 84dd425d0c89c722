"""Every code that an audit gives: a small document that has the fault, and one close by that has not."""

import tomllib

import pytest

from generator.load.workspace import find_workspace
from generator.pipeline.audit.auditor import Auditor, AuditOrder
from generator.pipeline.library import Library
from tests.audit.bases import BASES
from tests.conftest import ROOT
from tests.foreign import word_bytes

CASES = sorted((ROOT / "tests" / "cases" / "audit").glob("*.toml"))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(find_workspace(tmp_path_factory.mktemp("nowhere"))[0])


@pytest.fixture
def audited(library, tmp_path):
    def audit(base, changes=(), name="自评.docx"):
        path = tmp_path / name
        path.write_bytes(word_bytes(*BASES[base](changes)))
        return Auditor(library, AuditOrder((path,))).run()

    return audit


def told(audited, code):
    return [p for p in audited.problems if p.code == code]


@pytest.mark.parametrize("base", BASES)
def test_a_clean_document_has_no_problem_at_all(audited, base):
    assert [(p.code, p.message) for p in audited(base).problems] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_fault_is_found_at_its_place(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    found = told(audited(case["base"], case["bad"]), path.stem)
    assert found
    assert case["place"] in ("", *(str(p.place.document) for p in found))
    assert all(p.message and p.hint for p in found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_close_by_and_right_is_not_told(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    assert told(audited(case["base"], case["good"]), path.stem) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_advice_speaks_of_the_document_not_of_inputs(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    for problem in audited(case["base"], case["bad"]).problems:
        assert "[[" not in problem.hint
        assert "{{" not in problem.hint
