"""Checks of rules of wording: S11 what a rule lacks, S12 its own examples."""

from collections.abc import Iterator, Sequence

from generator.base.problem import Problem, Severity
from generator.base.toml import TomlFile
from generator.model.wording_rule import PhraseGroup, WordingRule, WordingRules
from generator.wording.catalogue import KINDS, OPTIONS
from generator.wording.engine import run_rule


def check_rules(
    rules: WordingRules, source: TomlFile, phrases: Sequence[PhraseGroup]
) -> Iterator[Problem]:
    """Say all that is wrong with the rules of one file."""
    for index, rule in enumerate(rules.rule):
        if rule.off:
            continue
        faults = list(_options(rule, index, source))
        yield from faults
        if not faults:
            yield from _examples(rule, index, source, phrases)


def _options(rule: WordingRule, index: int, source: TomlFile) -> Iterator[Problem]:
    kind = KINDS.get(rule.kind)
    needs, may = (kind.needs, kind.may) if kind else ((), ())
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
    rule: WordingRule, index: int, source: TomlFile, phrases: Sequence[PhraseGroup]
) -> Iterator[Problem]:
    for key, texts, is_bad in (("good", rule.good, False), ("bad", rule.bad, True)):
        for number, text in enumerate(texts):
            found = run_rule(rule, phrases, text)
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
