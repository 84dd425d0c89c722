"""C06: a name that nobody filled in: 经XX会计师事务所审核, ××公司中标."""

from collections.abc import Iterator
from functools import lru_cache

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SIGNS = "XxＸｘ×*＊○〇"
_MOST = 2
_IN_TITLE = Pattern(rf"(?<![0-9A-Za-z])[{_SIGNS}]{{2,4}}(?!年|[0-9A-Za-z])[一-鿿]{{0,6}}")
_BETWEEN = "(?:[省市县区旗州乡镇村][一-鿿]{0,8}?)?"


def blank_names(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Signs that stand for a name, right before what it would be the name of.

    A paper with more of them keeps its names secret, or is an empty form.
    """
    if not form.is_evaluation:
        return
    pattern = _pattern(words.words("named-body"), words.words("named-place"))
    texts = ((e.place, half_width(e.text)) for e in form.everything if e.answer != "furniture")
    found = [(place, one[0]) for place, text in texts for one in pattern.finditer(text)]
    if len(found) <= _MOST:
        for place, name in dict(found).items():
            yield Finding("blank-name", place, name, quote=name)


def blank_titles(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Signs in the title that stand for a name: ××县2023年度……自评报告; those of a year are told elsewhere."""
    del words
    if not form.is_evaluation or not any(row.actual for row in form.rows):
        return
    for entry in form.everything:
        found = _IN_TITLE.search(half_width(entry.text)) if entry.what == "title" else None
        if found is not None:
            yield Finding("blank-name", entry.place, found[0], quote=found[0])


@lru_cache(maxsize=4)
def _pattern(bodies: tuple[str, ...], places: tuple[str, ...]) -> Pattern:
    named = rf"{_BETWEEN}(?:{'|'.join(bodies)})|(?:{'|'.join(places)})"
    return Pattern(rf"(?<![0-9A-Za-z×*某])[{_SIGNS}]{{2,4}}(?:{named})")
