"""Checks of rules of wording: S11 what a rule lacks, S12 its own examples."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.base.problem import Problem, Severity
from generator.base.toml import TomlFile
from generator.model.wording_rule import PhraseGroup, WordingRule, WordingRules
from generator.wording.engine import run_rule
from generator.wording.kind_catalogue import OPTIONS, options_of
from generator.wording.passage import Finding
from generator.wording.slips.finder import SlipFinder


def check_rules(
    rules: WordingRules,
    source: TomlFile,
    phrases: Sequence[PhraseGroup],
    slips: SlipFinder | None = None,
) -> Iterator[Problem]:
    """Say all that is wrong with the rules of one file."""
    for index, rule in enumerate(rules.rule):
        if rule.off:
            continue
        faults = list(_options(rule, index, source))
        yield from faults
        if not faults and (rule.kind != "slip" or slips is not None):
            yield from _examples(rule, index, source, partial(run_rule, rule, phrases, slips=slips))


def _options(rule: WordingRule, index: int, source: TomlFile) -> Iterator[Problem]:
    needs, may = options_of(rule.kind)
    for option in OPTIONS:
        is_given = bool(getattr(rule, option))
        at = ("rule", index, option)
        if option in needs and not is_given:
            message = f"规则“{rule.id}”（{rule.kind}）缺少 {option}"
            yield Problem("S11", Severity.ERROR, message, source.place(at), f"请写上 {option}")
        elif is_given and option not in (*needs, *may):
            message = f"规则“{rule.id}”（{rule.kind}）用不到 {option}"
            yield Problem("S11", Severity.ERROR, message, source.place(at, on="key"), "请删去")


def _examples(
    rule: WordingRule, index: int, source: TomlFile, run: Callable[[str], tuple[Finding, ...]]
) -> Iterator[Problem]:
    for key, texts, is_bad in (("good", rule.good, False), ("bad", rule.bad, True)):
        for number, text in enumerate(texts):
            found = run(text)
            if bool(found) == is_bad:
                continue
            place = source.place(("rule", index, key, number))
            if is_bad:
                message = f"规则“{rule.id}”在它自己的反例里没有查出问题：{text}"
                hint = "请改正规则，或改正反例"
            else:
                message = f"规则“{rule.id}”在它自己的正例里查出了“{found[0].found}”：{text}"
                hint = "请在 except 里写上例外，或改正正例"
            yield Problem("S12", Severity.ERROR, message, place, hint, quote=text)
