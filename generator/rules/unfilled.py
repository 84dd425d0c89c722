"""C06: marks that stand for a number that nobody filled in: XX人次, ××座, 20XX年."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_MARK = r"(?<![0-9A-Za-z米*×])(?:[Xx×*＊○〇]{2,4}|_{2,}|[Xx×])"
_YEAR = Pattern(
    r"20[Xx×*＊]{1,2}年|[Xx×*＊]{1,2}年[Xx×*＊]{1,2}月|(?<![一-鿿0-9A-Za-z])[Xx×]{2,4}年(?!级)"
)
_HAS_MARK = Pattern(r"[Xx×*＊○〇Ｘｘ_＿]")


def unfilled(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Beside a measure word, marks are a number; beside other words they keep a name secret."""
    for entry in form.everything:
        if entry.answer == "furniture" or not _HAS_MARK.search(entry.text):
            continue
        text = half_width(entry.text).replace("＿", "_")
        found = _YEAR.search(text) or _measured(words).search(text)
        if found is not None:
            yield Finding("unfilled", entry.place, found[0])


def _measured(words: Vocabulary) -> re.Pattern[str]:
    long = () if words.units is None else words.units.plain
    return _pattern(frozenset(long), words.words("plain-measures"))


@lru_cache(maxsize=8)
def _pattern(units: frozenset[str], plain: tuple[str, ...]) -> re.Pattern[str]:
    """A measure of one character begins other words, too: XX项目, XX人民政府, XX家庭."""
    long = [unit for unit in units if len(unit) > 1 or not "一" <= unit <= "鿿"]
    short = [unit for unit in units if len(unit) == 1 and "一" <= unit <= "鿿"]
    sure = "|".join(re.escape(one) for one in sorted({*long, *plain}, key=len, reverse=True))
    bare = "|".join(re.escape(one) for one in sorted(short))
    return re.compile(
        rf"{_MARK}\s*[万亿]?(?:(?:{sure})|(?:{bare})(?![一-鿿])|(?:{bare})(?=[以左余等、]))"
    )
