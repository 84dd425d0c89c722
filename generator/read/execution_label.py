"""What the row is called that gives the points of the execution: 预算执行率（10分）, 预算执行率得分."""

from collections.abc import Sequence

from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import number
from generator.read.specimen import is_specimen
from generator.read.table_rows import Spot

_POINTS = ("weight", "score")


def is_execution(text: str, book: LabelBook) -> bool:
    """Tell the label of the rate of the execution, also as that of its points."""
    plain = normal(text)
    return book.role(plain) == "rate" or any(
        plain.endswith(end) and book.role(plain.removesuffix(end)) == "rate"
        for end in book.phrases.words("points-end")
    )


def points_of_execution(text: str, book: LabelBook) -> str:
    """Return which points of the execution a label names: 执行率得分（10分）; nothing for another."""
    plain = normal(text)
    ends = book.phrases.words("points-end")
    end = next((e for e in ends if plain.endswith(e)), "")
    if not end or book.role(plain.removesuffix(end)) != "rate":
        return ""
    return "weight" if book.role(end) == "weight" else "score"


def is_row_of_execution(said: Sequence[Spot], book: LabelBook) -> bool:
    """Tell a row of labels with their values, of which the first is the rate: 执行率 | 95% | 得分 | 9.5."""
    if len(said) < 2 or said[0].role != "rate":
        return False
    return any(s.role in _POINTS or points_of_execution(s.text, book) for s in said[1:])


def names_nothing(text: str) -> bool:
    """Tell a cell for the name of an indicator in which none stands, as in the row of the execution."""
    return not text.strip() or is_specimen(text) or number(text) is not None
