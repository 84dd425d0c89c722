"""A01: scores that a sentence gives in turn, 得分分别为18分、19.5分、28分、27分, and the total beside them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_sums import POINTS, points_of, said_totals, slip_of

_FEWEST, _ROUND = 3, 10
_IN_TURN = Pattern(r"(?P<of>[^，,。；;]{0,24}?)(?:分别|依次)(?P<led>得分|得|为|是|：|:)*$")
_NEXT = Pattern("[、，,和及]+")


def score_lists(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A list in turn is whole; what differs more than a slip does has parts that it leaves out."""
    for one, total in said_totals(form, words):
        for parts in _in_turn(one, total, words):
            yield from slip_of(total, parts, words)


def _in_turn(one: Said, total: Fact, words: Vocabulary) -> Iterator[list[Fact]]:
    """Give the lists of scores in the sentence of a total; of weights there may be one as well."""
    start = one.start_of(total)
    facts = [f for f in one.facts if one.start_of(f) == start and f.unit == POINTS]
    for number, first in enumerate(facts):
        led = _IN_TURN.search(one.before(first))
        if led is None or first is total or words.has("no-part-of-score", led[0]):
            continue
        parts = [first]
        for previous, fact in pairwise(facts[number:]):
            if fact is total or not _NEXT.fullmatch(one.text[previous.end : fact.start]):
                break
            parts.append(fact)
        # Points of classes come to a round number; where nobody says what they are, scores seldom do.
        is_round = sum(map(points_of, parts), Decimal(0)) % _ROUND == 0
        if len(parts) >= _FEWEST and (words.has("scores-in-turn", led[0]) or not is_round):
            yield parts
