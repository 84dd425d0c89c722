"""W07: the number of a point behind which nothing stands: 1.育苗大棚少建2座，因用地未批。2."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LAST = Pattern(
    rf"(?:^|[。；;\n])\s*(?P<mark>[0-9]{{1,2}}[.、]|[（(](?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[）)]|[②-⑳])\s*$"
)
_POINT = Pattern(
    rf"(?:^|[。；;\n])\s*(?:[0-9]{{1,2}}[.、]|[（(](?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[）)]|①)"
)
_SHORTEST = 12
_ENDS = frozenset(".．、）)②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def empty_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A list of which the last point was begun and not written; a number alone may be a value."""
    del words
    for entry in form.everything:
        said = entry.text.rstrip()  # nearly all texts end otherwise
        if said[-1:] not in _ENDS or entry.answer == "furniture" or len(said) < _SHORTEST:
            continue
        text = half_width(said).strip()
        found = _LAST.search(text)
        if found is not None and _POINT.search(text[: found.start() + 1]):
            yield Finding("empty-point", entry.place, found["mark"], text[-_SHORTEST:])
