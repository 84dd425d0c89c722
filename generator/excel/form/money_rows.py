"""The money of a subject: the total and its sources with rate and score, then what else there is."""

from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.indicator_formulas import DONE, MISSING
from generator.excel.form.key_blocks import (
    SPARE,
    Block,
    field_row,
    inner_block,
    look_of,
    title,
)
from generator.excel.form.key_cells import Known, keys_of, slot_of
from generator.excel.form.money_columns import (
    MONEY_TAGS,
    POINTS,
    RATE,
    SCORED,
    money_columns,
)
from generator.excel.form.money_row import FUNDS, MoneyRow
from generator.excel.form.slot import ListAt, Slot, SlotKind
from generator.excel.form.workbook_page import (
    FIRST,
    LAMP,
    TARGET,
    FormLook,
    Live,
    PageRows,
    cell,
    span,
)
from generator.model.amounts import AMOUNTS, WHOLE
from generator.model.form_layout import FormLayout
from generator.model.funds import Funds, FundSource
from generator.score.execution import execution_rate
from generator.score.score_sheet import ScoreSheet
from generator.score.score_terms import Rules
from generator.tables.tag_keys import tag_of

_SOURCES, _OTHERS = "sources", "amounts"
_BLOCK = "资金"
_FIRST_FIELDS = ("unit", "rate-places")
_TITLES = (WHOLE, "分值", "得分", "执行率")
_OTHERWISE = "●各来源之和不等于总额"


class MoneyAt(NamedTuple):
    """Where the scores of budget execution stand."""

    total: str
    sources: tuple[str, ...]
    weights: tuple[str, ...]
    weight: str = ""  # of the part, where the unit sets it itself


def money_block(
    rows: PageRows, own: Block, rules: Rules, sheet: ScoreSheet | None, layout: FormLayout
) -> MoneyAt:
    """Lay out the money, its columns in the order of the form."""
    known = {one.key: one for one in keys_of(Funds)}
    title(rows, layout.block(_BLOCK, *MONEY_TAGS))
    for key in _FIRST_FIELDS:
        if slot := slot_of(own.subject, known[key], (*FUNDS, key), own.data):
            field_row(rows, slot)
    at = _table(rows, own, rules, sheet, layout)
    tags = [tag_of((*FUNDS, key)) for key in known]
    for key, one in known.items():
        done = (*_FIRST_FIELDS, *AMOUNTS, _SOURCES, "stated", "weight")
        if key not in done and (slot := slot_of(own.subject, one, (*FUNDS, key), own.data)):
            tag = tag_of((*FUNDS, key))  # one column of a form may print two reasons
            label = layout.labels.get(tag, "") if tags.count(tag) == 1 else ""
            field_row(rows, slot, label=label)
    return at


def money_lists(rows: PageRows, own: Block) -> None:
    """Lay out what is listed of the money: other rows, uses, the plan, breakdowns."""
    for one in keys_of(Funds):
        if one.key not in (_SOURCES, "stated") and one.kind is None:
            inner_block(rows, own, one, (*FUNDS, one.key))


def _table(
    rows: PageRows, own: Block, rules: Rules, sheet: ScoreSheet | None, layout: FormLayout
) -> MoneyAt:
    funds = {one.key: one for one in keys_of(Funds)}
    sources = {one.key: one for one in keys_of(FundSource)}
    part = None if sheet is None else sheet.part_of_kind("execution")
    places = rules.places
    if part is not None and part.weighted.part.places is not None:
        places = part.weighted.part.places
    rate_places = value_at(own.data, (*FUNDS, "rate-places"))
    money = MoneyRow(
        rows,
        own,
        rules,
        None if part is None else part.weight,
        places,
        rate_places if isinstance(rate_places, int) else 2,
        money_columns(layout),
        next((layout.sides[tag] for tag in MONEY_TAGS if tag in layout.sides), _TITLES[0]),
    )
    rows.put(FIRST, sources["name"].field.title, FormLook.HEAD, width=TARGET - FIRST)
    usual = {key: funds[key].field.title for key in AMOUNTS}
    usual |= dict(zip((POINTS, SCORED, RATE), _TITLES[1:], strict=True))
    for key, column in money.at.items():
        rows.put(column, layout.label(f"form.{key}", usual[key]), FormLook.HEAD)
    rows.end(34)
    total_row = rows.row
    total = _total(money, funds, part)
    return _sources(money, sources, part, total, total_row)


