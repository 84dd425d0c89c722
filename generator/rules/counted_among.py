"""X02: what was done to so many is counted again where some of them are told of: 支持的22家企业中有3家."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain, islice, pairwise
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, goal_places, is_of_other_times, said, shown
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_BETWEEN = "/"  # words of the data for one act
_CLAUSE = Pattern("[，,。；;：:（(\n]")
_DONE_TO = Pattern("(?P<verb>[一-鿿]{2})的$")
_AMONG = Pattern("(?P<noun>[一-鿿]{0,8}?)(?:当中|之中|中|里)(?:[，,、（(]|有|的|$)")
_NOUN = Pattern("(?P<noun>[一-鿿]{2})")
_ACT = 2  # signs of an act
_RESULTS_CEILING = 400  # results of one name that are looked at


class _Mention(NamedTuple):
    """So many of one noun, by the words of what was done to them (none: by the noun alone)."""

    fact: Fact
    acts: tuple[str, ...]
    noun: str


def counted_among(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All that were done so are as many wherever they are told of."""
    texts = {one.place: one for one in said(form)}
    for one in said(form):
        for fact in one.facts:
            mention = _mention(one, fact, words)
            told = [*_told(form, mention, texts, words)] if mention is not None else []
            values = {in_base(other) for other in told}
            if mention is None or len(values) != 1 or in_base(fact) in values:
                continue
            low, high = sorted(Fraction(in_base(f) or 0) for f in (fact, told[0]))
            if low and low / high >= words.percent("near-value"):
                name = f"{''.join(mention.acts[:1])}{mention.noun}"
                left, right = shown(fact), shown(told[0])
                yield Finding("two-said-doubtful", fact.place, left, right, "", name)


def _mention(one: Said, fact: Fact, words: Vocabulary) -> _Mention | None:
    """Return what a number says of all of them: 支持的22家企业, 22家支持对象中, 22家企业中有."""
    before = _CLAUSE.split(one.text[one.start_of(fact) : fact.start])[-1]
    if fact.sign or fact.unit in ("", "%") or words.has("reaches-some", before):
        return None
    if is_of_other_times(one, fact, words):
        return None
    done_to, among = _DONE_TO.search(before), _AMONG.match(one.text, fact.end)
    if done_to is not None:
        noun = among or _NOUN.match(one.text, fact.end)
        acts = _acts(done_to["verb"], words)
        return _Mention(fact, acts or (done_to["verb"],), noun["noun"] if noun else "")
    if among is None or len(among["noun"]) < _ACT:
        return None
    acts = _acts(among["noun"][:_ACT], words)
    return _Mention(fact, acts, "" if acts else among["noun"])


def _acts(verb: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the words by which one act is told, 参训 for 培训 (empty: it is none that is known)."""
    own = (act.split(_BETWEEN) for act in words.words("acts"))
    return next(((verb, *act) for act in own if verb in act), ())


def _told(
    form: PrintedForm, mention: _Mention, texts: Mapping[DocumentPlace, Said], words: Vocabulary
) -> Iterator[Fact]:
    """Give what else tells how many it was done to, up to a second value: a target is no result."""
    fact, values = mention.fact, set[Decimal | None]()
    keys = mention.acts or (mention.noun,)
    known = chain.from_iterable(_results(form, words).get(key[:_ACT], ()) for key in keys)
    for other in islice(known, _RESULTS_CEILING):
        are_persons = all(words.is_one("person-units", f.unit) for f in (fact, other))
        is_same = (other.unit == fact.unit or are_persons) and other.year == fact.year
        if not is_same or other.place == fact.place:
            continue
        name, text = normal(other.name), texts.get(other.place)
        sentence = text.sentence(other) if text is not None and other.end else name
        is_act = not mention.acts or any(_is_done(act, name) for act in mention.acts)
        if is_act and mention.noun in (sentence if mention.acts else name):
            values.add(in_base(other))
            yield other
        if len(values) > 1:
            return


def _is_done(act: str, name: str) -> bool:
    """Tell an act from a word that is made of it: 满意度调查问卷 are not those that are 满意."""
    at = name.find(act)
    return at >= 0 and name[at + len(act) : at + len(act) + 1] not in ("度", "率")


@once_for_a_form
def _results(form: PrintedForm, words: Vocabulary) -> Mapping[str, Sequence[Fact]]:
    """Return what was reached or counted, by every two signs of its name."""
    del words
    goals, found = goal_places(form), defaultdict[str, list[Fact]](list)
    for fact in form.ledger.of_role("actual", "count"):
        name = normal(fact.name)
        for pair in {*map("".join, pairwise(name))} if fact.place not in goals else ():
            found[pair].append(fact)
    return found
