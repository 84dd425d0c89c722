"""A10, C02, X02: a sentence tells of a day behind the one that was set, as in time, or without a reason; or of a year before."""

from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.deadline import Deadline
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.rules.causes import is_of_funds, parts_of, says_why
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_MONTH = r"(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?"
_SET_AND_DONE = Pattern(
    rf"(?P<set>{_MONTH}[底末]?(?:之前|以前|前))(?P<between>[^。；;]{{0,40}}?)"
    rf"(?:实际|已)[^0-9。；;]{{0,12}}(?P<done>{_MONTH})(?P<behind>[^。；;\n]*)"
)


def late_sentences(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold the two days of a sentence against each other."""
    if not form.is_evaluation or words.units is None:
        return
    for entry in form.everything:
        if entry.place.table or "月" not in entry.text:
            continue
        for found in _SET_AND_DONE.finditer("".join(half_width(entry.text).split())):
            wanted, done = (_day(found[key], form, words) for key in ("set", "done"))
            if wanted is None or done is None:
                continue
            if form.year is not None and (done.year or 0) < form.year == wanted.year:
                yield Finding("other-year", entry.place, found["done"], f"{form.year}年")
            if done.is_within(wanted) is not False:
                continue
            said = found["between"] + found["behind"]
            if words.has("in-time", said):
                yield Finding("said-in-time", entry.place, found["done"], found["set"])
            elif not _is_explained(form, said, words):
                name = "完成时间"
                yield Finding("target-unmet", entry.place, found["done"], found["set"], "", name)


def _day(text: str, form: PrintedForm, words: Vocabulary) -> Deadline | None:
    measure = words.units.measure(text) if words.units else None
    if measure is None or measure.kind is not MeasureKind.DATE or measure.deadline is None:
        return None
    return measure.deadline.in_year(form.year) if form.year is not None else measure.deadline


def _is_explained(form: PrintedForm, said: str, words: Vocabulary) -> bool:
    return says_why(said, words) or any(
        says_why(sentence, words) and not is_of_funds(sentence, words)
        for text in form.reasons_given
        for sentence in parts_of(text, words)
    )
