"""The key of a block in words: the heading that it stands under, the row and column of a form."""

import re

from generator.base.pattern import Pattern
from generator.model.blocks import DocumentBlocks, Heading
from generator.model.row_key import cell_at
from generator.tables.form_fields import (
    FORM,
    GOAL,
    ROWS,
    amount_field_name,
    choice_at,
    own_field_name,
)
from generator.tables.own_cells import TOTAL

_OWN = {
    "title": "标题",
    "label": "附件标识",
    "signature.name": "落款",
    "signature.date": "落款日期",
    "chart": "图表",
}
_ROW = Pattern(r"(?:.*/)?(?P<kind>\w+)\[(?P<name>[^\]]*)\]\.(?P<field>\w+)$")
_INDICATOR_FIELD = Pattern(r".*indicator\[(?P<name>[^\]]*)\]\.field\[(?P<field>.*)\]$")
_PROJECT_FIELD = Pattern(r"(?P<project>[^/\[\]]+)\.(?P<field>\w+)$")
_KINDS = {
    "indicator": "指标",
    "source": "资金来源",
    "goal": "年度目标",
    "use": "资金用途",
    "plan": "支出计划",
    "row": "资金",
    "item": "按项计分",
    "class_sum": "类别",
}
_COLUMNS = {**GOAL, **{name: title for titles in ROWS.values() for name, title in titles.items()}}


class Placer:
    """Puts the keys of one document into words."""

    def __init__(self, document: DocumentBlocks) -> None:
        self._headings = {
            block.key: block.text for block in document.body if isinstance(block, Heading)
        }

    def words(self, key: str) -> str:
        """Return the place of a block."""
        if key in _OWN:
            return _OWN[key]
        if said := _own_words(key) or _amount(key):
            return said
        if key in self._headings:
            return f"标题“{self._headings[key]}”"
        section = key.split("/", maxsplit=1)[0]
        if section in self._headings:
            return f"“{self._headings[section]}”"
        if row := _ROW.match(key):
            kind = _KINDS.get(row["kind"], "")
            name = row["name"].rsplit("/", 1)[-1]
            return f"表：{kind}“{name}”{_short(_COLUMNS.get(row['field'], row['field']))}"
        if field := _PROJECT_FIELD.match(key):
            return f"表：{_short(FORM.get(field['field'], field['field']))}"
        return key


def _amount(key: str) -> str:
    """Put the key of a further amount into words (empty: it is another)."""
    row, _, own = key.partition("].")
    if name := amount_field_name(own):
        return f"表：资金“{row.partition('[')[2]}”{name}"
    name = amount_field_name(key.partition(".")[2])
    return f"表：{name}" if name else ""


def _own_words(key: str) -> str:
    """Put the key of what a form has of its own into words (empty: it is another)."""
    if (cell := cell_at(key)) is not None:
        return f"表：“{cell.table}”“{cell.row or TOTAL}”“{cell.column}”"
    if (column := _INDICATOR_FIELD.match(key)) is not None:
        return f"表：指标“{column['name'].rsplit('/', 1)[-1]}”{column['field']}"
    own = key.partition(".")[2]
    named = own_field_name(own) or (choice_at(own) or ("",))[0]
    return f"表：“{named}”" if named else ""


def _short(title: str) -> str:
    """Leave out what a title adds in brackets or behind a colon."""
    return re.split(r"[（：，]", title)[0]
