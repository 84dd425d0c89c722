"""What comes from the inputs looks as its neighbours do in the person's file."""

import copy

from generator.word.edited.edited_story import Passage, Slot
from generator.word.edited.edited_words import END, START
from generator.word.edited.identity import forget_paragraphs
from generator.word.edited.run_look import first_look, set_look, without_review, written_look
from generator.word.edited.transplant import Transplant
from generator.word.edited.whole_fields import RUN
from generator.word.xml import Element, W

_LEFT_OUT = frozenset(f"{W}{name}" for name in ("sectPr", "pPrChange"))


def look_alike(twin: Element, model: Passage, theirs: Element) -> None:
    """Give a new paragraph the look that one of its kind has in the person's file."""
    properties = theirs.find(f"{W}pPr")
    for own in twin.findall(f"{W}pPr"):
        twin.remove(own)
    if properties is not None:
        kept = copy.deepcopy(properties)
        for child in list(kept):
            if child.tag in _LEFT_OUT:
                kept.remove(child)
        without_review(kept)
        twin.insert(0, kept)
    usual, look = first_look(model.element), first_look(theirs)
    for run in twin.iter(RUN):
        if written_look(run.find(f"{W}rPr")) == written_look(usual):
            set_look(run, look)


def fill(cell: Element, slot: Slot, transplant: Transplant) -> None:
    """Write the words of a cell of ours as the person's cells look."""
    first = cell.find(f"{W}p")
    if first is None:
        first = cell.makeelement(f"{W}p", {})
        cell.append(first)
    look = first_look(first)
    for child in [c for c in first if c.tag != f"{W}pPr"]:
        first.remove(child)
    for number, passage in enumerate(slot.passages()):
        paragraph = first
        if number:
            paragraph = copy.deepcopy(first)
            forget_paragraphs(paragraph)
            for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
                paragraph.remove(child)
            cell.append(paragraph)
        twin = copy.deepcopy(passage.element)
        transplant.adopt(twin)
        for child in [c for c in twin if c.tag in (START, END, RUN)]:
            child.tail = None
            if child.tag == RUN and look is not None:
                set_look(child, look)
            paragraph.append(child)
