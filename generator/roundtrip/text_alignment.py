"""Which paragraph, table, row and cell of one version of a text is which of another one."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from generator.roundtrip.elsewhere import below, found_elsewhere, is_likely
from generator.roundtrip.sequence_match import Signs, match, rising
from generator.word.edited.edited_story import Block, Grid, Line, Node, Passage, Slot

NodeT = TypeVar("NodeT", bound=Node)


class Group(NamedTuple):
    """Paragraphs that say together what others say together; nearly always one and one."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]


@dataclass(slots=True)
class Alignment:
    """What belongs together, and what stands on one side only (with what it stands behind there)."""

    groups: list[Group] = field(default_factory=list)
    grids: list[tuple[Grid, Grid]] = field(default_factory=list)
    lines: list[tuple[Line, Line]] = field(default_factory=list)
    slots: list[tuple[Slot, Slot]] = field(default_factory=list)
    gone: list[Node] = field(default_factory=list)
    added: list[Node] = field(default_factory=list)
    moved: list[Node] = field(default_factory=list)  # members of the right side in another order
    # Members that stand in another holder (a cell, another table): they are among the moved as well.
    away: list[tuple[Node, Node]] = field(default_factory=list)

    def partners(self) -> dict[Node, Node]:
        """Return the first partner of every member of the left side."""
        found: dict[Node, Node] = {}
        for pairs in (self.grids, self.lines, self.slots):
            for mine, yours in pairs:
                found.setdefault(mine, yours)
        for group in self.groups:
            for passage in group.left:
                found.setdefault(passage, group.right[0])
        return found

    def came(self, node: Node) -> Iterator[Passage]:
        """Go through the paragraphs of an added member, but for those that came from elsewhere."""
        known = {passage for _, theirs in self.away for passage in theirs.passages()}
        return (passage for passage in node.passages() if passage not in known)


class Sense(Protocol):
    """By what members are known."""

    def names(self, node: Node) -> frozenset[str]:
        """Return the names among the signs."""

    def signs(self, node: Node) -> Signs:
        """Return what a member is known by."""

    def is_same(self, one: Node, other: Node) -> bool:
        """Tell at a glance that two members at the same place are the same one."""


class ByAnchors:
    """Know members by the anchors in them: for a file against what we wrote there."""

    def names(self, node: Node) -> frozenset[str]:
        """Return the names; those in tables that stand in cells are names of these."""
        return frozenset(node.own_names)

    def signs(self, node: Node) -> Signs:
        """Return names and words; tables that stand in cells are known for themselves."""
        is_text = isinstance(node, Passage)
        return Signs(self.names(node), node.own_text, type(node).__name__, is_text)

    def is_same(self, one: Node, other: Node) -> bool:
        """With all its anchors in it a member is the same, without any when it says the same."""
        if type(one) is not type(other) or one.own_names != other.own_names:
            return False
        return bool(one.own_names) or one.text == other.text


BY_ANCHORS = ByAnchors()


def align(left: Sequence[Block], right: Sequence[Block], sense: Sense = BY_ANCHORS) -> Alignment:
    """Align two texts."""
    found = Alignment()
    aligner = _Aligner(sense, found, right)
    aligner.blocks(left, right)
    aligner.elsewhere()
    return found


