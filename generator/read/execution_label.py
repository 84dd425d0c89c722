"""What the row is called that gives the points of the execution: 预算执行率（10分）, 预算执行率得分."""

from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import number
from generator.read.specimen import is_specimen


def is_execution(text: str, book: LabelBook) -> bool:
    """Tell the label of the rate of the execution, also as that of its points."""
    plain = normal(text)
    return book.role(plain) == "rate" or any(
        plain.endswith(end) and book.role(plain.removesuffix(end)) == "rate"
        for end in book.phrases.words("points-end")
    )


def names_nothing(text: str) -> bool:
    """Tell a cell for the name of an indicator in which none stands, as in the row of the execution."""
    return not text.strip() or is_specimen(text) or number(text) is not None
