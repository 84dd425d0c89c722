"""What is scored beside indicators: classes with one score for all, items, the overall goal."""

from collections.abc import Iterator

from generator.base.number import plain
from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.indicator_formulas import COUNTS, LEVEL
from generator.excel.form.indicator_page import Area
from generator.excel.form.key_blocks import Block, look_of, title
from generator.excel.form.key_cells import keys_of, slot_of
from generator.excel.form.score_formulas import rounded
from generator.excel.form.slot import ListAt, SlotKind
from generator.excel.form.workbook_page import (
    ACTUAL,
    FIRST,
    LABELLED,
    NAME,
    OWN,
    REASON,
    SCORE,
    TARGET,
    WEIGHT,
    FormLook,
    Live,
    PageRows,
)
from generator.model.indicator import SharedScore
from generator.model.item import Item, ItemAnswer
from generator.score.item_scores import ITEMS
from generator.score.score_sheet import PartScore, ScoreSheet
from generator.score.score_terms import Rules

_SHARED = {FIRST: "class", WEIGHT: "weight", SCORE: "score", REASON: "reason"}
_ITEM = {ACTUAL: "answer", OWN: "score", REASON: "reason"}
_SCORE, _STANDARD = "得分", "评分标准"


def shared_block(rows: PageRows, own: Block, keys: KeyPath, goal: int) -> tuple[Area, str] | None:
    """Lay out the classes that have one score for all; nothing where the inputs have none."""
    found = value_at(own.data, keys)
    if not isinstance(found, list) or not found:
        return None
    known = {one.key: one for one in keys_of(SharedScore)}
    title(rows, "按类别合并计分")
    for column, key in _SHARED.items():
        rows.put(column, known[key].field.title, FormLook.HEAD, width=_width(column))
    rows.end(20)
    rows.list_of(ListAt(own.subject, keys, len(found)))
    first = rows.row
    for number in range(len(found) + 1):
        for column, key in _SHARED.items():
            if slot := slot_of(own.subject, known[key], (*keys, number, key), own.data):
                source = "=jx_class" if column == FIRST else ""
                rows.put(column, slot, look_of(slot), width=_width(column), source=source)
        path = rows.at(FIRST)
        level = f'IFERROR(LEFT({path},FIND("/",{path})-1),{path}&"")'
        rows.put(LEVEL, Live(f"={level}"), FormLook.WORKING)
        rows.put(COUNTS, Live(f'=IF({path}="",0,1)'), FormLook.WORKING)
        rows.end()
    area = Area(first, rows.row - 1, goal)
    return area, f"$B${first + 1}:$B${rows.row}"


def _width(column: int) -> int:
    return WEIGHT - FIRST if column == FIRST else (2 if column in (WEIGHT,) else 1)


def items_block(
    rows: PageRows, own: Block, sheet: ScoreSheet, rules: Rules
) -> dict[str, tuple[str, ...]]:
    """Lay out the items of every part that has some; returns their scores."""
    found = {part.id: part for part in sheet.parts if part.weighted.part.kind == ITEMS}
    if not found:
        return {}
    known = {one.key: one for one in keys_of(ItemAnswer)}
    given = value_at(own.data, ("item",))
    count = len(given) if isinstance(given, list) else 0
    rows.list_of(ListAt(own.subject, ("item",), count))
    cells: dict[str, tuple[str, ...]] = {}
    for id, part in found.items():
        title(rows, part.label)
        for column, heading in (
            (FIRST, known["name"].field.title),
            (NAME, _STANDARD),
            (ACTUAL, known["answer"].field.title),
            (WEIGHT, "分值"),
            (OWN, known["score"].field.title),
            (SCORE, _SCORE),
            (REASON, known["reason"].field.title),
        ):
            rows.put(column, heading, FormLook.HEAD, width=2 if column in (FIRST, NAME) else 1)
        rows.end(20)
        new = iter(range(count, count + len(part.items)))
        cells[id] = tuple(_items(rows, own, part, rules, new))
        count += len(part.items)
    return cells


def _items(
    rows: PageRows, own: Block, part: PartScore, rules: Rules, new: Iterator[int]
) -> Iterator[str]:
    known = {one.key: one for one in keys_of(ItemAnswer)}
    for one in part.items:
        number = one.keys[-1] if one.keys else next(new)
        keys: KeyPath = ("item", number)
        for column, key in ((FIRST, "name"), *_ITEM.items()):
            slot = slot_of(own.subject, known[key], (*keys, key), own.data)
            if slot is None:
                continue
            if key == "name":
                slot = slot._replace(kind=SlotKind.GIVEN, base=one.item.name)
            if key == "answer" and one.item.judge == "answer":
                words = tuple(answer.word for answer in one.item.answers)
                slot = slot._replace(kind=SlotKind.CHOICE, options=words)
            rows.put(column, slot, look_of(slot), width=LABELLED if column == FIRST else 1)
        rows.put(NAME, one.item.standard, FormLook.NOTE, width=TARGET - NAME + 1)
        weight = Live(f"={plain(one.item.weight)}", float(one.item.weight))
        rows.put(WEIGHT, weight, FormLook.SCORE, places=0)
        value = one.score.value
        formula = Live(f"={_scored(rows, one.item, rules)}", "" if value is None else float(value))
        yield rows.put(SCORE, formula, FormLook.SCORE)
        rows.end(30)


def _scored(rows: PageRows, item: Item, rules: Rules) -> str:
    if item.judge != "answer":
        cell = rows.at(OWN)
        return f'IF({cell}="","",{cell})'
    formula = '""'
    for answer in reversed(item.answers):
        points = rounded(f"{plain(item.weight)}*{plain(answer.percent)}/100", rules.places)
        formula = f'IF(TRIM({rows.at(ACTUAL)})="{answer.word}",{points},{formula})'
    return formula
