"""Look at a form: what it says, and what each of its blanks is for."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument
from generator.read.draft import Draft, SubjectDraft
from generator.read.form_subject import adopted_subject, form_subject
from generator.read.label_book import LabelBook
from generator.read.reading_map import Use, reading_map
from generator.read.specimen import Gap, is_specimen, with_specimens
from generator.tables.tag_keys import FIELDS, tag_of
from generator.use.foreign_documents import Recogniser

_TOTAL = ("stated", "total")
_RESULTS = frozenset(("actual", "score"))
_ACHIEVED = (_TOTAL, ("goal", "achieved"), ("funds", "spent"))
Map = Mapping[DocumentPlace, list[Use]]


class Looked(NamedTuple):
    """A form with its map: the uses of its cells and lines, blank ones included."""

    document: ReadDocument
    draft: Draft  # what it says
    full: Draft  # what it would say if all of it were filled in
    subject: SubjectDraft | None  # of the full reading
    uses: Map
    blanks: frozenset[DocumentPlace]
    gaps: Mapping[DocumentPlace, tuple[Gap, ...]]
    gap_uses: Map

    @property
    def has_results(self) -> bool:
        """Tell whether the form has places for results or scores, filled in or not."""
        is_scored = any(c.role in _RESULTS for band in self.full.bands for c in band.columns)
        return is_scored or any(
            use.keys in _ACHIEVED for uses in self.uses.values() for use in uses
        )


def look(document: ReadDocument, recogniser: Recogniser, book: LabelBook) -> Looked:
    """Read a form as it is, then with specimens of two kinds in its blanks."""
    plain = recogniser.recognise(document)
    worded = with_specimens(document, "words", plain.bands, book)
    first = recogniser.recognise(worded.document)
    numbered = with_specimens(document, "numbers", first.bands, book)
    full = recogniser.recognise(numbered.document)
    in_words = with_specimens(document, "words", full.bands or first.bands, book)
    said = recogniser.recognise(in_words.document)
    own = form_subject(plain)
    uses = dict(reading_map(plain, own)) if own is not None else {}
    by_words, by_numbers = _map(said), _map(full)
    for place in in_words.cells | numbered.cells:
        found = _better(by_words.get(place, []), by_numbers.get(place, []))
        if found:
            uses[place] = found
        else:
            uses.pop(place, None)
    open_rows = {_row(place) for place in numbered.cells}
    for place, found in by_numbers.items():
        if _row(place) in open_rows and any(_names_source(use) for use in found):
            uses.setdefault(place, found)  # beside amounts that nobody has filled in
    if own is None:
        more = by_numbers if by_numbers else by_words
        blank = {*in_words.cells, *in_words.lines}
        uses |= {place: own_uses for place, own_uses in more.items() if place not in blank}
    gap_uses = {place: _own(by_words.get(place, [])) for place in in_words.lines}
    return Looked(
        document, plain, full, adopted_subject(plain, full, said), uses,
        in_words.cells, in_words.lines, gap_uses,
    )  # fmt: skip


def _row(place: DocumentPlace) -> tuple[str, int, int, str]:
    return place.part, place.table, place.row, place.sheet


def _names_source(use: Use) -> bool:
    return use.keys[:2] == ("funds", "sources") and use.keys[-1] == "name"


def _map(draft: Draft) -> Map:
    subject = form_subject(draft)
    return reading_map(draft, subject) if subject is not None else {}


def _own(found: list[Use]) -> list[Use]:
    """Leave out what was named after a specimen."""
    return [use for use in found if not any(is_specimen(str(key)) for key in use.keys)]


def _better(words: list[Use], numbers: list[Use]) -> list[Use]:
    """Prefer the reading that knows what a blank is for to one that keeps it under its label."""
    words, numbers = _own(words), _own(numbers)
    if any(use.keys == _TOTAL for use in numbers):
        return numbers  # words where a total belongs are taken for a grade
    for found in (words, numbers):
        known = [use for use in found if use.keys[0] != FIELDS and tag_of(use.keys)]
        if known:
            return known
    return words or numbers
