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
from generator.word.property_order import OF_PARAGRAPH, OF_RUN, OF_TABLE, child_of, holder
from generator.word.xml import Element, W

_THEMES: Final = {EAST: ("eastAsia",), LATIN: ("ascii", "hAnsi")}


def put_paragraph(paragraph: Element, name: str, value: str) -> None:
    """Let a paragraph look otherwise in one thing."""
    if name in (EAST, LATIN, SIZE, BOLD):
        for run in paragraph.iter(f"{W}r"):
            _put_run(holder(run, "rPr"), name, value)
        return
    properties = holder(paragraph, "pPr")
    if name in (BEFORE, AFTER, LINE):
        spacing = child_of(properties, "spacing", OF_PARAGRAPH)
        if name == LINE:
            line, rule = value.split()
            spacing.set(f"{W}line", line)
            spacing.set(f"{W}lineRule", rule)
        else:
            spacing.set(f"{W}{name}", value)
            for beside in (f"{name}Lines", f"{name}Autospacing"):
                spacing.attrib.pop(f"{W}{beside}", None)
    elif name == SIDE:
        child_of(properties, "jc", OF_PARAGRAPH).set(f"{W}val", value)
    elif name == PAGE:
        child_of(properties, "pageBreakBefore", OF_PARAGRAPH).set(f"{W}val", value or "0")


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
    properties = holder(table, "tblPr")
    caption = child_of(properties, "tblCaption", OF_TABLE)
    said = caption.get(f"{W}val") or ""
    if mark not in said:
        caption.set(f"{W}val", f"{said} {mark}".strip())
    return True


def put_page(section: Element, name: str, value: str) -> None:
    """Give a section another paper or margin."""
    own = section.find(f"{W}pgSz" if name in PAPER else f"{W}pgMar")
    if own is not None:
        own.set(f"{W}{name}", value)


def put(member: Element, name: str, value: str) -> None:
    """Let a paragraph or row look otherwise in one thing."""
    if name == HEIGHT:
        put_height(member, value)
    else:
        put_paragraph(member, name, value)


def _put_run(properties: Element, name: str, value: str) -> None:
    if name in _THEMES:
        fonts = child_of(properties, "rFonts", OF_RUN)
        for attribute in _THEMES[name]:
            fonts.attrib.pop(f"{W}{attribute}Theme", None)
            fonts.set(f"{W}{attribute}", value)
    elif name == SIZE:
        for own in ("sz", "szCs"):
            child_of(properties, own, OF_RUN).set(f"{W}val", value)
    else:
        for own in ("b", "bCs"):
            child_of(properties, own, OF_RUN).set(f"{W}val", value or "0")


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "" if span is None else span.get(f"{W}val") or ""
    return int(value) if value.isdecimal() else 1
