"""What stands where in what would be printed now: values over stretches, and the origin of every character."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.spans import Span, Spans, plain_text
from generator.prose.origin_marks import Origin
from generator.roundtrip.person_edit import Stretch, WordEdit
from generator.roundtrip.printed_blocks_read import NOTE, printed_blocks
from generator.roundtrip.version import Version
from generator.use.build.tracing import TracedDocuments


class Value(NamedTuple):
    """A value where it would be printed now, over a stretch of paragraphs."""

    document: str
    key: str
    kind: str
    start: int
    end: int
    spans: Spans

    @property
    def is_prose(self) -> bool:
        """Tell what stands in the body of a document from cells, titles and signatures."""
        return self.kind.startswith(("paragraph", "lead", "heading"))


class PrintedPlaces:
    """Looks stretches of the new version up."""

    def __init__(self, traced: TracedDocuments, new: Version) -> None:
        self._origins, self._new = traced.origins, new
        self._printed: dict[tuple[str, str], tuple[str, Spans]] = {}
        self._notes: dict[tuple[str, str], list[Spans]] = {}
        for name, document in traced.documents.items():
            home = ""
            for block in printed_blocks(document):
                self._printed[name, block.key] = (block.kind, block.spans)
                if block.kind == NOTE:
                    self._notes.setdefault((name, home), []).append(block.spans)
                else:
                    home = block.key

    def values(self, where: Stretch) -> list[Value]:
        """Return the values that a stretch holds."""
        return list(self._values(where))

    def _values(self, where: Stretch) -> Iterator[Value]:
        for passage, at in where.starts():
            text = passage.text
            for name, mark in passage.words.marks.items():
                own = self._new.book.get(name)
                if own is None or not own.is_whole or mark.start is None or mark.end is None:
                    continue
                kind, spans = self._printed.get((own.document, own.key), (own.kind, ()))
                said = plain_text(spans)
                end = mark.start + len(said) if text.startswith(said, mark.start) else mark.end
                yield Value(own.document, own.key, kind, at + mark.start, at + end, spans)

    def notes(self, where: Stretch) -> list[Spans]:
        """Return what the footnotes of a stretch say, in the order of their marks."""
        homes = dict.fromkeys((value.document, value.key) for value in self._values(where))
        return [spans for home in homes for spans in self._notes.get(home, ())]

    def origin(self, span: Span) -> Origin | None:
        """Return where the first character of a span came from."""
        return self._origins.of(span.origin) if span.origin else None

    def origins(self, where: Stretch, values: Sequence[Value]) -> list[Origin | None]:
        """Give the origin of every character of a stretch."""
        found: list[Origin | None] = [None] * len(where.text)
        for value in values:
            at = value.start
            for span in value.spans:
                origin = self._origins.of(span.origin) if span.origin else None
                stop = min(at + len(span.text), value.end)
                if origin is not None:
                    text, start = origin
                    found[at:stop] = [Origin(text, start + n) for n in range(stop - at)]
                at += len(span.text)
        return found


def around(values: Sequence[Value], start: int, end: int) -> Value | None:
    """Return the smallest value in which a stretch lies."""
    inside = [v for v in values if v.start <= start and end <= v.end]
    return min(inside, key=lambda v: v.end - v.start, default=None)


def text_range(origins: Sequence[Origin | None], edit: WordEdit) -> tuple[Origin, Origin] | None:
    """Return the origins of the first and the last character of a change.

    Of what is put between two characters it is the place behind the first, or before the second.
    """
    if edit.start < edit.end:
        own = [(n, o) for n, o in enumerate(origins[edit.start : edit.end]) if o is not None]
        if not own:
            return None
        skipped = own[0][0] + (edit.end - edit.start - 1 - own[-1][0])
        if skipped and edit.pieces:
            return None  # a number of ours was changed along with the words
        return own[0][1], own[-1][1]
    left = origins[edit.start - 1] if edit.start else None
    right = origins[edit.start] if edit.start < len(origins) else None
    if left is not None:
        place = Origin(left.text, left.start + 1)
        return place, place
    return None if right is None else (right, right)


def cut(spans: Spans, start: int, end: int) -> Spans:
    """Return what of spans stands between two characters; a part of a figure still is of it."""
    found: list[Span] = []
    at = 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if words:
            found.append(Span(words, span.figure, span.origin))
    return tuple(found)
