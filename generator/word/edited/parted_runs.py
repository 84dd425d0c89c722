"""Runs of a paragraph: made with a text as it looks elsewhere, parted before or behind one of their children."""

import copy

from generator.word.edited.edited_words import TEXT
from generator.word.edited.run_look import without_review
from generator.word.edited.whole_fields import RUN
from generator.word.xml import SPACE, Element, W, writable

_BREAK, _TAB = f"{W}br", f"{W}tab"


def make_run(near: Element, text: str, properties: Element | None) -> Element:
    """Make a run with a text, as it looks elsewhere."""
    run = near.makeelement(RUN, {})
    if properties is not None:
        run.append(own_look(properties))
    for number, line in enumerate(writable(text).split("\n")):
        if number:
            run.append(near.makeelement(_BREAK, {}))
        for place, stretch in enumerate(line.split("\t")):
            if place:
                run.append(near.makeelement(_TAB, {}))
            node = near.makeelement(TEXT, {})
            write_text(node, stretch)
            run.append(node)
    return run


def write_text(node: Element, text: str) -> None:
    """Write a text, its blanks at both ends kept."""
    node.text = text
    if text != text.strip():
        node.set(SPACE, "preserve")


def own_look(properties: Element) -> Element:
    """Copy the look of a run without the note that somebody changed it."""
    twin = copy.deepcopy(properties)
    twin.tail = None
    without_review(twin)
    return twin


def look_of(run: Element | None) -> Element | None:
    """Return the look of a run, where it has one of its own."""
    return None if run is None else run.find(f"{W}rPr")


def mark_look(paragraph: Element) -> Element | None:
    """Return the look that words typed into an empty paragraph would have."""
    found = paragraph.find(f"{W}pPr/{W}rPr")
    if found is None:
        return None
    return own_look(found)


def split_before(node: Element) -> Element:
    """Part a run before one of its children; returns the element behind which to write."""
    run = node.getparent()
    left = run.makeelement(RUN, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        left.append(copy.deepcopy(properties))
    for child in list(run):
        if child is node:
            break
        if child is not properties:
            left.append(child)
    run.addprevious(left)
    return left


def split_behind(node: Element) -> Element:
    """Part a run behind one of its children; returns the run that holds the child."""
    run = node.getparent()
    following = list(node.itersiblings())
    if not following:
        return run
    right = run.makeelement(RUN, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        right.append(copy.deepcopy(properties))
    right.extend(following)
    tail, run.tail = run.tail, None
    run.addnext(right)
    right.tail = tail
    return run
