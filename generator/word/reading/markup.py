"""WordprocessingML of strangers: parsed without entities, document types or the network."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.base.archive import UnsafePackageError
from generator.word.xml import DoctypeError, TooComplexError, XmlError, parse

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

Element = Any


def parse_part(data: bytes, name: str) -> Element:
    """Parse a part; one with a document type is refused before anything in it takes effect."""
    # ISO 29500 strict and transitional differ in the namespace only, as far as we read.
    try:
        return parse(data.replace(_STRICT.encode(), _W.encode()), with_instructions=False)
    except DoctypeError as error:
        message = f"文件的部件 {name[:80]} 含有文档类型声明（DTD），出于安全不读取"
        hint = "正常的 Word 文件没有这种声明；请检查文件的来源"
        raise UnsafePackageError(message, hint) from error
    except TooComplexError as error:
        message = f"文件的部件 {name[:80]} 的 {error}"
        raise UnsafePackageError(message, "请检查文件的来源，或分成几个文件") from error
    except XmlError as error:
        message = f"文件已损坏，部件 {name[:80]} 不是完整的 XML"
        raise UnsafePackageError(message) from error


@cache
def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{_W}}}{name}"


def local(element: Element) -> str:
    """Return the name of an element without its namespace (empty for comments)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_word(element: Element) -> bool:
    """Tell whether an element belongs to WordprocessingML."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{_W}}}")


def value(element: Element | None, path: str, default: str = "") -> str:
    """Return the ``w:val`` of a descendant named by local names, as in ``pPr/outlineLvl``."""
    found = descend(element, path)
    return default if found is None else found.get(w("val"), default)


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a name; ``find`` would read the name as a path, at twice the cost."""
    return next(element.iterchildren(w(name)), None)


def descend(element: Element | None, path: str) -> Element | None:
    """Follow a path of local names."""
    for name in _steps(path):
        if element is None:
            return None
        element = child(element, name)
    return element


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("/"))


def is_on(element: Element | None, path: str) -> bool:
    """Tell whether a toggle such as ``rPr/vanish`` is there and not switched off."""
    found = descend(element, path)
    return found is not None and found.get(w("val"), "true") not in ("0", "false", "off")


def whole(text: str, default: int = 0) -> int:
    """Read a whole number; anything else is the default."""
    if not text:
        return default
    text = text.strip()
    return (
        int(text)
        if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 10
        else default
    )


def content(container: Element) -> Iterator[tuple[Element, bool]]:
    """Go through paragraphs and tables, also inside content controls and custom tags.

    The flag says whether the element stands in the container itself, as python-docx counts.
    """
    work = [(child, True) for child in reversed(container)]
    while work:
        element, is_direct = work.pop()
        name = local(element)
        if name in ("p", "tbl"):
            yield element, is_direct
        elif name == "sdt":
            inside = element.find(w("sdtContent"))
            work += [(child, False) for child in reversed(inside)] if inside is not None else []
        elif name in ("customXml", "smartTag", "ins", "moveTo"):
            work += [(child, False) for child in reversed(element)]
