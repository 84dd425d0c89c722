"""Reading strangers' files: whatever they hold, the answer is a text or a problem."""

import os
import sys

import pytest

from generator.base.strange_text import read_text, shown_path


@pytest.fixture
def read(tmp_path):
    def call(data: bytes, **options):
        path = tmp_path / "资料 一.toml"
        path.write_bytes(data)
        return read_text(path, "资料 一.toml", **options)

    return call


def test_a_byte_order_mark_is_dropped_silently(read):
    assert read(b"\xef\xbb\xbfa = 1\r\nb = 2\n") == ("a = 1\nb = 2\n", ())


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")],
)
def test_another_encoding_is_named_with_the_way_to_save_as_utf8(read, encoding, name):
    text, (problem,) = read('name = "乡镇纪委工作经费"\n'.encode(encoding))
    assert text is None
    assert problem.code in ("I03", "I04")
    if problem.code == "I03":
        assert name in problem.message
        assert "记事本" in problem.hint


def test_a_wrong_byte_is_told_at_its_place(read):
    _, (problem,) = read('a = 1\n名 = "'.encode() + b'\xff\xfe"\n')
    assert (problem.code, problem.place.line, problem.place.column) == ("I03", 2, 6)


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\x7f", "\ufdd0", "\ufdef", "\ufffe", "\U0001fffe"]
)
def test_a_forbidden_character_is_told_at_its_place(read, char):
    _, (problem,) = read(f'a = 1\nb = "甲{char}"\n'.encode())
    assert (problem.code, problem.place.line, problem.place.column) == ("I04", 2, 7)
    assert f"U+{ord(char):04X}" in problem.message


def test_all_forbidden_characters_are_told_up_to_a_bound(read):
    _, problems = read(b"\x01" * 500)
    assert len(problems) == 20


def test_a_file_of_a_hundred_megabytes_is_not_read(tmp_path):
    path = tmp_path / "big.toml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    text, (problem,) = read_text(path, "big.toml")
    assert text is None
    assert problem.code == "I02"


def test_a_missing_file_and_a_folder_are_problems(tmp_path):
    assert read_text(tmp_path / "none.toml", "none.toml")[1][0].code == "I01"
    assert "文件夹" in read_text(tmp_path, "x")[1][0].message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    assert "普通文件" in read_text(tmp_path / "pipe.toml", "pipe.toml")[1][0].message


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_itself_is_a_problem(tmp_path):
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    assert read_text(tmp_path / "loop.toml", "loop.toml")[1][0].code == "I01"


def test_a_path_is_shown_from_the_current_folder_with_forward_slashes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "inputs" / "甲 乙" / "a.toml") == "inputs/甲 乙/a.toml"
    assert shown_path(tmp_path.parent / "other.toml").endswith("other.toml")
