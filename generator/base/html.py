"""Elements of a page in HTML: words are escaped, and nothing else can be written."""

from collections.abc import Iterable
from html import escape
from typing import Final

Attribute = str | int | bool | None
Child = "str | Iterable[Child] | None"

_VOID: Final = frozenset({"input", "meta", "link", "img", "br"})


class Html(str):
    """A piece of a page that was made here, and is not escaped again."""

    __slots__ = ()


def tag(name: str, /, *children: object, **attributes: Attribute) -> Html:
    """Make an element; ``class_`` and ``for_`` lose their line, and a line inside is a hyphen."""
    marks = "".join(_mark(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{marks}>")
    return Html(f"<{name}{marks}>{joined(children)}</{name}>")


def joined(children: Iterable[object]) -> Html:
    """Write one child after the other; words are escaped, nothing is nothing."""
    return Html("".join(_child(child) for child in children))


def _child(child: object) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str | int):
        return escape(str(child))
    if isinstance(child, Iterable):
        return joined(child)
    message = f"no child of an element: {child!r}"
    raise TypeError(message)


def _mark(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
