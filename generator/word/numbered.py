"""The tags of a part, taken out and numbered: what stays in the XML is a number, what it says is kept here.

So nothing that a program does to the XML changes what a tag says, and each knows its place.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.language.cut import AS_IT_IS, BLOCK, PRINT, TEXT, Piece
from generator.language.quoting_fault import LanguageError
from generator.language.tag_tokens import Token, first_word, tokens_of
from generator.word.word_tags import TAG
from generator.word.xml import Element, W

_SHIFT: Final = 16
_NUMBERED = Pattern(r"\{([{%#])\s*jx(\d+)\s*[}%#]\}")
_TAG_PARTS = Pattern(r"\{([{%#])(p|tr|tc|r)?(?(2)\s)(.*?)[}%#]\}", re.DOTALL)
_PROPERTY = Pattern(r"\|\s*(vmerge|indented)\s*$")
MERGE, INDENT = -2, -3
_PROPERTIES = {"vmerge": MERGE, "indented": INDENT}
_COMMENT = "#"


class NumberedTag(NamedTuple):
    """What a tag says, how it is printed, and where it stands."""

    sign: str
    holder: str
    source: str
    manner: int
    place: str


class NumberedTags:
    """All tags of a part."""

    def __init__(self) -> None:
        self._tags: list[NumberedTag] = []

    def take(self, root: Element, places: Sequence[str]) -> Iterator[tuple[str, LanguageError]]:
        """Number the tags of a part; gives those that stand where nothing can be printed."""
        paragraphs = dict(zip(root.iter(f"{W}p"), places, strict=True))
        for element in root.iter():
            place = _place(element, paragraphs)
            for name, value in element.attrib.items():
                if TAG.search(value):
                    yield place, LanguageError(f"标签“{value[:20]}”写在了看不见的属性里", 0, name)
            for side in ("text", "tail"):
                words = getattr(element, side)
                if not isinstance(words, str) or "{" not in words:
                    continue
                is_words = side == "text" and element.tag == f"{W}t"
                setattr(element, side, self._replaced(words, place, is_words=is_words))
                if not is_words and side == "text" and element.tag == f"{W}instrText":
                    yield place, LanguageError("标签写在了域代码里", 0, words[:20])

    def print_in_runs(self, number: int, properties: int) -> None:
        """Let a tag print runs of some properties, with an anchor."""
        self._tags[number] = self._tags[number]._replace(manner=properties)

    def places(self) -> tuple[str, ...]:
        """Return where each tag stands."""
        return tuple(tag.place for tag in self._tags)

    def holders(self) -> dict[int, str]:
        """Return which tags stand for a whole run, paragraph, row or cell, by where they stand."""
        return {n << _SHIFT: tag.holder for n, tag in enumerate(self._tags) if tag.holder}

    def pieces(self, xml: str) -> Iterator[Piece]:
        """Cut XML at its numbered tags."""
        at = end = 0
        for found in _NUMBERED.finditer(xml):
            number = int(found[2])
            at = number << _SHIFT
            if found.start() > end:
                yield Piece(TEXT, at, at, xml[end : found.start()])
            end = found.end()
            if found[1] != _COMMENT:
                yield self._piece(self._tags[number], at)
        if end < len(xml):
            yield Piece(TEXT, at, at, xml[end:])

    def _piece(self, tag: NumberedTag, at: int) -> Piece:
        kind = PRINT if tag.sign == "{" else BLOCK
        try:
            return Piece(kind, at, at, "", _tokens(tag, at), manner=tag.manner)
        except LanguageError as error:
            error.at = at
            return Piece(kind, at, at, first_word(tag.source, 0), fault=error)

    def _replaced(self, words: str, place: str, *, is_words: bool) -> str:
        def numbered(found: re.Match[str]) -> str:
            sign, holder, source = found[1], found[2] or "", found[3]
            manner = AS_IT_IS
            if not is_words and (own := _PROPERTY.search(source)):
                manner, source = _PROPERTIES[own[1]], source[: own.start()]
            self._tags.append(NumberedTag(sign, holder, source, manner, place))
            close = {"{": "}", "%": "%", "#": "#"}[sign]
            return f"{{{sign}{holder} jx{len(self._tags) - 1} {close}}}"

        return str(_TAG_PARTS.sub(numbered, words))


def tag_of(at: int) -> int:
    """Return the number of the tag in which something stands."""
    return at >> _SHIFT


def _tokens(tag: NumberedTag, at: int) -> tuple[Token, ...]:
    source = tag.source
    if source.startswith(("-", "+")) or source.rstrip().endswith("-"):
        hint = "整段、整行的标签写作 {%p … %}、{%tr … %}"
        raise LanguageError("Word 模板里不用 {%- -%}", at, "-", hint)
    if len(source) >= 1 << _SHIFT:
        raise LanguageError("标签太长", at, hint="请分开写")
    return tokens_of(source, at)


def _place(element: Element, paragraphs: dict[Element, str]) -> str:
    """Return the place of the paragraph around something, of the first one in its cell or below it."""
    own = element
    while own is not None:
        if own in paragraphs:
            return paragraphs[own]
        if own.tag in (f"{W}tc", f"{W}tr", f"{W}tbl"):
            first = next(iter(own.iter(f"{W}p")), None)
            return paragraphs.get(first, "") if first is not None else ""
        own = own.getparent()
    return ""
