"""The journal: which commands changed which files, kept until two later ones changed them again."""

import errno
import json

import pytest

from generator.roundtrip.files_record import FileRecord
from generator.roundtrip.journal import JOURNAL_FILE, Change, Journal, next_number
from generator.roundtrip.state_folder import StateFolder


@pytest.fixture
def state(tmp_path):
    return StateFolder(tmp_path)


def change(path, before, after):
    return Change(path, before * 64, after * 64)


def test_an_entry_is_read_back_as_it_was_made(state):
    made = Change(
        "报告.docx", "a" * 64, "b" * 64, FileRecord("报告.docx", "a" * 64, "evaluation", ())
    )
    assert Journal(state).add(3, "build", [made]) is None
    (command,) = Journal(state).commands
    assert (command.number, command.name, command.changes) == (3, "build", (made,))


def test_no_changes_are_no_entry(state):
    Journal(state).add(1, "build", [])
    assert not state.path.exists()


def test_a_keep_goes_after_two_later_commands_that_change_the_same_file(state):
    journal = Journal(state)
    journal.add(1, "build", [change("a", "1", "2"), change("b", "8", "9")])
    journal.add(2, "build", [change("a", "2", "3")])
    assert "1" * 64 in journal.used()
    journal.add(3, "build", [change("a", "3", "4")])
    assert journal.used() == {"2" * 64, "3" * 64, "8" * 64}
    assert [c.number for c in journal.commands] == [1, 2, 3]
    assert Journal(state).commands == journal.commands


def test_one_command_that_changes_a_file_twice_is_one_change(state):
    journal = Journal(state)
    journal.add(1, "pull", [change("a", "1", "2")])
    journal.add(1, "pull", [change("a", "2", "3"), change("b", "4", "5")])
    (command,) = journal.commands
    assert command.changes == (change("a", "1", "3"), change("b", "4", "5"))


def test_what_did_not_come_about_is_struck_out(state):
    journal = Journal(state)
    journal.add(1, "build", [change("a", "1", "2"), change("b", "3", "4")])
    journal.without(1, lambda found: found.path == "a")
    assert [c.path for command in Journal(state).commands for c in command.changes] == ["b"]
    journal.without(1, lambda found: found.path == "b")
    assert Journal(state).commands == ()


def test_numbers_run_on_over_all_journals(tmp_path):
    for name, number in (("one", 4), ("two", 7)):
        Journal(StateFolder(tmp_path / name)).add(number, "build", [change("a", "1", "2")])
    assert next_number([tmp_path / "one", tmp_path / "two", tmp_path / "three"]) == 8
    assert next_number([]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": 99, "commands": []}',
        '{"format": 1, "commands": [{}]}',
        '{"format": 1, "commands": 3}',
        '{"format": 1, "commands": [{"number": 1, "name": "build", "files": [3]}]}',
    ],
)
def test_a_damaged_journal_is_none(state, text):
    state.path.mkdir()
    (state.path / JOURNAL_FILE).write_text(text, encoding="utf-8")
    assert Journal(state).commands == ()


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.toml", "a/../../b"])
def test_a_journal_leads_to_no_file_outside_of_its_folder(state, path):
    state.path.mkdir()
    file = {"path": path, "before": "", "after": ""}
    data = {"format": 1, "commands": [{"number": 1, "name": "build", "files": [file]}]}
    (state.path / JOURNAL_FILE).write_text(json.dumps(data), encoding="utf-8")
    assert Journal(state).commands == ()


def test_one_that_the_system_does_not_give_is_not_taken_for_none(state, monkeypatch):
    Journal(state).add(1, "build", [change("a", "1", "2")])

    def read(_path, _limit):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("generator.roundtrip.journal.read_regular", read)
    with pytest.raises(OSError, match="Input"):
        Journal(state)
    assert next_number([state.home]) == 1
