"""Private marks that carry a figure through a template engine and come out again as spans.

The marks are noncharacters (U+FDD0 …), which inputs may not contain, so text cannot forge one.
"""

import re

from generator.figures.figure import Figure
from generator.model.blocks import Span

OPEN, MIDDLE, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKED = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def mark(figure: Figure) -> str:
    """Wrap the shown text of a figure so that it can be found again."""
    return f"{OPEN}{figure.id}{MIDDLE}{figure.shown}{CLOSE}"


def split_spans(text: str) -> tuple[Span, ...]:
    """Split marked text into spans of words and figures."""
    spans: list[Span] = []
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            spans.append(Span(text[at : found.start()]))
        spans.append(Span(found[2], found[1]))
        at = found.end()
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def has_marks(text: str) -> bool:
    """Tell whether a mark was left over."""
    return any(sign in text for sign in (OPEN, MIDDLE, CLOSE))
