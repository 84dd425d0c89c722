"""A file that stands as it stood is read once; one that was changed, or may still be, is read again."""

import os

import pytest

from generator.load.dossier_inputs import load_dossier
from generator.load.known_files import KnownFiles

LONG_AGO = 1_000_000_000


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("甲", encoding="utf-8")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def times(file):
    """Read the file with a counter; call it to read once more."""
    known, asked = KnownFiles(), []

    def read(path):
        asked.append(path)
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def again():
        known.read(file, read)
        return len(asked)

    return again


def test_a_file_is_read_once(times):
    assert [times(), times(), times()] == [1, 1, 1]


@pytest.mark.parametrize("words", ["乙", "甲乙"])
def test_a_changed_file_is_read_again(file, times, words):
    times()
    file.write_text(words, encoding="utf-8")
    os.utime(file, ns=(LONG_AGO, LONG_AGO + 1))
    assert times() == 2


def test_a_file_that_was_put_in_its_place_is_read(file, times):
    times()
    beside = file.with_suffix(".new")
    beside.write_text("乙", encoding="utf-8")
    os.utime(beside, ns=(LONG_AGO, LONG_AGO))
    beside.replace(file)
    assert times() == 2


def test_a_file_of_this_moment_may_change_without_a_trace(file, times):
    file.touch()
    assert [times(), times()] == [1, 2]


def test_a_file_that_is_not_there_is_looked_for_every_time(file, times):
    file.unlink()
    assert [times(), times()] == [1, 2]


def test_a_dossier_says_what_its_files_say_now(dossier):
    folder, known = dossier(), KnownFiles()
    for path in folder.glob("*.toml"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    first = load_dossier(folder, known).dossier
    text = (folder / "books.toml").read_text(encoding="utf-8")
    (folder / "books.toml").write_text(text.replace("图书购置", "报刊购置"), encoding="utf-8")
    second = load_dossier(folder, known).dossier
    assert (first.subjects[0].name, second.subjects[0].name) == ("图书购置", "报刊购置")
    assert second.unit is first.unit
