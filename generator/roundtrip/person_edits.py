"""What a person changed in a file, at the places of what would be printed now.

Three versions meet here as in a merge; but the person's changes are carried over to our new
version, character by character, so that each can be followed to the input it came from.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.blocks import Span, Spans
from generator.roundtrip.account import Answer, Entry, Kind, context_of
from generator.roundtrip.alignment import Alignment, Cluster, Group, align, clusters
from generator.roundtrip.differences import (
    is_blank,
    kind_of,
    lost_texts,
    other_differences,
    text_pairs,
    texts_of,
    word_differences,
    word_entries,
    words_anywhere,
)
from generator.roundtrip.printed_text import Printed, Quoted, Token, tokens_of
from generator.roundtrip.sequence_match import TELLING
from generator.roundtrip.three_way import (
    PARAGRAPH,
    Change,
    Shift,
    changes_between,
    figure_within,
    gathered,
    meets,
    token_changes,
    whole_number,
)
from generator.roundtrip.version import ByKeys, Version, style_of
from generator.word.edited.file import WordFile
from generator.word.edited.story import Block, Grid, Line, Node, Passage, Slot
from generator.word.package import DOCUMENT

MOVED_ON = "输入里也改了这一处"
GONE_NOW = "输入里已经没有这一处"
OF_TEMPLATE = "页眉、页脚和注释不进输入，合并时会留在文件里；常用的请改模板"


_ENDS = "。；！？，、："
_ANY_FIGURE = ".{1,24}?"


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


class FigureEdit(NamedTuple):
    """Something typed over a figure; ``at`` is where it would be printed now."""

    entry: Entry
    where: Stretch
    at: int
    figure: str
    words: str


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


class Left(NamedTuple):
    """A change that no input can take."""

    entry: Entry


PersonEdit = WordEdit | FigureEdit | Addition | Deletion | Left


def person_edits(found: WordFile, base: Version, new: Version) -> Iterator[PersonEdit]:
    """Give everything that a person changed, in the order of the text."""
    yield from _Reader(found, base, new).edits()
    beside = [pair for pair in text_pairs(base.file, found) if pair[0] != DOCUMENT]
    for before, there in beside:
        tied = align(base.blocks(before), found.blocks(there))
        for entry in (*word_differences(tied), *other_differences(tied)):
            yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=OF_TEMPLATE))
    for entry in lost_texts(found, base):
        yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=OF_TEMPLATE))


class _Reader:
    def __init__(self, found: WordFile, base: Version, new: Version) -> None:
        self._base, self._new = base, new
        self._blocks = found.blocks()
        self._theirs = align(base.blocks(DOCUMENT), self._blocks)
        self._ours = align(base.blocks(DOCUMENT), new.blocks(DOCUMENT), ByKeys(base, new))
        self._now = self._ours.partners()
        self._everything = words_anywhere(found, base)

    def edits(self) -> Iterator[PersonEdit]:
        """Go through cells, paragraphs, and what stands on one side only."""
        reshaped = list(_reshaped_cells(self._theirs))
        inside = {id(p) for group in reshaped for p in (*group.left, *group.right)}
        whole = [c for c in clusters(self._theirs, self._ours) if id(c.left[0]) not in inside]
        for cluster in (*whole, *(self._cluster(group) for group in reshaped)):
            yield from self._group(cluster)
            yield from _things(cluster.group)
        for node in (node for node in self._theirs.moved if not is_blank(node)):
            reason = "挪了位置；先后次序请在输入或提纲里改"
            yield Left(Entry(Answer.NOT_CARRIED, kind_of(node), node.place, "", "", reason))
        for node in self._theirs.gone:
            if id(node) not in inside:
                yield from self._gone(node)
        for node in self._theirs.added:
            if id(node) not in inside:
                yield from self._added(node)

    def _cluster(self, group: Group) -> Cluster:
        """Read a cell with its partner in the new version."""
        found = [self._now.get(p) for p in group.left]
        now = [(p,) if isinstance(p, Passage) else None for p in found]
        return Cluster(group.left, group.right, tuple(now))

    def _group(self, cluster: Cluster) -> Iterator[PersonEdit]:
        before, there = texts_of(cluster.group)
        if before == there:
            return
        now = tuple(p for p in cluster.passages if p is not None)
        if None in cluster.now:
            for entry in word_entries(cluster.group):
                yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=GONE_NOW))
            return
        yield from _Weighing(self._base, self._new, cluster.group, now).edits()

    def _gone(self, node: Node) -> Iterator[PersonEdit]:
        now = self._now.get(node)
        entry = Entry(Answer.NOT_CARRIED, kind_of(node), node.place, node.text, "")
        bare = _bare(node.text)
        if isinstance(node, Passage | Slot) and not bare:
            return
        if now is None:
            return  # the inputs dropped it as well
        if isinstance(node, Slot):
            yield Left(entry._replace(reason="格子的增减不进输入，请改模板"))
        elif isinstance(node, Passage) and self._is_somewhere(node):
            yield Left(entry._replace(reason="挪了位置；先后次序请在输入或提纲里改"))
        elif now.text != node.text:
            yield Left(entry._replace(answer=Answer.CONFLICT, reason=MOVED_ON))
        else:
            yield Deletion(entry, now)

    def _is_somewhere(self, passage: Passage) -> bool:
        """Tell whether what a paragraph said stands somewhere, perhaps with figures of another time."""
        said = self._base.printed(passage)
        ends = [0, *(quoted.end for quoted in said.quoted)]
        starts = [*(quoted.start for quoted in said.quoted), len(said.text)]
        words = [_bare(said.text[a:b]) for a, b in zip(ends, starts, strict=True)]
        if len("".join(words)) < TELLING:
            return _bare(said.text) in self._everything
        return re.search(_ANY_FIGURE.join(map(re.escape, words)), self._everything) is not None

    def _added(self, node: Node) -> Iterator[PersonEdit]:
        words = "\n".join(passage.text for passage in self._theirs.came(node))
        entry = Entry(Answer.NOT_CARRIED, kind_of(node), node.place, "", words)
        if isinstance(node, Passage):
            if node.text.strip():
                is_heading = style_of(node).startswith("Heading") and node.text[-1] not in _ENDS
                yield Addition(entry, node, self._before(node), is_heading)
            yield from _things(Group((), (node,)))
        elif isinstance(node, Line):
            yield from self._added_row(node, entry)
        elif isinstance(node, Grid):
            yield Left(entry._replace(reason="另加的表不进输入，合并时会留在文件里"))
        else:
            yield Left(entry._replace(reason="格子的增减不进输入，请改模板"))

    def _before(self, node: Passage) -> Node | None:
        """Return the member of the new version behind which an added paragraph stands."""
        homes = {id(p): g.left[-1] for g in self._theirs.groups for p in g.right}
        at = next((n for n, block in enumerate(self._blocks) if block is node), 0)
        for block in reversed(self._blocks[:at]):
            old = homes.get(id(block))
            if old is not None and self._now.get(old) is not None and old.text.strip():
                return self._now[old]
            if isinstance(block, Grid):
                return None
        return None

    def _added_row(self, line: Line, entry: Entry) -> Iterator[PersonEdit]:
        grids = [g for g, theirs in self._theirs.grids if line in theirs.lines]
        if not grids:
            return
        rows = {id(theirs): own for own, theirs in self._theirs.lines}
        table = next(theirs for _, theirs in self._theirs.grids if line in theirs.lines)
        at = table.lines.index(line)
        near = [*reversed(table.lines[:at]), *table.lines[at + 1 :]]
        own = next((rows[id(n)] for n in near if id(n) in rows and self._is_row(rows[id(n)])), None)
        now = None if own is None else self._now.get(own)
        if own is None or now is None:
            yield Left(entry._replace(reason="输入里没有放这一行的地方"))
            return
        slots = {id(a): b for a, b in self._theirs.slots}
        columns = tuple((slot, slots[id(slot)]) for slot in own.slots if id(slot) in slots)
        yield Addition(entry, line, now, columns=columns)

    def _is_row(self, line: Line) -> bool:
        """Tell a row that is repeated from one that the form always has."""
        return any("]." in self._base.book[n].key for n in line.names if n in self._base.book)


class _Weighing:
    """One group: the person's changes, carried over to what would be printed now."""

    def __init__(self, base: Version, new: Version, group: Group, now: tuple[Passage, ...]) -> None:
        self._group, self._where = group, Stretch(now)
        self._before = joined([base.printed(p) for p in group.left])
        self._after = joined([new.printed(p) for p in now])
        self._there = PARAGRAPH.join(p.text for p in group.right)
        self._plain = Shift(changes_between(self._before.text, self._there))
        self._marks = _marks(group.right)
        self._kept = self._figures()

    def edits(self) -> Iterator[PersonEdit]:
        """Give the changes of words, then what was typed over figures."""
        partners = _partners(self._before, self._after)
        mine = _tokens(
            self._before.text, [(q.start, q.end, n) for n, q in enumerate(self._before.quoted)]
        )
        theirs = _tokens(self._there, [(a, b, n) for n, (a, b) in self._kept.items()])
        ours = _tokens(self._after.text, [(q.start, q.end, n) for n, q in partners.items()])
        moved = token_changes(mine, ours, len(self._before.text), len(self._after.text))
        shift = Shift(moved)
        place = self._group.right[0].place
        changes = token_changes(mine, theirs, len(self._before.text), len(self._there))
        for change in gathered(changes, len(self._before.text)):
            entry = _entry(place, self._before.text, self._there, change)
            start, end = _carried(shift, change)
            pieces = tuple(self._pieces(theirs, change, partners))
            said = "".join(piece.text for piece in pieces)
            if self._after.text[start:end] == said:
                continue  # the inputs say so by now
            if any(
                meets(change, m.start, m.end) or meets(m, change.start, change.end) for m in moved
            ):
                yield Left(entry._replace(answer=Answer.CONFLICT, reason=MOVED_ON))
            else:
                yield WordEdit(entry, self._where, start, end, pieces)
        yield from self._typed_over(partners)

    def _typed_over(self, partners: dict[int, Quoted]) -> Iterator[PersonEdit]:
        place = self._group.right[0].place
        for number, (start, end) in self._kept.items():
            quoted = self._before.quoted[number]
            was, words = self._before.text[quoted.start : quoted.end], self._there[start:end]
            if _bare(words) == _bare(was):
                continue
            around = context_of(self._there, start, end)
            entry = Entry(Answer.NOT_CARRIED, Kind.FIGURE, place, was, words, "", around)
            now = partners.get(number)
            shown = "" if now is None else self._after.text[now.start : now.end]
            if _bare(shown) == _bare(words):
                continue
            if now is None or shown != was:
                reason = GONE_NOW if now is None else f"{MOVED_ON}：现在是 {shown}"
                yield Left(entry._replace(answer=Answer.CONFLICT, reason=reason))
            else:
                yield FigureEdit(entry, self._where, now.start, quoted.figure, words)

    def _figures(self) -> dict[int, tuple[int, int]]:
        """Find the figures in the person's text: by their anchors, else between words that stayed."""
        found: dict[int, tuple[int, int]] = {}
        at = 0
        for number, quoted in enumerate(self._before.quoted):
            place = self._place_of(quoted)
            if place is not None and place[0] >= at:
                found[number] = place
                at = place[1]
        return found

    def _place_of(self, quoted: Quoted) -> tuple[int, int] | None:
        old = self._before.text[quoted.start : quoted.end]
        start, end = self._marks.get(quoted.name, (0, 0))
        if start < end and _could_be(self._there[start:end], old):
            return figure_within(self._there, start, end, old)
        changes = changes_between(self._before.text, self._there)
        around = [c for c in changes if meets(c, quoted.start, quoted.end)]
        if any(c.start < quoted.start or c.end > quoted.end for c in around):
            return None
        start, end = self._plain.begin(quoted.start), self._plain.finish(quoted.end)
        if start >= end:
            return None
        return whole_number(self._there, start, end, old)

    def _pieces(
        self, theirs: Sequence[Token], change: Change, partners: dict[int, Quoted]
    ) -> Iterator[Span]:
        words = ""
        for token in theirs:
            if not change.new_start <= token.start < change.new_end:
                continue
            number = int(token.key[1:]) if token.key.startswith("\0") else -1
            if number not in partners:
                words += self._there[token.start : token.end]
                continue
            if words:
                yield Span(words.replace(PARAGRAPH, "\n"))
                words = ""
            now = partners[number]
            yield Span(self._after.text[now.start : now.end], now.figure)
        if words:
            yield Span(words.replace(PARAGRAPH, "\n"))


