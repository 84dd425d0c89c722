"""C02, C03, C05, C08, A09, A10: quantities of sentences held against each other, as the ledger gives them."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.read.fact import Fact
from generator.read.label_book import normal
from generator.rules.causes import is_of_funds, parts_of, says_why
from generator.rules.finding import Finding
from generator.rules.funds_sums import is_explained
from generator.rules.printed import PrintedForm
from generator.rules.reasons import is_row_explained
from generator.rules.said import shown
from generator.rules.said_pairs import Reached, pairs
from generator.rules.vocabulary import Vocabulary

_FEWEST_PARTS, _SURELY_ALL, _TOLD_ELSEWHERE = 2, 4, Fraction(9, 10)
_PERCENT = 100


def unreached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports less than was wanted, and nobody says why."""
    for pair in pairs(form, words):
        if pair.rate is None or pair.rate >= 1 or words.has("less-is-better", pair.name):
            continue
        if _is_told(form, pair, words):
            continue
        left, right = shown(pair.actual), shown(pair.target)
        yield Finding("sentence-unreached", pair.actual.place, left, right, "", pair.name)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports far more than was wanted, and nobody says why."""
    line = words.percent("far-beyond")
    for pair in pairs(form, words):
        if pair.rate is None or pair.rate <= line or _is_told(form, pair, words):
            continue
        how = f"{pair.how} = {plain(round_half_up(pair.rate * _PERCENT, 1))}%"
        left, right = shown(pair.actual), shown(pair.target)
        yield Finding("far-beyond", pair.actual.place, left, right, how, pair.name)


def units(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number of visits that a sentence counts in persons."""
    for pair in pairs(form, words):
        if words.ends("times", pair.name) and pair.target.unit == "人":
            yield Finding("times-in-persons", pair.target.place, "人", "人次", "", pair.name)
            return


def unspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A report without a table of funds names a low rate, and nobody says why."""
    if form.funds.total.spent is not None or not form.is_evaluation:
        return
    line = words.number("spent-enough")
    for rate in form.ledger.of_role("rate"):
        if not rate.end:
            continue
        is_low = isinstance(rate.value, Decimal) and rate.value < line
        if is_low and words.ends("rate-head", normal(rate.name)):
            if not is_explained(form, words, "unspent"):
                left, right = shown(rate), f"{plain(round_half_up(line, 0))}%"
                yield Finding("unspent", rate.place, left, right)
            return


def sums(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts of a closed list come to their whole, however much is missing."""
    for one in form.ledger.sums:
        whole = one.whole.value
        if not isinstance(whole, Decimal) or whole <= 0 or len(one.parts) < _FEWEST_PARTS:
            continue
        share = Fraction(one.together) / Fraction(whole)
        if share >= _TOLD_ELSEWHERE or words.has("open-list", _sentence(form, one.whole)):
            continue
        is_all = len(one.parts) >= _SURELY_ALL or all(
            words.has("kind-of-money", part.name) for part in one.parts
        )
        how = "+".join(shown(part) for part in one.parts)
        right = f"{plain(one.together)}{one.whole.unit}"
        id = "sentence-sum" if is_all else "sentence-sum-doubtful"
        yield Finding(id, one.whole.place, shown(one.whole), right, how)


def _is_told(form: PrintedForm, pair: Reached, words: Vocabulary) -> bool:
    """Tell whether the report explains: beside the value, by its name, or in a section for it."""
    name = normal(pair.name)
    # 实际完成30所。某校撤并，不再实施: what stands behind it in its paragraph may be its reason.
    behind = _text(form, pair.actual.place)[pair.actual.end :]
    if any(says_why(s, words) and not is_of_funds(s, words) for s in parts_of(behind, words)):
        return True
    if any(is_row_explained(row, words) for row in form.rows if name in normal(row.name.text)):
        return True
    if any(
        says_why(sentence, words) and name in normal(sentence)
        for text in form.explanations
        for sentence in parts_of(text, words)
    ):
        return True
    return any(
        says_why(sentence, words) and not is_of_funds(sentence, words)
        for text in form.reasons_given
        for sentence in parts_of(text, words)
    )


def _sentence(form: PrintedForm, fact: Fact) -> str:
    return _text(form, fact.place)[fact.start :].partition("。")[0]


def _text(form: PrintedForm, place: DocumentPlace) -> str:
    return next((e.text for e in form.everything if e.place == place), "")
