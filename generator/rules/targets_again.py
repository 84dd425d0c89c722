"""X02: a target that the goals give otherwise: 培训康复员600人, and 计划培训康复员60人，实际57人."""

from collections.abc import Iterator

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import Reached, pairs

_SHORTEST = 4  # signs of a name


def targets_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of one name and in one unit there is one target, wherever it is told."""
    goals = goal_places(form)
    wanted = [
        f for f in form.ledger.of_role("target", "count", "actual") if f.place in goals and f.end
    ]
    for pair in pairs(form, words) if wanted else ():
        if pair.target.place in goals or pair.target.is_about:
            continue
        own = [fact for fact in wanted if _is_of(fact, pair)]
        values = {in_base(fact) for fact in own}
        if len(values) == 1 and in_base(pair.target) not in values:
            left, right = shown(own[0]), shown(pair.target)
            yield Finding("two-said-doubtful", own[0].place, left, right, "", pair.name)


def _is_of(fact: Fact, pair: Reached) -> bool:
    name, other = normal(fact.name), normal(pair.name)
    is_named = min(len(name), len(other)) >= _SHORTEST and (name == other)
    return is_named and fact.unit == pair.target.unit and fact.year == pair.target.year
