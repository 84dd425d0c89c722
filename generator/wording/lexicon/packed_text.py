"""Text as bytes that are taken up fast: every character of a lexicon has two bytes, and a place of its own."""

from array import array
from collections.abc import Mapping
from typing import Final

from generator.base.mapped import Buffer

_CODING: Final = "utf-16"  # in the order of the machine, without the mark before it: decoded in C
_MARK = 2
FIRST: Final = 0x4E00  # the first Chinese character that words are made of, and how many there are
SPAN: Final = 0x9FFF - FIRST + 1


def packed(text: str) -> bytes:
    """Return a text as bytes."""
    return text.encode(_CODING)[_MARK:]


def unpacked(content: Buffer) -> str:
    """Return the text that some bytes are."""
    return str(content, _CODING)


def by_character(values: Mapping[str, int], size: str, otherwise: int) -> bytes:
    """Lay out one number for every Chinese character, of the size that ``array`` calls so."""
    return array(size, (values.get(chr(FIRST + at), otherwise) for at in range(SPAN))).tobytes()


def text_by_character(texts: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Lay out one text for every Chinese character: all of them, and where each begins and ends."""
    whole, bounds = bytearray(), array("I", (0,))
    for at in range(SPAN):
        whole += packed(texts.get(chr(FIRST + at), ""))
        bounds.append(len(whole))
    return bytes(whole), bounds.tobytes()


def place_of(character: str) -> int:
    """Return where the number of a character lies (-1: it has none)."""
    at = ord(character) - FIRST
    return at if 0 <= at < SPAN else -1
