"""Where every command prints: nothing reaches a screen but through the printer of foreign text."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import click

from generator.base.visible import visible, visible_data, visible_lines


class Marked(NamedTuple):
    """A line with a word in colour."""

    before: str
    word: str
    colour: str
    after: str


def say(*lines: str | Marked, err: bool = False) -> None:
    """Print lines. What breaks a line inside of one is shown as a sign."""
    say_lines(lines, err=err)


def say_lines(lines: Iterable[str | Marked], *, err: bool = False) -> None:
    """Print many lines."""
    click.echo("\n".join(map(_line, lines)), err=err)


def say_text(text: str, *, err: bool = False, ends: bool = True) -> None:
    """Print a text of several lines of our own making: a difference, a table, a page of help."""
    click.echo(visible_lines(text), nl=ends, err=err)


def say_json(data: Any) -> None:
    """Print data; words are shown as elsewhere, but for those that are marked ``AsIs``."""
    import json  # noqa: PLC0415 - most runs print lines

    click.echo(json.dumps(visible_data(data), ensure_ascii=False, indent=2))


def _line(line: str | Marked) -> str:
    if isinstance(line, str):
        return visible(line)
    word = click.style(line.word, fg=line.colour)
    return f"{visible(line.before)}{word}{visible(line.after)}"
