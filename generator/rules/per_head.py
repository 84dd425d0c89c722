"""X02: one amount for each person or household that two sentences give otherwise: 人均增收6800元, 人均增收7200元."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, goal_places, is_planned, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHORTEST = 5
_ROLES = ("amount", "count", "actual")
# 项目使岗位人员年人均增收: who brings it about is no part of its name.
_BRINGS = Pattern("^.*(?:使得?|让|带动|促进|帮助|实现)")
_OTHER = Pattern(
    "上年|去年|同期|以前|此前|往年|从|由|比|较|高于|低于|目标|计划|预期|预计|其中|分别"
)
_CLAUSE = Pattern("[，,。；;（(\n]")


def per_head(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold what is called alike, in two paragraphs, against each other; two values, and no more."""
    goals = goal_places(form)
    named: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for one in said(form):
        for fact in one.facts if one.place not in goals and not one.place.table else ():
            name = _BRINGS.sub("", normal(fact.name))
            is_own = fact.role in _ROLES and words.has("per-head", name) and len(name) >= _SHORTEST
            if is_own and not fact.sign and _is_plain(one, fact, words):
                named[name, fact.dimension, fact.year or form.year or 0].append(fact)
    for (name, _, _), facts in named.items():
        first, *rest = facts
        other = next((f for f in rest if f.place != first.place and _differ(f, first)), None)
        if other is None or len({in_base(fact) for fact in facts}) > 2:
            continue
        one_value, other_value = Fraction(in_base(first) or 0), Fraction(in_base(other) or 0)
        least = words.percent("near-value")
        if min(one_value, other_value) >= least * max(one_value, other_value) > 0:
            yield Finding("two-said", other.place, shown(other), shown(first), "", name)


def _differ(one: Fact, other: Fact) -> bool:
    """Tell values that are printed with one unit, and are not the same."""
    return one.unit == other.unit and one.value != other.value


def _is_plain(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell a value of this year, exact and reached."""
    clause = _CLAUSE.split(one.before(fact))[-1]
    is_bound = words.begins("bound-behind", one.text[fact.end :])
    is_other = _OTHER.search(clause) is not None or fact.is_about
    return not (is_bound or is_other or is_planned(one, fact, words))
