"""Words in a text of XML."""

import re
from typing import Final

_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|tab|cr)/>")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


def text_of(paragraph: str) -> str:
    """Return the words of a paragraph, line breaks as such."""
    signs = {"br": "\n", "cr": "\n", "tab": " "}
    found = ((text, sign) for text, sign in _TEXT.findall(paragraph))
    return unescape("".join(text or signs.get(sign, "") for text, sign in found))


def unescape(words: str) -> str:
    """Take words out of XML. (The library's own costs a module of all the signs of HTML.)"""
    for written, sign in _ENTITIES:
        words = words.replace(written, sign)
    return words


def escape(words: str) -> str:
    """Put words into XML."""
    for written, sign in reversed(_ENTITIES):
        words = words.replace(sign, written)
    return words
