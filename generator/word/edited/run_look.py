"""How words look, taken from one run and given to another."""

import copy

from generator.word.edited.edited_words import TEXT
from generator.word.edited.whole_fields import RUN
from generator.word.xml import Element, W


def without_review(properties: Element) -> None:
    """Take out the notes of tracked changes: what is new was not there when they were made."""
    names = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "trPrChange")
    for change in list(properties.iter(*(f"{W}{name}" for name in names))):
        change.getparent().remove(change)


def first_look(paragraph: Element) -> Element | None:
    """Return how the words of a paragraph look at its beginning."""
    for run in paragraph.iter(RUN):
        if run.find(TEXT) is not None:
            found: Element | None = run.find(f"{W}rPr")
            return found
    return None


def set_look(run: Element, look: Element | None) -> None:
    """Let a run look like that."""
    for own in run.findall(f"{W}rPr"):
        run.remove(own)
    if look is not None:
        twin = copy.deepcopy(look)
        without_review(twin)
        run.insert(0, twin)


def written_look(properties: Element | None) -> tuple[str, ...]:
    """Tell a look from another one by what is set."""
    if properties is None:
        return ()
    return tuple(sorted(f"{c.tag} {sorted(c.attrib.items())}" for c in properties))
