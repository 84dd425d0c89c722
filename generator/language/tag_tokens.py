"""The words and signs inside a tag."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.language.quoting_fault import LanguageError

NAME, WHOLE, WORDS, SIGN, END = "name", "whole", "words", "sign", "end"
MOST_TOKENS: Final = 200
_MOST_DIGITS = 9
_TOKEN = Pattern(
    r"(?P<name>[^\W\d]\w*)|(?P<number>\d\w*(?:\.\d\w*)?)"
    r"|(?P<words>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"
    r"|(?P<sign>==|!=|<=|>=|\*\*|//|[-+*/%~<>=|.,:;()\[\]{}])",
    re.DOTALL,
)
_SPACE = Pattern(r"\s*")
_ESCAPE = Pattern(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'", "\n": ""}
# What an input method types, and what is meant.
_WIDE = dict(zip("（）｜，．“”‘’＝＂＇：［］！", "()|,.\"\"''=\"':[]!", strict=True))


class Token(NamedTuple):
    """A name, a whole number, quoted words, a sign, or the end; and where it begins."""

    kind: str
    text: str
    at: int


class Tag(NamedTuple):
    """The tokens of a tag, where it ends, and whether white space behind it goes."""

    tokens: tuple[Token, ...]
    end: int
    is_trimming: bool


def read_tag(text: str, start: int, closing: str) -> Tag:
    """Read up to the closing sign of a tag (or the end of the text); raises ``LanguageError``."""
    found: list[Token] = []
    at = start
    while True:
        at = _after_space(text, at)
        for is_trimming, sign in ((False, closing), (True, f"-{closing}")):
            if text.startswith(sign, at) if closing else at == len(text):
                return Tag((*found, Token(END, "", at)), at + len(sign), is_trimming)
        if at >= len(text):
            raise _incomplete(closing, start)
        if len(found) == MOST_TOKENS:
            raise LanguageError("标签太长", start, hint="请分开写")
        try:
            token, at = _token(text, at)
        except LanguageError:
            if closing and _is_unclosed(text, at, closing):
                raise _incomplete(closing, start) from None
            raise
        found.append(token)


def first_word(text: str, start: int) -> str:
    """Return the name that a tag begins with (empty: something else)."""
    found = _TOKEN.match(text, _after_space(text, start))
    return found[0] if found and found.lastgroup == NAME else ""


def tokens_of(source: str, base: int = 0) -> tuple[Token, ...]:
    """Read all of a source that stands at some character of a text."""
    try:
        tag = read_tag(source, 0, "")
    except LanguageError as error:
        error.at += base
        raise
    return tuple(token._replace(at=token.at + base) for token in tag.tokens)


def _is_unclosed(text: str, at: int, closing: str) -> bool:
    """Tell whether the next tag begins, or the line ends, before a closing sign comes."""
    end = text.find(closing, at)
    line = text.find("\n", at)
    before = text[at : min(n for n in (end, line, len(text)) if n >= 0)]
    return end < 0 or (line >= 0 and line < end) or "{{" in before or "{%" in before


def _incomplete(closing: str, start: int) -> LanguageError:
    return LanguageError(f"标签没有写完整：少了“{closing}”", start, hint="请补上")


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _token(text: str, at: int) -> tuple[Token, int]:
    found = _TOKEN.match(text, at)
    if found is None:
        raise _odd(text, at)
    kind, written = found.lastgroup or "", found[0]
    if kind == "number":
        if not written.isdecimal() or len(written) > _MOST_DIGITS:
            hint = "只能写不太大的整数；数请写进输入文件，再引用"
            raise LanguageError(f"这里不能写“{written[:20]}”", at, written[:20], hint)
        return Token(WHOLE, written, at), found.end()
    if kind == "words":
        return Token(WORDS, _unescaped(written[1:-1], at), at), found.end()
    return Token(kind, written, at), found.end()


def _unescaped(words: str, at: int) -> str:
    return "".join(_plain(words, at))


def _plain(words: str, at: int) -> Iterator[str]:
    end = 0
    for found in _ESCAPE.finditer(words):
        yield words[end : found.start()]
        if found[1] not in _ESCAPED:
            raise LanguageError(f"引号里不能写“{found[0]}”", at, found[0], "请直接写要印的字")
        yield _ESCAPED[found[1]]
        end = found.end()
    yield words[end:]


def _odd(text: str, at: int) -> LanguageError:
    sign = text[at]
    if sign in "\"'":
        return LanguageError(f"引号没有成对：{text[at : at + 20]}", at, sign, "请补上另一半引号")
    if sign in _WIDE:
        return LanguageError(f"“{sign}”是全角的", at, sign, f"请改成半角的 {_WIDE[sign]}")
    return LanguageError(f"花括号里不能写“{sign}”", at, sign)
