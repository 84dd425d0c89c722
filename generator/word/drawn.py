"""What a file holds beside words: charts, and what is placed in its text; with the parts that they bring."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from generator.language.tag_words import Words
from generator.model.blocks import Chart, DocumentBlocks
from generator.model.spans import Spans, plain_text
from generator.word.placed.footnote_part import (
    FOOTNOTES,
    first_number,
    footnotes_part,
    note_look,
    with_footnotes,
)
from generator.word.placed.note_order import notes_in_order
from generator.word.placed.placed_looks import PlacedLooks
from generator.word.placed.placing import Placing
from generator.word.prepared import RELATIONS, TYPES, PreparedTemplate, Stretch, Text
from generator.word.value_xml import RUN_CLOSING, Page, run_opening, text


class HasBlocks(Protocol):
    """A part of a file that says something."""

    @property
    def blocks(self) -> DocumentBlocks:
        """Return what it says."""


class Drawn(NamedTuple):
    """The charts of a file, their runs by document and key, and what is placed in its text."""

    runs: Sequence[Mapping[str, str]]
    charts: Sequence[Chart]
    placing: Placing

    def bring(
        self,
        opened: Mapping[str, bytes],
        written: Mapping[str, bytes],
        fonts: Mapping[str, str],
    ) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Return the lists of the package with what is brought, and the parts."""
        listed, added = dict(opened), dict[str, bytes]()
        if self.charts:
            from generator.word.chart import chart_parts  # noqa: PLC0415 - few documents have one

            brought = chart_parts(self.charts, listed[TYPES], listed[RELATIONS], fonts)
            listed |= {TYPES: brought.types, RELATIONS: brought.relations}
            added |= brought.parts
        if self.placing.images:
            from generator.word.placed.picture import picture_parts  # noqa: PLC0415 - see above

            images = self.placing.images
            parts, listed[TYPES], listed[RELATIONS] = picture_parts(
                images, listed[TYPES], listed[RELATIONS]
            )
            added |= parts
        if FOOTNOTES in written and b"/footnotes.xml" not in opened[TYPES]:
            listed |= with_footnotes(listed)
        return listed, added


class Dress(NamedTuple):
    """What decides how placed blocks look: the template, and the fonts that stand for others."""

    prepared: PreparedTemplate
    fonts: Mapping[str, str]


def draw(parts: Sequence[HasBlocks]) -> Drawn:
    """Draw the charts of a file."""
    charts: list[Chart] = []
    runs: list[dict[str, str]] = []
    for part in parts:
        own: dict[str, str] = {}
        for block in part.blocks.body:
            if isinstance(block, Chart):
                from generator.word.chart import drawing  # noqa: PLC0415 - few documents have one

                charts.append(block)
                own[block.key] = drawing(len(charts), block)
        runs.append(own)
    return Drawn(runs, charts, Placing())


def place(filled: Text, placing: Placing, page: Page, ids: Sequence[str], dress: Dress) -> Text:
    """Put what is placed into the filled text of a file, and its footnotes beside it."""
    looks = PlacedLooks(dress.prepared.looks.paragraphs.keys(), dress.fonts)
    known = filled.texts(FOOTNOTES).get(FOOTNOTES) or _known(dress.prepared)
    first = first_number(known)
    stretches = [
        placing.put("".join(pieces), partial(_write, page, ids[owner]), looks, first)
        for owner, pieces in filled.body
    ]
    placed = filled.with_body(stretches)
    if not placing.notes:
        return placed
    look = note_look(looks)
    notes = [_write(page, ids[n.owner], n.spans, n.key, look) for n in placing.notes]
    part = footnotes_part(known, notes, first, looks)
    part = notes_in_order(part, "".join(stretches)) if known else part
    return placed._replace(parts={**placed.parts, FOOTNOTES: (Stretch(0, (part,)),)})


def _known(prepared: PreparedTemplate) -> str:
    return prepared.opened.get(FOOTNOTES, b"").decode()


def _write(page: Page, document: str, spans: Spans, key: str, properties: str) -> str:
    opening = run_opening(properties)
    if not page.has_anchors:
        return f"{opening}{text(plain_text(spans))}{RUN_CLOSING}"
    return page.writer(document, (opening,))(Words.of(spans, key), 0)