def joined(said: Sequence[Printed]) -> Printed:
    """Put paragraphs behind each other as one text."""
    if len(said) == 1:
        return said[0]
    quoted: list[Quoted] = []
    at = 0
    for one in said:
        quoted += [q._replace(start=q.start + at, end=q.end + at) for q in one.quoted]
        at += len(one.text) + 1
    return Printed(PARAGRAPH.join(one.text for one in said), tuple(quoted))


def _could_be(words: str, old: str) -> bool:
    """Tell whether words in an anchor still are what the figure was, typed over: a number, one line."""
    if not any(character.isdigit() for character in old):
        return PARAGRAPH not in words
    return any(c.isdigit() for c in words) and len(words) <= max(2 * len(old), len(old) + 8)


def _tokens(text: str, figures: Sequence[tuple[int, int, int]]) -> list[Token]:
    """Cut words up; every figure is one token that bears its number."""
    found: list[Token] = []
    at = 0
    for start, end, number in sorted(figures):
        found += tokens_of(text, at, start)
        found.append(Token(f"\0{number}", start, end))
        at = end
    return [*found, *tokens_of(text, at, len(text))]


def _partners(before: Printed, after: Printed) -> dict[int, Quoted]:
    """Pair the figures of both versions: the first of its kind with the first, and so on."""
    left: dict[str, list[Quoted]] = {}
    for quoted in after.quoted:
        left.setdefault(quoted.figure, []).append(quoted)
    return {
        number: left[quoted.figure].pop(0)
        for number, quoted in enumerate(before.quoted)
        if left.get(quoted.figure)
    }


