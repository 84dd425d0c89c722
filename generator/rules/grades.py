"""G01, G03, G04: the grade is a word of the scale, and that of its score."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.values import squeezed
from generator.rules.finding import Finding
from generator.rules.own_scale import own_scale
from generator.rules.printed import Amount, PrintedForm, Text
from generator.rules.vocabulary import Vocabulary

_BAND = Pattern(r"[0-9]{2,3}\s*分?[^0-9]{0,6}[-—~～至以][^。]{0,20}(?:优|良|中|合格)")


def grades(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Look at the grade of the form, and at the one that the report claims."""
    for grade, total in (
        (form.grade, form.total),
        (form.claimed_grade, form.claimed_total or form.total),
    ):
        if grade and not grade.text.strip().isdigit():
            yield from judged(form, grade, total, words)


def judged(
    form: PrintedForm, grade: Text, total: Amount | None, words: Vocabulary
) -> Iterator[Finding]:
    """Judge one grade by the scales in use, and by its score."""
    word = squeezed(grade.text).strip("“”\"'")
    rank = rank_of(word, words)
    if rank is None:
        yield Finding("grade-unknown", grade.place, word)
        return
    if words.is_one("grade-loose", word) and not _is_declared(form, word):
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


def _rank(score: Decimal, scale: tuple[Decimal, ...]) -> int:
    return sum(score < bound for bound in scale)


def rank_of(word: str, words: Vocabulary) -> int | None:
    """Return the place of a grade on the scale, from the best down (``None``: it is no grade)."""
    return next((n for n in range(4) if words.is_one(f"grade-{'abcd'[n]}", word)), None)


def declares_bands(text: str) -> bool:
    """Tell whether a text says which scores a grade stands for."""
    return "差" in text and bool(_BAND.search(text))


def _is_declared(form: PrintedForm, word: str) -> bool:
    """Tell whether the paper itself says that its scale is worded so, beside another grade."""
    return any(word in e.text and "差" in e.text for e in form.entries)
