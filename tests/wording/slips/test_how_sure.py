"""A slip that is likely weighs as its rule says; one of which nobody is sure is no more than a hint."""

import pytest

from generator.base.problem import Severity
from generator.wording.engine import Linter
from generator.wording.passage import Context, Passage


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("提高财政资金使用效溢。", Severity.WARNING),
        ("监管到未。", Severity.NOTE),  # little stands beside it
    ],
)
def test_what_is_not_likely_is_a_note(text, severity, book, slips):
    rules = [rule for file in book for rule in file.rules.rule]
    linter = Linter(rules, ()).with_slips(slips)
    passages = [Passage("paragraph", text, "text")]
    findings = linter.run(passages, Context(("某区纪委",), "evaluation"))
    assert [finding.severity for finding in findings] == [severity]
