"""What sections place in running text: pictures, and tables and charts of the inputs, numbered in order."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.model.blocks import Block, Chart, Image, Paragraph, Picture, Series
from generator.model.spans import Span, Spans, plain_text
from generator.narrative.placed_rows import Sheet
from generator.narrative.section_tables import FIGURE, TABLE, numbered_caption, table_of
from generator.prose.prose_gap import GAP

FindImage = Callable[[str], Image | None]
PICTURES = "pictures/"


class Shelf(NamedTuple):
    """Where what is placed comes from: tables and charts by their names, pictures by their paths.

    ``charts`` are those that an outline may ask for.
    """

    sheets: Mapping[str, Sheet]
    image: FindImage
    charts: Mapping[str, Chart] = MappingProxyType({})


def no_image(path: str) -> Image | None:
    """Know no picture."""
    del path
    return None


NOTHING = Shelf({}, no_image)


class Inserts:
    """Places things in a document, and numbers their captions."""

    def __init__(self, shelf: Shelf = NOTHING) -> None:
        self._shelf = shelf
        self._counts: dict[str, int] = {}

    def caption(self, kind: str, words: Spans) -> Spans:
        """Return a caption with the next number of its kind."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return numbered_caption(kind, self._counts[kind], words)

    def placed(self, words: Spans, target: str, section: str, key: str) -> Block:
        """Make the block that a mark places; what is not there leaves a gap."""
        image = self._shelf.image(target) if target.startswith(PICTURES) else None
        if image is not None:
            return Picture(self.caption(FIGURE, words), image, section, key)
        sheet = self._shelf.sheets.get(target)
        if sheet is None:
            return Paragraph((Span(GAP),), section, (), key)
        if sheet.kind == "table":
            table = table_of(sheet.rows, self.caption(TABLE, words), section, key)
            return table._replace(target=target)
        return _chart(sheet, self.caption(FIGURE, words), section, key)._replace(target=target)

    def numbered(self, chart: Chart) -> Chart:
        """Number a chart that the outline asks for."""
        return chart._replace(caption=self.caption(FIGURE, (Span(chart.title),)))


def _chart(sheet: Sheet, caption: Spans, section: str, key: str) -> Chart:
    head, *rows = sheet.rows
    series = tuple(
        Series(plain_text(head[column]), sheet.numbers(column)) for column in range(1, len(head))
    )
    figures = tuple(span.figure for row in rows for cell in row for span in cell if span.figure)
    names = tuple(plain_text(row[0]) for row in rows)
    kind = "columns" if sheet.kind == "table" else sheet.kind
    return Chart(plain_text(caption), names, series, section, figures, key, kind, caption)
