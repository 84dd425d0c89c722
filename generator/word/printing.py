"""How Word files print what they quote: in runs with their anchors, or as properties of cells and paragraphs."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.figures.figure import Figure
from generator.language.compiled import Compiled
from generator.language.expression import Tree
from generator.language.fault import LanguageError
from generator.language.run import LONGEST_PART, Run
from generator.language.stretch import Show
from generator.model.units import Units
from generator.word.numbered import INDENT, MERGE, tag_of
from generator.word.page import Writer, indent, merge_state, text


class Fault(NamedTuple):
    """What is wrong with a template, with the place in words, and of which document it is."""

    owner: int
    message: str
    hint: str = ""
    word: str = ""


class Means(NamedTuple):
    """What filters of numbers need: units of measure, and the figures of a document by id."""

    units: Units = Units(())
    figures: Mapping[str, Figure] = {}


class Piece:
    """A stretch of a part that one document fills."""

    def __init__(self, owner: int, body: tuple[Tree, ...], places: tuple[str, ...]) -> None:
        self.owner, self.body, self.places = owner, body, places
        self._compiled = Compiled(body, _WORD)

    def filled(
        self, names: Mapping[str, Any], write: Writer, means: Means
    ) -> tuple[str, list[Fault]]:
        """Return the text of the stretch, and what was wrong with it."""
        run = Run(means.units, means.figures, longest=LONGEST_PART)
        run.write = write
        written = self._compiled.run(names, run)
        return written, [fault_at(error, self.owner, self.places) for error in run.faults]


class DynamicPart(NamedTuple):
    """A part that is written anew for every document."""

    name: str
    pieces: tuple[Piece, ...]
    properties: tuple[str, ...]


def fault_at(error: LanguageError, owner: int, places: tuple[str, ...]) -> Fault:
    """Say where a fault stands."""
    number = tag_of(max(error.at, 0))
    place = f"{places[number]}：" if number < len(places) and places[number] else ""
    return Fault(owner, f"{place}{error.message}", error.hint, error.word)


class _Word:
    def shown(self, manner: int) -> Show:
        """Return what writes a value without an anchor: as a property, or as it is."""
        return {MERGE: merge_state, INDENT: indent}.get(manner, text)


_WORD = _Word()
