"""Amounts that a row of a table prints beside a known one, whatever their columns are called."""

from decimal import Decimal

from generator.read.printed_values import number
from generator.rules.printed_form import PrintedForm
from generator.rules.where import Where


def amounts_beside(form: PrintedForm, place: Where) -> list[Decimal]:
    """Return the numbers of the row of a cell, from the left; rates and words are none."""
    at = (getattr(place, "sheet", ""), getattr(place, "table", 0), getattr(place, "row", 0))
    if not at[1]:
        return []
    cells = [e for e in form.entries if (e.place.sheet, e.place.table, e.place.row) == at]
    own = sorted((e for e in cells if "%" not in e.text), key=lambda e: e.place.column)
    return [value for e in own if (value := number(e.text)) is not None and value > 0]
