"""jixiao rules: every code that can appear is explained, and no other."""

import json
import re

import pytest

from generator.load.packs import find_packs, load_wording_rules
from generator.load.rule_texts import load_rule_texts
from tests.conftest import ROOT

FAMILIES, PROBLEMS = load_rule_texts(find_packs(None))
TEXTS = [text for family in FAMILIES for text in family.code]


def emitted() -> set[str]:
    """Gather the codes in the code and in the packaged rules of wording."""
    codes: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        if not path.is_relative_to(ROOT / "generator" / "templates"):
            codes |= set(
                re.findall(r'"([ARXGCNWFISTOD][0-9]{2})"', path.read_text(encoding="utf-8"))
            )
    files, _ = load_wording_rules(find_packs(None))

    told = {text.code for family in FAMILIES for text in family.finding}
    return codes | told | {r.code for f in files for r in f.rules.rule}


def test_every_code_that_can_appear_is_explained_and_no_other():
    assert PROBLEMS == ()
    assert {text.id for text in TEXTS} == emitted()
    assert len({text.id for text in TEXTS}) == len(TEXTS)


def test_the_overview_lists_every_code(run):
    code, out, _ = run("rules")
    assert code == 0
    assert all(text.id in out for text in TEXTS)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.id)
def test_a_code_is_explained_in_full(run, text):
    code, out, _ = run("rules", text.id.lower())
    assert code == 0
    for part in ("查什么：", "为什么：", "例子：", "怎么改："):
        assert part in out


def test_an_unknown_code_is_wrong_use_with_a_suggestion(run):
    code, _, err = run("rules", "A99")
    assert code == 2
    assert "没有代码“A99”" in err


def test_the_codes_are_data_too(run):
    (rule,) = json.loads(run("rules", "F05", "--format", "json")[1])["rules"]
    assert rule["code"] == "F05"
    assert rule["wording"][0]["bad"]
