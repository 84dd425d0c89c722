"""Folders of inputs below a folder: all but hidden ones, and none that cannot be looked into."""

import os

import pytest

from generator.load.inputs import find_dossiers


def made(root, *folders):
    for folder in folders:
        (root / folder).mkdir(parents=True)
        (root / folder / "unit.toml").touch()
    return root


def test_folders_with_a_unit_are_found_and_hidden_ones_left_out(tmp_path):
    made(tmp_path, "乙 2023", "甲/2022", ".jixiao/kept", "甲/.旧/2021")
    found, problems = find_dossiers(tmp_path)
    assert (found, problems) == ((tmp_path / "乙 2023", tmp_path / "甲" / "2022"), ())


def test_what_vanishes_or_is_closed_ends_nothing(tmp_path, monkeypatch):
    made(tmp_path, "甲", "走了")
    really = os.scandir

    def scandir(path):
        if str(path).endswith("走了"):
            raise FileNotFoundError(path)
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert find_dossiers(tmp_path) == ((tmp_path / "甲",), ())


@pytest.mark.parametrize("name", ["没有", "空"])
def test_where_there_is_none_it_is_said(tmp_path, name):
    (tmp_path / "空").mkdir()
    found, problems = find_dossiers(tmp_path / name)
    assert found == ()
    assert [problem.code for problem in problems] == ["I01"]
