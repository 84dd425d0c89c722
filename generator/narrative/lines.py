"""The lines of a section as blocks: paragraphs, subheadings, numbered points.

Standard wording and a unit's own words are written alike: a line is a paragraph; ``# `` opens a
subheading one level below its section and ``## `` two; ``+ `` begins a numbered paragraph of the
level below, and ``- `` one of the third level, whose first sentence is set in bold.
"""

import re
from collections.abc import Iterator, Sequence

from generator.base.pattern import Pattern
from generator.model.blocks import Block, Heading, Paragraph, Span, Spans
from generator.narrative.numbering import Numbering
from generator.prose.marks import split_spans
from generator.prose.origins import rewrap, unwrap

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

    def __init__(self, section: str, level: int, numbering: Numbering) -> None:
        self._section, self._level, self._numbering = section, level, numbering
        self._headings = self._paragraphs = 0
        self.lead: Spans = ()

    def runs_in(self, level: int) -> bool:
        """Tell whether a heading of a level stands in the first line of its text."""
        return level >= LOWEST

    def blocks(self, text: str) -> Iterator[Block]:
        """Make the blocks of a text."""
        for line in self._lines(text):
            words = line.strip()
            if not words:
                continue
            kind = _KIND.match(words)
            yield from self._line(kind[1] if kind else "", words[kind.end() if kind else 0 :])
        if self.lead:
            yield self._paragraph(())

    def _lines(self, text: str) -> Sequence[str]:
        return text.splitlines()

    def _lead(self, words: str) -> tuple[str, str] | None:
        """Split a point behind the run-in that it begins with."""
        found = _LEAD.match(words)
        return (found[1], found[2]) if found else None

    def _line(self, kind: str, words: str) -> Iterator[Block]:
        if kind in ("#", "##"):
            yield from self._subheading(min(self._level + len(kind), LOWEST), words)
        elif kind == "+":
            number = self._numbering.next(min(self._level + 1, LOWEST))
            yield self._paragraph((Span(number), *split_spans(words)))
        elif kind == "-":
            yield self._point(words)
        else:
            yield self._paragraph(split_spans(words))

    def _subheading(self, level: int, words: str) -> Iterator[Block]:
        if self.lead:
            yield self._paragraph(())
        number = self._numbering.next(level)
        if self.runs_in(level):
            self.lead = split_spans(f"{number}{words}。")
            return
        self._headings += 1
        key = f"{self._section}/h{self._headings}"
        yield Heading(level, number, split_spans(words), self._section, key)

    def _point(self, words: str) -> Paragraph:
        number = self._numbering.next(LOWEST)
        if found := self._lead(words):
            self.lead = split_spans(number + found[0])
            return self._paragraph(split_spans(found[1]))
        return self._paragraph((Span(number), *split_spans(words)))

    def _paragraph(self, spans: Spans) -> Paragraph:
        self._paragraphs += 1
        lead, self.lead = self.lead, ()
        return Paragraph(spans, self._section, lead, f"{self._section}/p{self._paragraphs}")


class TracedLines(SectionLines):
    """Makes the same blocks of words that bear marks of their origin, which cut no line apart."""

    def _lines(self, text: str) -> Sequence[str]:
        """Strip lines to their words and give each the marks that it needs."""
        bare, origins = unwrap(text)
        lines: list[str] = []
        at = 0
        for line in bare.splitlines(keepends=True):
            words = line.strip()
            kind = _KIND.match(words)
            begin = at + len(line) - len(line.lstrip()) + (kind.end() if kind else 0)
            end = max(begin, at + len(line.rstrip()))
            marked = rewrap(bare[begin:end], origins[begin:end])
            lines.append((kind[0] if kind else "") + marked)
            at += len(line)
        return lines

    def _lead(self, words: str) -> tuple[str, str] | None:
        """Split by the words alone."""
        bare, origins = unwrap(words)
        found = super()._lead(bare)
        if found is None:
            return None
        cut = len(found[0])
        return rewrap(found[0], origins[:cut]), rewrap(found[1], origins[cut:])
