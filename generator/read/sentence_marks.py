"""What running text says beside quantities: days, numbers of documents, grades that it claims."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.fact_words import FactWords
from generator.read.stated_results import Claims

_DAY = Pattern(r"((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日")
_NUMBER_OF_DOCUMENT = Pattern(
    r"([一-鿿]{1,12})[〔\[【(（][12][0-9]{3}[〕\]】)）]\s*第?\s*[0-9]{1,5}\s*号"
)


def marks_in(text: str, place: DocumentPlace, words: FactWords, claims: Claims) -> Iterator[Fact]:
    """Give all of them in a text in half width."""
    yield from _days(text, place)
    yield from _numbers(text, words, place)
    yield from _grades(text, claims, place)


def _days(text: str, place: DocumentPlace) -> Iterator[Fact]:
    for found in _DAY.finditer(text):
        day = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
        span = found.span()
        yield Fact("", day, "", "date", place, int(found[1]), start=span[0], end=span[1])


def _numbers(text: str, words: FactWords, place: DocumentPlace) -> Iterator[Fact]:
    if "号" not in text:
        return
    for found in _NUMBER_OF_DOCUMENT.finditer(text):
        cited = max(
            (found[1].rfind(w) + len(w) for w in words.of("cites") if w in found[1]), default=0
        )
        start = found.start() + cited
        said = "".join(text[start : found.end()].split())
        yield Fact("", said, "", "document-number", place, start=start, end=found.end())


def _grades(text: str, claims: Claims, place: DocumentPlace) -> Iterator[Fact]:
    for grade, start, end in claims.grades_in(text):
        yield Fact("", grade, "", "grade", place, start=start, end=end)
