"""The blocks of a body as a template may quote them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.language.tag_words import Words
from generator.model.blocks import Block, Chart, Heading, Note, Paragraph
from generator.model.spans import Spans, plain_text
from generator.word.placed.placing import Placing
from generator.word.ready_xml import Markup


class BodyLayout(NamedTuple):
    """Lays blocks out; every kind has the same names, so that a template need not ask."""

    charts: Mapping[str, str]
    placing: Placing
    owner: int

    def names(self, block: Block) -> dict[str, Any]:
        """Lay a block out."""
        if isinstance(block, Heading):
            return _names(f"heading{block.level}", Words.of(block.spans, block.key))
        if isinstance(block, Chart):
            title = Words.of(block.said, block.key)
            return {**_names("chart", title), "chart": Markup(self.charts.get(block.key, ""))}
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        return _names("placed", self.placing.token(block, self.owner))

    def _paragraph(self, block: Paragraph) -> dict[str, Any]:
        said = self._noted(block) if block.notes else (block.lead, block.spans)
        lead, words = Words.of(said[0], f"{block.key}.lead"), Words.of(said[1], block.key)
        return _names("point" if block.lead else "paragraph", words, lead)

    def _noted(self, block: Paragraph) -> tuple[Spans, Spans]:
        """Give lead and words of a paragraph with its footnotes in them."""
        before = len(plain_text(block.lead))
        within = tuple(note for note in block.notes if block.lead and note.at <= before)
        behind = tuple(_moved(note, before) for note in block.notes[len(within) :])
        noted = self.placing.noted
        return noted(block.lead, within, self.owner), noted(block.spans, behind, self.owner)


def _moved(note: Note, before: int) -> Note:
    return note._replace(at=note.at - before)


def _names(kind: str, text: Words | str, lead: Words | str = "") -> dict[str, Any]:
    return {"kind": kind, "text": text, "lead": lead, "chart": ""}
