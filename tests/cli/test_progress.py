"""How far an audit is: told of reading, of what is held together, and of copies; not beside data."""

import pytest

from generator.cli import progress


@pytest.fixture
def reports(workspace, monkeypatch):
    monkeypatch.setattr(progress, "BETWEEN_LINES", 1e-9)
    folder = workspace / "reports"
    for name in ("东山县图书馆", "西河县博物馆", "南湖县档案馆"):
        text = f"{name}2023年度项目支出绩效自评报告\n一、项目概况\n全年预算数100万元。\n"
        (folder / name).mkdir(parents=True)
        (folder / name / "自评.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_stage_of_an_audit_says_how_far_it_is(reports, run):
    _, _, err = run("audit", reports, f"--annotate={reports.parent / 'copies'}")
    for stage in ("读取", "核对", "批注"):
        assert f"{stage}：已完成 1/3（33%）" in err
        assert f"{stage}：已完成 2/3（66%）" in err
        assert f"{stage}：已完成 3/3" not in err  # what follows says that it is done


def test_beside_data_nothing_is_said(reports, run):
    assert "已完成" not in run("audit", reports, "--format", "json")[2]


def test_an_item_is_done_when_the_next_is_asked_for(monkeypatch, capsys):
    monkeypatch.setattr(progress, "BETWEEN_LINES", 1e-9)
    items = progress.watched(["甲", "乙", "丙"], "核对")
    next(items)
    assert capsys.readouterr().err == ""
    next(items)
    assert "核对：已完成 1/3" in capsys.readouterr().err
