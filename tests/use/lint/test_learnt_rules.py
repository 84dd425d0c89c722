"""What a tree teaches: proposals that are off, and a second run that keeps what a person decided."""

import tomllib
from functools import partial

import pytest

from generator.load.packs import find_packs, load_wording_rules
from tests.conftest import write_files
from tests.use.lint.houses import BODIES, SAID, write_house

FILE = "templates/wording/own.toml"


@pytest.fixture
def tree(workspace):
    return partial(write_house, workspace)


def learn(run):
    code, _, err = run("lint", "inputs", "--learn", FILE)
    assert code == 0
    return err


def rules(workspace):
    return tomllib.loads((workspace / FILE).read_text("utf-8")).get("rule", [])


def switch(workspace, old, new):
    path = workspace / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def entry(workspace, word):
    """Give the text of the entry that is about a word, with the comment above it."""
    parts = (workspace / FILE).read_text("utf-8").split("\n\n")
    return next(part for part in parts if word in part and "[[rule]]" in part)


def test_everything_is_proposed_and_nothing_is_on(tree, run):
    workspace = tree()
    assert "待定 3 条" in learn(run)
    found = rules(workspace)
    assert all(rule["off"] for rule in found)
    assert {rule["kind"] for rule in found} == {"substitution", "sentence"}
    swaps = {old: new for rule in found for old, new in rule.get("swap", {}).items()}
    assert swaps == {"图书购置数册": "图书购置册数", "当年财政拔款": "当年财政拨款"}
    (words,) = (rule["words"] for rule in found if "words" in rule)
    assert words == [SAID.format(n="{数}", how="审核").replace("{{", "{").replace("}}", "}")]


def test_an_entry_says_how_many_write_what_and_where_and_what_varies(tree, run):
    learn(run) if tree() else None
    said = entry(tree(), "逐笔审核")
    assert "4 处，4 个单位：inputs/d0/p.toml:3:15" in said
    assert "逐笔复核，没有截留挪用（1 处，1 个单位：inputs/d4/p.toml:3:15）" in said
    assert "单位：东山县文化局、西河县水务局、南湖县教育局……" in said
    assert "数：1、8、15……" in said


def test_the_file_is_read_as_rules_of_ones_own_and_speaks_when_it_is_switched_on(tree, run):
    workspace = tree()
    learn(run)
    files, problems = load_wording_rules(find_packs(workspace))
    assert problems == ()
    assert any(file.is_own and file.rules.rule for file in files)
    assert "learnt" not in run("lint", "inputs")[1]
    assert "统一写作" not in run("lint", "inputs/d4")[1]
    switch(workspace, "off      = true", "off      = false")
    out = run("lint", "inputs/d4")[1]
    said = SAID.replace("{{单位}}", BODIES[4]).format(n=29, how="审核")
    assert f"这句话统一写作：{said}。" in out
    assert "指标“图书购置数册”，统一写作“图书购置册数”" in out
    assert run("lint", "inputs/d0")[1].count("统一写作") == 0


def test_a_second_run_changes_nothing(tree, run):
    workspace = tree()
    learn(run)
    before = (workspace / FILE).read_bytes()
    learn(run)
    assert (workspace / FILE).read_bytes() == before


def test_what_was_decided_is_kept_to_the_letter_and_the_rest_is_said_anew(tree, run):
    workspace = tree()
    learn(run)
    switch(workspace, '"图书购置数册" = "图书购置册数"', '"图书购置数册" = "图书册数"  # 馆长定')
    sentence = entry(workspace, "逐笔审核")
    switch(workspace, sentence, sentence.replace("off      = true", "off      = false"))
    path = workspace / FILE
    path.write_text("# 我的批注\n\n" + path.read_text("utf-8"), "utf-8")
    decided = [entry(workspace, word) for word in ("馆长定", "逐笔审核")]
    tree(3, 4)
    assert "待定 1 条，您定下的 2 条照旧" in learn(run)
    text = path.read_text("utf-8")
    assert text.startswith("# 我的批注\n")
    assert all(part in text for part in decided)
    assert "3 处，3 个单位" in entry(workspace, "当年财政拔款")
    assert len(rules(workspace)) == 3


def test_what_was_decided_is_not_proposed_against(tree, run):
    workspace = tree()
    learn(run)
    switch(workspace, "off      = true", "off      = false")
    tree(0, 1, 2)  # now most write it the other way
    assert "待定 0 条，您定下的 3 条照旧" in learn(run)
    assert len(rules(workspace)) == 3


def test_what_cannot_be_read_is_told_and_left(tree, run):
    workspace = tree()
    write_files(workspace / "templates" / "wording", {"own.toml": "rule = ["})
    code, out, _ = run("lint", "inputs", "--learn", FILE)
    assert code == 1
    assert "own.toml:1" in out
    assert (workspace / FILE).read_text("utf-8") == "rule = ["


def test_it_can_be_taken_back(tree, run):
    workspace = tree()
    learn(run)
    switch(workspace, "当年财政拔款", "当年拔款")
    before = (workspace / FILE).read_bytes()
    tree(3, 4)
    learn(run)
    assert (workspace / FILE).read_bytes() != before
    assert run("undo")[0] == 0
    assert (workspace / FILE).read_bytes() == before
