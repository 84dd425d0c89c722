"""A row shaped like another one, with nothing in it."""

import copy

from generator.word.edited.edited_story import Line
from generator.word.edited.edited_words import END, START, TEXT
from generator.word.edited.identity import forget_paragraphs
from generator.word.edited.removal import set_merge
from generator.word.edited.run_look import first_look, without_review
from generator.word.edited.whole_fields import RUN
from generator.word.xml import Element, W


def blank_row(line: Line) -> Element:
    """Copy a row of the person's with nothing in its cells."""
    twin = copy.deepcopy(line.element)
    twin.tail = None
    forget_paragraphs(twin)
    properties = twin.find(f"{W}trPr")
    if properties is not None:
        without_review(properties)
    for mark in list(twin.iter(START, END, f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        mark.getparent().remove(mark)
    for cell in cells_of(twin):
        set_merge(cell, "")
        paragraphs = cell.findall(f"{W}p") or list(cell.iter(f"{W}p"))
        first = paragraphs[0] if paragraphs else cell.makeelement(f"{W}p", {})
        look = first_look(first)
        for child in [c for c in cell if c.tag != f"{W}tcPr"]:
            cell.remove(child)
        for child in [c for c in first if c.tag != f"{W}pPr"]:
            first.remove(child)
        own = first.find(f"{W}pPr")
        if own is not None:
            without_review(own)
        if look is not None:
            run = first.makeelement(RUN, {})
            run.append(copy.deepcopy(look))
            run.append(run.makeelement(TEXT, {}))
            first.append(run)
        cell.append(first)
    return twin


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row, also those inside controls, not those of tables in them."""
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]
