"""Which tag of a template prints which key of the inputs, and the other way round."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.tables.inputs import FORM_INPUTS, SIGNATURE_INPUTS, SUBJECT, UNIT, Input

FIELDS = "fields"
_MONEY = frozenset(("initial", "budget", "spent"))
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
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "level1": "level1",
        "level2": "level2",
        "class": "level2",
        "name": "name",
        "level3": "name",
        "description": "description",
        "target": "target",
        "actual": "actual",
        "weight": "weight",
        "score": "score",
        "reason": "reason",
        "basis": "basis",
        "evidence": "evidence",
        "number": "number",
        "review": "review_score",
        "review-reason": "review_remark",
    }
)
_QUOTED = Pattern(r'["{}%#\\]')
_FIELD = Pattern(r'field\("(.*)"\)')
_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
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
    if len(keys) == 4 and keys[:2] == ("funds", "sources") and keys[3] in _MONEY:
        return f"rows.funds[{keys[2]}].{keys[3]}"
    if len(keys) == 3 and keys[0] == "goals" and keys[2] in _GOAL:
        return f"goals[{keys[1]}].{keys[2]}"
    return ""


def keys_of_tag(tag: str) -> tuple[KeyPath, ...]:
    """Return the keys of the inputs that a tag may print, as they stand in their file."""
    if found := _FIELD.fullmatch(tag):
        return ((FIELDS, found[1]),)
    if found := _SOURCE.fullmatch(tag):
        return (("funds", "sources", int(found[1]), found[2]),)
    if found := _OF_GOAL.fullmatch(tag):
        return (("goals", int(found[1]), found[2]),)
    owner, _, name = tag.partition(".")
    table = {"form": _FORM, "signature": _SIGNATURE}.get(owner, {})
    return tuple(keys for keys, own in table.items() if own == name)


def field_tag(name: str) -> str:
    """Return what prints a field of the unit's own; nothing for a name that no tag can hold."""
    return "" if _QUOTED.search(name) else f'field("{name}")'


def written(tag: str) -> str:
    """Write a tag as it stands in a template."""
    return f"{{{{ {tag} }}}}"


def tags_of(text: str) -> list[str]:
    """Return the tags in words of a template, without braces and filters."""
    return [found[1] for found in _TAG.finditer(text)]
