"""Give paragraphs, rows, tables and sections of a template another look; their words and tags stay."""

from collections.abc import Sequence
from typing import Final

from generator.word.learning.measured_looks import (
    AFTER,
    BEFORE,
    BOLD,
    EAST,
    HEIGHT,
    LATIN,
    LINE,
    PAGE,
    PAPER,
    SIDE,
    SIZE,
)
from generator.word.xml import Element, W

# In the order of the schema, as far as it matters here: what stands behind what is put.
_OF_PARAGRAPH: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_OF_RUN: Final = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath", "rPrChange"),
)
_OF_TABLE: Final = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize"),
    *("tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd"),
    *("tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange"),
)
_THEMES: Final = {EAST: ("eastAsia",), LATIN: ("ascii", "hAnsi")}


def put_paragraph(paragraph: Element, name: str, value: str) -> None:
    """Let a paragraph look otherwise in one thing."""
    if name in (EAST, LATIN, SIZE, BOLD):
        for run in paragraph.iter(f"{W}r"):
            _put_run(_holder(run, "rPr"), name, value)
        return
    properties = _holder(paragraph, "pPr")
    if name in (BEFORE, AFTER, LINE):
        spacing = _child(properties, "spacing", _OF_PARAGRAPH)
        if name == LINE:
            line, rule = value.split()
            spacing.set(f"{W}line", line)
            spacing.set(f"{W}lineRule", rule)
        else:
            spacing.set(f"{W}{name}", value)
            for beside in (f"{name}Lines", f"{name}Autospacing"):
                spacing.attrib.pop(f"{W}{beside}", None)
    elif name == SIDE:
        _child(properties, "jc", _OF_PARAGRAPH).set(f"{W}val", value)
    elif name == PAGE:
        _child(properties, "pageBreakBefore", _OF_PARAGRAPH).set(f"{W}val", value or "0")


def put_height(row: Element, value: str) -> None:
    """Make a row as high as that (empty: as high as its words)."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        if not value:
            return
        properties = row.makeelement(f"{W}trPr", {})
        before = [child for child in row if child.tag == f"{W}tblPrEx"]
        row.insert(len(before), properties)
    for old in properties.findall(f"{W}trHeight"):
        properties.remove(old)
    if value:
        height, rule = value.split()
        own = row.makeelement(f"{W}trHeight", {f"{W}val": height, f"{W}hRule": rule})
        properties.append(own)  # in any order


def put_widths(table: Element, widths: Sequence[int], mark: str) -> bool:
    """Give a table widths that stand, which a mark says; tells whether it has those columns."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    if len(columns) != len(widths):
        return False
    for column, width in zip(columns, widths, strict=True):
        column.set(f"{W}w", str(width))
    for row in table.iterchildren(f"{W}tr"):
        at = 0
        for cell in row.iterchildren(f"{W}tc"):
            span = _span(cell)
            own = cell.find(f"{W}tcPr/{W}tcW")
            if own is not None:
                own.set(f"{W}w", str(sum(widths[at : at + span])))
                own.set(f"{W}type", "dxa")
            at += span
    properties = _holder(table, "tblPr")
    caption = _child(properties, "tblCaption", _OF_TABLE)
    said = caption.get(f"{W}val") or ""
    if mark not in said:
        caption.set(f"{W}val", f"{said} {mark}".strip())
    return True


def put_page(section: Element, name: str, value: str) -> None:
    """Give a section another paper or margin."""
    holder = section.find(f"{W}pgSz" if name in PAPER else f"{W}pgMar")
    if holder is not None:
        holder.set(f"{W}{name}", value)


def put(member: Element, name: str, value: str) -> None:
    """Let a paragraph or row look otherwise in one thing."""
    if name == HEIGHT:
        put_height(member, value)
    else:
        put_paragraph(member, name, value)


def _put_run(properties: Element, name: str, value: str) -> None:
    if name in _THEMES:
        fonts = _child(properties, "rFonts", _OF_RUN)
        for attribute in _THEMES[name]:
            fonts.attrib.pop(f"{W}{attribute}Theme", None)
            fonts.set(f"{W}{attribute}", value)
    elif name == SIZE:
        for own in ("sz", "szCs"):
            _child(properties, own, _OF_RUN).set(f"{W}val", value)
    else:
        for own in ("b", "bCs"):
            _child(properties, own, _OF_RUN).set(f"{W}val", value or "0")


def _holder(element: Element, name: str) -> Element:
    """Return the properties of an element, which stand first in it."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = element.makeelement(f"{W}{name}", {})
        element.insert(0, found)
    return found


def _child(properties: Element, name: str, order: Sequence[str]) -> Element:
    """Return a property, put in its place where there is none."""
    found = properties.find(f"{W}{name}")
    if found is not None:
        return found
    made = properties.makeelement(f"{W}{name}", {})
    later = {f"{W}{own}" for own in order[order.index(name) + 1 :]}
    following = next((child for child in properties if child.tag in later), None)
    if following is None:
        properties.append(made)
    else:
        following.addprevious(made)
    return made


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "" if span is None else span.get(f"{W}val") or ""
    return int(value) if value.isdecimal() else 1
