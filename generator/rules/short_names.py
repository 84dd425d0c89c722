"""X02: 培训1260人 and 培训1206人: one thing by its plan or its digits, where the name alone is too short.

So are amounts of one name, of which one is a part: 其中项目支出2153.9万元, and 项目支出2135.9万元.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, is_planned, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.row_cores import SHORTEST
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs
from generator.rules.swapped import are_swapped

_LEAST = 100  # of smaller numbers two may well have the same digits
_SHORTEST, _SIGNS = 2, 3
_MONEY, _MONEY_ROLES = "元", ("spent", "amount", "part")
_Thing = tuple[str, str, int | None]


def short_names(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two sentences tell what was done of one plan otherwise, or with two digits changed over."""
    plans = {
        (normal(pair.name), pair.actual.unit, in_base(pair.actual)): in_base(pair.target)
        for pair in pairs(form, words)
    }
    for (name, unit, _), facts in _told(form, words).items():
        first, others = facts[0], [f for f in facts if f.place != facts[0].place]
        values = {in_base(fact) for fact in facts}
        other = next((f for f in others if in_base(f) != in_base(first)), None)
        if len(values) != 2 or other is None:
            continue
        wanted = {plans.get((name, unit, value)) for value in values}
        is_of_one_plan = len(wanted) == 1 and None not in wanted
        if is_of_one_plan or _is_slip(first, other):
            yield Finding("two-said", other.place, shown(other), shown(first), "", first.name)


def acts_alike(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """高标准农田建设2.86万亩 and 建成高标准农田2.68万亩: one thing, done by two words, with two digits changed over."""
    named: dict[_Thing, list[Fact]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts if not one.place.table else ():
            core = _core(normal(fact.name), words)
            is_told = fact.role in ("actual", "count") and fact.place not in goals
            if not is_told or len(core) < SHORTEST or fact.unit in ("", "%") or fact.sign:
                continue
            if is_planned(one, fact, words) or is_of_other_times(one, fact, words):
                continue
            named[core, fact.unit, fact.year or form.year].append(fact)
    for facts in named.values():
        first, values = facts[0], {in_base(fact) for fact in facts}
        other = next((f for f in facts if in_base(f) != in_base(first)), first)
        are_named_otherwise = normal(first.name) != normal(other.name)
        if len(values) != 2 or other.place == first.place or not are_named_otherwise:
            continue
        if _has_three_signs(first, other) and are_swapped(_number(first), _number(other)):
            yield Finding("two-said", other.place, shown(other), shown(first), "", first.name)


def _core(name: str, words: Vocabulary) -> str:
    """Return what was done without by which word, or, of a short name, its signs in one order."""
    core = _without(name, ("act-leads", "act-built"), words)
    return core if len(core) >= SHORTEST else "".join(sorted(_without(name, ("act-leads",), words)))


def _without(name: str, ids: tuple[str, ...], words: Vocabulary) -> str:
    """Return a name without the words that say that it was done: 项目建成高标准农田, 高标准农田建设."""
    known = [word for id in ids for word in words.words(id)]
    for word in known:
        name = name.removeprefix(word)
    for word in known:
        name = name.removesuffix(word)
    return name


def _has_three_signs(*facts: Fact) -> bool:
    return all(len(str(_number(fact)).replace(".", "").strip("0")) >= _SIGNS for fact in facts)


def _number(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)


def parts_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A part of the money is told again, with two digits changed over."""
    named: dict[tuple[str, int | None], list[Fact]] = defaultdict(list)
    for one in said(form):
        for fact in one.facts if not one.place.table else ():
            is_money = fact.role in _MONEY_ROLES and words.are_comparable(fact.unit, _MONEY)
            if is_money and fact.unit and not fact.is_about and len(normal(fact.name)) >= SHORTEST:
                named[normal(fact.name), fact.year or form.year].append(fact)
    for facts in named.values():
        first, values = facts[0], {in_base(fact) for fact in facts}
        other = next((f for f in facts if in_base(f) != in_base(first)), first)
        is_part = "part" in (first.role, other.role) and len(values) == 2
        if is_part and other.place != first.place and _is_slip(first, other):
            yield Finding(
                "two-said-doubtful", other.place, shown(other), shown(first), "", first.name
            )


def _told(form: PrintedForm, words: Vocabulary) -> dict[_Thing, list[Fact]]:
    """Return what sentences say was done, by its short name."""
    found: dict[_Thing, list[Fact]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts:
            name = normal(fact.name)
            is_short = _SHORTEST <= len(name) < SHORTEST and bool(fact.unit) and fact.unit != "%"
            if not is_short or fact.role not in ("actual", "count") or fact.place in goals:
                continue
            is_bound = bool(fact.sign) or words.begins("bound-behind", one.text[fact.end :])
            if is_bound or is_planned(one, fact, words) or is_of_other_times(one, fact, words):
                continue
            found[name, fact.unit, fact.year or form.year].append(fact)
    return found


def _is_slip(one: Fact, other: Fact) -> bool:
    values = [f.value for f in (one, other) if isinstance(f.value, Decimal)]
    return min(values) >= _LEAST and are_swapped(values[0], values[1])
