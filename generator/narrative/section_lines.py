"""The lines of a section as blocks: paragraphs, subheadings, numbered points.

Standard wording and a unit's own words are written alike: a line is a paragraph; ``# `` opens a
subheading one level below its section and ``## `` two; ``+ `` begins a numbered paragraph of the
level below, and ``- `` one of the third level, whose first sentence is set in bold. Beside these
there are tables, pictures, charts, footnotes and new pages: see ``placed_marks``.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.base.pattern import Pattern
from generator.model.blocks import Block, Heading, Note, PageBreak, Paragraph
from generator.model.spans import Span, Spans, plain_text
from generator.narrative.heading_numbers import Numbering
from generator.narrative.inserts import Inserts
from generator.narrative.placed_marks import NEW_PAGE, PLACED, table_at
from generator.narrative.section_footnotes import NO_FOOTNOTES, Footnotes
from generator.narrative.section_tables import written_table
from generator.narrative.text_line import TextLine, plain_lines, traced_lines
from generator.prose.figure_marks import split_spans

LOWEST = 3
_KIND = Pattern(r"(##|#|\+|-) +")
# A point's run-in ends with its first sentence, unless that is nearly the whole point.
_LEAD = Pattern(r"^([^。]{2,30}。)(.+)$", re.DOTALL)


def begin_of_line(text: str, at: int) -> int:
    """Return where the line begins whose words begin at a place: what kind it is stands before them."""
    begin = text.rfind("\n", 0, at) + 1
    return begin if _KIND.fullmatch(text[begin:at].lstrip()) else at


class SectionLines:
    """Makes the blocks of one section. A ``lead`` waits for the paragraph that it runs into."""

    read: Callable[[str], list[TextLine]] = staticmethod(plain_lines)

    def __init__(
        self, section: str, level: int, numbering: Numbering, inserts: Inserts | None = None
    ) -> None:
        self._section, self._level, self._numbering = section, level, numbering
        self._headings = self._paragraphs = self._placed = 0
        self._inserts, self._notes = inserts or Inserts(), NO_FOOTNOTES
        self.lead: Spans = ()

    def runs_in(self, level: int) -> bool:
        """Tell whether a heading of a level stands in the first line of its text."""
        return level >= LOWEST

    def blocks(self, text: str) -> Iterator[Block]:
        """Make the blocks of a text."""
        lines, self._notes = Footnotes.apart(self.read(text), self._section)
        masked = [line.masked for line in lines]
        at = 0
        while at < len(lines):
            if (found := table_at(masked, at)) is not None:
                yield from self._lead_alone()
                key = self._placed_key("t")
                yield written_table(lines, found, (self._section, key), self._inserts, self._notes)
                at = found.end
                continue
            yield from self._block(lines[at], masked[at])
            at += 1
        yield from self._lead_alone()

    def _block(self, line: TextLine, masked: str) -> Iterator[Block]:
        if masked == NEW_PAGE:
            yield from self._lead_alone()
            yield PageBreak(self._section, self._placed_key("b"))
        elif (placed := PLACED.fullmatch(masked)) is not None:
            yield from self._lead_alone()
            caption, target = line.cut(*placed.span(1)), line.cut(*placed.span(2))
            key = self._placed_key("f")
            spans = split_spans(caption.marked)
            yield self._inserts.placed(spans, target.words, self._section, key)
        else:
            kind = _KIND.match(line.words)
            words = line.cut(kind.end()) if kind else line
            yield from self._line(kind[1] if kind else "", words)

    def _placed_key(self, kind: str) -> str:
        self._placed += 1
        return f"{self._section}/{kind}{self._placed}"

    def _line(self, kind: str, line: TextLine) -> Iterator[Block]:
        words, notes = self._notes.taken(line)
        if kind in ("#", "##"):
            yield from self._subheading(min(self._level + len(kind), LOWEST), words.marked)
        elif kind == "+":
            number = self._numbering.next(min(self._level + 1, LOWEST))
            yield self._paragraph((Span(number), *split_spans(words.marked)), notes, len(number))
        elif kind == "-":
            yield self._point(words, notes)
        else:
            yield self._paragraph(split_spans(words.marked), notes)

    def _subheading(self, level: int, words: str) -> Iterator[Block]:
        yield from self._lead_alone()
        number = self._numbering.next(level)
        if self.runs_in(level):
            self.lead = split_spans(f"{number}{words}。")
            return
        self._headings += 1
        key = f"{self._section}/h{self._headings}"
        yield Heading(level, number, split_spans(words), self._section, key)

    def _point(self, line: TextLine, notes: Sequence[Note]) -> Paragraph:
        number = self._numbering.next(LOWEST)
        if found := _LEAD.match(line.words):
            lead, rest = line.part(0, found.end(1)), line.part(found.end(1), len(line.words))
            self.lead = split_spans(number + lead.marked)
            made = self._paragraph(split_spans(rest.marked))
            return made._replace(notes=_behind(notes, len(number)))
        return self._paragraph((Span(number), *split_spans(line.marked)), notes, len(number))

    def _lead_alone(self) -> Iterator[Block]:
        """Give a lead that still waits a paragraph of its own."""
        if self.lead:
            yield self._paragraph(())

    def _paragraph(self, spans: Spans, notes: Sequence[Note] = (), before: int = 0) -> Paragraph:
        self._paragraphs += 1
        lead, self.lead = self.lead, ()
        moved = _behind(notes, before + len(plain_text(lead)))
        key = f"{self._section}/p{self._paragraphs}"
        return Paragraph(spans, self._section, lead, key, moved)


class TracedLines(SectionLines):
    """Makes the same blocks of words that bear marks of their origin, which cut no line apart."""

    read = staticmethod(traced_lines)


def _behind(notes: Sequence[Note], before: int) -> tuple[Note, ...]:
    """Move notes behind words that stand before theirs."""
    return tuple(note._replace(at=note.at + before) for note in notes)
