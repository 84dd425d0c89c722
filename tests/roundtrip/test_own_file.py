"""A file that goes where somebody says never takes the place of a person's."""

import json

import pytest

from generator.roundtrip.own_file import RECORD_FILE, write_own


@pytest.fixture
def path(tmp_path):
    return tmp_path / "意 见" / "退回意见.docx"


def test_it_is_written_where_nothing_lies_and_over_what_we_wrote(path):
    assert write_own(path, b"one") is None
    assert write_own(path, b"two") is None
    assert path.read_bytes() == b"two"


def test_what_somebody_changed_or_put_there_stays(path):
    write_own(path, b"one")
    path.write_bytes(b"theirs")
    problem = write_own(path, b"two")
    assert problem.code == "O02"
    assert "没有覆盖" in problem.message
    assert path.read_bytes() == b"theirs"


def test_what_is_the_same_anyway_is_ours_from_then_on(path):
    path.parent.mkdir()
    path.write_bytes(b"one")
    assert write_own(path, b"one") is None
    assert write_own(path, b"two") is None


def test_a_run_that_was_killed_between_record_and_file_does_not_lock_us_out(path, monkeypatch):
    write_own(path, b"one")
    record = path.parent / RECORD_FILE
    before = record.read_bytes()
    write_own(path, b"two")
    path.write_bytes(b"one")  # the record knows of the second, the file is the first
    assert write_own(path, b"three") is None
    record.write_bytes(before)
    assert write_own(path, b"four").code == "O02"  # of this one nothing is known


@pytest.mark.parametrize(("lying", "is_ours"), [(b"three", True), (b"two", True), (b"one", False)])
def test_the_last_version_and_the_one_before_it_are_known(path, lying, is_ours):
    for data in (b"one", b"two", b"three"):
        assert write_own(path, data) is None
    path.write_bytes(lying)
    assert (write_own(path, b"four") is None) is is_ours


def test_a_damaged_record_makes_everything_a_persons(path):
    write_own(path, b"one")
    (path.parent / RECORD_FILE).write_text("[", encoding="utf-8")
    assert write_own(path, b"two").code == "O02"


def test_files_of_one_folder_are_known_apart(path):
    write_own(path, b"one")
    write_own(path.with_name("别的.xlsx"), b"two")
    files = json.loads((path.parent / RECORD_FILE).read_text(encoding="utf-8"))["files"]
    assert sorted(files) == ["别的.xlsx", "退回意见.docx"]


def test_a_folder_in_its_place_is_told(path):
    path.mkdir(parents=True)
    assert write_own(path, b"one") is not None
