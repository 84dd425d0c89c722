"""Headings as foreign reports have them: typed or automatic numbers, damaged ones, run-in titles."""

from typing import TYPE_CHECKING, NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern

if TYPE_CHECKING:
    from generator.model.foreign_document import ReadParagraph

_NUMBER = Pattern(
    rf"\s*(?:(?P<one>[{NUMERALS}]{{1,3}}\s*[、.．])"
    rf"|(?P<two>[（(]\s*[{NUMERALS}]{{1,3}}\s*[）)]\s*[．.、]?)"
    r"|(?P<three>[0-9]{1,2}\s*[、.．](?![0-9]))"
    r"|(?P<four>[（(]\s*[0-9]{1,2}\s*[）)]\s*[．.、]?))\s*"
)
_STYLES = ("one", "two", "three", "four")
_LONGEST_TITLE = 36
_CONTENTS = Pattern(r"[^:：]*(?:\t|…|[.·]{2,})\s*[0-9]{1,3}\s*")
_INSIDE = Pattern(r"[，,；;。！？]")


class Numbered(NamedTuple):
    """A line with its number taken off; ``style`` is 1 for 一、 to 4 for （1）, 0 without number."""

    style: int
    title: str
    number: str


def split_number(text: str) -> Numbered:
    """Take the number off a line."""
    found = _NUMBER.match(text)
    if not found:
        return Numbered(0, text.strip(), "")
    style = next(i for i, name in enumerate(_STYLES, 1) if found[name])
    return Numbered(style, text[found.end() :].strip(), found[0].strip())


def looks_like_heading(paragraph: "ReadParagraph", line: Numbered) -> bool:
    """Tell whether a line whose title nobody knows is a heading all the same."""
    title = line.title.rstrip("：:")
    if not title or len(title) > _LONGEST_TITLE or _INSIDE.search(title):
        return False
    return bool(paragraph.level) or line.style in (1, 2)


def is_contents_line(paragraph: "ReadParagraph") -> bool:
    """Tell whether a line belongs to a table of contents."""
    name = paragraph.style.lower()
    return name.startswith(("toc", "目录")) or _CONTENTS.fullmatch(paragraph.text) is not None
