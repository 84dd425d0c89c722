"""Paragraphs of three versions that belong together: ours, a person's, and those of the new version."""

from typing import NamedTuple

from generator.roundtrip.text_alignment import Alignment, Group
from generator.word.edited.edited_story import Passage


class Cluster(NamedTuple):
    """Paragraphs of ours, what a person made of them, and what they are in the new version.

    ``now`` has an entry for every one of ours: ``None`` where the inputs dropped it, nothing where
    it was put together with the one before.
    """

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    now: tuple[tuple[Passage, ...] | None, ...]

    @property
    def passages(self) -> list[Passage | None]:
        """Go through the paragraphs of the new version; ``None`` stands for a dropped one."""
        found: list[Passage | None] = []
        for own in self.now:
            found += [None] if own is None else own
        return found

    @property
    def group(self) -> Group:
        """Leave the new version aside."""
        return Group(self.left, self.right)


def clusters(theirs: Alignment, ours: Alignment) -> list[Cluster]:
    """Put the groups of two alignments of one text together, wherever paragraphs were parted or joined."""
    homes = {passage: group for group in theirs.groups for passage in group.left}
    joined: dict[int, list[Group]] = {id(group): [group] for group in theirs.groups}
    for group in ours.groups:
        own = list({id(homes[p]): homes[p] for p in group.left if p in homes}.values())
        for other in own[1:]:
            first = joined[id(own[0])]
            if joined[id(other)] is not first:
                first += joined[id(other)]
                for member in joined[id(other)]:
                    joined[id(member)] = first
    news: dict[Passage, tuple[Passage, ...]] = {}
    for group in ours.groups:
        news |= dict.fromkeys(group.left, ())
        news[group.left[0]] = group.right
    found: list[Cluster] = []
    for members in {id(own): own for own in joined.values()}.values():
        left = tuple(p for group in members for p in group.left)
        right = tuple(dict.fromkeys(p for group in members for p in group.right))
        found.append(Cluster(left, right, tuple(news.get(p) for p in left)))
    return found
