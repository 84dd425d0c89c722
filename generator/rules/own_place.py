"""Where an amount stands in a form of its own, when a list of projects before the forms has it, too."""

from generator.base.document_place import DocumentPlace
from generator.read.printed_values import number
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Amount
from generator.rules.where import Where


def own_place(form: PrintedForm, amount: Amount, key: str) -> Where:
    """Return the cell of the sheet that holds the rows of the form: there the reason belongs."""
    first = next((row.place for row in form.rows), None)
    at = amount.place
    if not isinstance(first, DocumentPlace) or not isinstance(at, DocumentPlace):
        return at
    if first.sheet == at.sheet:
        return at
    own = (
        entry.place
        for entry in form.everything
        if entry.place.sheet == first.sheet
        and entry.what == key
        and number(entry.text) == amount.value
    )
    return next(own, at)
