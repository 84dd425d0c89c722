"""X02: stages of a work in an order that cannot be: 2022年9月开工，2022年7月通过竣工验收."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern("[^。；;\n]+")
_DAY = r"(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"
_STAGE = Pattern(
    rf"(?<![一-鿿0-9]年)(?<![0-9]){_DAY}(?:[底末初]|[上中下]旬)?(?P<said>[^0-9，,。；;]{{1,14}})"
)
_SHORTEST_CELL = 20  # of words in a cell that are a sentence
_PHASES = ("stage-begun", "stage-done", "stage-accepted")


class _Stage(NamedTuple):
    rank: int
    day: tuple[int, int, int]  # 0: the month without its day
    text: str


def stages(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Work begins, is done, is accepted; of several works each has days of its own."""
    for entry in form.everything:
        is_short = entry.place.table and len(entry.text) < _SHORTEST_CELL
        if is_short or entry.answer == "furniture" or "月" not in entry.text:
            continue
        for sentence in _SENTENCE.finditer(half_width(entry.text)):
            if not words.has("several-works", sentence[0]):
                yield from _held(sentence[0], entry.place, words)


def _held(sentence: str, place: DocumentPlace, words: Vocabulary) -> Iterator[Finding]:
    known = [*_stages(sentence, words)]
    for first in known:
        for later in known:
            if first.rank < later.rank and _is_before(later.day, first.day):
                yield Finding("stages", place, later.text, first.text)
                return


def _stages(sentence: str, words: Vocabulary) -> Iterator[_Stage]:
    year = 0
    for found in _STAGE.finditer(sentence):
        year = int(found["year"] or year)
        ranks = [n for n, id in enumerate(_PHASES) if words.has(id, found["said"])]
        is_plan = words.has("stage-planned", found["said"] + sentence[: found.start()])
        if year and ranks and not is_plan:
            day = (year, int(found["month"]), int(found["day"] or 0))
            yield _Stage(ranks[-1], day, found[0].strip())


def _is_before(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Tell a day before another; within a month only where both name the day."""
    if one[:2] != other[:2]:
        return one[:2] < other[:2]
    return 0 < one[2] < other[2]
