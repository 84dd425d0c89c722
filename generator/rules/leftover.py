"""A10: what a text says was left, against the rate of the execution and against budget less spent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import half_width
from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.given_answers import Entry
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHARE = r"(?P<part>[0-9]{1,2}(?:\.[0-9]{1,4})?)%"
_LEFT = Pattern(rf"(?:剩余|结余|未执行|未支出|未使用|未支付)[^0-9,，。；;、（(]{{0,8}}{_SHARE}")
_STILL = Pattern(rf"(?:尚有|还有|仍有){_SHARE}(?=的?(?:资金|预算|款项|经费)?(?:尚?未|没有))")
_CLAUSE_END = Pattern("[，。；]")
_NOUN = 6  # characters in which it is said what is left
_WHOLE = 100


def left_part(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“剩余3%” beside 13.8 % that were not spent."""
    printed_rates = _rates(form, words)
    for entry in form.everything:
        text = half_width(entry.text)
        for found in (*_LEFT.finditer(text), *_STILL.finditer(text)):
            if _is_of_things(text, found, words):
                continue
            rates = printed_rates or _of_amounts(form, entry, found, words)
            if not rates:
                continue
            printed = Decimal(found["part"])
            places = len(found["part"].partition(".")[2])
            due = [round_half_up(_WHOLE - rate, places) for rate in rates]
            if printed not in due and not _is_within(printed, rates):
                right = f"{plain(round_half_up(_WHOLE - rates[0], 2))}%"
                how = f"100% - {plain(round_half_up(rates[0], 2))}%"
                clause = _CLAUSE_END.split(text[found.end() :], maxsplit=1)[0]
                is_near = any(abs(printed - one) <= Decimal(1).scaleb(-places) for one in due)
                id = "left-of-contract" if words.has("of-contract", clause) else "left-part"
                id = "left-part-near" if is_near and id == "left-part" else id
                yield Finding(id, entry.place, f"{found['part']}%", right, how)


def _is_of_things(text: str, left: re.Match[str], words: Vocabulary) -> bool:
    """Tell 剩余10%的设备待安装: what is left is named, and no money."""
    behind = text[left.end() :]
    what = _CLAUSE_END.split(behind, maxsplit=1)[0][1:_NOUN]
    is_named = behind.startswith("的") and not words.has("money-left", what)
    return is_named and not words.has("money-left", left[0])


def _is_within(printed: Decimal, rates: list[Fraction]) -> bool:
    """Tell what is as near as a rate that was printed without decimals can be: 97% and 剩余2.6%."""
    whole = (rate for rate in rates if rate.denominator == 1)
    return any(abs(_WHOLE - rate - Fraction(printed)) < Fraction(1, 2) for rate in whole)


def _of_amounts(
    form: PrintedForm, entry: Entry, left: re.Match[str], words: Vocabulary
) -> list[Fraction]:
    """Return what of the budgets right before it was spent, in per cent, where money is left."""
    behind = half_width(entry.text)[left.end() :].removeprefix("的")
    if not words.has("money-left", left[0]) and not words.begins("money-left", behind):
        return []
    facts = [f for f in form.ledger.at(entry.place) if f.end and f.end <= left.start()]
    if not facts or facts[-1].role != "spent" or any(f.is_about for f in facts):
        return []
    spent = Fraction(in_base(facts[-1]) or 0)
    wholes = [Fraction(in_base(f) or 0) for f in facts if _is_given(f, words)]
    return [spent / whole * _WHOLE for whole in reversed(wholes) if 0 < spent <= whole]


def _is_given(fact: Fact, words: Vocabulary) -> bool:
    is_called = fact.role == "amount" and words.has("gives-money", fact.name)
    return fact.role in ("budget", "initial") or is_called


def _rates(form: PrintedForm, words: Vocabulary) -> list[Fraction]:
    """Return the rates of execution that the paper prints or implies, in per cent."""
    found = [execution_rate(row) for row in form.funds.rows]
    rates = [rate * _WHOLE for rate in found if rate is not None]
    if not rates:
        said_of = form.ledger.of_role("rate", "actual")  # 支出进度达到88%
        named = (f for f in said_of if f.unit == "%" and words.ends("rate-head", normal(f.name)))
        rates = [Fraction(fact.value) for fact in named if isinstance(fact.value, Decimal)]
    return rates
