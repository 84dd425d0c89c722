"""How Word files print what they quote: in runs with their anchors, or as properties of cells and paragraphs."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from generator.figures.figure import Figure
from generator.language.compiled import Compiled
from generator.language.expression import Tree
from generator.language.program_run import LONGEST_PART, Run
from generator.language.quoting_fault import LanguageError
from generator.language.stretch import Show
from generator.model.units import Units
from generator.word.named_items import NamedItem, NumberedItem, named_items, numbered_items
from generator.word.numbered import INDENT, MERGE, tag_of
from generator.word.template_loops import Loop, loops_in
from generator.word.value_xml import Writer, indent, is_plain, merge_state, text


class Fault(NamedTuple):
    """What is wrong with a template, with the place in words, and of which document it is."""

    owner: int
    message: str
    hint: str = ""
    word: str = ""
    code: str = "T02"


class Means(NamedTuple):
    """What filters of numbers need: units of measure, and the figures of a document by id."""

    units: Units = Units(())
    figures: Mapping[str, Figure] = {}


class Piece:
    """A stretch of a part that one document fills."""

    def __init__(self, owner: int, body: tuple[Tree, ...], places: tuple[str, ...]) -> None:
        self.owner, self.body, self.places = owner, body, places
        self._compiled = Compiled(body, _WORD)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """Return the loops of the stretch."""
        return tuple(loops_in(self.body))

    @cached_property
    def named_items(self) -> tuple[NamedItem, ...]:
        """Return what the stretch takes by a name."""
        return tuple(named_items(self.body))

    @cached_property
    def numbered_items(self) -> tuple[NumberedItem, ...]:
        """Return the rows that the stretch takes by their number."""
        return tuple(numbered_items(self.body))

    def filled(
        self, names: Mapping[str, Any], write: Writer, means: Means
    ) -> tuple[list[str], Run]:
        """Return the text of the stretch in pieces, and how that went."""
        run = Run(means.units, means.figures, longest=LONGEST_PART)
        run.write = write
        return self._compiled.pieces(names, run), run

    def faults(self, run: Run) -> list[Fault]:
        """Return what was wrong when it was filled."""
        return [fault_at(error, self.owner, self.places) for error in run.faults]

    def fault(self, code: str, at: int, message: str, hint: str) -> Fault:
        """Return a fault of another kind, with its place."""
        return fault_at(LanguageError(message, at, "", hint), self.owner, self.places, code)


class DynamicPart(NamedTuple):
    """A part that is written anew for every document."""

    name: str
    pieces: tuple[Piece, ...]
    openings: tuple[str, ...]  # of the runs that hold what is anchored


def fault_at(error: LanguageError, owner: int, places: tuple[str, ...], code: str = "T02") -> Fault:
    """Say where a fault stands."""
    number = tag_of(max(error.at, 0))
    place = f"{places[number]}：" if number < len(places) and places[number] else ""
    return Fault(owner, f"{place}{error.message}", error.hint, error.word, code)


class _Word:
    is_plain = staticmethod(is_plain)

    def shown(self, manner: int) -> Show:
        """Return what writes a value without an anchor: as a property, or as it is."""
        return {MERGE: merge_state, INDENT: indent}.get(manner, text)


_WORD = _Word()
