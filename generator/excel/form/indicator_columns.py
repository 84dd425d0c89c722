"""Where the keys of an indicator stand in its row: in the order of the form, and called as it calls them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.excel.form.workbook_page import (
    ACTUAL,
    NAME,
    OWN,
    SCORE,
    TARGET,
    WEIGHT,
    WIDTHS,
)
from generator.model.form_layout import FormColumn, FormLayout
from generator.tables.field_keys import INDICATOR_INPUTS, Input

_LISTS = ("rows.indicators", "goal.indicators")
_USUAL = ("name", "target", "actual", "weight", "score")
_LEVELS = ("level1", "level2")
_WIDTHS: Mapping[str, float] = MappingProxyType(
    dict(zip(_USUAL, (WIDTHS[n] for n in (NAME, TARGET, ACTUAL, WEIGHT, SCORE)), strict=True))
)
_JOIN = "、"


class IndicatorColumns(NamedTuple):
    """The columns of a row, and the headings that the form has for its keys."""

    name: int = NAME
    target: int = TARGET
    actual: int = ACTUAL
    weight: int = WEIGHT
    own: int = OWN
    score: int = SCORE
    headings: Mapping[KeyPath, str] = MappingProxyType({})
    levels: tuple[str, str] = ("", "")

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the widths of the columns of a page."""
        own = {getattr(self, key): width for key, width in _WIDTHS.items()}
        own[self.own] = WIDTHS[OWN]
        return tuple(own.get(at, width) for at, width in enumerate(WIDTHS))


USUAL_COLUMNS = IndicatorColumns()


def indicator_columns(layout: FormLayout) -> IndicatorColumns:
    """Set the columns as the form has them; those that it does not print come behind."""
    lists = (layout.columns[name] for name in _LISTS if layout.columns.get(name))
    printed = next(lists, ())
    headings = _headings(printed)
    named = [str(keys[-1]) for keys in headings if keys[-1] in _USUAL]
    at: dict[str, int] = {}
    column = NAME
    for key in dict.fromkeys((*named, *_USUAL)):
        if key == "score":  # beside it the unit's own
            at["own"], column = column, column + 1
        at[key], column = column, column + 1
    levels = [c for c in printed if c.name.partition("_")[0] in _LEVELS and c.heading]
    first, second = (next((c.heading for c in levels if c.name.startswith(n)), "") for n in _LEVELS)
    return IndicatorColumns(**at, headings=headings, levels=(first, second))


def _headings(printed: tuple[FormColumn, ...]) -> Mapping[KeyPath, str]:
    """Gather the headings of every key: a target that is parted has several."""
    found: dict[KeyPath, dict[str, None]] = {}
    for column in printed:
        given = INDICATOR_INPUTS.get(column.name)
        if isinstance(given, Input):
            words = found.setdefault(given.paths[0], {})
            if column.heading:
                words[column.heading] = None
    return MappingProxyType({keys: _JOIN.join(words) for keys, words in found.items()})
