"""jixiao summary as a clerk uses it: the ending decides, slips are told, nothing stops at one broken dossier."""

import json

import pytest

from tests.conftest import PROJECT, ROOT
from tests.summary.trees import add_unit

ENDINGS = ("xlsx", "docx", "json", "csv")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_decides_what_is_written(ending, workspace, run):
    target = workspace / f"汇总.{ending.upper()}"
    code, out, err = run("summary", ROOT / "inputs", "-o", target)
    assert (code, out) == (0, "")
    assert "5 份填报，19 个项目" in err
    head = target.read_bytes()[:4]
    assert head.startswith({"json": b"{", "csv": b"\xef\xbb\xbf"}.get(ending, b"PK"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_inputs_give_the_same_bytes(ending, workspace, run):
    one, two = workspace / f"a.{ending}", workspace / f"b.{ending}"
    for target in (one, two):
        run("summary", ROOT / "inputs", "-o", target)
    assert one.read_bytes() == two.read_bytes()


def test_a_wrong_ending_is_told_before_anything_is_read(workspace, run):
    code, _, err = run("summary", "nowhere", "-o", "汇总.pdf")
    assert code == 2
    assert "后缀应为 .xlsx、.docx、.json、.csv 之一" in err


def test_without_a_file_to_write_it_says_so(workspace, run):
    code, _, err = run("summary")
    assert code == 2
    assert "缺少 -o 文件" in err


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_broken_dossier_does_not_stop_the_others(ending, workspace, run):
    add_unit(workspace, "甲")
    (add_unit(workspace, "乙") / "unit.toml").write_text("year = ", encoding="utf-8")
    target = workspace / f"汇总.{ending}"
    code, _, err = run("summary", workspace / "inputs", "-o", target)
    assert code == 1
    assert "2 份填报，1 个项目" in err
    assert target.is_file()


def test_an_empty_tree_is_told_and_written_all_the_same(workspace, run):
    (workspace / "inputs").mkdir()
    target = workspace / "汇总.json"
    code, out, err = run("summary", workspace / "inputs", "-o", target)
    assert code == 1
    assert "没有 unit.toml" in out
    assert "汇总是空的" in err
    assert json.loads(target.read_text("utf-8"))["dossiers"] == []


def test_a_file_that_cannot_be_written_is_a_problem(workspace, run):
    add_unit(workspace, "甲", PROJECT)
    (workspace / "占用").write_text("", encoding="utf-8")
    code, out, _ = run("summary", workspace / "inputs", "-o", workspace / "占用" / "汇总.csv")
    assert code == 1
    assert "写不了这个文件" in out
