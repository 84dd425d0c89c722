"""Private marks that carry a figure through a template engine and come out again as spans.

The marks are noncharacters (U+FDD0 …), which inputs may not contain, so text cannot forge one.
"""

from collections.abc import Iterable

from generator.base.pattern import Pattern
from generator.figures.figure import Figure
from generator.model.spans import Span, Spans

OPEN, MIDDLE, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
MARKED = Pattern(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def mark(figure: Figure) -> str:
    """Wrap the shown text of a figure so that it can be found again."""
    return _wrap(figure.id, figure.shown)


def join_marked(spans: Spans) -> str:
    """Put spans together again as marked text, the inverse of ``split_spans``."""
    return "".join(_wrap(span.figure, span.text) if span.figure else span.text for span in spans)


def marked(text: str, figures: Iterable[tuple[int, int, str]]) -> str:
    """Mark stretches of a text as figures: start, end, id. Of stretches in each other the inner one counts."""
    found, at = [], 0
    innermost = sorted(figures, key=lambda own: (own[1], -own[0]))
    for start, end, figure in innermost:
        if at <= start < end:
            found += [text[at:start], _wrap(figure, text[start:end])]
            at = end
    return "".join((*found, text[at:]))


def figure_span(figure: Figure) -> Span:
    """Return the span of a single figure."""
    return Span(figure.shown, figure.id)


def _wrap(figure_id: str, shown: str) -> str:
    return f"{OPEN}{figure_id}{MIDDLE}{shown}{CLOSE}"


def split_spans(text: str) -> tuple[Span, ...]:
    """Split marked text into spans of words and figures."""
    if OPEN not in text:
        return (Span(text),) if text else ()
    spans: list[Span] = []
    at = 0
    for found in MARKED.finditer(text):
        if found.start() > at:
            spans.append(Span(text[at : found.start()]))
        spans.append(Span(found[2], found[1]))
        at = found.end()
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)
