"""Counts of this year in sentences, gathered by what is counted: 3862名对象, 28个行政村."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.form_sentences import Said, goal_places, is_of_other_times, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary


class CountedThing(NamedTuple):
    """So many of what the words behind the number begin with, and the sentence that says so."""

    fact: Fact
    noun: str
    said: Said


def counted_things(
    form: PrintedForm, noun: Pattern, signs: int, words: Vocabulary
) -> Iterable[list[CountedThing]]:
    """Gather what has the unit and the first signs of its noun in common; goals are no counts."""
    named: dict[tuple[str, str], list[CountedThing]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts if one.place not in goals else ():
            found = noun.match(one.text, fact.end)
            is_now = form.year is None or fact.year in (None, form.year)
            if found is None or not is_now or len(fact.unit) != 1:
                continue
            if not is_of_other_times(one, fact, words):
                named[fact.unit, found[0][:signs]].append(CountedThing(fact, found[0], one))
    return named.values()
