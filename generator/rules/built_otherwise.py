"""X02: more of a thing was built than its plan in the same paper names, and nothing says so."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHORTEST = 4


def built_otherwise(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """How many are built is fixed when a project is approved: 6座 and then 7座 may be a slip."""
    wanted: dict[str, list[Fact]] = defaultdict(list)
    told: dict[str, list[Fact]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts:
            name = normal(fact.name)
            is_thing = words.is_one("built-things", fact.unit) and len(name) >= _SHORTEST
            if not is_thing or is_of_other_times(one, fact, words):
                continue
            if fact.role == "target" or fact.place in goals:
                wanted[name].append(fact)
            elif fact.role in ("count", "actual"):
                is_said = words.has("says-more", one.sentence(fact))
                told[name] += [] if is_said else [fact]
    for name, facts in wanted.items():
        own = [f for f in told[name] if f.place != facts[0].place and f.unit == facts[0].unit]
        if len({f.value for f in facts}) == len({f.value for f in own}) == 1:
            planned, built = (Fraction(in_base(f) or 0) for f in (facts[0], own[0]))
            if words.percent("near-value") <= planned / built < 1:
                left, right = shown(own[0]), shown(facts[0]._replace(sign=""))
                yield Finding("built-otherwise", own[0].place, left, right, "", own[0].name)
