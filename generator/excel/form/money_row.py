"""A row of the money in hand: its amounts, its rate, its score by the scheme's method for execution."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.excel.form.key_blocks import Block
from generator.excel.form.key_cells import Known, slot_of
from generator.excel.form.money_columns import RATE, SCORED
from generator.excel.form.score_formulas import Terms, rounded, score_formula
from generator.excel.form.workbook_page import FormLook, Live, PageRows
from generator.model.amounts import AMOUNTS
from generator.score.row_score import find_method
from generator.score.score_terms import Rules

FUNDS: KeyPath = ("funds",)


class MoneyRow(NamedTuple):
    """A row in hand, and what its rate and score are worked out by."""

    rows: PageRows
    own: Block
    rules: Rules
    weight: Any
    places: int
    rate_places: int
    at: Mapping[str, int]  # the columns of amounts, points, rate and score
    total: str  # what the form calls the whole
    others: Mapping[str, Any] = MappingProxyType({})  # amounts of the row that have no column here

    def amounts(self, known: dict[str, Known], keys: KeyPath) -> None:
        """Put the three amounts of a row."""
        for key in AMOUNTS:
            if slot := slot_of(self.own.subject, known[key], (*keys, key), self.own.data):
                self.rows.put(self.at[key], slot, FormLook.NUMBER)

    def rate(self, value: Any) -> None:
        """Put the rate of the row in hand."""
        shown = "" if value is None else float(value)
        self.rows.put(
            self.at[RATE], Live(f"={self._rate()}", shown), FormLook.RATE, places=self.rate_places
        )

    def score(self, weight: str, value: Any) -> str:
        """Put the score of the row in hand, by the scheme's method for execution."""
        rows, method = self.rows, find_method(self.rules.scheme, "execution", "")
        if method is None:
            return ""
        budget, spent = self._budget(), rows.at(self.at["spent"])
        terms = Terms(weight, budget, spent, f"{spent}>={budget}")
        formula = score_formula(method, terms)
        if not formula:
            return ""
        if method.kind == "ratio" and not method.capped:
            formula = f"IF({terms.is_met},{weight}*{spent}/{budget},{formula})"
        blank = f'OR({weight}="",{self._is_blank()})'
        written = f'=IF({blank},"",{rounded(formula, self.places)})'
        shown = "" if value is None else float(value)
        return rows.put(self.at[SCORED], Live(written, shown), FormLook.SCORE, places=self.places)

    def _budget(self) -> str:
        if of := self.rules.scheme.rate_of:
            return f"({'+'.join(self._amount(name) for name in of)})"
        first, second = (self.rows.at(self.at[key]) for key in ("initial", "budget"))
        return f'IF({second}="",{first},{second})'

    def _amount(self, name: str) -> str:
        """Return what the rate is of: a cell of the row, or an amount that only the inputs have."""
        if name in AMOUNTS:
            return f"N({self.rows.at(self.at[name])})"
        return f"{self.others.get(name, 0)}"

    def _is_blank(self) -> str:
        return f'N({self._budget()})=0,{self.rows.at(self.at["spent"])}=""'

    def _rate(self) -> str:
        return f'IF(OR({self._is_blank()}),"",{self.rows.at(self.at["spent"])}/{self._budget()})'
