"""The columns of the money: amounts, points, rate and score, in the order of the form."""

from collections.abc import Mapping

from generator.excel.form.workbook_page import TARGET
from generator.model.amounts import AMOUNTS
from generator.model.form_layout import FormLayout

POINTS, SCORED, RATE = "execution_weight", "execution_score", "rate"
# What of a form stands for the whole block, wherever it stands in it.
MONEY_TAGS = (
    *(f"form.{name}" for name in AMOUNTS),
    *("form.planned", "rows.funds"),
    *("form.rate", "form.execution_score"),
)


def money_columns(layout: FormLayout) -> Mapping[str, int]:
    """Set the columns as the form has them; those that it does not print come behind."""
    every = (*AMOUNTS, POINTS, RATE, SCORED)
    printed = sorted(
        (place, key) for key in every if (place := layout.place(f"form.{key}")) is not None
    )
    order = dict.fromkeys((*(key for _, key in printed), *every))
    return {key: TARGET + number for number, key in enumerate(order)}
