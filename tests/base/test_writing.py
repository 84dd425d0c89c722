"""Writing: a file is the old one or the new one, whatever happens."""

import errno
import os
from pathlib import Path

import pytest

from generator.base.writing import write_atomically, write_text_atomically


def leftovers(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.startswith(".jixiao-")]


def test_a_new_file_and_its_folders_are_made(tmp_path):
    path = tmp_path / "输出 一" / "报告.docx"
    assert write_atomically(path, b"new") is None
    assert path.read_bytes() == b"new"


def test_an_old_file_is_replaced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    assert write_text_atomically(path, "新\n") is None
    assert path.read_bytes() == "新\n".encode()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "磁盘已满"),
        (PermissionError(errno.EACCES, "denied"), "关闭"),
        (OSError(errno.EIO, "broken"), "写不了"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, error, words, step):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_args):
        raise error

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    problem = write_atomically(path, b"new")
    assert problem is not None
    assert problem.code == "O01"
    assert words in problem.message + problem.hint
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_an_interruption_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_folder_in_the_way_is_a_problem(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert write_atomically(tmp_path / "a.txt", b"new") is not None
