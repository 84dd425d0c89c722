"""Paragraphs of a report as a loop: one paragraph for each kind, in the look that its lines have."""

import copy
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.word.reading.markup import Element, local, w
from generator.word.set_words import set_words

_TEXT, _POINT = "{{ block.text }}", "{{ block.lead }}{{ block.text }}"
# What a template has for each kind, and the kind whose look it takes where a form shows none.
_KINDS = (
    ("heading1", _TEXT, "paragraph"),
    ("heading2", _TEXT, "heading1"),
    ("point", _POINT, "paragraph"),
)


class Prose(NamedTuple):
    """The lines of a report, and one line of each kind."""

    lines: tuple[DocumentPlace, ...]
    samples: Mapping[str, DocumentPlace]


def put_prose(paragraphs: Mapping[DocumentPlace, Element], prose: Prose) -> None:
    """Write the loop in the place of the lines."""
    first = paragraphs[prose.lines[0]]
    for element in list(_loop(paragraphs, prose)):
        first.addprevious(element)
    for place in prose.lines:
        line = paragraphs[place]
        parent = line.getparent()
        if parent is not None:
            parent.remove(line)


def _loop(paragraphs: Mapping[DocumentPlace, Element], prose: Prose) -> Iterator[Element]:
    usual = paragraphs[prose.samples["paragraph"]]
    yield _like(usual, "{%p for block in body %}")
    for number, (kind, words, other) in enumerate(_KINDS):
        test = "elif" if number else "if"
        yield _like(usual, f"{{%p {test} block.kind == '{kind}' %}}")
        sample = prose.samples.get(kind) or prose.samples.get(other) or prose.samples["paragraph"]
        yield _like(paragraphs[sample], words)
    yield _like(usual, "{%p else %}")
    yield _like(usual, _TEXT)
    yield _like(usual, "{%p endif %}")
    yield _like(usual, "{%p endfor %}")


def _like(paragraph: Element, words: str) -> Element:
    """Make a paragraph in the look of another; a number of its own is printed with the words."""
    made = copy.deepcopy(paragraph)
    made.tail = None
    properties = made.find(w("pPr"))
    for own in list(properties) if properties is not None else ():
        if local(own) in ("numPr", "sectPr"):
            properties.remove(own)
    set_words(made, words)
    return made
