"""X01, G03, G04: totals and grades of any sentence, against the form and against each other."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.printed_values import squeezed
from generator.read.stated_results import scale_behind
from generator.rules.finding import Finding
from generator.rules.form_sentences import places_of
from generator.rules.full_points import lists_of_points
from generator.rules.grade_words import declares_bands, judged, rank_of
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_words import Vocabulary

_FULL = Decimal(100)
_STOP = Pattern(r"[。；;\n]")
_GOES_ON = Pattern(r"[”\"’']?\s*(?:[、~～\-—至/]|的|者|以[上下]|及以[上下]|或)")


def totals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence gives the form another total than its own last row."""
    if form.total is None:
        return
    known = form.total.value
    # What the report claims is held against the form by itself, wherever else it says so.
    told = {form.claimed_total.value} if form.claimed_total is not None else set()
    for fact in _of_sentences(form, "total"):
        value = fact.value
        if not isinstance(value, Decimal) or value in told:
            continue
        sentence = _sentence(form, fact)
        is_full = value == _full(form)
        if is_full and (
            words.has("sets-points", sentence) or any(lists_of_points(sentence, words))
        ):
            continue
        if round_half_up(known, places_of(value)) != value:
            told.add(value)
            again = said_again(form, Amount(value, fact.place))
            yield Finding("said-total", fact.place, plain(value), plain(known), again)


def said_again(form: PrintedForm, total: Amount) -> str:
    """Say where else sentences give a total: it is one slip, however often it is copied."""
    facts = (f for f in _of_sentences(form, "total") if f.value == total.value)
    places = dict.fromkeys(str(fact.place) for fact in facts if fact.place != total.place)
    return f"另见{'、'.join(places)}" if places else ""


def grades(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Each grade that a sentence claims, beside the total of its paragraph or of the form."""
    told = {(one.place, one.text) for one in (form.grade, form.claimed_grade)}
    for fact in _claimed(form):
        if (fact.place, fact.value) not in told:
            told.add((fact.place, str(fact.value)))
            yield from judged(form, Text(str(fact.value), fact.place), _total(form, fact), words)


def differing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two grades for one thing, where no total tells which is wrong."""
    said = [Text(str(f.value), f.place) for f in _claimed(form)]
    said = [text for text in (form.grade, *said) if text]
    if not said or any(_totals(form)) or any(declares_bands(e.text) for e in form.everything):
        return
    first = rank_of(squeezed(said[0].text), words)
    for text in said[1:]:
        rank = rank_of(squeezed(text.text), words)
        if rank is not None and first is not None and rank != first:
            yield Finding("grades-differ", text.place, text.text, said[0].text)
            return


def _total(form: PrintedForm, grade: Fact) -> Amount | None:
    own = {f.value for f in _of_sentences(form, "total") if f.place == grade.place}
    if len(own) == 1 and isinstance(value := own.pop(), Decimal):
        return Amount(value, grade.place)
    every = set(_totals(form))
    return Amount(every.pop(), grade.place) if len(every) == 1 else None


def _full(form: PrintedForm) -> Decimal:
    """Return what all points of a form come to."""
    return form.total_weight.value if form.total_weight is not None else _FULL


def _sentence(form: PrintedForm, fact: Fact) -> str:
    """Return the sentence that a fact stands in."""
    text = next((e.text for e in form.entries if e.place == fact.place), "")
    begins = max(
        (stop.end() for stop in _STOP.finditer(text) if stop.end() <= fact.start), default=0
    )
    ends = next(
        (stop.start() for stop in _STOP.finditer(text) if stop.start() >= fact.end), len(text)
    )
    return text[begins:ends]


def _totals(form: PrintedForm) -> Iterator[Decimal]:
    yield from (a.value for a in (form.total, form.claimed_total) if a is not None)
    yield from (f.value for f in _of_sentences(form, "total") if isinstance(f.value, Decimal))


def _claimed(form: PrintedForm) -> Iterator[Fact]:
    """Give the grades that are claimed, not those of a list of grades or of a condition."""
    texts = {entry.place: entry.text for entry in form.everything}
    for fact in _of_sentences(form, "grade"):
        if not _GOES_ON.match(texts.get(fact.place, "")[fact.end :]):
            yield fact


def _of_sentences(form: PrintedForm, role: str) -> list[Fact]:
    """Return the totals or grades of running text; cells of the form have rules of their own."""
    nowhere = DocumentPlace()
    known = {form.total.place if form.total else nowhere, form.grade.place}
    facts = form.ledger.of_role("total" if role == "total" else "grade")
    own = [fact for fact in facts if fact.end and fact.place not in known]
    if role == "grade" or not own:
        return own
    texts = {entry.place: half_width(entry.text) for entry in form.everything}
    graded = [*_claimed(form)]
    return [f for f in own if not f.sign and not _is_of_scale(f, texts.get(f.place, ""), graded)]


def _is_of_scale(total: Fact, text: str, graded: Sequence[Fact]) -> bool:
    """Tell a bound of the scale from a score that was reached, be it told with its grade."""
    if not isinstance(total.value, Decimal):
        return False
    begins = scale_behind(text, total.value, total.end)
    return begins is not None and not any(
        g.place == total.place and total.end <= g.start < begins for g in graded
    )
