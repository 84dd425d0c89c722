"""What cannot be compared word by word: pictures, charts, text boxes, formulas, notes."""

from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from hashlib import sha256

from lxml import etree

from generator.word.redline.story_blocks import said_in
from generator.word.relations import targets
from generator.word.xml import Element, R, W, XmlError, parse

_PICTURES = (
    *(f"{W}{name}" for name in ("drawing", "pict", "object")),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_Text = tuple[Mapping[str, bytes], Element]


def has_other_pictures(old: _Text, new: _Text) -> bool:
    """Tell whether pictures, charts, text boxes or formulas came, went or changed."""
    return _pictures(*old) != _pictures(*new)


def has_other_notes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Tell whether footnotes or endnotes read otherwise."""
    return any(_said(old, name) != _said(new, name) for name in _NOTES)


def _pictures(parts: Mapping[str, bytes], root: Element) -> Counter[str]:
    found = list(root.iter(*_PICTURES))
    if not found:
        return Counter()
    names = targets(parts)
    return Counter(_digest(picture, parts, names) for picture in found)


def _digest(picture: Element, parts: Mapping[str, bytes], names: Mapping[str, str]) -> str:
    """Return a fingerprint: ids count for what they lead to, numbers of drawings not at all."""
    copy = deepcopy(picture)
    copy.tail = None
    for child in copy.iter():
        for key, value in list(child.attrib.items()):
            if str(key).startswith(R):
                content = parts.get(names.get(value, ""), value.encode())
                child.set(key, sha256(content).hexdigest())
            elif str(key) in ("id", "name") or "paraId" in str(key):
                del child.attrib[key]
    return sha256(etree.tostring(copy, method="c14n", exclusive=True)).hexdigest()


def _said(parts: Mapping[str, bytes], name: str) -> str:
    if name not in parts:
        return ""
    try:
        return said_in(parse(parts[name])).strip()
    except XmlError:
        return ""
