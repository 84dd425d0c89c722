"""X02: what was done to so many is counted again where some of them are told of: 支持的22家企业中有3家."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_BEFORE = Pattern("(?P<verb>[一-鿿]{2})的$")
_BETWEEN = "/"  # words of the data for one act
_AMONG = Pattern("(?P<noun>[一-鿿]{0,8}?)(?:当中|之中|中|里)[，,]?(?:有|的)?[一-鿿]{0,6}$")


def counted_among(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All that were done so are as many wherever they are told of; some of them stand right behind."""
    for one in said(form):
        for whole, part in zip(one.facts, one.facts[1:], strict=False):
            found = _BEFORE.search(one.text[: whole.start])
            among = _AMONG.fullmatch(one.text[whole.end : part.start])
            if found is None or among is None or whole.is_about or whole.sign:
                continue
            if is_of_other_times(one, whole, words) or whole.unit in ("", "%"):
                continue
            acts = _acts(found["verb"], words)
            told = [*_told(form, whole, acts, among["noun"], words)]
            values = {in_base(fact) for fact in told}
            if len(values) == 1 and in_base(whole) not in values:
                low, high = sorted(Fraction(in_base(f) or 0) for f in (whole, told[0]))
                if low and low / high >= words.percent("near-value"):
                    left, right = shown(whole), shown(told[0])
                    name = f"{found['verb']}{among['noun']}"
                    yield Finding("two-said-doubtful", whole.place, left, right, "", name)


def _acts(verb: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the words by which one act is told: 参训 is 培训."""
    own = (act.split(_BETWEEN) for act in words.words("acts"))
    return next((tuple(act) for act in own if verb in act), (verb,))


def _told(
    form: PrintedForm, fact: Fact, acts: tuple[str, ...], noun: str, words: Vocabulary
) -> Iterator[Fact]:
    """Give what else tells how many it was done to; a target is no result."""
    goals = goal_places(form)
    for other in form.ledger.of_role("actual", "count"):
        name = normal(other.name)
        are_persons = all(words.is_one("person-units", f.unit) for f in (fact, other))
        is_same = (other.unit == fact.unit or are_persons) and other.year == fact.year
        is_named = any(act in name for act in acts) and (not noun or noun in name or not other.end)
        if is_same and is_named and other.place not in {fact.place, *goals}:
            yield other
