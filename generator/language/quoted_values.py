"""What a value is to the language: what it says, whether it is something, whether two are the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator.base.suggestion import suggest
from generator.figures.figure import Figure
from generator.language.examples import A_LOOK_UP, A_VALUE, ROWS
from generator.language.quoting_fault import LanguageError, MissingError

SIDES: Final = ("number", "shown", "unit", "label")


class LeftOpen:
    """What is missing in a draft: nothing, and printed as a gap that nobody can overlook."""


LEFT_OPEN: Final = LeftOpen()
_MOST_NAMED = 8


def side_of(owner: Any, name: str) -> Any:
    """Return what a dot leads to: a name below names, or one of the few sides of a figure.

    Python's own attributes do not exist here. Raises ``MissingError``.
    """
    known = _names_below(owner)
    if known is not None:
        try:
            return known[name]
        except KeyError:
            raise missing(name, known) from None
    if isinstance(owner, Figure):
        if name in SIDES:
            return getattr(owner, name)
        raise MissingError(f"没有“{name}”这项数据", word=name, hint=suggest(name, SIDES))
    if owner is None or owner is LEFT_OPEN:
        raise MissingError(f"没有“{name}”这项数据", word=name, hint="这份文书里没有这一部分")
    raise MissingError(f"没有“{name}”这项数据", word=name, hint=_how_to_reach(owner, name))


def _names_below(owner: Any) -> Mapping[str, Any] | None:
    """Return the names below a value; rows and words may have some as well, beside being that."""
    found = owner if isinstance(owner, Mapping) else getattr(owner, "by_name", None)
    return found if isinstance(found, Mapping) else None


def missing(name: str, known: Mapping[str, Any]) -> MissingError:
    """Tell of a name that is not there, with the nearest ones."""
    named = getattr(known, "row_names", known)  # a table goes through its rows, not their names
    names = [own for own in named if isinstance(own, str) and not set(own) & set(" ")]
    return MissingError(f"没有“{name}”这项数据", word=name, hint=suggest(name, names))


def item_of(owner: Any, key: str | int) -> Any:
    """Return what brackets lead to; raises ``MissingError``."""
    if isinstance(key, str):
        return side_of(owner, key)
    if is_rows(owner):
        try:
            return owner[key]
        except IndexError:
            raise MissingError(
                f"没有第{key + 1}项", word=str(key), hint=f"一共{len(owner)}项，从 0 数起"
            ) from None
    raise MissingError(f"没有第{key + 1}项", word=str(key), hint="这里不是成行的内容")


def called(value: Any, arguments: Sequence[Any]) -> Any:
    """Return what a name looks up: ``indicator("…")``."""
    if value is LEFT_OPEN:
        return value
    if not callable(value):
        raise LanguageError("这里后面不能写括号", hint=f"直接写名称，如 {A_VALUE}")
    if len(arguments) != 1:
        raise LanguageError("括号里要写一个名称", hint=f"如 {A_LOOK_UP}")
    (name,) = arguments
    if name is LEFT_OPEN:
        return name
    said = words_of(name)
    if said is None:
        raise LanguageError("括号里要写名称", hint=f"如 {A_LOOK_UP}")
    look_up: Callable[[str], Any] = value
    return look_up(said)


def words_of(value: Any) -> str | None:
    """Return what is read where a value stands (``None``: it is nothing to read)."""
    if isinstance(value, Figure):
        return value.shown
    return value if isinstance(value, str) else None


def is_rows(value: Any) -> bool:
    """Tell something to go through from everything else; a figure is a tuple of Python's only."""
    return isinstance(value, list | tuple) and not isinstance(value, Figure)


def truth_of(value: Any) -> bool:
    """Tell whether there is anything."""
    said = words_of(value)
    if said is not None:
        return bool(said)
    if value is None or value is LEFT_OPEN:
        return False
    if isinstance(value, bool | int):
        return bool(value)
    if is_rows(value):
        return bool(len(value))
    if callable(value):
        raise LanguageError("这里要写到具体的一项", hint='如 indicator("……").actual')
    return bool(value)


def are_same(one: Any, other: Any) -> bool:
    """Tell whether two values read alike; what is missing is like nothing."""
    if one is LEFT_OPEN or other is LEFT_OPEN:
        return False
    words, others = words_of(one), words_of(other)
    if words is not None or others is not None:
        return words == others
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    if one is None or other is None:
        return one is other
    raise LanguageError("这两项不能比较", hint='只能比较文字，如 row.level1 == "产出"')


def is_in(one: Any, many: Any) -> bool:
    """Tell whether words stand in others, or among several."""
    if one is LEFT_OPEN or many is LEFT_OPEN:
        return False
    whole, part = words_of(many), words_of(one)
    if whole is not None and part is not None:
        return part in whole
    if is_rows(many):
        return any(are_same(one, own) for own in many)
    raise LanguageError("in 的后面要是文字，或成行的内容", hint='如 "水库" in row.name')


def rows_of(value: Any) -> Sequence[Any]:
    """Return what a loop goes through."""
    if is_rows(value):
        rows: Sequence[Any] = value
        return rows
    if value is LEFT_OPEN:
        return ()
    if isinstance(value, Mapping) and is_rows(value.get("rows")):  # a table of the form's own
        return rows_of(value["rows"])
    raise LanguageError("这里不是成行的内容，不能用 {% for %}", hint=f"如 {ROWS}")


def how_to_print(value: Any) -> str:
    """Say what would print something of a value that has no words of its own."""
    known = _names_below(value)
    if known is not None:
        names = [name for name in known if isinstance(name, str)]
        return f"下面有：{'、'.join(names[:_MOST_NAMED])}" if names else ""
    if isinstance(value, bool):
        return "是不是、有没有写在 {% if %} 里"
    if is_rows(value):
        return "成行的写在 {% for %} 里，或写作 |join"
    return f"后面写名称，如 {A_LOOK_UP}" if callable(value) else f"如 {A_VALUE}"


def _how_to_reach(owner: Any, name: str) -> str:
    if callable(owner):
        return f'要先写名称，如 ……("……").{name}'
    if is_rows(owner):
        return "要在 {% for %} 里逐行引用"
    return "下面没有别的项"
