"""A cell of a template read backwards: its fixed words, and what a form has printed where it has tags."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.base.pattern import Pattern

_MARK = Pattern(r"\{%.*?%\}", re.DOTALL)
_PIECE = Pattern(r"(\{%.*?%\}|\{\{.*?\}\})", re.DOTALL)
_CHOSEN = Pattern(r"\{%\s*if.*?%\}.*?\{%\s*endif\s*%\}", re.DOTALL)
# Words around a field that are printed where there is one: （{{ field("…") }}）.
_OPTION = (
    r"\{%\s*if\s+field\([^()]*\)\s*%\}[^{}]*\{\{\s*field\([^()]*\)\s*\}\}[^{}]*\{%\s*endif\s*%\}"
)
_OPTIONAL = Pattern(rf"({_OPTION})")
_LOOP = Pattern(r"\{%tr\s+for\s+row\s+in\s+(.*?)\s*%\}", re.DOTALL)
_GOALS = Pattern(r"\{%tr\s+for\s+(\w+)\s+in\s+(goals)\s*%\}")
_BEGINS = Pattern(r"\{%tr\s+for\b")
_CLASS = Pattern(r"""["'](.+?)["']""")
_END = Pattern(r"\{%tr\s+endfor\s*%\}")
_SHAPE = Pattern(r"\{%tr\s+(?:el)?if\s+row\.shape\s*==\s*[\"'](.*?)[\"']\s*%\}")
_OTHER = Pattern(r"\{%tr\s+(?:else|endif|if\s+row\.shape\s*!=.*?)\s*%\}")
_SUMS = Pattern(r"\{%tr\s+if\s+row\.subtotal\b")
_MERGED = Pattern(r"\|\s*merge\s*\}\}")
_ROW, _YEAR = "row.", "[0-9]{0,4}"


def loop_over(text: str) -> str | None:
    """Return the list over which the rows below go; nothing for words that open no loop."""
    found = _LOOP.search(text)
    return found[1] if found else None


def loop_of_blocks(text: str) -> tuple[str, str] | None:
    """Return the name and the list of a loop whose rows are blocks; nothing for words that open none."""
    found = _GOALS.search(text)
    return (found[1], found[2]) if found else None


def begins_loop(text: str) -> bool:
    """Tell words that open a loop of any kind."""
    return _BEGINS.search(text) is not None


def of_item(text: str, name: str, item: str) -> str:
    """Call what a loop goes over, in the tags of its rows, by an item of its list: ``goals[0].name``."""
    return _PIECE.sub(lambda m: re.sub(rf"\b{name}\.", f"{item}.", m[0]), text)


def is_merged(text: str) -> bool:
    """Tell words that are merged with the same of the rows above."""
    return _MERGED.search(text) is not None


def list_of(over: str) -> str:
    """Return the list of a loop that goes over some of its rows only: those of a class."""
    return over.partition("|")[0].strip()


def classes_of(over: str) -> tuple[str, ...]:
    """Return the classes whose rows a loop goes over; nothing for one that goes over all."""
    return tuple(found[1] for found in _CLASS.finditer(over.partition("|")[2]))


def shape_of(text: str) -> str | None:
    """Return the shape for which the next row is; nothing for words that do not choose one."""
    if found := _SHAPE.search(text):
        return found[1]
    return "" if _OTHER.search(text) else None


def begins_sums(text: str) -> bool:
    """Tell words that choose the next row where a class ends: it has the sums of the class."""
    return _SUMS.search(text) is not None


def ends_loop(text: str) -> bool:
    """Tell words that close a loop."""
    return _END.search(text) is not None


class TagPattern(NamedTuple):
    """The fixed words of a cell, and the tags between them."""

    tags: tuple[str, ...]
    fixed: str  # all fixed words, blanks aside
    pattern: str
    is_merged: bool = False
    is_chosen: bool = False  # some of its words depend on something

    @property
    def column(self) -> str:
        """Return the column of a row that the cell prints; nothing for a cell of another kind."""
        return next((t.removeprefix(_ROW) for t in self.tags if t.startswith(_ROW)), "")

    def read(self, text: str) -> dict[str, str] | None:
        """Return what stands in the place of each tag; ``None`` for words that do not fit."""
        found = re.fullmatch(self.pattern, text, re.DOTALL)
        if found is None:
            return None
        # A tag that stands twice prints the same words twice: the first are told.
        words: dict[str, str] = {}
        for tag, said in zip(self.tags, found.groups(""), strict=True):
            words.setdefault(tag, said.strip())
        return words


def tag_pattern(text: str, known: Mapping[str, str] = MappingProxyType({})) -> TagPattern:
    """Take the words of a cell of a template apart; what a tag is known to print is looked for."""
    is_chosen = "{%" in text
    tags: list[str] = []
    pattern, fixed = r"\s*", ""
    is_merged = False
    for piece in _pieces(text):
        if _OPTIONAL.fullmatch(piece):
            inner = tag_pattern(_MARK.sub("", piece), known)
            tags += inner.tags
            pattern += f"(?:{inner.pattern})?"
        elif piece.startswith("{{"):
            name, _, filters = piece[2:-2].partition("|")
            tags.append(name.strip())
            is_merged = is_merged or filters.strip() == "merge"
            pattern += f"({_said(name.strip(), known)})\\s*"
        elif not piece.startswith("{%"):
            words = "".join(piece.split())
            fixed += words
            pattern += "".join(f"{re.escape(sign)}\\s*" for sign in words)
    return TagPattern(tuple(tags), fixed, pattern, is_merged, is_chosen)


def _pieces(text: str) -> Iterator[str]:
    """Part the words of a cell at its tags; what depends on a field stays in one piece."""
    for number, part in enumerate(_OPTIONAL.split(text)):
        yield from (part,) if number % 2 else _PIECE.split(_CHOSEN.sub("", part))


def _said(tag: str, known: Mapping[str, str]) -> str:
    """Return what a tag may have printed."""
    if words := "".join(known.get(tag, "").split()):
        return r"\s*".join(re.escape(sign) for sign in words)
    return _YEAR if tag.endswith(".year") else ".*?"
