"""An edit script: what is to be done to a person's own Word file, anchor by anchor."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.blocks import Spans


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a person's file says inside an anchor: the words, and those inside figures' own anchors."""

    text: str
    figures: Mapping[str, str] = field(default_factory=dict)  # anchor of a figure → its words
    is_alone: bool = True  # begins and ends in the same paragraph


class Put(NamedTuple):
    """Replace what an anchor holds."""

    anchor: str
    spans: Spans
    figures: tuple[str, ...]  # the anchors of the figures among the spans, in their order


class PutFigure(NamedTuple):
    """Replace the words of one figure inside a stretch that a person wrote."""

    stretch: str
    anchor: str  # of the figure; empty: it is found by its old words
    old: str
    new: str


class Rename(NamedTuple):
    """Give an anchor the name that it has now."""

    old: str
    new: str


class Insert(NamedTuple):
    """Bring a paragraph or row of the new version: behind another one, or at the beginning."""

    donor: str  # an anchor in the new version
    after: str  # an anchor in the person's file; empty: before ``before``
    before: str = ""
    is_row: bool = False


class Remove(NamedTuple):
    """Take out the paragraph or row of an anchor."""

    anchor: str
    is_row: bool = False


class Comment(NamedTuple):
    """Write a remark at an anchor, or where the text is that should have had it."""

    anchor: str
    text: str


class SameMerges(NamedTuple):
    """Merge the cells of a row as the new version does."""

    anchor: str
    donor: str


Edit = Put | PutFigure | Rename | Insert | Remove | Comment | SameMerges
