"""Folders of inputs below a folder: all but hidden ones, and none that cannot be looked into."""

import os

import pytest

from generator.load.dossier_folders import find_dossiers
from generator.load.dossier_inputs import load_dossier


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


def test_a_folder_that_cannot_be_looked_into_is_told_and_the_others_are_found(tmp_path, closed):
    made(tmp_path, "甲", "锁上", "乙/2023")
    closed("锁上")
    found, problems = find_dossiers(tmp_path)
    assert found == (tmp_path / "乙" / "2023", tmp_path / "甲")
    (problem,) = problems
    assert problem.stops
    assert "锁上" in problem.message
    assert "没有权限" in problem.message


def test_a_dossier_whose_files_cannot_be_listed_is_told(dossier, closed):
    folder = dossier()
    closed(folder.name)
    problems = load_dossier(folder).problems
    assert any(p.code == "I01" and "没有权限" in p.message for p in problems)


@pytest.mark.parametrize("command", ["check", "build", "summary -o 汇总.xlsx", "score", "lint"])
def test_no_command_passes_over_a_closed_folder_without_a_word(dossier, run, closed, command):
    folder = dossier()
    made(folder.parent, "锁上的单位")
    closed("锁上的单位")
    name, *options = command.split()
    code, out, err = run(name, folder.parent, *options)
    assert code == 1
    assert "锁上的单位" in out + err


def test_a_linked_folder_is_found_and_none_twice(tmp_path):
    made(tmp_path, "甲", "外/乙")
    tree = tmp_path / "树"
    tree.mkdir()
    (tree / "一").symlink_to(tmp_path / "甲", target_is_directory=True)
    (tree / "二").symlink_to(tmp_path / "甲", target_is_directory=True)
    (tree / "外").symlink_to(tmp_path / "外", target_is_directory=True)
    found, problems = find_dossiers(tree)
    assert {path.resolve().name for path in found} == {"甲", "乙"}
    assert len(found) == 2
    assert problems == ()


def test_links_in_a_circle_end(tmp_path):
    made(tmp_path, "甲")
    (tmp_path / "甲" / "上").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "自己").symlink_to(tmp_path / "自己")
    found, problems = find_dossiers(tmp_path)
    assert found == (tmp_path / "甲",)
    assert all("自己" in problem.message for problem in problems)


def test_a_link_to_nowhere_is_named(tmp_path):
    made(tmp_path, "甲")
    (tmp_path / "旧单位").symlink_to(tmp_path / "不在了", target_is_directory=True)
    found, problems = find_dossiers(tmp_path)
    assert found == (tmp_path / "甲",)
    (problem,) = problems
    assert "旧单位" in problem.message
    assert "链接" in problem.message
