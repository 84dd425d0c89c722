"""What is kept on disk between runs."""

from importlib.metadata import version

import pytest

from generator.base import cache


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存 一"))
    return tmp_path / "缓存 一"


def test_what_was_kept_is_loaded_again():
    cache.keep("a", ("甲", 1, b"x"))
    assert cache.load("a") == ("甲", 1, b"x")
    assert cache.load("b") is None


def test_a_file_that_was_damaged_is_not_used(folder):
    cache.keep("a", ("甲",))
    kept = folder / "a"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert cache.load("a") is None


def test_where_it_is_switched_off_nothing_is_kept(folder, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    cache.keep("a", ("甲",))
    assert cache.load("a") is None
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