def _carried(shift: Shift, change: Change) -> tuple[int, int]:
    if change.start == change.end:
        at = shift.finish(change.start)
        return at, at
    return shift.begin(change.start), shift.finish(change.end)


def _marks(passages: Sequence[Passage]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for passage in passages:
        for name, mark in passage.words.marks.items():
            if mark.start is not None and mark.end is not None:
                found[name] = (at + mark.start, at + mark.end)
        at += len(passage.text) + 1
    return found


def _reshaped_cells(tied: Alignment) -> Iterator[Group]:
    """Give cells that hold another number of paragraphs than before, each read as one text."""
    away = {node for pair in tied.away for node in pair}
    for slot, theirs in tied.slots:
        own, others = list(slot.passages()), list(theirs.passages())
        if not away.isdisjoint((*own, *others)):
            continue
        is_plain = all(isinstance(b, Passage) for b in (*slot.blocks, *theirs.blocks))
        if is_plain and own and others and len(own) != len(others):
            yield Group(tuple(own), tuple(others))


def _things(group: Group) -> Iterator[Left]:
    """Give what came beside words: it stays in the file and goes into no input."""
    known = [thing.kind for passage in group.left for thing in passage.things]
    for passage in group.right:
        for thing in passage.things:
            if thing.kind in known:
                known.remove(thing.kind)
                continue
            reason = f"{thing.kind}不进输入，合并时会留在文件里"
            yield Left(Entry(Answer.NOT_CARRIED, Kind.THING, passage.place, "", thing.said, reason))


def _entry(place: DocumentPlace, before: str, there: str, change: Change) -> Entry:
    was = before[change.start : change.end].replace(PARAGRAPH, "¶")
    now = there[change.new_start : change.new_end].replace(PARAGRAPH, "¶")
    around = context_of(there, change.new_start, change.new_end).replace(PARAGRAPH, "¶")
    return Entry(Answer.NOT_CARRIED, Kind.WORDS, place, was, now, "", around)


def _bare(text: str) -> str:
    return "".join(text.split())


__all__ = [
    "Addition", "Block", "Deletion", "FigureEdit", "Left", "PersonEdit", "Stretch", "WordEdit",
    "person_edits",
]  # fmt: skip
