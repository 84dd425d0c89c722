"""What may be done with a value behind a bar: ``|to("元")``, ``|format("0.00")``, ``|of("产出")``.

A value that comes out keeps its figure. Nothing gives nothing, and a gap stays a gap.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.figures.figure import Figure
from generator.language import date_filter, number_filters, row_filters
from generator.language.examples import A_VALUE, ROWS
from generator.language.filter_arguments import see_text, see_whole
from generator.language.gap import GAP
from generator.language.program_run import Run
from generator.language.quoted_values import is_rows, words_of
from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import CONTINUE, Joined, Words


def apply_filter(name: str, value: Any, arguments: Sequence[Any], run: Run) -> Any:
    """Return a value as a filter makes it; raises ``LanguageError``."""
    if name in _OF_ROWS:
        if not is_rows(value):
            raise LanguageError(f"“|{name}”前面要是成行的内容", hint=f"如 {ROWS}")
        return _OF_ROWS[name](value, arguments)
    said = words_of(value)
    if said is None:
        if value is None:
            return ""
        raise LanguageError(
            f"“|{name}”前面要是一项文字或数", hint=f"请写到具体的一项，如 {A_VALUE}"
        )
    if not said or GAP in said:
        return value
    return _OF_WORDS[name](value, arguments, run)


def _join(rows: Sequence[Any], arguments: Sequence[Any]) -> Joined:
    between, name = _text(arguments[0]), _text(arguments[1]) if len(arguments) > 1 else ""
    values = [row_filters.part_of(row, name) for row in rows]
    for value in values:
        if words_of(value) is None:
            raise LanguageError("每行里要连起来的不是文字", hint='如 |join("、", "name")')
    return Joined.of([value for value in values if words_of(value)], between)


def _text(argument: Any) -> str:
    said = words_of(argument)
    see_text(said)
    return str(said)


def _whole(argument: Any) -> int:
    see_whole(argument)
    return int(argument)


def merge(value: Any) -> Any:
    """Return what stands in a cell of its own: of a group, only the first says something."""
    if isinstance(value, Words) and value.merge == CONTINUE and value.below is not None:
        return value.below
    return value


def with_words(value: Any, text: str) -> Any:
    """Return a value that says something else and stays what it is."""
    if isinstance(value, Figure):
        return value._replace(shown=text)
    return value.saying(text) if isinstance(value, Words) else text


def _to(value: Any, arguments: Sequence[Any], run: Run) -> Any:
    return number_filters.converted(value, _text(arguments[0]), run)


def _saying(
    make: Callable[[Any, list[str], Run], str],
) -> Callable[[Any, Sequence[Any], Run], Any]:
    def apply(value: Any, arguments: Sequence[Any], run: Run) -> Any:
        return with_words(value, make(value, [_text(own) for own in arguments], run))

    return apply


_OF_WORDS: Mapping[str, Callable[[Any, Sequence[Any], Run], Any]] = {
    "to": _to,
    "format": _saying(number_filters.formatted),
    "number": _saying(number_filters.bare),
    "unit": _saying(number_filters.unit),
    "sign": _saying(number_filters.sign),
    "capital": _saying(number_filters.capital),
    "date": _saying(date_filter.dated),
    "merge": lambda value, _, __: merge(value),
    "indent": lambda value, _, __: value,
}
_OF_ROWS: Mapping[str, Callable[[Sequence[Any], Sequence[Any]], Any]] = {
    "of": lambda rows, own: row_filters.of_class(rows, *map(_text, own)),
    "goal": lambda rows, own: row_filters.of_goal(rows, _whole(own[0])),
    "without_goal": lambda rows, _: row_filters.of_goal(rows, 0),
    "join": _join,
}
