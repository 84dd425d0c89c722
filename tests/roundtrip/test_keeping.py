"""What is kept before a file of a person changes stays while any command may still ask for it."""

from functools import partial

import pytest

from generator.base.locking import locked
from generator.roundtrip import keeping
from generator.roundtrip.files_record import Record
from generator.roundtrip.journal import Change, Journal
from generator.roundtrip.keeping import Keep, clear, keep_before
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder

THEIRS = b"theirs"
KEEP = Keep(Change("a.docx", digest(THEIRS), digest(b"new")), THEIRS)


@pytest.fixture
def state(tmp_path):
    return StateFolder(tmp_path)


def test_what_the_journal_tells_of_stays(state):
    assert keep_before(state, 1, "build", [KEEP]) is None
    state.put(b"nobody asks for it")
    clear(state, Record())
    assert state.get(digest(THEIRS)) == THEIRS
    assert state.get(digest(b"nobody asks for it")) is None


def test_nothing_is_cleared_while_somebody_else_keeps_a_file(state):
    with locked(state.path):
        state.keep(THEIRS)  # not yet in the journal
        clear(state, Record())
        assert state.get(digest(THEIRS)) == THEIRS


def test_nothing_is_kept_or_entered_while_somebody_else_writes(state, monkeypatch):
    monkeypatch.setattr(keeping, "locked", partial(locked, patience=0))
    with locked(state.path):
        fault = keep_before(state, 1, "build", [KEEP])
    assert fault is not None
    assert fault.code == "O06"
    assert Journal(state).commands == ()


def test_a_folder_without_keeps_is_not_made_to_clear_it(state):
    clear(state, Record())
    assert not state.path.exists()
