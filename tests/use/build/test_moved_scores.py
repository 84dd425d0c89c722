"""A score that a rule moved is named before it is written: old, new, and the rule."""

import pytest

from tests.conftest import UNIT

SCHEME = """
id = "yunbian"
title = "云边县自评"
based-on = "mof-2020"

[force]
from = 2020

[[basis]]
id = "notice"
document = "云边县通知"
"""
STRICT = """
[[method]]
when = ["≥", ">", "=", "≤", "<"]
kind = "all-or-none"
label = "达到目标得满分，否则不得分"
basis = "notice"
"""


UNUSED = '\n[thresholds]\nexecution = { percent = 90, basis = "notice" }\n'


@pytest.fixture
def schemes(workspace):
    """Where a workspace has schemes of its own."""
    folder = workspace / "templates" / "schemes"
    folder.mkdir(parents=True)
    (folder / "yunbian.toml").write_text(SCHEME + UNUSED, encoding="utf-8")
    return folder


@pytest.fixture
def built(dossier, schemes, run):
    """A dossier that was built by a scheme of its own."""
    folder = dossier(unit=UNIT.replace("mof-2020", "yunbian"))
    code, out, err = run("build", folder)
    assert code == 0, out + err
    return folder


def test_a_moved_score_is_named_and_not_written(built, schemes, run, workspace):
    (form,) = (workspace / "outputs" / built.name).glob("*.docx")
    before = form.read_bytes()
    (schemes / "yunbian.toml").write_text(SCHEME + UNUSED + STRICT, encoding="utf-8")
    code, out, _ = run("build", built)
    assert code == 1
    rows = (line for line in out.splitlines() if "到馆人次增长率" in line)
    table = next(rows).split("│")[1:-1]
    assert "规则的变动使 1 份填报的 1 个得分变了" in out
    assert [words.strip() for words in table][1:5] == [
        *("图书购置", "“到馆人次增长率”得分", "24分", "0分"),
    ]  # fmt: skip
    assert " → " in table[5]  # of total and grade
    assert "O28 规则使“图书购置 · “到馆人次增长率”得分”由 24分 变为 0分" in out
    assert "达到目标得满分，否则不得分" in out
    assert "云边县通知" in out
    assert "--accept-rules" in out
    assert form.read_bytes() == before
    assert run("build", built, "--draft")[0] == 0
    assert run("build", built, "--accept-rules")[0] == 0
    assert form.read_bytes() != before
    assert run("build", built)[0] == 0


def test_only_the_scores_that_the_rule_itself_moves_are_named(built, schemes, run):
    (schemes / "yunbian.toml").write_text(SCHEME + UNUSED + STRICT, encoding="utf-8")
    assert run("build", built)[1].count(" O28 ") == 1


def test_a_rule_that_moves_nothing_is_not_told(built, schemes, run):
    (schemes / "yunbian.toml").write_text(SCHEME + UNUSED.replace("90", "80"), encoding="utf-8")
    code, out, err = run("build", built)
    assert (code, "O28" in out) == (0, False), out + err


def test_what_a_person_changed_is_no_rule(built, run):
    project = built / "books.toml"
    project.write_text(project.read_text("utf-8").replace('"8%"', '"7%"'), encoding="utf-8")
    code, out, err = run("build", built)
    assert (code, "O28" in out) == (0, False), out + err


def test_another_scheme_was_chosen_by_the_unit(built, schemes, run):
    other = (SCHEME + UNUSED + STRICT).replace('id = "yunbian"', 'id = "yunbian-2"')
    (schemes / "yunbian-2.toml").write_text(other, encoding="utf-8")
    unit = built / "unit.toml"
    unit.write_text(unit.read_text("utf-8").replace('"yunbian"', '"yunbian-2"'), encoding="utf-8")
    code, out, err = run("build", built)
    assert (code, "O28" in out) == (0, False), out + err
