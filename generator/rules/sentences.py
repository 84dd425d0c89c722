"""C02, C03, C05, C08, A09, A10: quantities of sentences held against each other, as the ledger gives them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.funds_sums import LINE, is_explained
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

_FAR_BEYOND = Fraction(130, 100)
_UPWARDS = ("≥", ">", "=", "")
_FEWEST_PARTS, _LEAST_SHARE, _TOLD_ELSEWHERE = 4, Fraction(1, 2), Fraction(9, 10)
_PERCENT = 100


class Reached(NamedTuple):
    """What a sentence says was wanted, and what was reached."""

    name: str
    target: Fact
    actual: Fact

    @property
    def rate(self) -> Fraction | None:
        """Return the part that was reached (``None``: more is not better, or nothing tells)."""
        target, actual = in_base(self.target), in_base(self.actual)
        if target is None or actual is None or target <= 0:
            return None
        if self.target.unit != self.actual.unit or self.target.sign not in _UPWARDS:
            return None
        return Fraction(actual) / Fraction(target)

    @property
    def how(self) -> str:
        """Return the two values, as printed."""
        return f"{_shown(self.actual)} ÷ {_shown(self.target)}"


def unreached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports less than was wanted, and nobody says why."""
    for pair in pairs(form):
        if pair.rate is None or pair.rate >= 1 or words.has("less-is-better", pair.name):
            continue
        if _is_told(form, pair, words):
            continue
        left, right = _shown(pair.actual), _shown(pair.target)
        yield Finding("sentence-unreached", pair.actual.place, left, right, "", pair.name)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports far more than was wanted, and nobody says why."""
    for pair in pairs(form):
        if pair.rate is None or pair.rate <= _FAR_BEYOND or _is_told(form, pair, words):
            continue
        how = f"{pair.how} = {plain(round_half_up(pair.rate * _PERCENT, 1))}%"
        left, right = _shown(pair.actual), _shown(pair.target)
        yield Finding("far-beyond", pair.actual.place, left, right, how, pair.name)


def units(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number of visits that a sentence counts in persons."""
    for pair in pairs(form):
        if words.ends("times", pair.name) and pair.target.unit == "人":
            yield Finding("times-in-persons", pair.target.place, "人", "人次", "", pair.name)
            return


def unspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A report without a table of funds names a low rate, and nobody says why."""
    if form.funds.total.spent is not None or not form.is_evaluation:
        return
    for rate in form.ledger.of_role("rate"):
        is_low = isinstance(rate.value, Decimal) and Fraction(rate.value) / _PERCENT < LINE
        if is_low and words.ends("rate-head", normal(rate.name)):
            if not is_explained(form, words, "unspent"):
                left, right = _shown(rate), f"{plain(round_half_up(LINE * _PERCENT, 0))}%"
                yield Finding("unspent", rate.place, left, right)
            return


def rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A rate of execution follows from the two amounts of its paragraph."""
    for rate in form.ledger.of_role("rate"):
        if not rate.end or not words.ends("rate-head", normal(rate.name)):
            continue
        beside = form.ledger.at(rate.place)
        budget, spent, share = (_only(beside, role) for role in ("budget", "spent", "rate"))
        if not budget or not spent or not share or not isinstance(rate.value, Decimal):
            continue
        places = max(0, -int(str(rate.value.as_tuple().exponent)))
        exact = Fraction(spent) / Fraction(budget) * _PERCENT
        if abs(exact - Fraction(share) * _PERCENT) > Fraction(1, 10**places):
            right = f"{plain(round_half_up(exact, max(2, places)))}%"
            yield Finding("sentence-rate", rate.place, _shown(rate), right)


def sums(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts of a closed list come to their whole, also where much is missing."""
    for one in form.ledger.sums:
        whole = one.whole.value
        if not isinstance(whole, Decimal) or whole <= 0 or len(one.parts) < _FEWEST_PARTS:
            continue
        share = Fraction(one.together) / Fraction(whole)
        is_open = words.has("open-list", _sentence(form, one.whole))
        if _LEAST_SHARE <= share < _TOLD_ELSEWHERE and not is_open:
            how = "+".join(_shown(part) for part in one.parts)
            right = f"{plain(one.together)}{one.whole.unit}"
            yield Finding("sentence-sum", one.whole.place, _shown(one.whole), right, how)


def pairs(form: PrintedForm) -> Iterator[Reached]:
    """Give the targets and actuals of sentences: joined already, or said of one name twice."""
    joined = [p for p in form.ledger.pairs if p.target.end and not p.target.place.table]
    for pair in joined:
        yield Reached(pair.name, pair.target, pair.actual)
    known = {pair.actual for pair in joined}
    for actual in form.ledger.of_role("actual"):
        if not actual.end or actual.place.table or actual in known:
            continue
        before = [
            fact
            for fact in form.ledger.at(actual.place)
            if fact.role in ("count", "target") and fact.end < actual.start
        ]
        same = [f for f in before if f.name == actual.name and f.unit == actual.unit]
        if len(same) == 1 and actual.name:
            yield Reached(actual.name, same[0], actual)


def _is_told(form: PrintedForm, pair: Reached, words: Vocabulary) -> bool:
    """Tell whether the report explains: beside the value, by its name, or in a section for it."""
    name = normal(pair.name)
    behind = _text(form, pair.actual.place)[pair.actual.end :].partition("。")[0]
    if words.has("because", behind):
        return True
    return any(
        words.has("because", sentence) and name in normal(sentence)
        for text in form.explanations
        for sentence in re.split("[。；\n]", text)
    ) or any(words.has("because", text) for text in form.reasons_given)


def _sentence(form: PrintedForm, fact: Fact) -> str:
    return _text(form, fact.place)[fact.start :].partition("。")[0]


def _text(form: PrintedForm, place: DocumentPlace) -> str:
    return next((e.text for e in form.entries if e.place == place), "")


def _only(facts: tuple[Fact, ...], role: str) -> Decimal | None:
    values = {in_base(fact) for fact in facts if fact.role == role}
    return values.pop() if len(values) == 1 else None


def _shown(fact: Fact) -> str:
    value = plain(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return f"{fact.sign}{value}{fact.unit}"
