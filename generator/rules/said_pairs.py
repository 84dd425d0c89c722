"""Targets and actuals of sentences, as pairs: joined by the reader, said of one name twice, and rates."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, goal_places, said, shown
from generator.rules.vocabulary import Vocabulary

_UPWARDS = ("≥", ">", "=", "")
_SHORTEST_NAME, _SHORTEST_RATE = 4, 3
_LONGEST_BETWEEN = 8


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
        return f"{shown(self.actual)} ÷ {shown(self.target)}"


def pairs(form: PrintedForm, words: Vocabulary) -> Iterator[Reached]:
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
    yield from _rates(form, goals, words)
    yield from _wanted_behind(form)


def _wanted_behind(form: PrintedForm) -> Iterator[Reached]:
    """“举办培训24期，计划30期”: what was wanted, right behind what was reached, without a name."""
    for one in said(form):
        for actual, target in pairwise(one.facts):
            is_bare = target.role == "target" and not target.name and not target.sign
            is_told = actual.role in ("actual", "count") and bool(actual.name)
            if is_bare and is_told and actual.unit == target.unit and _is_near(one, actual, target):
                yield Reached(actual.name, target, actual)


def _is_near(one: Said, actual: Fact, target: Fact) -> bool:
    between = one.text[actual.end : target.start]
    return between[:1] in ("，", ",", "（", "(") and len(between) <= _LONGEST_BETWEEN


def _rates(
    form: PrintedForm, goals: frozenset[DocumentPlace], words: Vocabulary
) -> Iterator[Reached]:
    """Give the rates of one name of which one is wanted and one is told."""
    wanted: dict[str, list[Fact]] = defaultdict(list)
    told: dict[str, list[Fact]] = defaultdict(list)
    for one in said(form):
        for fact in one.facts:
            name = _core(fact.name, words)
            if fact.unit != "%" or fact.place.table or len(name) < _SHORTEST_RATE:
                continue
            is_wanted = _is_wanted(one, fact, goals, words)
            (wanted if is_wanted else told)[name].append(fact)
    for name, facts in wanted.items():
        own = told.get(name, [])
        if len({f.value for f in facts}) == len({f.value for f in own}) == 1:
            target, actual = facts[0], own[0]
            if _is_behind(actual, target) and not words.ends("rate-head", name):
                yield Reached(name, target._replace(sign=target.sign or "≥"), actual)


def _is_wanted(one: Said, fact: Fact, goals: frozenset[DocumentPlace], words: Vocabulary) -> bool:
    is_bound = bool(fact.sign) or words.begins("bound-behind", one.text[fact.end :])
    is_called = words.begins("wanted", normal(fact.name))
    return is_called or fact.place in goals or (is_bound and fact.role != "actual")


def _core(name: str, words: Vocabulary) -> str:
    """Return the name of a rate without 目标, 实际 and the like before it."""
    core = normal(name)
    for word in (*words.words("wanted"), *words.words("reached")):
        core = core.removeprefix(word)
    return core


def _is_behind(one: Fact, other: Fact) -> bool:
    return (one.place.paragraph, one.start) > (other.place.paragraph, other.start)


def _wanted_elsewhere(
    form: PrintedForm, actual: Fact, goals: frozenset[DocumentPlace]
) -> Fact | None:
    """Return the one target of just this name, in a paragraph before."""
    if actual.place in goals or actual.unit == "%":
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
