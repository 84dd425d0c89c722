"""An edit script: what is to be done to a person's own Word file, anchor by anchor."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.blocks import Spans


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a person's file says inside an anchor: the words, and those inside figures' own anchors."""

    text: str
    figures: Mapping[str, str] = field(default_factory=dict)  # anchor of a figure → its words
    is_alone: bool = True  # begins and ends in the same paragraph


@dataclass(frozen=True, slots=True)
class Put:
    """Replace what an anchor holds."""

    anchor: str
    spans: Spans
    figures: tuple[str, ...]  # the anchors of the figures among the spans, in their order


@dataclass(frozen=True, slots=True)
class PutFigure:
    """Replace the words of one figure inside a stretch that a person wrote."""

    stretch: str
    anchor: str  # of the figure; empty: it is found by its old words
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Give an anchor the name that it has now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Bring a paragraph or row of the new version: behind another one, or at the beginning."""

    donor: str  # an anchor in the new version
    after: str  # an anchor in the person's file; empty: before ``before``
    before: str = ""
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out the paragraph or row of an anchor."""

    anchor: str
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """Write a remark at an anchor, or where the text is that should have had it."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class SameMerges:
    """Merge the cells of a row as the new version does."""

    anchor: str
    donor: str


Edit = Put | PutFigure | Rename | Insert | Remove | Comment | SameMerges
