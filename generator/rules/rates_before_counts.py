"""A10: a rate, and the two counts that it follows from behind it: 合格率97.3%，参加考核246人，合格237人."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import Fact, exactly
from generator.rules.complements import complements
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import COMMON, agrees, share_finding

_RATE = Pattern(r"(?:[一-鿿]率|满意度)$")
_NEAREST = Pattern(r"^.*(?P<core>.{2})(?=率|度)")
_FURTHEST, _MOST = 28, 4  # signs between a rate and the first count, and counts
_POINTS = "百分点"
_CLAUSE_END = Pattern("[，,。；;、）)\n]")


def rates_before_counts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The second of the counts bears the words of the rate, and no other rate stands near them."""
    for one in said(form):
        for at, rate in enumerate(one.facts):
            if rate.unit != "%" or rate.role == "target" or rate.is_about or rate.sign:
                continue
            if isinstance(rate.value, Decimal) and _RATE.search(rate.name):
                yield from _held(one, rate, _counts_behind(one, at), words)


def _counts_behind(one: Said, at: int) -> tuple[Fact, ...]:
    """Return the next few quantities; 较上年提高1.2个百分点 goes before them."""
    behind = one.facts[at + 1 : at + 1 + _MOST]
    return behind[1:] if behind and behind[0].unit.endswith(_POINTS) else behind


def _held(one: Said, rate: Fact, behind: tuple[Fact, ...], words: Vocabulary) -> Iterator[Finding]:
    own = [fact for fact in behind if fact.start < one.sentence_end(rate)]
    if len(own) < 2 or any(f.unit == "%" or f.is_about or f.sign for f in own):
        return  # of two rates nobody can say whose the counts are
    led = one.text[rate.end : own[0].start]
    at = next((n for n, f in enumerate(own[1:], 1) if _is_part(one, rate, f)), 0)
    if not at or len(led) > _FURTHEST or words.has("wanted-before", led):
        return
    wholes, part = own[:at], own[at]
    if not all(_is_one_unit(w, part, words) and exactly(w) >= exactly(part) > 0 for w in wholes):
        return
    if complements(one, wholes[-1], part, words) is not None:
        return
    printed = Fraction(rate.value if isinstance(rate.value, Decimal) else 0)
    parts = [*_parts(own[at:])]
    if not any(_is_share(rate, p, w) for p in parts for w in wholes):
        near = min(
            ((p, w) for p in parts for w in wholes),
            key=lambda pair: abs(exactly(pair[0]) / exactly(pair[1]) * 100 - printed),
        )
        found = share_finding(rate, *near, exactly(near[0]) / exactly(near[1]))
        yield found._replace(id="share-behind")


def _parts(counts: Sequence[Fact]) -> Iterator[Fact]:
    """Give a part, and what it comes to with the next: 满意320人、基本满意54人 are satisfied together."""
    part = counts[0]
    yield part
    for other in (f for f in counts[1:] if f.unit == part.unit):
        both = exactly(part) + exactly(other)
        yield part._replace(value=Decimal(both.numerator) / both.denominator / part.size[1])


def _is_share(rate: Fact, part: Fact, whole: Fact) -> bool:
    printed = rate.value if isinstance(rate.value, Decimal) else Decimal(0)
    share = exactly(part) / exactly(whole)
    return any(agrees(printed, exact, is_loose=True) for exact in (share, 1 - share))


def _is_one_unit(whole: Fact, part: Fact, words: Vocabulary) -> bool:
    are_persons = all(words.is_one("person-units", f.unit) for f in (whole, part))
    return bool(whole.unit) and (whole.dimension == part.dimension or are_persons)


def _is_part(one: Said, rate: Fact, fact: Fact) -> bool:
    """Tell the count of those that the rate is of: its words stand beside it."""
    behind = _CLAUSE_END.split(one.text[fact.end :], maxsplit=1)[0]
    core = set(_NEAREST.sub(r"\g<core>", rate.name)[:2]) - COMMON
    return bool(core & set(one.before(fact) + behind))
