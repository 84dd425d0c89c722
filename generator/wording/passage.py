"""A passage is a text with its scope; a finding says what is wrong in it, and where."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Severity
from generator.model.wording_rule import Scope

BLANK = "\ufffc"  # stands for a quoted figure: neither a Chinese character nor a space
_TAGS = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
CHINESE = "[一-鿿〇]"


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, cell or name. Passages of one group follow each other on paper."""

    scope: Scope
    text: str
    group: str = ""

    @cached_property
    def plain(self) -> str:
        """Return the text with every quotation of a figure blanked out, offsets unchanged."""
        if "{" not in self.text:
            return self.text
        return _TAGS.sub(lambda tag: BLANK * len(tag[0]), self.text)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Return every two neighbouring characters: most rules see from these that they are done."""
        return pairs_of(self.plain)


def pairs_of(text: str) -> frozenset[str]:
    """Return every two neighbouring characters of a text."""
    return frozenset(map(add, text, text[1:]))


IsAlike = Callable[[str, str], bool]


class Hit(NamedTuple):
    """A place in a passage; ``wanted`` is what should stand there, when that is known."""

    start: int
    end: int
    found: str
    wanted: str | None = None
    is_certain: bool = False
    basis: str = ""
    other: int | None = None  # the passage that this one repeats or contradicts
    sure: str = ""  # how sure it is, in words, where that differs
    is_doubtful: bool = False  # more than a hint would be too much


class Finding(NamedTuple):
    """What a rule has to say of a passage (by its index in what was looked at)."""

    rule: str
    code: str
    severity: Severity
    passage: int
    start: int
    end: int
    found: str
    message: str
    hint: str = ""
    basis: str = ""
    wanted: str | None = None
    is_certain: bool = False
    sure: str = ""  # how sure it is, in words: only of slips, which may be words after all


class Context(NamedTuple):
    """What the rules know of the whole document: whose it is, of which stage and year, what is named in it."""

    bodies: tuple[str, ...] = ()
    stage: str = ""
    names: tuple[str, ...] = ()
    year: int = 0  # of the report; 0 = not known
    is_alike: IsAlike | None = None  # tells characters that are easily written for each other


def is_chinese(text: str) -> bool:
    """Tell whether a text is made of Chinese characters only."""
    return bool(text) and all("一" <= c <= "鿿" or c == "〇" for c in text)


Passages = Sequence[Passage]
Hits = Iterator[tuple[int, Hit]]


def hit_of(found: re.Match[str], wanted: str | None = None, *, is_certain: bool = False) -> Hit:
    """Return what a pattern found as a hit."""
    return Hit(found.start(), found.end(), found[0], wanted, is_certain)


def matches(passages: Passages, pattern: Pattern) -> Iterator[tuple[int, re.Match[str]]]:
    """Give what a pattern finds in the plain words of passages, with their numbers."""
    for number, passage in enumerate(passages):
        for found in pattern.finditer(passage.plain):
            yield number, found
