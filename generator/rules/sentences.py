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
from generator.rules.funds_sums import is_explained
from generator.rules.printed import PrintedForm
from generator.rules.said import goal_places
from generator.rules.vocabulary import Vocabulary

_UPWARDS = ("≥", ">", "=", "")
_FEWEST_PARTS, _SURELY_ALL, _TOLD_ELSEWHERE = 2, 4, Fraction(9, 10)
_SHORTEST_NAME = 4
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
    line = words.percent("far-beyond")
    for pair in pairs(form):
        if pair.rate is None or pair.rate <= line or _is_told(form, pair, words):
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
    line = words.number("spent-enough")
    for rate in form.ledger.of_role("rate"):
        if not rate.end:
            continue
        is_low = isinstance(rate.value, Decimal) and rate.value < line
        if is_low and words.ends("rate-head", normal(rate.name)):
            if not is_explained(form, words, "unspent"):
                left, right = _shown(rate), f"{plain(round_half_up(line, 0))}%"
                yield Finding("unspent", rate.place, left, right)
            return


def sums(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts of a closed list come to their whole, however much is missing."""
    for one in form.ledger.sums:
        whole = one.whole.value
        if not isinstance(whole, Decimal) or whole <= 0 or len(one.parts) < _FEWEST_PARTS:
            continue
        share = Fraction(one.together) / Fraction(whole)
        if share >= _TOLD_ELSEWHERE or words.has("open-list", _sentence(form, one.whole)):
            continue
        is_all = len(one.parts) >= _SURELY_ALL or all(
            words.has("kind-of-money", part.name) for part in one.parts
        )
        how = "+".join(_shown(part) for part in one.parts)
        right = f"{plain(one.together)}{one.whole.unit}"
        id = "sentence-sum" if is_all else "sentence-sum-doubtful"
        yield Finding(id, one.whole.place, _shown(one.whole), right, how)


def pairs(form: PrintedForm) -> Iterator[Reached]:
    """Give the targets and actuals of sentences: joined already, or said of one name twice."""
    joined = [p for p in form.ledger.pairs if p.target.end and not p.target.place.table]
    for pair in joined:
        yield Reached(pair.name, pair.target, pair.actual)
    known = {pair.actual for pair in joined}
    goals = goal_places(form)
    for actual in form.ledger.of_role("actual", "count"):
        if not actual.end or actual.place.table or actual in known or not actual.name:
            continue
        is_told = actual.role == "actual"
        before = (
            [f for f in form.ledger.at(actual.place) if f.end < actual.start] if is_told else []
        )
        same = [f for f in before if f.role in ("count", "target") and _is_same_thing(f, actual)]
        target = same[0] if len(same) == 1 else None
        target = target or _wanted_elsewhere(form, actual, goals)
        if target is not None:
            yield Reached(actual.name, target, actual)


def _wanted_elsewhere(
    form: PrintedForm, actual: Fact, goals: frozenset[DocumentPlace]
) -> Fact | None:
    """Return the one target of just this name, in a paragraph before."""
    if actual.place in goals:
        return None
    named = [f for f in form.ledger.named(actual.name) if f.end and _is_same_thing(f, actual)]
    wanted = [f for f in named if f.role == "target" or f.place in goals]
    told = [f for f in named if f.role in ("actual", "count") and f not in wanted]
    values = {fact.value for fact in wanted}
    at = actual.place.paragraph
    is_before = all(not f.place.table and f.place.paragraph < at for f in wanted)
    is_only = len(values) == 1 and is_before and len({f.value for f in told}) == 1
    is_sure = actual.role == "actual" or any(f.sign or f.place in goals for f in wanted)
    is_clear = len(normal(actual.name)) >= _SHORTEST_NAME and is_sure
    return wanted[0] if is_only and is_clear and not actual.is_about else None


def _is_same_thing(one: Fact, other: Fact) -> bool:
    return one.name == other.name and one.unit == other.unit


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


def _shown(fact: Fact) -> str:
    value = plain(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return f"{fact.sign}{value}{fact.unit}"
