"""Targets and actuals of sentences, as pairs: joined by the reader, said of one name twice, and rates."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.form_sentences import Said, goal_places, said, shown
from generator.rules.once import once_for_a_form
from generator.rules.part_list import is_compared
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_UPWARDS = ("≥", ">", "=", "")
_SHORTEST_NAME, _SHORTEST_RATE = 4, 3
_LONGEST_BETWEEN = 8
_CLAUSE, _DIGIT = Pattern("[，,]"), Pattern("[0-9]")
_FALLS_SHORT = Pattern(
    "[，,](?:但|仍|尚)?(?:低于|少于|未达到?|没有达到|未能达到|不足)(?:了)?(?:不低于|不少于|≥)?"
)
_DONE_OF_IT = Pattern(r"[，,]\s*实际(?:完成|开展|实施|达到|到位|举办|组织)?了?$")
_OF_TASK = Pattern(
    r"[，,（(]占(?:全年|年度|年初|当年|本年|计划|目标|下达|预期|的)*(?:任务|目标|计划|指标)(?:数|值|任务|量)?(?:的)?"
)
_OF_GOAL = Pattern("的?(?:年度|年初|预期|既定)?(?:目标|计划|指标值|任务|要求|绩效目标)")


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


@once_for_a_form
def pairs(form: PrintedForm, words: Vocabulary) -> tuple[Reached, ...]:
    """Return the targets and actuals of sentences: joined already, or said of one name twice."""
    return tuple(_pairs(form, words)) if form.ledger.facts or form.ledger.pairs else ()


def _pairs(form: PrintedForm, words: Vocabulary) -> Iterator[Reached]:
    joined = [
        p
        for p in form.ledger.pairs
        if p.target.end and not p.target.place.table and not words.begins("no-thing", p.name)
    ]
    for pair in joined:
        yield Reached(pair.name, pair.target, pair.actual)
    known = {pair.actual for pair in joined}
    goals = goal_places(form)
    things = _things(form, goals)
    alike: dict[tuple[DocumentPlace, str, str], list[Fact]] = defaultdict(list)
    for fact in form.ledger.of_role("count", "target"):
        alike[fact.place, fact.name, fact.unit].append(fact)
    for actual in form.ledger.of_role("actual", "count"):
        if not actual.end or actual.place.table or actual in known or not actual.name:
            continue
        if words.begins("no-thing", actual.name):
            continue
        is_told = actual.role == "actual"
        before = alike.get((actual.place, actual.name, actual.unit), ()) if is_told else ()
        same = [fact for fact in before if fact.end < actual.start]
        target = same[0] if len(same) == 1 else None
        if target is None and actual.place not in goals:
            target = _wanted_elsewhere(actual, things)
        if target is not None:
            yield Reached(actual.name, target, actual)
    yield from _rates(form, goals, words)
    yield from _wanted_behind(form, words)
    yield from _done_behind(form)
    yield from _said_unmet(form, words)


def _wanted_behind(form: PrintedForm, words: Vocabulary) -> Iterator[Reached]:
    """“举办培训24期，计划30期”: what was wanted, right behind what was reached, without a name."""
    for one in said(form):
        for actual, target in pairwise(one.facts):
            is_bare = target.role == "target" and not target.name and not target.sign
            is_told = actual.role in ("actual", "count") and bool(actual.name)
            is_one = actual.unit == target.unit and _is_near(one, actual, target)
            # 超过计划8场 says by how much, and not what was planned.
            if is_bare and is_told and is_one and not is_compared(one, target, words):
                yield Reached(actual.name, target, actual)


def _done_behind(form: PrintedForm) -> Iterator[Reached]:
    """“开展入户调查1200户，实际完成1152户”: what was done of it, right behind; or 占年度任务2.5万亩的96%."""
    for one in said(form):
        for first, second in pairwise(one.facts):
            if first.unit != second.unit or not first.unit or first.is_about or second.is_about:
                continue
            between = one.text[first.end : second.start]
            is_named = bool(first.name) and not first.sign and not second.sign
            if (
                is_named
                and first.role == "count"
                and not second.name
                and _DONE_OF_IT.match(between)
            ):
                yield Reached(first.name, first, second)
            elif is_named and first.role in ("actual", "count") and _OF_TASK.fullmatch(between):
                yield Reached(first.name, second, first)


def _said_unmet(form: PrintedForm, words: Vocabulary) -> Iterator[Reached]:
    """“合格率98.2%，未达到99%的目标”: the sentence itself says that it was wanted, and not reached."""
    for one in said(form):
        for actual, target in pairwise(one.facts):
            is_alike = actual.unit == target.unit != "" and bool(actual.name) and not actual.sign
            behind = one.text[target.end : target.end + _LONGEST_BETWEEN]
            between = one.text[actual.end : target.start]
            is_short = _FALLS_SHORT.fullmatch(between) and _OF_GOAL.match(behind)
            if is_alike and is_short and not _is_led_to(one, actual, words):
                yield Reached(actual.name, target._replace(sign="≥"), actual)


def _is_led_to(one: Said, actual: Fact, words: Vocabulary) -> bool:
    """Tell “山村信号时有时无，完好率88%，低于……”, “扣1.2分，系……”: the clauses before say why, or what of."""
    before = _CLAUSE.split(one.text[one.start_of(actual) : actual.start])[:-1]
    return any(
        not _DIGIT.search(clause) or words.has("no-part-of-score", clause) for clause in before
    )


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


class _Thing(NamedTuple):
    """What all sentences say of one thing: where one value is wanted of it, and one told."""

    wanted: Fact
    last: float  # paragraph in which it is wanted; behind all of them when a table says so
    is_marked: bool  # as wanted, by a sign or by where it stands


def _things(form: PrintedForm, goals: frozenset[DocumentPlace]) -> dict[tuple[str, str], _Thing]:
    """Gather the facts of each name and unit, once: a long report says a thing a thousand times."""
    facts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in form.ledger.facts:
        if fact.end:
            facts[fact.name, fact.unit].append(fact)
    things: dict[tuple[str, str], _Thing] = {}
    for key, named in facts.items():
        wanted = [f for f in named if f.role == "target" or f.place in goals]
        told = {f.value for f in named if f.role in ("actual", "count") and f.place not in goals}
        if len({f.value for f in wanted}) == 1 and len(told) == 1:
            last = max(inf if f.place.table else f.place.paragraph for f in wanted)
            is_marked = any(f.sign or f.place in goals for f in wanted)
            things[key] = _Thing(wanted[0], last, is_marked)
    return things


def _wanted_elsewhere(actual: Fact, things: Mapping[tuple[str, str], _Thing]) -> Fact | None:
    """Return the one target of just this name, in a paragraph before."""
    thing = things.get((actual.name, actual.unit))
    if thing is None or actual.unit == "%" or actual.is_about:
        return None
    is_sure = actual.role == "actual" or thing.is_marked
    is_clear = len(normal(actual.name)) >= _SHORTEST_NAME and is_sure
    return thing.wanted if is_clear and thing.last < actual.place.paragraph else None
