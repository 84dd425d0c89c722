"""Steps of the nearest scheme that a form's own note takes back: who falls short gets points in proportion."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.foreign_document import ReadDocument
from generator.read.label_book import LabelBook

_STEPS, _EXECUTION = (
    "steps",
    "execution",
)  # what is spent is no indicator: notes of those say nothing of it


def contradicted_steps(
    methods: list[Mapping[str, Any]], document: ReadDocument, book: LabelBook
) -> Iterator[Mapping[str, Any]]:
    """Give the methods by steps where the form says that its indicators are scored in proportion."""
    words = book.phrases.words("in-proportion")
    texts = ("".join(text.split()) for _, text, _ in document.said())
    if any(word in text for text in texts for word in words):
        for method in methods:
            if method["kind"] == _STEPS and _EXECUTION not in method["when"]:
                yield method
