"""Where in a template a paragraph, row or table of a written file comes from.

A copy of the template bears a number on each of its paragraphs and rows, in an attribute that
Word has for the history of editing; what is written from the copy bears it too.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.xml import Element, W, bytes_of, parse

_MARK: Final = f"{W}rsidR"
_TAGS: Final = (f"{W}p", f"{W}tr")
_MOST: Final = 1 << 20  # members of a template


class Origin(NamedTuple):
    """A paragraph or row of a template: the number of the template, its own number there."""

    template: int
    member: int


def marked(data: bytes, template: int) -> bytes:
    """Return a template with numbers on its paragraphs and rows; raises what reading it raises."""
    parts = read_parts(data)
    root = parse(parts[DOCUMENT])
    for number, member in enumerate(members(root)):
        member.set(_MARK, f"{(template + 1) * _MOST + number:08X}")
    return join_plain({**parts, DOCUMENT: bytes_of(root)})


def origin_of(element: Element) -> Origin | None:
    """Return where a paragraph or row comes from (``None``: from no template)."""
    try:
        template, member = divmod(int(element.get(_MARK) or "", 16), _MOST)
    except ValueError:
        return None
    return Origin(template - 1, member) if template else None


def members(root: Element) -> Sequence[Element]:
    """List the paragraphs and rows of a template, in their order."""
    return list(root.iter(*_TAGS))
