"""XML as Word writes it, parsed strictly: no entities, no network, no repair."""

from typing import Any, Final, TypeAlias

from generator.base.pattern import Pattern

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
MOST_ELEMENTS: Final = 2_000_000  # some 400 MB as a tree
_PROLOGUE: Final = 4096
_UNWRITABLE = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element: TypeAlias = Any  # lxml ships no types; its element is used behind this one door


class XmlError(ValueError):
    """A part that is no XML, or XML that nobody may write into a Word file."""


class DoctypeError(XmlError):
    """A part with a document type, which no Office program writes."""


class TooComplexError(XmlError):
    """A part with more tags, or deeper ones, than are read."""


def parse(data: bytes, *, with_instructions: bool = True, with_doctype: bool = False) -> Element:
    """Parse a part; raises ``XmlError``. The depth is bounded by the parser, the elements by us."""
    elements = data.count(b"<") - data.count(b"</")
    if elements > MOST_ELEMENTS:
        raise TooComplexError(f"XML 标记太多（{elements:,} 个，最多 {MOST_ELEMENTS:,} 个）")
    from lxml import etree  # noqa: PLC0415 - a build whose templates are prepared parses nothing

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=False,
        huge_tree=False,
        remove_pis=not with_instructions,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise TooComplexError("XML 嵌套太深（最多 256 层）") from error
        if "huge text" in str(error) or "too long" in str(error):
            raise TooComplexError("XML 里有一段文字太长（最多 10 MB）") from error
        if b"<!DOCTYPE" in data[:_PROLOGUE]:
            raise DoctypeError("文档类型声明（DOCTYPE）不允许出现") from error
        raise XmlError("不是完整的 XML") from error
    except ValueError as error:
        raise XmlError("不是完整的 XML") from error
    if root.getroottree().docinfo.doctype and not with_doctype:
        raise DoctypeError("文档类型声明（DOCTYPE）不允许出现")
    return root


def canonical(root: Element) -> bytes:
    """Write an element so that two which say the same are equal, whichever program wrote them."""
    from lxml import etree  # noqa: PLC0415 - a build whose templates are prepared parses nothing

    data: bytes = etree.tostring(root, method="c14n")
    return data


def text_of(root: Element) -> str:
    """Write an element without declaration."""
    from lxml import etree  # noqa: PLC0415 - a build whose templates are prepared parses nothing

    text: str = etree.tostring(root, encoding="unicode")
    return text


def bytes_of(root: Element) -> bytes:
    """Write a part."""
    from lxml import etree  # noqa: PLC0415 - a build whose templates are prepared parses nothing

    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def writable(words: str) -> str:
    """Leave out what XML cannot hold."""
    return _UNWRITABLE.sub("", words)
