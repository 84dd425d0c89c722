"""The state folder: contents under their digests, nothing damaged, nothing forgotten too early."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder


@pytest.fixture
def state(tmp_path):
    return StateFolder(tmp_path)


def test_what_was_put_is_found_under_its_digest(state, tmp_path):
    name = state.put(b"a report")
    assert name == digest(b"a report")
    assert state.get(name) == b"a report"
    assert [p.name for p in (tmp_path / STATE_FOLDER).iterdir()] == [name]  # and no ending


def test_nothing_is_written_when_it_is_there_already(state):
    path = state.path / state.put(b"a report")
    before = path.stat().st_mtime_ns
    state.put(b"a report")
    assert state.keep(b"a report") is None
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"another one", b"a repor"])
def test_what_is_damaged_counts_as_not_there_and_is_written_anew(state, damage):
    name = state.put(b"a report")
    (state.path / name).write_bytes(damage)
    assert state.get(name) is None
    assert state.keep(b"a report") is None
    assert state.get(name) == b"a report"


@pytest.mark.parametrize("name", ["", "../jixiao.toml", "0" * 64, "journal.json"])
def test_what_is_no_digest_or_not_there_is_nothing(state, tmp_path, name):
    (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
    assert state.get(name) is None


def test_a_keep_that_cannot_be_written_is_told(state):
    state.path.write_text("a file in the way", encoding="utf-8")
    assert state.keep(b"a report") is not None
    state.put(b"a report")  # a base copy is only comfort


def test_what_nothing_refers_to_goes_and_what_is_not_ours_stays(state):
    kept, gone = state.put(b"kept"), state.put(b"gone")
    (state.path / "notes.txt").write_text("mine", encoding="utf-8")
    state.collect({kept})
    assert state.get(kept) == b"kept"
    assert state.get(gone) is None
    assert (state.path / "notes.txt").exists()


def test_its_size_is_that_of_all_that_lies_there(state):
    assert state.size() == 0
    state.put(b"12345")
    state.put(b"123")
    assert state.size() == 8


@given(contents=st.lists(st.binary(max_size=20), unique=True, max_size=6), data=st.data())
def test_collecting_leaves_just_what_is_used(tmp_path_factory, contents, data):
    state = StateFolder(tmp_path_factory.mktemp("home"))
    names = [state.put(content) for content in contents]
    used = data.draw(st.sets(st.sampled_from(names))) if names else set()
    state.collect(used)
    assert {name for name in names if state.get(name) is not None} == used
