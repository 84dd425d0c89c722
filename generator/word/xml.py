"""XML as Word writes it, parsed strictly: no entities, no network, no repair."""

import re
from typing import Any, Final, TypeAlias

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element: TypeAlias = Any  # lxml ships no types; its element is used behind this one door


class XmlError(ValueError):
    """A part that is no XML, or XML that nobody may write into a Word file."""


def parse(data: bytes) -> Element:
    """Parse a part; raises ``XmlError``."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise XmlError("文档类型声明（DOCTYPE）不允许出现")
    return root


def canonical(root: Element) -> bytes:
    """Write an element so that two which say the same are equal, whichever program wrote them."""
    data: bytes = etree.tostring(root, method="c14n")
    return data


def text_of(root: Element) -> str:
    """Write an element without declaration."""
    text: str = etree.tostring(root, encoding="unicode")
    return text


def bytes_of(root: Element) -> bytes:
    """Write a part."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def writable(words: str) -> str:
    """Leave out what XML cannot hold."""
    return _UNWRITABLE.sub("", words)
