"""Which tag of a template prints which key of the inputs, and the other way round."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.tables.field_keys import (
    FORM_INPUTS,
    GOAL_OF_FORM,
    SIGNATURE_INPUTS,
    SUBJECT,
    UNIT,
    Input,
)
from generator.tables.form_fields import FUND_ROW

FIELDS = "fields"
SOURCES = "rows.funds"  # what a loop goes over that prints the sources of money
OWN_COLUMN = Pattern(r'field\["(.*)"\]')  # of a row: one that only the form has
_SUBJECTS = ("project", "department")
# What a form prints and works out: its stated twin is what a reader finds.
_STATED: Mapping[KeyPath, str] = MappingProxyType(
    {
        ("funds", "stated", "rate"): "rate",
        ("funds", "stated", "weight"): "execution_weight",
        ("funds", "stated", "score"): "execution_score",
        ("goal", "expected"): "expected",
        ("goal", "achieved"): "achieved",
        ("goal", "stated", "score"): "goal_score",
        ("goal", "score"): "goal_score",
        ("stated", "total"): "total",
        ("stated", "weight"): "total_weight",
        ("stated", "grade"): "grade",
        ("funds", "unit"): "money_unit",
        ("year",): "year",
        ("funds", "adjustment"): "explanation",
    }
)
_GOAL = frozenset(("name", "expected", "achieved", "score", "reason"))
# What prints a column of indicators: the first of these that there is; how a target is parted
# among its columns, and whether a result has its unit, is for who knows all columns.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "level1": ("level1",),
        "points1": ("level1_weight",),
        "level2": ("level2",),
        "points2": ("level2_weight",),
        "class": ("level2",),
        "name": ("name",),
        "level3": ("name",),
        "description": ("description",),
        "sign": ("target_sign",),
        "direction": ("target_sign",),
        "target": ("target_value", "target"),
        "measure-unit": ("target_unit",),
        "actual": ("actual_value", "actual"),
        "actual-unit": ("actual_unit",),
        "weight": ("weight",),
        "score": ("score",),
        "deduction": ("lost",),
        "reason": ("reason",),
        "basis": ("basis",),
        "evidence": ("evidence",),
        "number": ("number",),
        "review": ("review_score",),
        "review-reason": ("review_remark",),
    }
)
# Signs that Word's own typing may change inside a tag, or that end it.
_COUNTED = Pattern(r"（([0-9]+)）$")  # a second field of one name
_UNSAID = Pattern(r"（[^（）]*）|\([^()]*\)")
_QUOTED = Pattern(r"""["'{}%#\\|（）｜，．　“”‘’＝＂＇\s]""")
_FIELD = Pattern(r'field\("(.*)"\)')
_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
_SPLITS: Mapping[str, str] = MappingProxyType(
    {"by-income": "income", "by-expenditure": "expenditure"}
)
_SPLIT = Pattern(r"rows\.breakdown\[([0-9]+)\]\.(\w+)")
_AMOUNT = Pattern(r'form\.amounts\["(.*)"\]')  # a further one of all the money
_OF_GOAL = Pattern(r"goals\[([0-9]+)\]\.(\w+)")
_TAG = Pattern(r"\{\{\s*(.*?)\s*(?:\|[^}]*)?\}\}", re.DOTALL)


def _inverted() -> dict[KeyPath, str]:
    """Turn the table of what a cell is written from round."""
    found: dict[KeyPath, str] = {}
    for name, given in FORM_INPUTS.items():
        if not isinstance(given, Input) or name in ("heading", "planned"):
            continue
        for path in given.paths:
            if path[0] == UNIT:
                found.setdefault(path[1:], name)
            elif path[0] == SUBJECT:
                found |= {(kind, *path[1:]): name for kind in _SUBJECTS}
            elif path[0] == GOAL_OF_FORM:
                found.setdefault(("goal", *path[1:]), name)
            else:
                found.setdefault(path, name)
    return found


_FORM: Mapping[KeyPath, str] = MappingProxyType({**_inverted(), **_STATED})
_SIGNATURE: Mapping[KeyPath, str] = MappingProxyType(
    {given.paths[0][1:]: name for name, given in SIGNATURE_INPUTS.items()}
)


def tag_of(keys: KeyPath) -> str:
    """Return what prints a value, without braces; nothing where no tag does."""
    if keys in _FORM:
        return f"form.{_FORM[keys]}"
    if keys in _SIGNATURE:
        return f"signature.{_SIGNATURE[keys]}"
    if len(keys) == 2 and keys[0] == FIELDS:
        return field_tag(str(keys[1]))
    if len(keys) == 3 and keys[:2] == ("funds", "amounts"):
        plain = field_name(str(keys[2]))
        return f'form.amounts["{plain}"]' if plain else ""
    if len(keys) == 4 and keys[:2] == ("funds", "sources"):
        name = "rate" if keys[3] == "stated-rate" else keys[3]
        return f"rows.funds[{keys[2]}].{name}" if name in FUND_ROW and name != "name" else ""
    if len(keys) == 3 and keys[0] == "goals" and keys[2] in _GOAL:
        return f"goals[{keys[1]}].{keys[2]}"
    return ""


def keys_of_tag(tag: str) -> tuple[KeyPath, ...]:
    """Return the keys of the inputs that a tag may print, as they stand in their file."""
    if found := _FIELD.fullmatch(tag):
        return ((FIELDS, found[1]),)
    if found := _AMOUNT.fullmatch(tag):
        return (("funds", "amounts", found[1]),)
    if found := _SOURCE.fullmatch(tag):
        return (("funds", "sources", int(found[1]), found[2]),)
    if found := _OF_GOAL.fullmatch(tag):
        return (("goals", int(found[1]), found[2]),)
    if found := _SPLIT.fullmatch(tag):
        keys = (key for key, own in _SPLITS.items() if own == found[2])
        return tuple(("funds", key, int(found[1])) for key in keys)
    owner, _, name = tag.partition(".")
    table = {"form": _FORM, "signature": _SIGNATURE}.get(owner, {})
    return tuple(keys for keys, own in table.items() if own == name)


def split_tag(keys: KeyPath) -> str:
    """Return what prints a part of the money with its name in one cell: 其中：基本支出：12."""
    if len(keys) == 4 and keys[0] == "funds" and keys[3] == "amount" and keys[1] in _SPLITS:
        return f"rows.breakdown[{keys[2]}].{_SPLITS[str(keys[1])]}"
    return ""


def field_tag(name: str) -> str:
    """Return what prints a field of the unit's own; nothing for a name of which nothing is left."""
    plain = field_name(name)
    return f'field("{plain}")' if plain else ""


def line_tag(name: str) -> str:
    """Return what prints all options of a choice in a line."""
    return f'choice("{name}")'


def option_tag(name: str, option: str) -> str:
    """Return what prints the mark of one option of a choice."""
    return f'choice("{name}")["{option}"]'


def option_test(tag: str, option: str, ticked: str, unticked: str) -> str:
    """Write the mark of an option of a value that has a tag of its own."""
    return f'{{% if {tag} == "{option}" %}}{ticked}{{% else %}}{unticked}{{% endif %}}'


def field_name(name: str) -> str:
    """Return the name of a field as a tag can hold it: without remarks in brackets and odd signs."""
    return _QUOTED.sub("", _UNSAID.sub("", _COUNTED.sub(r"\1", name)))


def written(tag: str) -> str:
    """Write a tag as it stands in a template."""
    return f"{{{{ {tag} }}}}"


def tags_of(text: str) -> list[str]:
    """Return the tags in words of a template, without braces and filters."""
    return [found[1] for found in _TAG.finditer(text)]
