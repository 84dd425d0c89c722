"""The prose of a report inside a form: which lines it is, and which of them show how each kind looks."""

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.draft import SubjectDraft
from generator.read.placed_values import SectionText
from generator.word.prose_tags import Prose

_FEWEST = 2
_KINDS = {1: "heading1", 2: "heading2"}


def _is_headed(section: SectionText) -> bool:
    """Tell a section under a heading that has its line to itself."""
    return bool(section.title) and not section.runs_in and section.place not in section.lines


def find_prose(document: ReadDocument, subject: SubjectDraft | None) -> Prose | None:
    """Find the lines that sections of a report are; nothing where a table stands among them."""
    sections = subject.sections if subject is not None else []
    if not any(_is_headed(section) for section in sections):
        return None  # numbered notes below a form
    lines = {place for s in sections for place in (s.place, *s.lines) if place.paragraph}
    said = [b for b in document.blocks if not isinstance(b, ReadParagraph) or b.text.strip()]
    at = [n for n, block in enumerate(said) if block.place in lines]
    if len(at) < _FEWEST:
        return None
    inside = said[at[0] : at[-1] + 1]
    if any(not isinstance(block, ReadParagraph) for block in inside):
        return None
    samples: dict[str, DocumentPlace] = {}
    for section in sections:
        if _is_headed(section) and section.level in _KINDS:
            samples.setdefault(_KINDS[section.level], section.place)
        for place in section.lines:
            samples.setdefault("paragraph", place)
    first = next(iter(samples.values()), inside[0].place)
    samples.setdefault("paragraph", first)
    return Prose(tuple(block.place for block in inside), samples)
