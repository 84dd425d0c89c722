"""Files that wait beside their places: written at once, in place one by one, nothing left behind."""

import errno
import io
import os
import threading

import pytest

from generator.base import waiting_files
from generator.base.swapping import ABSENT
from generator.base.waiting_files import WaitingFile, WaitingFiles
from generator.base.writing import Lasting


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_files_come_to_their_places_when_they_are_put_there(tmp_path):
    with WaitingFiles() as waiting:
        files = [waiting.write(tmp_path / f"{n}.txt", b"%d" % n) for n in range(40)]
        assert not any(name.endswith(".txt") for name in names(tmp_path))
        assert [file.put(ABSENT, Lasting.CONTENT) for file in files] == [None] * 40
    assert names(tmp_path) == sorted(f"{n}.txt" for n in range(40))
    assert (tmp_path / "7.txt").read_bytes() == b"7"


def test_what_is_not_put_in_its_place_is_removed(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    with WaitingFiles() as waiting:
        waiting.write(tmp_path / "a.txt", b"new")
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_a_file_that_somebody_saved_meanwhile_stays(tmp_path):
    with WaitingFiles() as waiting:
        file = waiting.write(tmp_path / "a.txt", b"new")
        (tmp_path / "a.txt").write_bytes(b"theirs")
        problem = file.put(ABSENT)
    assert problem is not None
    assert problem.code == "O23"
    assert (tmp_path / "a.txt").read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_fails_is_told_at_its_file(tmp_path, monkeypatch, failing):
    calls = []

    def sync(number):
        calls.append(number)
        if len(calls) == failing:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", sync)
    with WaitingFiles() as waiting:
        told = []
        for name in ("a", "b"):
            file = waiting.write(tmp_path / name, b"new")
            file.wait()
            told.append(file.put(lasting=Lasting.CONTENT))
    assert [problem is not None for problem in told] == [failing == 1, failing == 2]
    assert names(tmp_path) == ["b" if failing == 1 else "a"]


def test_what_ends_the_program_ends_it_where_the_file_is_put(tmp_path, monkeypatch):
    def sync(_number):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(KeyboardInterrupt), WaitingFiles() as waiting:
        waiting.write(tmp_path / "a", b"new").put()
    assert names(tmp_path) == []


def test_what_ends_the_program_while_a_file_is_written_leaves_nothing(tmp_path, monkeypatch):
    class Ending(io.BytesIO):
        def write(self, _data):
            raise KeyboardInterrupt

    def begun(path):
        (tmp_path / "half").write_bytes(b"")
        return Ending(), tmp_path / "half"

    monkeypatch.setattr(waiting_files, "open_beside", begun)
    with pytest.raises(KeyboardInterrupt), WaitingFiles() as waiting:
        waiting.write(tmp_path / "a", b"new")
    assert names(tmp_path) == []


def test_where_there_are_no_threads_to_be_had_the_disk_is_waited_for(tmp_path, monkeypatch):
    def no_thread(_thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", no_thread)
    assert WaitingFile(tmp_path / "a", b"new").put() is None
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with WaitingFiles() as waiting:
        problem = waiting.write(tmp_path / "file" / "a", b"new").put()
    assert problem is not None
    assert problem.code == "O01"
