"""Quotations that follow what they name: ``indicator("旧名").actual`` where the row gets another name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.language.quoting_fault import LanguageError
from generator.language.tag_tokens import NAME, SIGN, WORDS, Token, tokens_of

_TAG = Pattern(r"\{\{(?P<value>.*?)\}\}|\{%(?P<statement>.*?)%\}", re.DOTALL)
_PROJECT, _DEPARTMENT, _FUNDS = "project", "department", "funds"


class Renamed(NamedTuple):
    """A row that gets another name: how texts look it up, whose it is, and what it was called.

    The names of rows go from the outermost class to the row itself: a text may leave out the first.
    """

    look_up: str
    owner: str
    is_department: bool
    was: tuple[str, ...]
    now: tuple[str, ...]
    others: frozenset[tuple[str, ...]] = frozenset()  # the rows beside it


class Followed(NamedTuple):
    """A text with its quotations renamed, and how many those were."""

    text: str
    number: int


def follow(text: str, owner: str, renamed: Sequence[Renamed]) -> Followed:
    """Rename the quotations in a text of a subject (empty: of the unit)."""
    pieces: list[str] = []
    at = count = 0
    for tag in _TAG.finditer(text):
        kind = tag.lastgroup or ""
        for start, end, said in _changes(tag[kind], tag.start(kind), owner, renamed):
            pieces += (text[at:start], said)
            at = end
            count += 1
    return Followed("".join((*pieces, text[at:])), count)


def _changes(
    source: str, base: int, owner: str, renamed: Sequence[Renamed]
) -> Iterator[tuple[int, int, str]]:
    """Give what changes of a tag: from where, to where, and what is to stand there."""
    try:
        tokens = tokens_of(source)
    except LanguageError:
        return  # it is told elsewhere that nobody can read it
    for n in range(len(tokens) - 3):
        name, opened, words, closed = tokens[n : n + 4]
        is_look_up = name.kind == NAME and opened.text == "(" and closed.text == ")"
        if not is_look_up or words.kind != WORDS:
            continue
        sign = source[words.at]
        end = source.find(sign, words.at + 1) + 1
        if source[words.at + 1 : end - 1] != words.text:
            continue  # written with signs that stand for others
        for own in renamed:
            if own.look_up == name.text and _is_of(tokens[:n], owner, own):
                now = _name_now(words.text, own)
                if now not in ("", words.text):
                    yield base + words.at, base + end, _quoted(now, sign)
                break


def _is_of(before: Sequence[Token], owner: str, renamed: Renamed) -> bool:
    """Tell whose row is looked up: without a name before it that of the text's own subject."""
    rest = [*before]
    if [token.text for token in rest[-2:]] == [_FUNDS, "."]:
        rest = rest[:-2]
    if not rest or (rest[-1].kind, rest[-1].text) != (SIGN, "."):
        return owner == renamed.owner
    words = [token.text for token in rest[-6:-1]]
    if words[-1:] == [_DEPARTMENT]:
        return renamed.is_department
    return words[-4:] == [_PROJECT, "(", renamed.owner, ")"]


def _name_now(said: str, renamed: Renamed) -> str:
    """Return how to call a row that was called so (empty: it was another one, or nobody knows)."""
    steps = tuple(step.strip() for step in said.split("/"))
    length = len(steps)
    if steps != renamed.was[-length:] or _is_shared(steps, renamed.others):
        return ""
    for longer in range(length, len(renamed.now) + 1):
        steps = renamed.now[-longer:]
        if not _is_shared(steps, renamed.others):
            return "/".join(steps)
    return ""


def _is_shared(steps: tuple[str, ...], others: frozenset[tuple[str, ...]]) -> bool:
    return any(other[-len(steps) :] == steps for other in others)


def _quoted(name: str, sign: str) -> str:
    other = {'"': "'", "'": '"'}[sign]
    mark = other if sign in name else sign
    return f"{mark}{name}{mark}"
