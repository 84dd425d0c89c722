"""Words of a document: runs of text and figures. Texts are written in them, blocks are made of them."""

from typing import NamedTuple


class Span(NamedTuple):
    """A run of words, or a figure (then with its id). There are hundreds of them in a document.

    ``origin`` names the text that it came from, in documents that are laid out to find that out.
    """

    text: str
    figure: str = ""
    origin: str = ""


Spans = tuple[Span, ...]


def plain_text(spans: Spans) -> str:
    """Return the words of spans without the figures' ids."""
    if len(spans) == 1:
        return spans[0].text
    return "".join([span.text for span in spans])
