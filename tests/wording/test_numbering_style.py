"""Numbers of headings: left out, doubled, changed over, of another style, a level too deep."""

import tomllib
from pathlib import Path

import pytest

from generator.load.packs import find_packs, load_wording_rules
from generator.wording.engine import run_rule

CASES = tomllib.loads((Path(__file__).parent / "numbering.toml").read_text(encoding="utf-8"))
KINDS = ("number-order", "skipped-level")
RULES = [
    rule
    for file in load_wording_rules(find_packs(None))[0]
    for rule in file.rules.rule
    if rule.kind in KINDS
]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["says"])
def test_numbers_are_told_that_break_their_order(case):
    text = case["lines"].replace("/", "\n")
    told = {f"{rule.code} {hit.found}" for rule in RULES for hit in run_rule(rule, (), text)}
    assert told == set(case["told"])
