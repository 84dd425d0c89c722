"""A fingerprint of what a Word file says: a mere re-save by another program does not change it."""

import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape

from generator.word.package import DOCUMENT

_TOKEN = re.compile(
    r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:fldChar [^>]*w:fldCharType="(\w+)"'
    r"|<(w:del|w:moveFrom)[ >]|</(w:del|w:moveFrom)>|(</w:p>)"
)
_SPACE = re.compile(r"\s+")
_PARAGRAPH = "\ufdd5"
_EMPTY = re.compile(f"{_PARAGRAPH}{{2,}}")


def text_fingerprint(parts: Mapping[str, str]) -> str:
    """Take the words of the text, headers and footers; what fields show is not ours to compare."""
    said = "".join(_words(parts[name]) for name in sorted(parts) if _is_text(name))
    return sha256(
        _EMPTY.sub(_PARAGRAPH, _SPACE.sub("", said)).encode("utf-8", "surrogatepass")
    ).hexdigest()


def _is_text(name: str) -> bool:
    return name == DOCUMENT


def _words(xml: str) -> str:
    """Gather text nodes outside field results and deleted stretches."""
    fields = 0
    found: list[str] = []
    for token in _TOKEN.finditer(xml):
        if token[2]:
            fields += {"begin": 1, "end": -1}.get(token[2], 0)
        elif token[3] or token[4]:
            fields += 1 if token[3] else -1
        elif token[5]:
            found.append(_PARAGRAPH)
        elif fields <= 0:
            found.append(unescape(token[1]))
    return "".join(found)
