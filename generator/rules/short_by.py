"""A10: how many are missing, told beside the target and what was reached: 计划60人，实际57人，5人……未参训."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import Reached, pairs

_CLAUSE = Pattern("[，,。；;、（(）)\n]")


def short_by(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All that a sentence says of those that are missing comes to the difference, or to more of it."""
    texts = {one.place: one for one in said(form)}
    for pair in pairs(form, words):
        if pair.rate is None or pair.rate >= 1 or pair.target.unit in ("%", ""):
            continue
        one = texts.get(pair.actual.place)
        missing = [*_missing(one, pair, words)] if one is not None else []
        due = _worth(pair.target) - _worth(pair.actual)
        told = [_worth(fact) for fact in missing]
        if missing and due not in (*told, *accumulate(told)):
            right = f"{plain(due / missing[0].size[1])}{missing[0].unit}"
            left, how = "、".join(map(shown, missing)), f"{shown(pair.target)}-{shown(pair.actual)}"
            yield Finding("short-by", missing[0].place, left, right, how, pair.name)


def _missing(one: Said, pair: Reached, words: Vocabulary) -> Iterator[Fact]:
    """Give the counts behind what was reached, in its sentence, of those of whom it says that they are missing."""
    for fact in one.between(pair.actual.end, one.sentence_end(pair.actual)):
        are_persons = all(words.is_one("person-units", f.unit) for f in (fact, pair.actual))
        is_alike = fact.unit == pair.actual.unit or are_persons
        is_alike = is_alike and not fact.is_about and not fact.sign
        led = _CLAUSE.split(one.before(fact))[-1]
        behind = _CLAUSE.split(one.text[fact.end :], maxsplit=1)[0]
        is_missing = words.has("is-missing", led) or words.has("not-done", behind)
        if is_alike and is_missing:
            yield fact


def _worth(fact: Fact) -> Decimal:
    return in_base(fact) or Decimal(0)
