"""A text cut into words and tags, with the white space that tags swallow.

A tag that chooses or repeats and stands alone on its line takes the line with it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.language.half_tag import half_tag
from generator.language.quoting_fault import LanguageError
from generator.language.tag_tokens import SIGN, Tag, Token, first_word, read_tag

TEXT, PRINT, BLOCK = "text", "print", "block"
AS_IT_IS = -1
_OPENING = Pattern(r"\{(?:\{|%|#)")
_LINE_END = Pattern(r"\r\n|\r")
_CLOSING = {"{{": "}}", "{%": "%}"}


class Piece(NamedTuple):
    """Words between tags, something to print, or something that chooses or repeats.

    ``start`` and ``end`` say where it stands; of a faulty tag there are no tokens, only its first
    word. In how many manners things are printed, and which that is, whoever prints them knows.
    """

    kind: str
    start: int
    end: int
    words: str = ""
    tokens: tuple[Token, ...] = ()
    fault: LanguageError | None = None
    manner: int = AS_IT_IS


def holds_tags(text: str) -> bool:
    """Tell whether a text holds anything but words: tags, or halves of tags."""
    return "{{" in text or "{%" in text or "{#" in text or half_tag(text) is not None


def cut(text: str) -> list[Piece]:
    """Cut a text; white space that a tag swallows is in no piece."""
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return list(_Cutter(text).pieces())


class _Cutter:
    def __init__(self, text: str) -> None:
        # The line end that closes a text belongs to the file, not to what it says.
        self._text = text.removesuffix("\n")

    def pieces(self) -> Iterator[Piece]:
        """Give the pieces in order."""
        text, at = self._text, 0
        while (found := _OPENING.search(text, at)) is not None:
            begin, sign = found.start(), found[0]
            yield from self._words(at, self._words_end(at, begin, sign))
            if sign == "{#":
                at = self._after_comment(begin)
                if at < 0:
                    yield _broken(text, begin, LanguageError("注释没有写完：少了“#}”", begin))
                    return
                continue
            inside = begin + len(sign) + (text[begin + 2 : begin + 3] in ("-", "+"))
            try:
                tag = read_tag(text, inside, _CLOSING[sign])
            except LanguageError as error:
                end = _closed_at(text, begin, sign)
                if end < 0:
                    yield _broken(text, begin, error)
                    return
                at = end + len(sign)
                word = first_word(text, inside)
                yield Piece(PRINT if sign == "{{" else BLOCK, begin, at, word, fault=error)
                continue
            end = tag.end
            if any(token.kind == SIGN and token.text == "{" for token in tag.tokens):
                end = max(end, _closed_at(text, begin, sign) + len(sign))
            yield Piece(PRINT if sign == "{{" else BLOCK, begin, end, "", tag.tokens)
            at = self._after(end, tag.is_trimming, is_block=sign == "{%")
        yield from self._words(at, len(text))

    def _words(self, start: int, end: int) -> Iterator[Piece]:
        if end > start:
            words = self._text[start:end]
            if (fault := half_tag(words)) is not None:
                fault.at += start
                yield Piece(TEXT, start, start, fault=fault)
            yield Piece(TEXT, start, end, words)

    def _words_end(self, at: int, begin: int, sign: str) -> int:
        """Leave out white space before a tag that asks for it, or that begins its line."""
        text = self._text
        after = text[begin + 2 : begin + 3]
        if after == "-":
            return at + len(text[at:begin].rstrip())
        if sign == "{{" or after == "+":
            return begin
        line = text.rfind("\n", 0, begin) + 1
        return line if line >= at and not text[line:begin].strip() else begin

    def _after_comment(self, begin: int) -> int:
        end = self._text.find("#}", begin + 2)
        if end < 0:
            return end
        return self._after(end + 2, self._text[end - 1] == "-", is_block=True)

    def _after(self, end: int, is_trimming: bool, *, is_block: bool) -> int:  # noqa: FBT001 - a tag tells it
        text = self._text
        if is_trimming:
            return len(text) - len(text[end:].lstrip())
        return end + (is_block and text.startswith("\n", end))


def _closed_at(text: str, begin: int, sign: str) -> int:
    """Return where a tag that cannot be read ends (-1: nowhere); tags inside of it belong to it."""
    closing = _CLOSING[sign]
    end = text.find(closing, begin)
    while end >= 0 and text.count(sign, begin + 2, end) > text.count(closing, begin, end):
        more = text.find(closing, end + 2)
        if more < 0 or sign in text[end:more] or "\n" in text[end:more]:
            break
        end = more
    return end


def _broken(text: str, begin: int, fault: LanguageError) -> Piece:
    return Piece(BLOCK, begin, len(text), fault=fault)


__all__ = ["BLOCK", "PRINT", "TEXT", "Piece", "Tag", "cut", "holds_tags"]
