"""What is kept on disk between runs."""

import marshal
import os
import zlib
from importlib.metadata import version

import pytest

from generator.base import cache, program_state


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存 一"))
    return tmp_path / "缓存 一"


def as_it_is(kept):
    return kept


def with_check(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(4, "big") + content


def test_what_was_kept_is_loaded_again():
    cache.keep("a", ("甲", 1, b"x"))
    assert cache.load("a", as_it_is) == ("甲", 1, b"x")
    assert cache.load("b", as_it_is) is None


def test_a_file_that_was_damaged_is_not_used(folder):
    cache.keep("a", ("甲",))
    kept = folder / "a"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert cache.load("a", as_it_is) is None


@pytest.mark.parametrize(
    "there",
    [
        b"",
        b"x",
        bytes(32),
        b"PK\3\4 garbage" * 500,
        with_check(b""),
        with_check(b"garbage"),
        with_check(marshal.dumps(("a", "b"))[:-2]),
        with_check(marshal.dumps(("another", "shape", "altogether"))),
        with_check(marshal.dumps(7)),
    ],
)
def test_what_cannot_be_taken_up_is_as_good_as_nothing_and_made_anew(folder, there):
    def read(kept):
        first, second = kept
        return f"{first}{second}"

    folder.mkdir(mode=0o700)
    (folder / "a").write_bytes(there)
    assert cache.load("a", read) is None
    cache.keep("a", ("甲", "乙"))
    assert cache.load("a", read) == "甲乙"


def test_a_folder_in_the_place_of_a_file_is_let_be(folder):
    (folder / "a" / "b").mkdir(parents=True)
    folder.chmod(0o700)
    assert cache.load("a", as_it_is) is None
    cache.keep("a", ("甲",))
    assert cache.load("a", as_it_is) is None
    assert (folder / "a" / "b").is_dir()


def test_what_another_state_of_the_program_kept_has_another_name(monkeypatch):
    one = cache.cache_key((), b"a")
    monkeypatch.setattr(cache, "program_stamp", lambda: "another working copy")
    assert one != cache.cache_key((), b"a")


def test_where_it_is_switched_off_nothing_is_kept(folder, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    cache.keep("a", ("甲",))
    assert cache.load("a", as_it_is) is None
    assert not folder.exists()


def test_a_key_stands_for_bytes_and_for_releases_of_libraries(monkeypatch):
    one = cache.cache_key(("jinja2",), b"ab", b"c")
    assert one == cache.cache_key(("jinja2",), b"ab", b"c")
    assert one != cache.cache_key(("jinja2",), b"a", b"bc")
    assert one != cache.cache_key((), b"ab", b"c")
    monkeypatch.setattr(cache, "_version", lambda library: f"{library} 0")
    assert one != cache.cache_key(("jinja2",), b"ab", b"c")


@pytest.mark.parametrize("library", ["jinja2", "docxtpl", "lxml"])
def test_a_release_is_known_without_reading_its_metadata(library):
    assert version(library) in cache._version(library)


def test_a_stamp_of_the_program_changes_with_a_file_of_its_code(tmp_path, monkeypatch):
    code = tmp_path / "room" / "code.py"
    code.parent.mkdir()
    code.write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(program_state, "_PACKAGE", tmp_path)

    def stamp():
        program_state.stamp_of.cache_clear()
        return program_state.program_stamp()

    first = stamp()
    assert stamp() == first
    os.utime(code, ns=(1, 1))
    second = stamp()
    assert second != first
    code.write_text("a = 12\n", encoding="utf-8")
    os.utime(code, ns=(1, 1))
    assert stamp() not in (first, second)
