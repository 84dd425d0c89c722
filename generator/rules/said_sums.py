"""A01: the scores that a sentence lists, and the total that it gives for them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_FEWEST = 3
POINTS = "分"
_ROUND = 10
# 94.2分，其中决策14分; 94.2分，等级为优。其中：决策14分; 94.2分（决策14分、……）
_OPENS = Pattern(
    r"(?:[，,（(]?[^0-9。]{0,12}其中|[^0-9。]{0,24}。其中|[（(：:])[：:，,]?[一-鿿“”]{2,12}"
)
_PLAIN = Pattern("[，,、；;][一-鿿“”]{2,12}")
_NEAR = 5  # 50分，实得46.5分


def said_sums(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A difference of a few points is a slip; a greater one is a part that is not listed."""
    for one, total in said_totals(form, words):
        parts = [f for f in _beside(one, total) if f.role == "score" and f.unit == POINTS]
        names = {_name(one, part) for part in parts}
        if total.role == "score" or len(parts) < _FEWEST:
            parts = _listed(one, total, words)
            names = {part.name for part in parts}
        if len(parts) < _FEWEST:
            parts = _led_up(one, total, words)
            names = {one.before(part) for part in parts}
        if len(parts) >= _FEWEST and len(names) == len(parts):
            yield from slip_of(total, parts, words)


def said_totals(form: PrintedForm, words: Vocabulary) -> Iterator[tuple[Said, Fact]]:
    """Give the points that a sentence calls a total, or a score by the name of one."""
    for one in said(form):
        for fact in one.facts:
            is_named = fact.role == "score" and words.is_one("total-named", fact.name)
            if fact.unit == POINTS and (fact.role == "total" or is_named):
                yield one, fact


def slip_of(total: Fact, parts: Sequence[Fact], words: Vocabulary) -> Iterator[Finding]:
    """Tell a total that its parts come to nearly: what differs more leaves a part out."""
    together = sum(map(points_of, parts), Decimal(0))
    if 0 < abs(together - points_of(total)) < words.number("part-of-score"):
        how = "+".join(plain(points_of(part)) for part in parts)
        yield Finding("said-sum", total.place, shown(total), f"{plain(together)}{POINTS}", how)


def points_of(fact: Fact) -> Decimal:
    """Return the points of a fact."""
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)


def _beside(one: Said, total: Fact) -> list[Fact]:
    """Return the quantities of the sentence of a total, before it and behind it."""
    start = one.start_of(total)
    return [fact for fact in one.facts if one.start_of(fact) == start and fact is not total]


def _listed(one: Said, total: Fact, words: Vocabulary) -> list[Fact]:
    """Return the points that a list gives: scores, unless they come to a round number as weights do.

    The list stands behind 其中, in this sentence or the next one, behind a colon or in a bracket.
    """
    behind = [f for f in one.facts if f.start >= total.end and f.unit == POINTS]
    if not behind or not _OPENS.fullmatch(one.text, total.end, behind[0].start):
        return []
    end = min(e for e in (one.text.find("。", behind[0].end), len(one.text)) if e >= 0)
    parts = [fact for fact in behind if fact.end <= end]
    # 产出50分得46.5分: points and scores by turns are no list.
    is_mixed = len({fact.role == "score" for fact in parts}) > 1
    if is_mixed or words.has("no-part-of-score", one.text[total.end : end]):
        return []
    together = sum(map(points_of, parts), Decimal(0))
    return [] if together % _ROUND == 0 else parts


def _led_up(one: Said, total: Fact, words: Vocabulary) -> list[Fact]:
    """Return the points that lead up to a total, each with no more than its name: 预算执行9.6分，产出47.5分，……."""
    parts = [f for f in one.same_sentence(total) if f.unit == POINTS]
    if not parts or words.has("no-part-of-score", one.text[one.start_of(total) : total.start]):
        return []
    is_plain = all(_PLAIN.fullmatch(one.before(part)) for part in parts[1:])
    is_round = sum(map(points_of, parts), Decimal(0)) % _ROUND == 0  # as weights do
    return parts if is_plain and not is_round else []


def _name(one: Said, part: Fact) -> str:
    """Return what a score is for: in “产出指标50分得46.5分” the weight before it has the name."""
    before = one.same_sentence(part)[-1:]
    is_of_weight = any(
        f.unit == POINTS and f.role != "score" and part.start - f.end <= _NEAR for f in before
    )
    return (before[0].name or one.before(before[0])) if is_of_weight else part.name
