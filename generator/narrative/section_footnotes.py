"""The footnotes of a section: said in lines of their own, referred to within the words."""

from collections.abc import Sequence
from typing import Self

from generator.model.blocks import Note
from generator.narrative.placed_marks import DEFINITION, references_in
from generator.narrative.text_line import TextLine
from generator.prose.figure_marks import split_spans


class Footnotes:
    """What the footnotes of a section say, by the marks that refer to them."""

    def __init__(self, section: str, said: dict[str, TextLine]) -> None:
        self._section, self._said = section, said

    @classmethod
    def apart(cls, lines: Sequence[TextLine], section: str) -> tuple[list[TextLine], Self]:
        """Take the lines that say footnotes out of the others."""
        others: list[TextLine] = []
        said: dict[str, TextLine] = {}
        for line in lines:
            found = DEFINITION.match(line.masked) if line.words.startswith("[^") else None
            if found is None:
                others.append(line)
            else:
                said.setdefault(found[1], line.cut(found.end()))
        return others, cls(section, said)

    def taken(self, line: TextLine) -> tuple[TextLine, tuple[Note, ...]]:
        """Return a line without its marks, and the notes in their places; nothing is printed for others."""
        if "[^" not in line.words:
            return line, ()
        rest = line.part(0, 0)
        notes: list[Note] = []
        at = 0
        for mark, cut in references_in(line.masked):
            rest = rest.followed_by(line.part(at, cut.start))
            at = cut.end
            if mark in self._said:
                spans = split_spans(self._said[mark].marked)
                notes.append(Note(rest.length, spans, f"{self._section}/note[{mark}]"))
        return rest.followed_by(line.part(at, len(line.words))), tuple(notes)


NO_FOOTNOTES = Footnotes("", {})
