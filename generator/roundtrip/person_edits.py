"""What a person changed in a file, at the places of what would be printed now."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.model.units import Units
from generator.roundtrip.bare_text import bare
from generator.roundtrip.carried_edits import GONE_NOW, HIDDEN, HOLE, MOVED_ON, CarriedEdits
from generator.roundtrip.chart_pairs import chart_differences
from generator.roundtrip.clusters import Cluster, clusters
from generator.roundtrip.differences import (
    gone_entry,
    is_blank,
    is_untouched,
    kind_of,
    lost_texts,
    other_differences,
    reshaped_entries,
    text_pairs,
    texts_of,
    thing_entries,
    word_differences,
    word_entries,
    words_anywhere,
)
from generator.roundtrip.edit_account import Answer, Entry
from generator.roundtrip.person_edit import (
    Addition,
    Deletion,
    Left,
    NoteEdit,
    PersonEdit,
    Stretch,
)
from generator.roundtrip.text_alignment import Alignment, Group, align
from generator.roundtrip.version import ByKeys, Version, style_of
from generator.roundtrip.words_in_common import TELLING, is_same_row, unnumbered
from generator.word.edited.edited_story import Grid, Line, Node, Passage, Slot
from generator.word.edited.edited_words import NOTE, READ, hidden_places
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT

OF_TEMPLATE = "页眉、页脚和注释不进输入，合并时会留在文件里；常用的请改模板"
OF_CELLS = "格子的增减和合并不进输入，请改模板"
TAKEN_OUT = "不由输入决定，合并时不会放回来"
OF_CHART = "图表里的数出自输入，请在输入里改；合并时会留在文件里"
_ENDS = "。；！？，、："
_LONGEST_FIGURE = 24


def person_edits(
    found: WordFile, base: Version, new: Version, units: Units
) -> Iterator[PersonEdit]:
    """Give everything that a person changed, in the order of the text."""
    yield from _Reader(found, base, new, units).edits()
    beside = [pair for pair in text_pairs(base.file, found) if pair[0] != DOCUMENT]
    for before, there in beside:
        if is_untouched((base.file, before), (found, there)):
            continue
        tied = align(base.blocks(before), found.blocks(there))
        for entry in (*word_differences(tied), *other_differences(tied)):
            yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=OF_TEMPLATE))
    for entry in lost_texts(found, base):
        yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=OF_TEMPLATE))
    for entry in chart_differences(found, base.file):
        yield Left(entry._replace(answer=Answer.NOT_CARRIED, reason=OF_CHART))


class _Reader:
    def __init__(self, found: WordFile, base: Version, new: Version, units: Units) -> None:
        self._base, self._new, self._units = base, new, units
        self._blocks = found.blocks()
        self._theirs = align(base.blocks(DOCUMENT), self._blocks)
        self._ours = align(base.blocks(DOCUMENT), new.blocks(DOCUMENT), ByKeys(base, new))
        self._now = self._ours.partners()
        self._news = [n for n in self._ours.added if n.text.strip()]
        self._everything = words_anywhere(found, base)

    def edits(self) -> Iterator[PersonEdit]:
        """Go through cells, paragraphs, and what stands on one side only."""
        reshaped = list(reshaped_cells(self._theirs))
        inside = {id(p) for group in reshaped for p in (*group.left, *group.right)}
        whole = [c for c in clusters(self._theirs, self._ours) if id(c.left[0]) not in inside]
        for cluster in (*whole, *(self._cluster(group) for group in reshaped)):
            yield from self._group(cluster)
            yield from _things(cluster)
        for node in (node for node in self._theirs.moved if not is_blank(node)):
            reason = "挪了位置；先后次序请在输入或提纲里改"
            yield Left(Entry(Answer.NOT_CARRIED, kind_of(node), node.place, "", "", reason))
        for entry in reshaped_entries(self._theirs):
            yield Left(
                entry._replace(answer=Answer.NOT_CARRIED, reason=f"{entry.reason}；{OF_CELLS}")
            )
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
        yield from CarriedEdits(self._base, self._new, cluster.group, now, self._units).edits()

    def _gone(self, node: Node) -> Iterator[PersonEdit]:
        now = self._now.get(node)
        entry = Entry(Answer.NOT_CARRIED, kind_of(node), node.place, node.text, "")
        words = bare(node.text)
        if now is None:
            return  # the inputs dropped it as well
        if isinstance(node, Passage) and not is_blank(node) and not words:
            yield Left(gone_entry(node)._replace(answer=Answer.NOT_CARRIED, reason=TAKEN_OUT))
        if isinstance(node, Passage) and not words:
            return
        if isinstance(node, Slot):
            yield Left(entry._replace(reason=OF_CELLS))
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
        words = [bare(said.text[a:b]) for a, b in zip(ends, starts, strict=True)]
        if len("".join(words)) < TELLING:
            return bare(said.text) in self._everything
        return stands_in(words, self._everything)

    def _is_said_now(self, node: Node) -> bool:
        """Tell whether the inputs have by now what the person added; each time counts once."""
        for own in self._news:
            if type(own) is type(node) and _is_alike(own, node):
                self._news.remove(own)
                return True
        return False

    def _added(self, node: Node) -> Iterator[PersonEdit]:
        if node.text.strip() and self._is_said_now(node):
            return
        words = "\n".join(passage.text for passage in self._theirs.came(node))
        entry = Entry(Answer.NOT_CARRIED, kind_of(node), node.place, "", words)
        if isinstance(node, Passage):
            if node.text.strip() and any(t.kind in READ for t in node.things):
                yield Left(entry._replace(reason=HOLE))
            elif node.text.strip() and hidden_places(node.words):
                yield Left(entry._replace(reason=HIDDEN))
            elif node.text.strip():
                is_heading = style_of(node).startswith("Heading") and node.text[-1] not in _ENDS
                yield Addition(entry, node, self._before(node), is_heading)
        elif isinstance(node, Line):
            yield from self._added_row(node, entry)
        elif isinstance(node, Grid):
            yield Left(entry._replace(reason="另加的表不进输入，合并时会留在文件里"))
        else:
            yield Left(entry._replace(reason=OF_CELLS))
        yield from _things(Cluster((), tuple(self._theirs.came(node)), ()))

    @cached_property
    def _homes(self) -> dict[int, Passage]:
        """What paragraphs of the person were, by their ids; of several the last."""
        return {id(p): g.left[-1] for g in self._theirs.groups for p in g.right}

    @cached_property
    def _rows(self) -> dict[int, Line]:
        """What rows of the person were, by their ids."""
        return {id(theirs): own for own, theirs in self._theirs.lines}

    @cached_property
    def _slots(self) -> dict[int, Slot]:
        """What our cells are now, by their ids."""
        return {id(own): theirs for own, theirs in self._theirs.slots}

    def _before(self, node: Passage) -> Node | None:
        """Return the member of the new version behind which an added paragraph stands."""
        at = next((n for n, block in enumerate(self._blocks) if block is node), 0)
        for block in reversed(self._blocks[:at]):
            old = self._homes.get(id(block))
            if old is not None and self._now.get(old) is not None and old.text.strip():
                return self._now[old]
            if isinstance(block, Grid):
                return None
        return None

    def _added_row(self, line: Line, entry: Entry) -> Iterator[PersonEdit]:
        rows = self._rows
        table = next(theirs for _, theirs in self._theirs.grids if line in theirs.lines)
        at = table.lines.index(line)
        near = [*reversed(table.lines[:at]), *table.lines[at + 1 :]]
        own = next((rows[id(n)] for n in near if id(n) in rows and self._is_row(rows[id(n)])), None)
        now = None if own is None else self._now.get(own)
        if own is None or now is None:
            yield Left(entry._replace(reason="输入里没有放这一行的地方"))
            return
        slots = self._slots
        columns = tuple((slot, slots[id(slot)]) for slot in own.slots if id(slot) in slots)
        yield Addition(entry, line, now, columns=columns)

    def _is_row(self, line: Line) -> bool:
        """Tell a row that is repeated from one that the form always has."""
        return any("]." in self._base.book[n].key for n in line.names if n in self._base.book)


def stands_in(pieces: Sequence[str], text: str) -> bool:
    """Tell whether words stand in a text one after the other, with any figures between them."""
    first = next((number for number, piece in enumerate(pieces) if piece), len(pieces))
    if first == len(pieces):
        return False
    at = text.find(pieces[first])
    while at >= 0:
        end, gap = at + len(pieces[first]), 0
        for piece in pieces[first + 1 :]:
            gap += _LONGEST_FIGURE
            if not piece:
                continue
            found = text.find(piece, end, end + gap + len(piece))
            if found < 0:
                break
            end, gap = found + len(piece), 0
        else:
            return True
        at = text.find(pieces[first], at + 1)
    return False


def reshaped_cells(tied: Alignment) -> Iterator[Group]:
    """Give cells that hold another number of paragraphs than before, each read as one text."""
    away = {node for pair in tied.away for node in pair}
    for slot, theirs in tied.slots:
        own, others = list(slot.passages()), list(theirs.passages())
        if not away.isdisjoint((*own, *others)):
            continue
        is_plain = all(isinstance(b, Passage) for b in (*slot.blocks, *theirs.blocks))
        if is_plain and own and others and len(own) != len(others):
            yield Group(tuple(own), tuple(others))


def _is_alike(own: Node, node: Node) -> bool:
    mine, yours = bare(unnumbered(own.text)), bare(unnumbered(node.text))
    return mine == yours or (isinstance(node, Line) and is_same_row(mine, yours))


def _things(cluster: Cluster) -> Iterator[NoteEdit | Left]:
    """Give what came or went beside words: a footnote may be an input's, the rest is a matter of the file."""
    notes = [t.said for p in cluster.left for t in p.things if t.kind == NOTE]
    now = tuple(p for p in cluster.passages if p is not None)
    for entry in thing_entries(cluster.group):
        kind = (entry.now or entry.was).partition("：")[0]
        entry = entry._replace(answer=Answer.NOT_CARRIED)  # noqa: PLW2901 - the same entry
        if kind == NOTE and entry.now and notes.count(entry.was) == 1 and None not in cluster.now:
            words = entry.now.partition("：")[2].strip()
            number = notes.index(entry.was)
            yield NoteEdit(entry, Stretch(now), number, words, cluster.group.right)
            continue
        reason = f"{kind}不进输入，合并时会留在文件里" if entry.now else TAKEN_OUT
        yield Left(entry._replace(reason=reason))
