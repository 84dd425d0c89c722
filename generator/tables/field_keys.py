"""Which input holds what a form prints: for every field of ``fields`` a key, or why it is none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from generator.model.amounts import AMOUNTS

# text: may quote figures; words: printed as written; measure: ``20500册``; choice: one of a few.
# sign, value, unit: the parts of a measure that stand in cells of their own; partly: some of them
# together. own: as the form declares it.
Kind = Literal[
    "text",
    "words",
    "measure",
    "sign",
    "value",
    "unit",
    "partly",
    "number",
    "texts",
    "day",
    "choice",
    "own",
]

UNIT, SUBJECT, GOAL_OF_FORM = "@unit.toml", "@project or department", "@the only goal"

COMPUTED = "是算出来的"
PRINTED = "是表样上的字"
OF_WHICH = "其中："
CLASS = "由指标的类别决定，请改 class"
SCHEME = "由评分方案决定"
REGION = "由单位全称决定"


class Input(NamedTuple):
    """Where a cell's value is written: the first of some keys that is there, else the first."""

    kind: Kind
    paths: tuple[tuple[str, ...], ...]
    is_joined: bool = False  # where several are there, the cell prints them all
    head: str = ""  # what may stand before the value in its cell
    is_money: bool = False  # a form may print it in a unit of its own


def _input(kind: Kind, *path: str) -> Input:
    return Input(kind, (path,))


def _money(*path: str) -> Input:
    return Input("number", (path,), is_money=True)


_MONEY = {name: _money(name) for name in AMOUNTS}
_PLANNED = Input("number", (("initial",), ("budget",)), is_money=True)

TITLE_INPUT = _input("text", "titles")
SIGNATURE_INPUTS: Mapping[str, Input] = MappingProxyType(
    {
        "name": _input("words", UNIT, "unit", "signature"),
        "date": _input("day", UNIT, "unit", "date"),
    }
)
FORM_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {
        "heading": TITLE_INPUT,
        "year": _input("number", UNIT, "year"),
        "unit": _input("words", UNIT, "unit", "name"),
        "unit_code": _input("words", UNIT, "unit", "code"),
        "region": REGION,
        "reviewer": _input("words", UNIT, "unit", "reviewer"),
        "name": _input("words", SUBJECT, "name"),
        "code": _input("words", "project", "code"),
        "authority": _input("words", "project", "authority"),
        "implementer": _input("words", "project", "implementer"),
        "purpose": _input("text", "funds", "purpose"),
        "money_unit": _input("choice", "funds", "unit"),
        **{name: _money("funds", name) for name in _MONEY},
        "planned": Input("number", (("funds", "initial"), ("funds", "budget")), is_money=True),
        "rate": COMPUTED,
        "execution_weight": SCHEME,
        "execution_score": COMPUTED,
        "basic": _money("department", "basic"),
        "projects": _money("department", "projects"),
        "expected": _input("text", GOAL_OF_FORM, "expected"),
        "adjusted": _input("text", GOAL_OF_FORM, "adjusted"),
        "achieved": _input("text", GOAL_OF_FORM, "achieved"),
        "goal_weight": SCHEME,
        "goal_score": _input("number", GOAL_OF_FORM, "score"),
        "indicators_weight": COMPUTED,
        "indicators_score": COMPUTED,
        "total_weight": COMPUTED,
        "total": COMPUTED,
        "review_total": COMPUTED,
        "lost_total": COMPUTED,
        "grade": COMPUTED,
        "deviation": _input("text", "result", "deviation"),
        "improvement": _input("text", "result", "improvement"),
        "explanation": Input(
            "text", (("funds", "explanation"), ("funds", "adjustment")), is_joined=True
        ),
    }
)
FUND_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {
        "label": Input("words", (("name",),), head=OF_WHICH),
        "name": _input("words", "name"),
        **_MONEY,
        "planned": _PLANNED,
        "rate": COMPUTED,
        "weight": _input("number", "weight"),
        "score": COMPUTED,
    }
)
BREAKDOWN_INPUTS: Mapping[str, tuple[str, Input]] = MappingProxyType(
    {
        "income": ("by-income", _money("amount")),
        "expenditure": ("by-expenditure", _money("amount")),
    }
)
PLAN_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {"by": _input("words", "by"), "percent": _input("number", "percent")}
)
USE_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {"item": _input("words", "item"), "amount": _money("amount")}
)
PART_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {"label": SCHEME, "weight": SCHEME, "score": COMPUTED}
)
CLASS_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {"name": CLASS, "label": SCHEME, "weight": COMPUTED, "score": COMPUTED}
)
ITEM_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {
        "part": SCHEME,
        "part_weight": SCHEME,
        "part_score": COMPUTED,
        "name": SCHEME,
        "weight": SCHEME,
        "standard": SCHEME,
        "answer": _input("words", "answer"),
        "score": _input("number", "score"),
        "reason": _input("text", "reason"),
    }
)
_LEVELS = {
    f"{level}{end}": COMPUTED if end in ("_weight", "_score") else CLASS
    for level in ("level1", "level2")
    for end in ("", "_name", "_label", "_weight", "_score")
}
INDICATOR_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {
        "number": PRINTED,
        "block": PRINTED,
        **_LEVELS,
        "shape": PRINTED,
        "subtotal": CLASS,
        "subtotal_side": PRINTED,
        "name": _input("words", "name"),
        "description": _input("words", "description"),
        "target": _input("measure", "target"),
        "target_sign": _input("sign", "target"),
        "target_value": _input("value", "target"),
        "target_unit": _input("unit", "target"),
        "target_amount": _input("partly", "target"),
        "target_signed": _input("partly", "target"),
        "initial_target": Input("measure", (("initial-target",), ("target",))),
        "initial_target_value": Input("value", (("initial-target",), ("target",))),
        "initial_target_amount": Input("partly", (("initial-target",), ("target",))),
        "initial_target_signed": Input("partly", (("initial-target",), ("target",))),
        "adjusted_target": _input("measure", "target"),
        "adjusted_target_value": _input("value", "target"),
        "adjusted_target_amount": _input("partly", "target"),
        "adjusted_target_signed": _input("partly", "target"),
        "actual": _input("measure", "actual"),
        "actual_value": _input("value", "actual"),
        "actual_unit": _input("unit", "actual"),
        "actual_bare": _input("partly", "actual"),
        "done_rate": COMPUTED,
        "weight": _input("number", "weight"),
        "score": _input("number", "score"),
        "computed_score": COMPUTED,
        "deduction": _input("number", "deduction"),
        "lost": COMPUTED,
        "reason": _input("text", "reason"),
        "basis": _input("words", "basis"),
        "evidence": _input("texts", "evidence"),
        "review_score": _input("number", "review", "score"),
        "review_remark": _input("words", "review", "remark"),
    }
)
# A sentence that the unit wrote for a cell is printed instead of its value.
INSTEAD: Mapping[str, Input] = MappingProxyType({"actual": _input("text", "actual-text")})
GOAL_INPUTS: Mapping[str, Input | str] = MappingProxyType(
    {
        "block": PRINTED,
        "number": PRINTED,
        "numeral": PRINTED,
        "name": _input("text", "name"),
        "weight": _input("number", "weight"),
        "score": _input("number", "score"),
        "expected": _input("text", "expected"),
        "adjusted": _input("text", "adjusted"),
        "achieved": _input("text", "achieved"),
        "reason": _input("text", "reason"),
    }
)
