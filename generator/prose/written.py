"""Code that was written from a template: what it is, and the function that it becomes."""

from collections.abc import Callable
from types import CodeType
from typing import Any, NamedTuple

FILE = "<template>"

Fill = Callable[..., str]


class WrittenCode(NamedTuple):
    """The code of a template, and for each of its lines the line of the template."""

    code: CodeType
    lines: tuple[int, ...]


def function_of(code: CodeType) -> Fill:
    """Turn code into its function; it sees nothing but what it is given."""
    space: dict[str, Any] = {"__builtins__": {"list": list, "enumerate": enumerate, "len": len}}
    exec(code, space)  # noqa: S102 - written by our writer from checked nodes, kept by ourselves
    function: Fill = space["render"]
    return function
