"""Filters of rows: those of a class, those of a goal; and one part of each row."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.base.pattern import Pattern
from generator.language.examples import ROWS
from generator.language.quoted_values import side_of, words_of
from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import CONTINUE, Words
from generator.model.printed_words import BETWEEN_CLASSES, OF_LOOP

_CLASSES = ("level1", "level2", "level1_name", "level2_name")  # labels are the form's own words
_SUFFIX = "指标"
_POINTS = Pattern(r"[（(][^）)]*[）)]$")
_GOAL = Pattern(r"(?:^|/)goal\[(\d+)\]/")
_START = "restart"


def part_of(row: Any, name: str) -> Any:
    """Return what a row has under a name; a row of words is its words."""
    return side_of(row, name) if name else row


def of_class(rows: Sequence[Any], *names: str) -> list[Any]:
    """Keep the rows of a class, or of one of several: 产出 is 产出指标（40分） as well."""
    wanted = {bare_class(name) for name in names}
    found = [_classes(row) for row in rows]
    if rows and not any(found):
        raise LanguageError("这些行没有类别，不能按类别挑", word=names[0], hint=f"如 {ROWS}")
    loop = BETWEEN_CLASSES.join(names)
    told = [_loop(row) for row in rows]
    keeps = [
        said == loop if said else not wanted.isdisjoint(own)
        for said, own in zip(told, found, strict=True)
    ]
    return _kept(rows, keeps)


def _loop(row: Any) -> str:
    """Return the classes among whose rows a row was printed, where it is of another."""
    return words_of(row.get(OF_LOOP)) or "" if isinstance(row, Mapping) else ""


def of_goal(rows: Sequence[Any], number: int) -> list[Any]:
    """Keep the rows of a goal (0: those that name none)."""
    return _kept(rows, [goal_of(row) == number for row in rows])


def _classes(row: Any) -> list[str]:
    if not isinstance(row, Mapping):
        return []
    said = [words_of(row.get(name)) for name in _CLASSES]
    return [bare_class(own) for own in said if own]


def bare_class(name: str) -> str:
    """Return the name of a class without its suffix and its points."""
    return _POINTS.sub("", name.strip()).removesuffix(_SUFFIX)


def goal_of(row: Any) -> int:
    """Return which goal a row is of (0: none); raises ``LanguageError`` for what is no such row."""
    keys = [own.key for own in row.values() if isinstance(own, Words)] if _is_laid_out(row) else []
    below = (
        [own.below.key for own in row.values() if isinstance(own, Words) and own.below is not None]
        if keys
        else []
    )
    found = next(filter(None, map(_GOAL.search, (*below, *keys))), None)
    if not keys:
        raise LanguageError("这些行不分目标", hint=f"如 {ROWS}")
    return int(found[1]) if found else 0


def _is_laid_out(row: Any) -> bool:
    return isinstance(row, Mapping) and bool(row)


def _kept(rows: Sequence[Any], keeps: Sequence[bool]) -> list[Any]:
    """Keep some rows; a group whose first row is gone begins with the next one."""
    kept: list[Any] = []
    for number, row in enumerate(rows):
        if keeps[number]:
            is_cut = number > 0 and not keeps[number - 1]
            ends = number + 1 < len(rows) and not keeps[number + 1]
            kept.append(_mended(row, rows, number, is_cut=is_cut, ends=ends))
    return kept


def _mended(row: Any, rows: Sequence[Any], number: int, *, is_cut: bool, ends: bool) -> Any:
    if not isinstance(row, Mapping) or not (is_cut or ends):
        return row
    made = dict(row)
    for name, own in row.items():
        if not isinstance(own, Words) or not own.merge:
            continue
        goes_on = number + 1 < len(rows) and _state(rows[number + 1], name) == CONTINUE
        begins = own.merge == _START or (own.merge == CONTINUE and is_cut)
        if begins:
            made[name] = own.merged_as(_START if goes_on and not ends else "")
    return made


def _state(row: Any, name: str) -> str:
    own = row.get(name) if isinstance(row, Mapping) else None
    return own.merge if isinstance(own, Words) else ""
