"""What of an evaluation names a year: all three checks of sentences from another year read these."""

from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.rules.printed_form import PrintedForm

_TITLES = Pattern(r"《[^》]{1,200}》")


def texts_with_years(form: PrintedForm) -> Iterator[tuple[int, DocumentPlace, str]]:
    """Give the form's own year, place and text, without the titles of documents, which have other years."""
    if form.year is None or not form.is_evaluation:
        return
    for entry in form.everything:
        if "年" in entry.text:  # nearly all cells are values
            yield form.year, entry.place, _TITLES.sub("", half_width(entry.text))
