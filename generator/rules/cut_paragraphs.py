"""W07: a paragraph whose last sentence was not brought to its end."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

_ENDS_OPEN = Pattern(r"。[^。！？；：]{6,}[一-鿿，、]$")
_SHORTEST = 24


def cut_paragraphs(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence ended with its full stop before; this one has none."""
    del words
    for entry in form.entries:
        text = entry.text.rstrip()
        if not entry.place.table and len(text) >= _SHORTEST and _ENDS_OPEN.search(text):
            yield Finding("cut-paragraph", entry.place, text[-12:])
