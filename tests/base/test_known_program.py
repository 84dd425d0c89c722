"""The program is fingerprinted by what was found in an earlier run."""

import pytest

from generator.base import known_program
from generator.base.known_program import known_program_state
from generator.base.program_state import program_state


@pytest.fixture(autouse=True)
def forgotten(monkeypatch, tmp_path):
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path))
    known_program_state.cache_clear()
    yield
    known_program_state.cache_clear()


def test_another_run_does_not_read_the_program(monkeypatch):
    assert known_program_state() == program_state()
    known_program_state.cache_clear()
    monkeypatch.setattr(known_program, "program_state", lambda: "read again")
    assert known_program_state() == program_state()


def test_a_program_that_was_touched_is_read(monkeypatch):
    assert known_program_state() == program_state()
    known_program_state.cache_clear()
    monkeypatch.setattr("generator.base.cache.program_stamp", lambda: "another time")
    monkeypatch.setattr(known_program, "program_state", lambda: "read again")
    assert known_program_state() == "read again"
