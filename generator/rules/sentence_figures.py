"""C02, C03, C05, C08, A09, A10: quantities of sentences held against each other, as the ledger gives them."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.label_book import normal
from generator.rules.causes import is_of_funds, parts_of, says_why
from generator.rules.deduction_reasons import is_row_explained
from generator.rules.finding import Finding
from generator.rules.form_sentences import shown
from generator.rules.funds_sums import is_explained
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import Reached, pairs

_FEWEST_PARTS, _SURELY_ALL, _TOLD_ELSEWHERE = 2, 4, Fraction(9, 10)
_PERCENT = 100
_WORD, _PIECE = 2, 3  # so many signs of a short and of a long name hint at it
_POINT = Pattern("[^；;]+[；;]?|[；;]")


def unreached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports less than was wanted, and nobody says why."""
    for pair in pairs(form, words):
        if pair.rate is None or pair.rate >= 1 or words.has("less-is-better", pair.name):
            continue
        if _is_told(form, pair, words, "of-less"):
            continue
        left, right = shown(pair.actual), shown(pair.target)
        yield Finding("sentence-unreached", pair.actual.place, left, right, "", pair.name)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence reports far more than was wanted, and nobody says why."""
    line = words.percent("far-beyond")
    for pair in pairs(form, words):
        if pair.rate is None or pair.rate <= line or _is_told(form, pair, words, "of-more"):
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


def _is_told(form: PrintedForm, pair: Reached, words: Vocabulary, id: str) -> bool:
    """Tell whether the report explains: beside the value, by its name, or in a section for it.

    What such a section says of another matter is no reason of this one.
    """
    name = normal(pair.name)
    # 实际完成30所。某校撤并，不再实施: what stands behind it in its paragraph may be its reason.
    behind = _own_words(form, pair, words)
    if any(says_why(s, words) and not is_of_funds(s, words) for s in parts_of(behind, words)):
        return True
    rows = (*form.rows, *form.rows_beside)
    if any(is_row_explained(row, words) for row in rows if _is_row_of(pair, row)):
        return True
    if any(
        says_why(sentence, words) and name in normal(sentence)
        for text in form.explanations
        for sentence in parts_of(text, words)
    ):
        return True
    others = _others(form, pair, words, is_less=id == "of-less")
    return any(
        says_why(sentence, words)
        and not is_of_funds(sentence, words)
        and (
            _is_of(name, sentence, words)
            or (
                words.has(id, sentence)
                and not any(_is_of(other, sentence, words) for other in others)
            )
        )
        for text in form.reasons_given
        for sentence in parts_of(text, words)
    )


def _others(form: PrintedForm, pair: Reached, words: Vocabulary, *, is_less: bool) -> list[str]:
    """Return what else fell short, or went beyond: the reason of that is told of that."""
    found = (
        one
        for one in pairs(form, words)
        if one.rate is not None and (one.rate < 1 if is_less else one.rate > 1)
    )
    return [normal(one.name) for one in found if normal(one.name) != normal(pair.name)]


def _is_row_of(pair: Reached, row: Row) -> bool:
    """Tell the row that a sentence tells of: by its name, or by both of its values."""
    values = {(text.measure.low, text.measure.unit) for text in (row.target, row.actual)}
    own = {(fact.value, fact.unit) for fact in (pair.target, pair.actual)}
    return normal(pair.name) in normal(row.name.text) or values == own


def _is_of(name: str, sentence: str, words: Vocabulary) -> bool:
    """Tell a sentence that has a word of a name, be it one that says more than that something is done."""
    plain = name
    for word in words.words("says-little"):
        plain = plain.replace(word, "")
    size = _PIECE if len(plain) >= 2 * _PIECE else _WORD
    return any(plain[at : at + size] in sentence for at in range(len(plain) - size + 1))


@once_for_a_form
def _actuals(form: PrintedForm, words: Vocabulary) -> dict[DocumentPlace, list[Fact]]:
    found: dict[DocumentPlace, list[Fact]] = defaultdict(list)
    for pair in pairs(form, words):
        found[pair.actual.place].append(pair.actual)
    return found


def _own_words(form: PrintedForm, pair: Reached, words: Vocabulary) -> str:
    """Return what stands behind a value, without the points of a list that tell of other values.

    培训1120人次；新增就业171人，因用工减少: the second value has the reason for itself. What is
    said of all of them, 均因……, is said of this one, too.
    """
    end, text = pair.actual.end, _text(form, pair.actual.place)
    others = _actuals(form, words)[pair.actual.place]
    kept = []
    for point in _POINT.finditer(text, end):
        is_first = point.start() == end
        tells_other = any(point.start() <= f.start < point.end() for f in others)
        if is_first or not tells_other or words.has("said-of-all", point[0]):
            kept.append(point[0])
    return "".join(kept)


def _sentence(form: PrintedForm, fact: Fact) -> str:
    return _text(form, fact.place)[fact.start :].partition("。")[0]


def _text(form: PrintedForm, place: DocumentPlace) -> str:
    return next((e.text for e in form.everything if e.place == place), "")