class _Aligner:
    def __init__(self, sense: Sense, found: Alignment, everything: Sequence[Block]) -> None:
        self._sense, self._found, self._everything = sense, found, everything

    def blocks(self, left: Sequence[Block], right: Sequence[Block]) -> None:
        """Align paragraphs and tables."""
        if (
            len(left) == len(right) == 1
            and isinstance(left[0], Passage)
            and isinstance(right[0], Passage)
            and not self._elsewhere(left, right)
        ):
            # Nearly every cell holds one paragraph: whatever it says, it is the same one.
            self._found.groups.append(Group((left[0],), (right[0],)))
            return
        for mine, yours in self._ties(left, right):
            if isinstance(mine[0], Grid) and isinstance(yours[0], Grid):
                self._grids([g for g in mine if isinstance(g, Grid)], yours[0])
            else:
                self._found.groups.append(Group(_passages(mine), _passages(yours)))

    def elsewhere(self) -> None:
        """Tie what was cut out of one holder and pasted into another: tables, then rows, then paragraphs."""
        for grid, table in self._away(Grid):
            self._grids([grid], table)
        for line, row in self._away(Line):
            self._found.lines.append((line, row))
            self._slots(line.slots, row.slots)
        for passage, text in self._away(Passage):
            self._found.groups.append(Group((passage,), (text,)))

    def _away(self, kind: type[NodeT]) -> list[tuple[NodeT, NodeT]]:
        """Find members of a kind that stand in another holder; they stand alone no longer."""
        found = self._found
        settled = {n for pair in found.away for top in pair for n in below(top)}
        pairs = found_elsewhere(kind, found.gone, found.added, self._sense.signs, settled)
        found.away += pairs
        found.moved += [yours for _, yours in pairs]
        tied = {node for pair in pairs for node in pair}
        found.added = [node for node in found.added if node not in tied]
        left = {p for mine, _ in found.away for p in mine.passages()}
        found.gone = [n for n in found.gone if n not in tied and not _is_emptied(n, left)]
        return pairs

    def _elsewhere(self, left: Sequence[NodeT], right: Sequence[NodeT]) -> list[NodeT]:
        """List paragraphs that stand in another holder now: what is in their place is another one."""
        here = {name for node in right if isinstance(node, Passage) for name in node.names}
        return [
            node
            for node in left
            if isinstance(node, Passage)
            and not here.issuperset(node.names)
            and self._is_away(node, here)
        ]

    def _is_away(self, passage: Passage, here: Set[str]) -> bool:
        names = self._sense.names(passage)
        if not names or not names.isdisjoint(here):
            return False
        words = self._sense.signs(passage).words
        homes = (self._homes[name] for name in names if name in self._homes)
        return any(is_likely(words, self._sense.signs(home).words) for home in homes)

    @cached_property
    def _homes(self) -> dict[str, Passage]:
        """Where on the right side a name stands."""
        return {n: p for block in self._everything for p in block.passages() for n in p.names}

    def _grids(self, mine: Sequence[Grid], yours: Grid) -> None:
        self._found.grids += [(grid, yours) for grid in mine]
        lines = [line for grid in mine for line in grid.lines]
        for own, others in self._ties(lines, yours.lines):
            self._found.lines += [(line, others[0]) for line in own]
            slots = [slot for line in own for slot in line.slots]
            self._slots(slots, [slot for line in others for slot in line.slots])

    def _slots(self, left: Sequence[Slot], right: Sequence[Slot]) -> None:
        """Align the cells of a row; as many as before are the same ones, whatever is in them."""
        if len(left) == len(right) and not _is_crossed(left, right):
            pairs = zip(left, right, strict=True)
            ties: list[tuple[tuple[Slot, ...], tuple[Slot, ...]]]
            ties = [((mine,), (yours,)) for mine, yours in pairs]
        else:
            ties = list(self._ties(left, right))
        for own, others in ties:
            self._found.slots += [(slot, others[0]) for slot in own]
            self.blocks(_blocks(own), _blocks(others))

    def _ties(
        self, left: Sequence[NodeT], right: Sequence[NodeT]
    ) -> Iterator[tuple[tuple[NodeT, ...], tuple[NodeT, ...]]]:
        if len(left) == len(right) and all(map(self._sense.is_same, left, right)):
            for mine, yours in zip(left, right, strict=True):
                yield (mine,), (yours,)
            return
        if apart := set(self._elsewhere(left, right)):
            self._found.gone += [node for node in left if node in apart]
            left = [node for node in left if node not in apart]
        ties = match([self._sense.signs(n) for n in left], [self._sense.signs(n) for n in right])
        tied_left = {n for tie in ties for n in tie.left}
        tied_right = {n for tie in ties for n in tie.right}
        self._found.gone += [node for n, node in enumerate(left) if n not in tied_left]
        self._found.added += [node for n, node in enumerate(right) if n not in tied_right]
        order = [tie.right[0] for tie in ties]
        steady = rising(order)
        self._found.moved += [right[n] for place, n in enumerate(order) if place not in steady]
        for tie in ties:
            yield tuple(left[n] for n in tie.left), tuple(right[n] for n in tie.right)


def _is_crossed(left: Sequence[Slot], right: Sequence[Slot]) -> bool:
    """Tell whether an anchor stands in another cell of the row than before."""
    if [slot.names for slot in left] == [slot.names for slot in right]:
        return False
    homes = {name: number for number, slot in enumerate(right) for name in slot.names}
    return any(
        homes.get(name, number) != number for number, slot in enumerate(left) for name in slot.names
    )


def _is_emptied(node: Node, left: Set[Passage]) -> bool:
    """Tell whether all that a member said stands elsewhere."""
    passages = list(node.passages())
    return any(p in left for p in passages) and all(
        p in left or not p.text.strip() for p in passages
    )


def _passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    return tuple(block for block in blocks if isinstance(block, Passage))


def _blocks(slots: Sequence[Slot]) -> list[Block]:
    return [block for slot in slots for block in slot.blocks]