def _total(money: MoneyRow, funds: dict[str, Known], part: Any) -> str:
    rows, own = money.rows, money.own
    data = value_at(own.data, FUNDS)
    entry, _ = Funds.read(data if isinstance(data, dict) else {})
    money = money._replace(others=entry.amounts if entry is not None else {})
    rows.put(FIRST, money.total, FormLook.LABEL, width=TARGET - FIRST)
    money.amounts(funds, FUNDS)
    total = ""
    is_own = part is not None and part.weighted.weight is None
    own_weight = slot_of(own.subject, funds["weight"], (*FUNDS, "weight"), own.data)
    if is_own and own_weight is not None:
        total = money.score(
            rows.put(money.at[POINTS], own_weight, FormLook.NUMBER), part.score.value
        )
    elif part is not None and part.weight is not None:
        rows.put(
            money.at[POINTS],
            Live(f"={part.weight:f}", float(part.weight)),
            FormLook.SCORE,
            places=0,
        )
        if not part.weighted.part.by_source:
            total = money.score(rows.at(money.at[POINTS]), part.score.value)
    money.rate(None if entry is None else execution_rate(entry, money.rules.scheme.rate_of))
    return total


def _sources(
    money: MoneyRow, known: dict[str, Known], part: Any, total: str, total_row: int
) -> MoneyAt:
    rows, own = money.rows, money.own
    rows.row = total_row
    keys: KeyPath = (*FUNDS, _SOURCES)
    found = value_at(own.data, keys)
    given = found if isinstance(found, list) else []
    names = [row.get("name") for row in given if isinstance(row, dict)]
    printed = [name for name in money.rules.scheme.fund_rows if name not in names]
    first, last = total_row + 1, total_row + len(given) + len(printed) + SPARE
    _lamp_of_total(money, first, last)
    rows.end()
    rows.list_of(ListAt(own.subject, keys, len(given)))
    scores: list[str] = []
    weights: list[str] = []
    scored = {one.name: one.score.value for one in part.sources} if part is not None else {}
    for number in range(last - total_row):
        path = (*keys, number)
        slot = slot_of(own.subject, known["name"], (*path, "name"), own.data)
        new = number - len(given)
        if slot is not None and 0 <= new < len(printed):
            slot = slot._replace(kind=SlotKind.GIVEN, base=printed[new])
        if slot is not None:
            rows.put(FIRST, slot, look_of(slot), width=TARGET - FIRST)
        entry = _entry(given, number)
        money = money._replace(others=entry.amounts if entry is not None else {})
        money.amounts(known, path)
        weight = slot_of(own.subject, known["weight"], (*path, "weight"), own.data)
        if weight is not None:
            weights.append(rows.put(money.at[POINTS], weight, FormLook.NUMBER))
            name = slot.base if isinstance(slot, Slot) else ""
            if score := money.score(weights[-1], scored.get(name)):
                scores.append(score)
        of = money.rules.scheme.rate_of
        money.rate(None if entry is None else execution_rate(entry, of))
        rows.end()
    is_own = part is not None and part.weighted.weight is None
    set_here = cell(total_row, money.at[POINTS]) if is_own else ""
    return MoneyAt(total, tuple(scores), tuple(weights), set_here)


def _entry(given: list[Any], number: int) -> Funds | None:
    """Return the amounts of a row of the inputs."""
    if number >= len(given) or not isinstance(given[number], dict):
        return None
    data = {k: v for k, v in given[number].items() if k in (*AMOUNTS, _OTHERS)}
    return Funds.read(data)[0]


def _lamp_of_total(money: MoneyRow, first: int, last: int) -> None:
    """Say beside the total what is missing, and when its sources do not add up to it."""
    rows, own = money.rows, money.own
    checks = f'"{DONE}"'
    for column in (money.at[key] for key in AMOUNTS):
        cells, whole = span(first, last, column), rows.at(column)
        differs = f'AND(COUNT({cells})>0,{whole}<>"",ABS(SUM({cells})-{whole})>0.0000005)'
        checks = f'IF({differs},"{_OTHERWISE}",{checks})'
    known = {one.key: one.field.title for one in keys_of(Funds)}
    for key in reversed(AMOUNTS):
        column = money.at[key]
        if own.is_required((*FUNDS, key)):
            checks = f'IF({rows.at(column)}="","{MISSING}{known[key]}",{checks})'
    rows.put(LAMP + 1, Live(f"={checks}"), FormLook.LAMP)
