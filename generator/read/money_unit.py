"""Amounts in the unit that a form prints them in, brought into one that inputs have."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.funds import MONEY_UNITS
from generator.read.draft import SubjectDraft
from generator.read.label_book import LabelBook

USUAL = "万元"
_AMOUNTS = frozenset((*AMOUNTS, "amount", "basic", "projects"))


def settle_money(subject: SubjectDraft, book: LabelBook) -> None:
    """Write the unit of the amounts down where it is not the usual one; convert one that inputs lack."""
    amounts = [
        found
        for table in ("funds", "department")
        for found in _amounts(subject.values.get(table, {}), (table,))
    ]
    if subject.money_unit and subject.money_unit not in MONEY_UNITS:
        _convert(subject, amounts, book)
    if amounts and subject.money_unit not in ("", USUAL):
        funds = subject.values.get("funds", {})
        subject.values["funds"] = {"unit": subject.money_unit, **funds}


def _convert(
    subject: SubjectDraft, amounts: list[tuple[KeyPath, Decimal]], book: LabelBook
) -> None:
    unit, money = subject.money_unit, book.money
    for keys, value in amounts:
        table = subject.get(keys[:-1])
        table[keys[-1]] = money.convert(value, unit, USUAL)
    times = money.convert(Decimal(1), unit, USUAL)
    subject.remarks.append(
        f"金额单位“{unit}”按 1{unit}＝{times:f}{USUAL}换算；自设栏目里的金额没有换算，请核对"
    )
    subject.money_unit = USUAL


def _amounts(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, Decimal]]:
    """Go through the amounts of a table, with their keys."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list):
            yield from _amounts(inner, (*keys, key))
        elif key in _AMOUNTS and isinstance(inner, Decimal):
            yield (*keys, key), inner
