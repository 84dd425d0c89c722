"""The start of the one-folder program: a command line, or the piece of the program that it starts itself for."""

import sys

import pytest

from tools.one_folder import start


def test_a_piece_of_the_program_runs_in_a_process_of_its_own(monkeypatch, capsys):
    said = "import sys; print(sys.argv[1:])"
    monkeypatch.setattr(sys, "argv", ["jixiao", "-I", "-S", "-c", said, "一个", "-I"])
    start.main()
    assert capsys.readouterr().out == "['一个', '-I']\n"


def test_anything_else_is_a_command_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["jixiao", "--version"])
    with pytest.raises(SystemExit) as stop:
        start.main()
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("jixiao ")
