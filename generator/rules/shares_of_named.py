"""A10: a share whose whole stands between the word and it: 支出216万元，占预算240万元的90%."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.pattern import Pattern
from generator.read.fact import exactly
from generator.rules.finding import Finding
from generator.rules.form_sentences import said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import agrees, share_finding

_LEADS = Pattern(r"(?<!的)(?:占|相当于|达到?|完成了?|为|是)(?:了|到)?[^,，。；;0-9]{0,16}$")
_OF_IT = Pattern(r"[一-鿿]{0,8}的(?:比例|比重)?(?:为|约|达|达到)?")


def shares_of_named(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Any quantity of the sentence before the whole may be the part; the nearest is told."""
    for one in said(form):
        for whole, rate in zip(one.facts, one.facts[1:], strict=False):
            between = one.text[whole.end : rate.start]
            if rate.unit != "%" or not isinstance(rate.value, Decimal) or rate.is_about:
                continue
            is_named = _OF_IT.fullmatch(between) and _LEADS.search(one.before(whole))
            if not is_named or whole.unit in ("%", "") or whole.is_about or not exactly(whole):
                continue
            parts = [f for f in one.same_sentence(whole) if f.dimension == whole.dimension]
            if not parts or one.same_sentence(whole)[-1] != parts[-1]:
                continue
            if parts[-1].is_about or parts[-1].sign or not exactly(parts[-1]):
                continue
            if words.has("no-whole", one.before(rate)):
                continue
            exact = [exactly(part) / exactly(whole) for part in parts]
            if not any(agrees(rate.value, e, is_loose=True) for e in exact):
                yield share_finding(rate, parts[-1], whole, exact[-1])
