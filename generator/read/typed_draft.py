"""What a draft holds, by the keys of our inputs; of nothing is it known whether a document said it."""

import datetime
from decimal import Decimal
from typing import TypedDict

# What a field of the form's own holds: as it declares it.
OwnValue = Decimal | bool | str | list[str] | datetime.date
OwnRow = dict[str, OwnValue]


class PointsValues(TypedDict, total=False):
    """Points as they are printed; ``blank``: the cell for the score is empty."""

    score: Decimal
    weight: Decimal
    blank: bool


class ReviewValues(TypedDict, total=False):
    """What the bureau gave when it looked again."""

    score: Decimal
    remark: str


IndicatorValues = TypedDict(
    "IndicatorValues",
    {
        "class": str,
        "name": str,
        "description": str,
        "initial-target": str,
        "target": str,
        "actual": str,
        "actual-text": str,
        "direction": str,
        "weight": Decimal,
        "score": Decimal,
        "deduction": Decimal,
        "constraint": bool,
        "reason": str,
        "evidence": list[str],
        "basis": str,
        "fields": dict[str, OwnValue],
        "review": ReviewValues,
        "stated": PointsValues,
    },
    total=False,
)
SharedValues = TypedDict(
    "SharedValues",
    {
        "class": str,
        "weight": Decimal,
        "score": Decimal,
        "reason": str,
        "review": ReviewValues,
        "stated": PointsValues,
    },
    total=False,
)
GoalValues = TypedDict(
    "GoalValues",
    {
        "name": str,
        "expected": str,
        "achieved": str,
        "adjusted": str,
        "weight": Decimal,
        "score": Decimal,
        "reason": str,
        "indicator": list[IndicatorValues],
        "shared-score": list[SharedValues],
        "stated": PointsValues,
    },
    total=False,
)


class PartValues(TypedDict, total=False):
    """A line of a breakdown."""

    name: str
    amount: Decimal
    parts: list["PartValues"]


SourceValues = TypedDict(
    "SourceValues",
    {
        "name": str,
        "initial": Decimal,
        "budget": Decimal,
        "spent": Decimal,
        "amounts": dict[str, Decimal],
        "weight": Decimal,
        "stated-rate": Decimal,
        "stated-score": Decimal,
    },
    total=False,
)


class UseValues(TypedDict, total=False):
    """What money was spent on."""

    item: str
    amount: Decimal


class PlanValues(TypedDict, total=False):
    """A step of the payment plan."""

    by: str
    percent: Decimal


class RateValues(TypedDict, total=False):
    """What is printed of the execution."""

    rate: Decimal
    weight: Decimal
    score: Decimal


FundsValues = TypedDict(
    "FundsValues",
    {
        "unit": str,
        "initial": Decimal,
        "budget": Decimal,
        "spent": Decimal,
        "rate-places": int,
        "amounts": dict[str, Decimal],
        "weight": Decimal,
        "purpose": str,
        "adjustment": str,
        "explanation": str,
        "sources": list[SourceValues],
        "rows": list[SourceValues],
        "uses": list[UseValues],
        "plan": list[PlanValues],
        "by-income": list[PartValues],
        "by-expenditure": list[PartValues],
        "stated": RateValues,
    },
    total=False,
)


class ProjectValues(TypedDict, total=False):
    """What identifies a project."""

    name: str
    code: str
    authority: str
    implementer: str
    overview: str


class DepartmentValues(TypedDict, total=False):
    """What identifies a department, and all its spending."""

    name: str
    overview: str
    functions: list[str]
    basic: Decimal
    projects: Decimal


class ProblemValues(TypedDict, total=False):
    """A problem, and what is done about it."""

    text: str
    cause: str
    measure: str


class ResultValues(TypedDict, total=False):
    """What follows from the evaluation."""

    use: str
    publicity: str
    deviation: str
    improvement: str


class ToldValues(TypedDict, total=False):
    """What a report tells of total and grade."""

    total: Decimal
    grade: str


class StatedValues(TypedDict, total=False):
    """What is printed of the whole."""

    total: Decimal
    weight: Decimal
    grade: str
    narrative: ToldValues
    sums: dict[str, Decimal]


class ItemValues(TypedDict, total=False):
    """What is said of an item of a part."""

    name: str
    answer: str
    score: Decimal
    reason: str
    stated: PointsValues


SectionValues = TypedDict(
    "SectionValues",
    {"id": str, "title": str, "level": int, "untitled": bool, "from": str, "items": str},
    total=False,
)


class OutlineValues(TypedDict, total=False):
    """The sections of a report, in their order."""

    section: list[SectionValues]


class DutyValues(TypedDict, total=False):
    """A duty of a department, with its goal."""

    name: str
    responsibility: str
    target: str
    goal: str
    indicator: list[dict[str, str]]


SubjectValues = TypedDict(
    "SubjectValues",
    {
        "project": ProjectValues,
        "department": DepartmentValues,
        "duty": list[DutyValues],
        "funds": FundsValues,
        "goal": GoalValues,
        "goals": list[GoalValues],
        "indicator": list[IndicatorValues],
        "shared-score": list[SharedValues],
        "item": list[ItemValues],
        "problem": list[ProblemValues],
        "result": ResultValues,
        "fields": dict[str, OwnValue],
        "tables": dict[str, list[OwnRow] | dict[str, OwnRow]],
        "stated": StatedValues,
        "text": dict[str, str],
        "titles": dict[str, str],
        "documents": list[str],
        "not-asked": list[str],
        "not-evaluated": list[str],
        "own-outline": OutlineValues,
    },
    total=False,
)


class UnitValues(TypedDict, total=False):
    """What is known of the unit."""

    name: str
    short: list[str]
    code: str
    reviewer: str
    signature: str
    date: datetime.date


ReportValues = TypedDict(
    "ReportValues", {"own-outline": OutlineValues, "text": dict[str, str]}, total=False
)
