"""The part of a file that belongs to some of its documents: what a person made of a bundle, taken apart.

A block that bears anchors, or says what we wrote, tells its document; one that tells nothing goes
with what stands before it. A document is where most of its blocks are: a paragraph that was moved
into another document belongs there. One document may stand in a bundle twice: once alone, once
attached to another one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.roundtrip.differences import is_blank
from generator.roundtrip.text_alignment import Alignment, align
from generator.roundtrip.version import Version, sections
from generator.word.anchors import document_of, document_prefix
from generator.word.edited.edited_story import Block, Node
from generator.word.edited.file import WordFile
from generator.word.xml import W


class Copy(NamedTuple):
    """A document as often as it stands somewhere: what its anchors begin with, and a number."""

    document: str
    number: int


Owners = Mapping[Block, Copy | None]


def copies_in(documents: Iterable[str]) -> list[Copy]:
    """Number documents that follow each other."""
    seen: Counter[str] = Counter()
    found = []
    for document in documents:
        found.append(Copy(document_prefix(document), seen[document]))
        seen[document] += 1
    return found


def owners_here(version: Version) -> Owners:
    """Tell of every block of a file of ours which document it belongs to, as anchors name it."""
    found: dict[Block, Copy | None] = {}
    number: Counter[str] = Counter()
    seen: dict[str, set[str]] = {}
    for part in sections(version.file.blocks()):
        names = [name for block in part for name in block.names]
        documents = Counter(document_of(name) for name in names)
        if not documents:
            found |= dict.fromkeys(part)
            continue
        owner = documents.most_common(1)[0][0]
        keys = {
            version.book[n].key for n in names if n in version.book and version.book[n].is_whole
        }
        if not keys.isdisjoint(seen.setdefault(owner, set())):
            # What stands there once stands there again: the next copy begins.
            number[owner] += 1
            seen[owner] = set()
        seen[owner] |= keys
        found |= dict.fromkeys(part, Copy(owner, number[owner]))
    return found


def owners_there(found: WordFile, ours: Version) -> Owners:
    """Tell of every block of a person's file which of our documents it belongs to."""
    known = owners_here(ours)
    told = _told(align(ours.file.blocks(), found.blocks()), known)
    parts = list(sections(found.blocks()))
    homes = _homes(parts, told)
    owners: dict[Block, Copy | None] = {}
    before: Copy | None = None
    for number, part in enumerate(parts):
        own = [told.get(block) for block in part]
        firm = [owner if owner and homes[owner] == number else None for owner in own]
        now = next(filter(None, firm), before)
        for block, owner in zip(part, firm, strict=True):
            now = owners[block] = owner or now
        before = now
    first = next(filter(None, owners.values()), None)
    return {
        block: None if _is_stray(block, told) else owner or first for block, owner in owners.items()
    }


def portion(owners: Owners, copies: Collection[Copy]) -> list[Block]:
    """Return the blocks of some documents."""
    return [block for block, owner in owners.items() if owner in copies]


def cut(file: WordFile, wanted: Sequence[Block]) -> WordFile:
    """Return a file of which the main text holds nothing but some of its blocks."""
    kept = set(wanted)
    twin = WordFile(file.bytes())
    for block, own in zip(file.blocks(), twin.blocks(), strict=True):
        parent = own.element.getparent()
        if block not in kept and parent is not None:
            parent.remove(own.element)
    for mark in list(twin.root().iter(f"{W}sectPr")):
        if mark.getparent() is not twin.body():
            mark.getparent().remove(mark)
    twin.touch()
    return WordFile(twin.bytes())


def _is_stray(block: Block, told: Mapping[Node, Copy]) -> bool:
    """Tell an empty line that we did not write, or wrote to end a section: it is of the look."""
    has_nothing = is_blank(block) and not any(p.things for p in block.passages())
    return has_nothing and block not in told


def _told(tied: Alignment, known: Owners) -> dict[Node, Copy]:
    """Give what blocks tell by what they were written as."""
    found: dict[Node, Copy] = {}
    for left, right in _ties(tied):
        if owner := known.get(left):
            found.setdefault(right, owner)
    return found


def _ties(tied: Alignment) -> Iterator[tuple[Block, Block]]:
    for group in tied.groups:
        for left in group.left:
            for right in group.right:
                yield left, right
    yield from tied.grids


def _homes(parts: Sequence[Sequence[Block]], told: Mapping[Node, Copy]) -> dict[Copy, int]:
    """Find the section in which most of a document stands, the first of several."""
    counts: dict[Copy, Counter[int]] = {}
    for number, part in enumerate(parts):
        for block in part:
            if block in told:
                # A table says more than a line above it.
                weight = 1 + sum(1 for _ in block.passages())
                counts.setdefault(told[block], Counter())[number] += weight
    return {owner: own.most_common(1)[0][0] for owner, own in counts.items()}
