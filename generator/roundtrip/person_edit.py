"""What a person may have done to a file: kinds of edits, each at its place in what would be printed now."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.spans import Spans
from generator.roundtrip.edit_account import Entry
from generator.roundtrip.joined_text import PARAGRAPH
from generator.word.edited.edited_story import Line, Node, Passage, Slot


class Spot(NamedTuple):
    """Where an edit stands in the person's file: characters of some paragraphs read as one text."""

    passages: tuple[Passage, ...]
    start: int
    end: int


class Stretch(NamedTuple):
    """Paragraphs of the new version that are read as one text, each with where it begins."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Return the words."""
        return PARAGRAPH.join(p.text for p in self.passages)

    def starts(self) -> Iterator[tuple[Passage, int]]:
        """Give the paragraphs with the place at which each begins."""
        at = 0
        for passage in self.passages:
            yield passage, at
            at += len(passage.text) + 1


class WordEdit(NamedTuple):
    """Words put in place of a stretch of what would be printed now."""

    entry: Entry
    where: Stretch
    start: int
    end: int
    pieces: Spans
    spot: Spot


class FigureEdit(NamedTuple):
    """Something typed over a figure; ``at`` is where it would be printed now."""

    entry: Entry
    where: Stretch
    at: int
    figure: str
    words: str
    spot: Spot


class Addition(NamedTuple):
    """A paragraph or row that the person wrote, behind a member of the new version (or at the top)."""

    entry: Entry
    node: Passage | Line
    behind: Node | None
    is_heading: bool = False
    columns: tuple[tuple[Slot, Slot], ...] = ()  # cells of a neighbouring row: of ours, of theirs


class Deletion(NamedTuple):
    """Something of the new version that the person took out."""

    entry: Entry
    node: Node


class NoteEdit(NamedTuple):
    """A footnote that says something else: which of those in its paragraphs, and what it says now."""

    entry: Entry
    where: Stretch
    number: int
    words: str
    passages: tuple[Passage, ...]  # of the person's file


class Left(NamedTuple):
    """A change that no input can take."""

    entry: Entry


PersonEdit = WordEdit | FigureEdit | Addition | Deletion | NoteEdit | Left
