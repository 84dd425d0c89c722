"""New versions beside a person's file that have done their work: gone, or it is said why not."""

import pytest

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip import settling
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.manifest import digest
from generator.roundtrip.settling import settle

NAME, BESIDE = "报告.docx", "报告（新版）.docx"


@pytest.fixture
def record():
    return Record({BESIDE: FileRecord(BESIDE, digest(b"new"), "single", (), beside=NAME)})


def told(tmp_path, record):
    settled = settle([NAME], record, tmp_path)
    return settled.removed, [problem.message for problem in settled.problems]


def test_one_that_is_ours_goes(tmp_path, record):
    (tmp_path / BESIDE).write_bytes(b"new")
    assert told(tmp_path, record) == ({BESIDE}, [])
    assert not (tmp_path / BESIDE).exists()


def test_one_that_is_gone_is_forgotten(tmp_path, record):
    assert told(tmp_path, record) == ({BESIDE}, [])


def test_one_that_a_person_changed_stays(tmp_path, record):
    (tmp_path / BESIDE).write_bytes(b"theirs")
    assert told(tmp_path, record) == (set(), ["这份新版已经用不着了，但您改动过，没有删"])


def test_one_that_cannot_be_removed_is_named(tmp_path, record, monkeypatch):
    (tmp_path / BESIDE).write_bytes(b"new")
    fault = Problem("O01", Severity.ERROR, "写不了这个文件", Place(BESIDE), "请先关闭它")
    monkeypatch.setattr(settling, "remove_if_unchanged", lambda *_: fault)
    settled = settle([NAME], record, tmp_path)
    assert settled.removed == frozenset()
    (problem,) = settled.problems
    assert (problem.message, problem.hint) == ("这份新版已经用不着了，但删不掉", "请先关闭它")
