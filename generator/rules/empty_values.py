"""C06, C07, C08: values that say nothing, that cannot be compared, or that lack their unit."""

from collections.abc import Iterator

from generator.base.measure import Measure, MeasureKind
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_units import is_fraction
from generator.rules.rule_words import Vocabulary

_IN_NAME = Pattern(r"[（(][^（）()]{1,6}[)）]$")
_WORDED = (MeasureKind.TEXT, MeasureKind.QUALITATIVE, MeasureKind.YES_NO)
_JUDGED = (MeasureKind.QUALITATIVE, MeasureKind.YES_NO)  # 定性, 是: wait for an answer
_COUNTED = (MeasureKind.NUMBER, MeasureKind.RANGE)
_NUMBER = Pattern(r"[0-9]+(?:\.[0-9]+)?")
_LONGEST = 20  # of what is quoted
_FAR = 100  # a value in kilometres and one in metres differ a thousandfold
_FEWEST_BARE = 4  # rows from which on a column without units is meant so
_UNIT_COLUMN = "measure-unit"


def placeholders(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A unit word, a choice, XX: nothing that an actual could be held against."""
    for row in form.rows:
        text = squeezed(row.target.text)
        is_word = words.is_one("placeholder-target", text) or words.has("placeholder", text)
        # A bare 定性 is fine once somebody has judged it; before that it promises nothing.
        is_open = form.is_evaluation and not row.actual
        kind = row.target.measure.kind
        is_bare = kind is MeasureKind.CHOICE or (kind is MeasureKind.QUALITATIVE and is_open)
        if row.target and (is_word or is_bare):
            at, said, name = row.target.place, row.target.text, row.name.text
            yield Finding("placeholder", at, said, name=name, quote=said)
        said = squeezed(row.actual.text)
        is_counted = row.target.measure.kind in _COUNTED
        if is_counted and words.is_one("placeholder-actual", said):
            at, name, told = row.actual.place, row.name.text, row.actual.text
            yield Finding("placeholder-actual", at, told, row.target.text, name=name, quote=told)


def judged_only(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A bare 定性 as target: somebody has judged it, and nobody knows against what."""
    del words
    for row in form.rows if form.is_evaluation and not form.is_typed else ():
        is_bare = row.target.measure.kind is MeasureKind.QUALITATIVE
        if is_bare and row.actual and "定性" in row.target.text:
            at, said, name = row.target.place, row.target.text, row.name.text
            yield Finding("judged-only", at, said, row.actual.text, name=name, quote=said)


def incomparable(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number is wanted and words are told, or the other way round; or they count otherwise."""
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        left, right = _short(row.actual.text), _short(row.target.text)
        is_placed = words.is_one("placeholder-actual", squeezed(row.actual.text))
        if not row.actual or row.is_told or is_placed:
            continue
        at, name, told = row.actual.place, row.name.text, row.actual.text
        is_counted, is_wanted = actual.kind in _COUNTED, target.kind in _COUNTED
        if is_wanted and not is_counted:
            if form.is_typed or not _says_it(row.actual.text, target):
                yield Finding("no-number", at, left, right, "", name, told)
        elif is_wanted and not words.are_comparable(target.unit, actual.unit):
            yield Finding("other-unit", at, left, right, "", name, told)
        elif target.kind in _WORDED and is_counted and not _is_unfit(row, words):
            if words.begins("every-so-often", squeezed(row.target.text)):
                continue  # 每月1次 is kept by 12次
            yield Finding("number-for-words", at, left, right, "", name, told)


def unanswered(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """是 or 定性 is wanted, and 定性 or 无 is told: nobody learns what became of it."""
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        said = squeezed(row.actual.text)
        is_bare = actual.kind is MeasureKind.QUALITATIVE or words.is_one("no-answer", said)
        if form.is_evaluation and target.kind in _JUDGED and is_bare and not row.is_told:
            at, name, told = row.actual.place, row.name.text, row.actual.text
            yield Finding("no-answer", at, told, row.target.text, name=name, quote=told)


def _is_unfit(row: Row, words: Vocabulary) -> bool:
    text = squeezed(row.target.text)
    return words.is_one("placeholder-target", text) or words.has("placeholder", text)


def _says_it(text: str, target: Measure) -> bool:
    """Tell a sentence that gives a number in the unit that is wanted."""
    said = squeezed(text)
    return bool(target.unit) and any(
        said.startswith(target.unit, found.end()) for found in _NUMBER.finditer(said)
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def bare_actuals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """88 beside ≥85%; 6500 beside 6.5公里; where no column of its own gives the unit."""
    del words
    if _UNIT_COLUMN in form.columns or _are_all_bare(form):
        return
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        is_bare = actual.kind is MeasureKind.NUMBER and actual.unit == ""
        if target.kind is not MeasureKind.NUMBER or not target.unit or not is_bare:
            continue
        if _IN_NAME.search(squeezed(row.name.text)) or is_fraction(row) or not actual.value:
            continue
        if target.unit == "%" or _is_far(target, actual):
            left, right = row.actual.text, row.target.text
            yield Finding("bare-actual", row.actual.place, left, right, "", row.name.text)


def _are_all_bare(form: PrintedForm) -> bool:
    """Tell a column of actuals that leaves every unit to the target: 0.35 beside 0.35万亩, 100 beside 100%."""
    wanted = [
        row
        for row in form.rows
        if row.target.measure.kind is row.actual.measure.kind is MeasureKind.NUMBER
        and row.target.measure.unit
    ]
    of_rates = sum(row.target.measure.unit == "%" for row in wanted)
    is_of_each = 0 < of_rates < len(wanted) and len(wanted) >= _FEWEST_BARE
    return is_of_each and all(row.actual.measure.unit == "" for row in wanted)


def bare_targets(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """264 beside 264户, where neither a column of its own nor the name gives the unit."""
    del words
    if _UNIT_COLUMN in form.columns:
        return
    for row in form.rows:
        target, actual, name = row.target.measure, row.actual.measure, squeezed(row.name.text)
        is_bare = target.kind is MeasureKind.NUMBER and target.unit == "" and target.value
        if not is_bare or actual.kind is not MeasureKind.NUMBER or not actual.unit:
            continue
        if not _IN_NAME.search(name) and f"{actual.unit}数" not in name:
            left, right = row.target.text, row.actual.text
            yield Finding("bare-target", row.target.place, left, right, "", row.name.text)


def units_against_names(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A name that says what it counts, and a target in something else: a rate in persons."""
    for row in form.rows:
        name, measure = squeezed(row.name.text), row.target.measure
        unit = measure.unit if measure.kind is MeasureKind.NUMBER else ""
        if asked := words.counted_otherwise(name, unit):
            yield Finding("unit-unfit", row.target.place, unit, asked, row.target.text, name)


def _is_far(target: Measure, actual: Measure) -> bool:
    if target.value <= 0 or actual.value <= 0:
        return False
    larger, smaller = sorted((target.value, actual.value), reverse=True)
    return larger / smaller >= _FAR
