"""The one way to open a file: regular ones only, up to a size, without waiting."""

import os
import sys
import tracemalloc

import pytest

from generator.base.regular_file import NotRegularError, TooLargeError, read_regular

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none in folders")


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "甲 乙.bin"
    path.write_bytes(b"a\r\n\x1a\0b")
    assert read_regular(path) == b"a\r\n\x1a\0b"


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    with pytest.raises(TooLargeError) as told:
        read_regular(path, 4)
    assert (told.value.size, told.value.limit) == (5, 4)
    assert "最多 4 字节" in str(told.value)


def test_a_file_that_grows_while_it_is_read_is_bounded(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"1234567890")
    monkeypatch.setattr("generator.base.regular_file._check", lambda *_: None)
    with pytest.raises(TooLargeError):
        read_regular(path, 4)


def test_a_small_file_takes_little_room_whatever_the_limit(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    tracemalloc.start()
    try:
        read_regular(path, 1024**3)
        assert tracemalloc.get_traced_memory()[1] < 1024**2
    finally:
        tracemalloc.stop()


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(NotRegularError, match="文件夹"):
        read_regular(tmp_path)


def test_a_file_that_is_not_there_is_told_as_such(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "没有")


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    with pytest.raises(NotRegularError, match="文件名"):
        read_regular(tmp_path / "a\0b")


@on_posix
def test_a_pipe_a_device_and_links_to_them_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "link", "zero"):
        with pytest.raises(NotRegularError, match="普通文件"):
            read_regular(tmp_path / name)


@on_posix
def test_a_pipe_that_takes_the_place_of_a_file_at_the_last_moment_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"1")
    real = os.open

    def swapped(name, flags):
        path.unlink()
        os.mkfifo(path)
        return real(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(NotRegularError):
        read_regular(path)


@on_posix
def test_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert read_regular(tmp_path / "link") == b"1"
