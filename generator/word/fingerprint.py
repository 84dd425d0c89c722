"""A fingerprint of what a Word file says: a mere re-save by another program does not change it."""

import re
from collections.abc import Mapping
from hashlib import sha256

from generator.word.package import DOCUMENT

_TOKEN = re.compile(
    r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:fldChar [^>]*w:fldCharType="(\w+)"'
    r"|<(w:del|w:moveFrom|w:fldSimple)[ >]|</(w:del|w:moveFrom|w:fldSimple)>|(</w:p>)|(<wp:docPr) "
)
# Nearly all texts hold neither fields nor deleted words, and begin their words in one of two ways.
_INTRICATE = re.compile("<w:(?:fldChar|fldSimple|del[ >]|moveFrom)")
_BEGINS, _BEGINS_AS_TYPED = "<w:t>", '<w:t xml:space="preserve">'
_BESIDE = re.compile(r"word/(?:header|footer|comments|footnotes|endnotes)\d*\.xml")
_PARAGRAPH, _PICTURE = "\ufdd5", "\ufdd6"
_EMPTY = re.compile(f"{_PARAGRAPH}{{2,}}")


def text_fingerprint(parts: Mapping[str, str], beside: frozenset[str] = frozenset()) -> str:
    """Take the words of the text and of what stands beside it; what fields show is not compared."""
    said = _bare(_words(parts[DOCUMENT])) if DOCUMENT in parts else ""
    notes = _PICTURE.join(sorted(beside | words_beside(parts)))
    return sha256(f"{said}{_PICTURE}{notes}".encode("utf-8", "surrogatepass")).hexdigest()


def words_beside(parts: Mapping[str, str]) -> frozenset[str]:
    """Gather paragraphs of headers, footers, comments and notes; programs repeat and renumber these."""
    words = (_bare(_words(parts[name])) for name in parts if _BESIDE.fullmatch(name))
    return frozenset(p for said in words for p in said.split(_PARAGRAPH) if p)


def _bare(words: str) -> str:
    return _EMPTY.sub(_PARAGRAPH, "".join(words.split()))


def _unescaped(words: str) -> str:
    if "&" not in words:
        return words
    from html import unescape  # noqa: PLC0415 - brings a table of two thousand names

    return unescape(words)


def _plain_words(xml: str) -> str:
    """Gather the words of a text without fields: cutting it up is twice as fast as searching it."""
    found: list[str] = []
    for paragraph in xml.replace("<wp:docPr ", f"{_BEGINS}{_PICTURE}<").split("</w:p>"):
        found += [piece.partition("<")[0] for piece in paragraph.split(_BEGINS)[1:]]
        found.append(_PARAGRAPH)
    return "".join(found[:-1])


def _words(xml: str) -> str:
    """Gather text nodes outside field results and deleted stretches."""
    plain = xml.replace(_BEGINS_AS_TYPED, _BEGINS)
    if "<w:t " not in plain and not _INTRICATE.search(plain):
        return _unescaped(_plain_words(plain))
    fields = 0
    found: list[str] = []
    for token in _TOKEN.finditer(xml):
        if token[2]:
            fields += {"begin": 1, "end": -1}.get(token[2], 0)
        elif token[3] or token[4]:
            fields += 1 if token[3] else -1
        elif token[5]:
            found.append(_PARAGRAPH)
        elif token[6]:
            found.append(_PICTURE)
        elif fields <= 0:
            found.append(_unescaped(token[1]))
    return "".join(found)
