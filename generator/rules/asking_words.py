"""C06: words of the form that ask for something, left standing where the answer belongs."""

from collections.abc import Iterator, Sequence

from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LENGTH_ASKED = Pattern(r"[（(][^（）()]{0,24}[0-9]{2,4}字(?:以内|左右|以下)?[)）]")
_FURNITURE, _LABEL, _ASKS = "furniture", "栏目名", "说明"
_LONGEST_LABEL = 30
_FEWEST_USED = 4


def instructions(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A cell beside its label still holds what the form says to fill in."""
    cells = [e for e in form.entries if e.place.table]
    if sum(e.answer == "used" for e in cells) < _FEWEST_USED or not form.is_evaluation:
        return  # an empty form
    for entry in cells:
        tight = squeezed(entry.text)
        if words.begins("asks-here", tight.lstrip("（(")) and _only_asks(tight, words):
            yield Finding("instruction", entry.place, tight[:24])
            continue
        if entry.answer == "used" or entry.what == _LABEL or len(tight) < 8:
            continue
        if _asks(entry, tight, words) and _stands_for_an_answer(entry, cells, words):
            yield Finding("instruction", entry.place, tight[:24])


def _only_asks(text: str, words: Vocabulary) -> bool:
    """Tell a text of which every sentence asks: behind none of them stands an answer."""
    return all(words.has("asks-for", said) for said in text.split("。") if said.strip("）)"))


def _asks(entry: Entry, text: str, words: Vocabulary) -> bool:
    is_bare = entry.what == _ASKS and len(text) < _LONGEST_LABEL * 2
    return bool(_LENGTH_ASKED.search(text)) or (
        is_bare and words.begins("asks", text.lstrip("（("))
    )


def _stands_for_an_answer(entry: Entry, cells: Sequence[Entry], words: Vocabulary) -> bool:
    """Tell a cell beside or below its label from a note below the table."""
    at = entry.place
    row = [
        e for e in cells if (e.place.table, e.place.row) == (at.table, at.row) and e is not entry
    ]
    labels = [e for e in row if e.place.column < at.column and _is_label(e)]
    if any(words.has("note-label", squeezed(e.text)) for e in labels):
        return False
    return bool(labels) or any(e.answer == "used" for e in row)


def _is_label(entry: Entry) -> bool:
    return (
        entry.answer == _FURNITURE
        and entry.what == _LABEL
        and len(squeezed(entry.text)) <= _LONGEST_LABEL
    )
