"""The marks of tracked changes: who changed something, when, and under which number."""

import datetime
from collections.abc import Iterable
from typing import Final

from lxml import etree

from generator.word.xml import Element, W, writable

_NAMESPACES: Final = {"w": W[1:-1]}
# In the order of the schema these stand behind the properties of the paragraph's mark.
_BEHIND_MARK = (f"{W}sectPr", f"{W}pPrChange")


class Pen:
    """Makes marks with numbers that nothing in the file has yet, and counts them."""

    def __init__(self, author: str, day: datetime.date | None, used: Iterable[int]) -> None:
        self.author = writable(author)
        self._dated = {} if day is None else {"date": f"{day.isoformat()}T00:00:00Z"}
        self.made = 0
        self.unmarked: list[Element] = []  # what changed and cannot be tracked
        self._used = frozenset(used)
        self._number = 0

    def mark(self, name: str) -> Element:
        """Return a new mark: ``ins``, ``del``, ``pPrChange``."""
        self.made += 1
        self._number += 1
        while self._number in self._used:
            self._number += 1
        return element(name, id=str(self._number), author=self.author, **self._dated)

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Track the mark at the end of a paragraph."""
        properties = paragraph_properties(paragraph)
        own = properties.find(f"{W}rPr")
        if own is None:
            own = element("rPr")
            behind = next((c for c in properties if c.tag in _BEHIND_MARK), None)
            if behind is None:
                properties.append(own)
            else:
                behind.addprevious(own)
        own.insert(0, self.mark(name))

    def mark_row(self, row: Element, name: str) -> None:
        """Track a whole row of a table."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = element("trPr")
            exception = row.find(f"{W}tblPrEx")
            if exception is None:
                row.insert(0, properties)
            else:
                exception.addnext(properties)
        if not len(
            properties
        ):  # the schema wants a property before the mark; this one is the default
            properties.append(element("cantSplit", val="off"))
        properties.append(self.mark(name))

    def remember_properties(self, paragraph: Element, before: Element) -> None:
        """Say which properties a paragraph had; nothing when they are the same."""
        properties = paragraph_properties(paragraph)
        if etree.tostring(basic_properties(properties)) == etree.tostring(before):
            return
        change = self.mark("pPrChange")
        change.append(before)
        properties.append(change)


def element(name: str, **attributes: str) -> Element:
    """Return a new element of the text."""
    named = {f"{W}{key}": value for key, value in attributes.items()}
    return etree.Element(f"{W}{name}", named, _NAMESPACES)


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, made when there are none."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    return properties


def basic_properties(properties: Element | None) -> Element:
    """Copy the properties of a paragraph that a tracked change may hold."""
    copy = element("pPr")
    outside = (f"{W}rPr", *_BEHIND_MARK)
    for child in () if properties is None else properties:
        if isinstance(child.tag, str) and child.tag.startswith(W) and child.tag not in outside:
            copy.append(own_copy(child))
    return copy


def own_copy(source: Element) -> Element:
    """Copy an element with what is Word's own in it, free of extensions and of its old tree."""
    attributes = {
        name: value
        for name, value in source.attrib.items()
        if str(name).startswith(W) and not str(name).startswith(f"{W}rsid")
    }
    copy = etree.Element(source.tag, attributes, _NAMESPACES)
    copy.text = source.text
    for child in source:
        if isinstance(child.tag, str) and child.tag.startswith(W):
            copy.append(own_copy(child))
    return copy
