"""What a column beside the budgets says of the way from one to the other: 结余结转及预算调整 28.40."""

from generator.read.values import number, squeezed
from generator.rules.printed import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.vocabulary import Vocabulary


def is_carried_over(form: PrintedForm, row: FundsRow, words: Vocabulary) -> bool:
    """Tell whether the whole change stands in a column of what was left of the year before."""
    if row.initial is None or row.budget is None:
        return False
    change, at = row.budget.value - row.initial.value, row.budget.place
    cells = [entry for entry in form.entries if entry.place.table == at.table]
    columns = {
        entry.place.column
        for entry in cells
        if entry.place.row == at.row and number(entry.text) == change
    }
    return any(
        entry.place.column in columns
        and entry.place.row < at.row
        and words.has("left-of-year-before", squeezed(entry.text))
        for entry in cells
    )
