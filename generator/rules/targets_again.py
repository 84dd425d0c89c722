"""X02: a target that the goals give otherwise: 培训康复员600人, and 计划培训康复员60人，实际57人."""

from collections import defaultdict
from collections.abc import Iterator

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs

_SHORTEST = 4  # signs of a name


def targets_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of one name and in one unit there is one target, wherever it is told."""
    goals = goal_places(form)
    wanted: dict[tuple[str, str, int | None], list[Fact]] = defaultdict(list)
    for fact in form.ledger.of_role("target", "count", "actual") if goals else ():
        if fact.place in goals and fact.end:
            wanted[normal(fact.name), fact.unit, fact.year].append(fact)
    for pair in pairs(form, words) if wanted else ():
        name, target = normal(pair.name), pair.target
        if target.place in goals or target.is_about or len(name) < _SHORTEST:
            continue
        own = wanted.get((name, target.unit, target.year), [])
        if len({in_base(fact) for fact in own}) == 1 and in_base(own[0]) != in_base(target):
            left, right = shown(own[0]), shown(target)
            yield Finding("two-said-doubtful", own[0].place, left, right, "", pair.name)
