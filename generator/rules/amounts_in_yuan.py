"""F03: 21539000万元 in a sentence, and 2153.90万元 in another: one was typed in 元."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.spoken_amount import spoken_amount
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_MONEY, _WAN = "金额", Decimal(10_000)
_HUGE = Decimal(10) ** 10  # in 元: of so much hardly any unit has the spending
_FEWEST_DIGITS = 3


def amounts_in_yuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An amount in 万元 that is ten thousand times another one, digit by digit."""
    del words
    amounts = [(one.place, f) for one in said(form) for f in one.facts if _is_in_wan(f)]
    known = {f.value: f for _, f in amounts}
    table = {
        amount.value: amount
        for row in form.funds.rows
        for _, amount in row.columns()
        if amount is not None and form.money == "万元"
    }
    told: set[tuple[DocumentPlace, Decimal | str]] = set()
    for place, fact in amounts:
        worth = in_base(fact) or Decimal(0)
        value = fact.value
        if worth < _HUGE or not isinstance(value, Decimal) or (place, value) in told:
            continue
        small = value / _WAN
        is_known = small in known or small in table
        if is_known and len(small.normalize().as_tuple().digits) >= _FEWEST_DIGITS:
            told.add((place, value))
            right = shown(known[small]) if small in known else f"{small.normalize():f}万元"
            yield Finding("said-yuan", place, shown(fact), right, f"即 {spoken_amount(worth)}")


def _is_in_wan(fact: Fact) -> bool:
    return fact.size == (_MONEY, _WAN) and isinstance(fact.value, Decimal)
