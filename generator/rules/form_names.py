"""X05, X02: the title against the name of the project; years and days that cannot be."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import squeezed, without_days, years_in
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_YEAR = Pattern(r"[（(]?(?:19|20)[0-9]{2}年?度?[)）]?")
_BEGINS_YEAR = Pattern("(?P<year>20[0-9]{2})年度?")
_MARKS = Pattern(r"[（）()《》“”\"、，,·\-—_]")
_PLACE = Pattern("[一-鿿]{1,8}?[省市县区旗州]")
_SHORTEST, _SHARED = 4, 3
_GOES_TO = Pattern("[下返入进到回离驻][校社]?[省市县区镇乡村园校社]$")  # 送戏下乡 is no body
_OWN_FIELD = "fields."
# 2023年3月至2023年10月, 2023年3月至10月, 2023.3—2023.10
_MONTH = Pattern(
    r"(?:(?P<year>20[0-9]{2})[年./-]|[至到—–~～-]年?)(?P<month>1[0-2]|0?[1-9])(?![0-9]|个)"
)


def title(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The title names the project nearly, but otherwise than the form does."""
    said, name = _core(form, form.title, words), _core(form, form.name.text, words)
    if len(said) < _SHORTEST or len(name) < _SHORTEST or said in name or name in said:
        return
    from difflib import SequenceMatcher  # noqa: PLC0415 - most titles are the name

    if _is_of_another(form, name, words):
        yield Finding("title-other", form.name.place, form.name.text, form.title)
        return
    run = SequenceMatcher(None, said, name, autojunk=False).find_longest_match()
    if run.size >= _SHARED and run.size * 2 >= min(len(said), len(name)):
        yield Finding("title", form.name.place, form.name.text, form.title)


def _is_of_another(form: PrintedForm, name: str, words: Vocabulary) -> bool:
    """Tell a title that names a project (道路养护项目绩效自评表) which has no word of this one's name."""
    plain = _MARKS.sub("", _YEAR.sub("", squeezed(form.title)))
    ending = next((e for e in words.words("title-of-a-project") if plain.endswith(e)), "")
    said = _core(form, plain.removesuffix(ending), words) if ending else ""
    if len(said) < _SHORTEST or (words.ends("title-of-a-body", said) and not _GOES_TO.search(said)):
        return False
    is_general = words.has("title-of-all", said)
    return not is_general and {*pairwise(said)}.isdisjoint(pairwise(name))


def other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The goal or its result speaks only of years gone by."""
    if form.year is None:
        return
    for text in (form.expected, form.achieved):
        named = years_in(without_days(text.text))
        if named and form.year not in named and max(named) < form.year:
            if words.has("carried-over", text.text):
                continue
            yield Finding("other-year", text.place, f"{max(named)}年", f"{form.year}年")


def name_of_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The name of the project has another year than the form, and the goal speaks of one of them."""
    named = years_in(form.name.text)
    if form.year is None or not named or form.year in named:
        return
    if words.has("left-of-year-before", form.name.text):
        return
    said = {
        *years_in(without_days(form.expected.text)),
        *years_in(without_days(form.achieved.text)),
    }
    is_older = max(named) < form.year and form.year in said
    is_newer = min(named) > form.year and form.year not in said and not said.isdisjoint(named)
    is_in_title = _is_in_title(form, max(named), words)
    if is_older or is_newer or is_in_title or _is_nowhere_else(form, max(named)):
        left, right = f"{max(named)}年", f"{form.year}年"
        yield Finding("name-of-other-year", form.name.place, left, right)


def _is_in_title(form: PrintedForm, latest: int, words: Vocabulary) -> bool:
    """Tell a title that has the name of the project word for word, with the year of the form."""
    name = _core(form, form.name.text, words)
    named = years_in(form.title)
    is_same = len(name) >= _SHORTEST and _core(form, form.title, words) == name
    return is_same and form.year in named and max(named) == form.year > latest


def _is_nowhere_else(form: PrintedForm, latest: int) -> bool:
    """Tell a year before that of a form that only the name has: what lasts for years tells when it began."""
    if not form.year or latest >= form.year or not form.is_evaluation:
        return False
    others = [e.text for e in form.entries if e.place != form.name.place]
    said = (text for text in (*others, form.expected.text) if str(latest) in text)
    name = squeezed(form.name.text)
    return bool(others) and all(name in squeezed(text) for text in said)


def row_of_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An indicator whose name begins with another year than that of the form."""
    for row in form.rows if form.year is not None else ():
        name = squeezed(row.name.text)
        found = _BEGINS_YEAR.match(name)
        if found is None or int(found["year"]) == form.year:
            continue
        if form.year in years_in(name) or words.has("left-of-year-before", name):
            continue
        yield Finding("row-of-other-year", row.place, found[0], f"{form.year}年", "", name)


def other_period(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What the form gives as the time of the project was over before its year."""
    if form.year is None or not form.rows:
        return
    for entry in _periods(form, words):
        named = years_in(squeezed(entry.text))
        if named and max(named) < form.year:
            yield Finding("other-year", entry.place, entry.text, f"{form.year}年")


def _periods(form: PrintedForm, words: Vocabulary) -> Iterator[Entry]:
    """Give what the form says as the time of its project."""
    for entry in form.entries:
        label = entry.what.removeprefix(_OWN_FIELD)
        if label != entry.what and words.is_one("period-label", label):
            yield entry


def signed_before_end(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The form was signed in a month before the one in which its project ended, in the form's year.

    What goes on for years is evaluated each year, long before its end.
    """
    if not (form.is_evaluation and form.signed and form.year):
        return
    signed = datetime.date.fromisoformat(form.signed.text)
    for entry in _periods(form, words):
        year, month = _last_month(squeezed(half_width(entry.text)))
        if year == form.year and (signed.year, signed.month) < (year, month):
            end = f"{year}年{month}月"
            yield Finding("signed-before-end", form.signed.place, form.signed.text, end)


def _last_month(text: str) -> tuple[int, int]:
    """Return the year and month in which a period ends (0, 0: it does not say)."""
    year = month = 0
    for found in _MONTH.finditer(text):
        year, month = int(found["year"] or year), int(found["month"])
    return (year, month) if len(years_in(text)) > 0 and year == max(years_in(text)) else (0, 0)


def after_signing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Something was done after the day on which the form was signed."""
    del words
    if not form.signed:
        return
    signed = datetime.date.fromisoformat(form.signed.text)
    for row in form.rows:
        measure = row.actual.measure
        if measure.kind is not MeasureKind.DATE or measure.deadline is None:
            continue
        day = measure.deadline
        first = day.first_day if day.day or day.month else None
        if first is not None and first > signed:
            yield Finding("after-signing", row.actual.place, row.actual.text, form.signed.text)


def signed_early(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The form was signed before its year began."""
    del words
    if form.is_evaluation and form.signed and form.year and int(form.signed.text[:4]) < form.year:
        yield Finding("signed-early", form.signed.place, form.signed.text, f"{form.year}年")


def _core(form: PrintedForm, text: str, words: Vocabulary) -> str:
    core = _MARKS.sub("", _YEAR.sub("", squeezed(text)))
    for unit in form.units:
        core = core.replace(_MARKS.sub("", squeezed(unit)), "")
    place = _PLACE.match(core)
    if place and any(_MARKS.sub("", squeezed(unit)).startswith(place[0]) for unit in form.units):
        core = core[place.end() :]
    for word in words.words("title-words"):
        core = core.replace(word, "")
    return core
