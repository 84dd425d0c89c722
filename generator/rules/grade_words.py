"""G01, G03, G04: the grade is a word of the scale, and that of its score."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.own_scale import own_scale
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_words import Vocabulary
from generator.rules.ruled import Ruled

_BAND = Pattern(r"[0-9]{2,3}\s*分?[^0-9]{0,6}[-—~～至以][^。]{0,20}(?:优|良|中|合格)")


def grades(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Look at the grade of the form, and at the one that the report claims."""
    own = form.total or form.ours
    for grade, total in ((form.grade, own), (form.claimed_grade, form.claimed_total or own)):
        if grade and not grade.text.strip().isdigit():
            yield from judged(form, grade, total, words)


def judged(
    form: PrintedForm, grade: Text, total: Amount | None, words: Vocabulary
) -> Iterator[Finding]:
    """Judge one grade by its scale, and by its score."""
    word = squeezed(grade.text).strip("“”\"'")
    if form.ruled is not None and form.ruled.grades:
        yield from _by_scheme(form.ruled, grade._replace(text=word), total)
        return
    rank = rank_of(word, words)
    if rank is None:
        yield Finding("grade-unknown", grade.place, word)
        return
    if words.is_one("grade-loose", word) and not _is_declared(form, grade, word, words):
        yield Finding("grade-loose", grade.place, word, word[:1])
    own = own_scale(form, words)
    scales = (own,) if own else words.scales_of(form.year)
    is_own = own is None and any(declares_bands(e.text) for e in form.entries)
    if (
        total is not None
        and not is_own
        and not any(_rank(total.value, scale) == rank for scale in scales)
    ):
        yield Finding("grade-wrong", grade.place, word, plain(total.value))


def _by_scheme(ruled: Ruled, grade: Text, total: Amount | None) -> Iterator[Finding]:
    """Judge a grade by the scale of the scheme: it knows its words, and their bounds."""
    word, at = grade.text, grade.place
    band = ruled.graded(word)
    if band is None:
        yield Finding("grade-off-scale", at, word, ruled.scale, quote=word)
        return
    if word != band.word:
        right, how = band.word, ruled.scale
        yield Finding("grade-worded", at, word, right, how, quote=word, basis=band.basis)
    due = ruled.due_grade(total.value) if total is not None else None
    if total is not None and due is not None and due.word != band.word:
        right = (
            f"{plain(total.value)} 在 {plain(due.low)}（含）–{plain(due.high)} 内，为“{due.word}”"
        )
        yield Finding("grade-off-band", at, word, right, quote=word, basis=due.basis)


def _rank(score: Decimal, scale: tuple[Decimal, ...]) -> int:
    return sum(score < bound for bound in scale)


def rank_of(word: str, words: Vocabulary) -> int | None:
    """Return the place of a grade on the scale, from the best down (``None``: it is no grade)."""
    return next((n for n in range(4) if words.is_one(f"grade-{'abcd'[n]}", word)), None)


def declares_bands(text: str) -> bool:
    """Tell whether a text says which scores a grade stands for."""
    return "差" in text and bool(_BAND.search(text))


def _is_declared(form: PrintedForm, grade: Text, word: str, words: Vocabulary) -> bool:
    """Tell whether the paper itself says that its scale is worded so, beside another grade."""
    others = [other for other in words.words("grade-loose") if other != word]
    for entry in form.entries:
        times = entry.text.count(word) - (entry.place == grade.place)
        is_of_scale = declares_bands(entry.text) or any(other in entry.text for other in others)
        if times > 0 and "差" in entry.text and is_of_scale:
            return True
    return False
