"""Bring a new version into a person's own file: only what the inputs changed, and only where it stands.

Three versions are held against each other: what we wrote last, what lies there, what we would write
now. Wording that only the person changed stays; what only the inputs changed is taken; where both
changed the same, the person's stays and a comment says what the inputs have there. Everything that
a person did ends in the account.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.roundtrip.account import Account, Answer, Entry, Kind, short
from generator.roundtrip.alignment import Cluster, Group, Sense, align, clusters
from generator.roundtrip.arrivals import Arrivals
from generator.roundtrip.differences import (
    gone_entry,
    is_blank,
    kind_of,
    lost_texts,
    other_differences,
    text_pairs,
    texts_of,
    word_entries,
    word_entry,
    words_anywhere,
)
from generator.roundtrip.outdated import find_outdated, moved_figures
from generator.roundtrip.printed_text import Printed
from generator.roundtrip.three_way import (
    PARAGRAPH,
    Reading,
    Shift,
    Stroke,
    changes_between,
    gathered,
    weave,
)
from generator.roundtrip.version import ByKeys, Version
from generator.word.comments import Comments
from generator.word.edited.file import WordFile
from generator.word.edited.removal import remove_block, remove_row, set_merge
from generator.word.edited.story import Grid, Line, Node, Passage, Slot
from generator.word.edited.strokes import Piece, enclose, put
from generator.word.edited.transplant import Transplant
from generator.word.edited.words import MOVABLE, START, read_words
from generator.word.package import DOCUMENT
from generator.word.xml import W


class Outcome(NamedTuple):
    """The person's file with ours in it, and the account of all differences."""

    data: bytes
    account: Account
    remarks: tuple[str, ...] = ()  # the comments that were hung on it


class Task(NamedTuple):
    """How the new version is to be held against what we wrote, and what is said of what both changed."""

    sense: Sense
    yours_stays: str = "您改过这里，文字照您的。"
    words_now: str = "输入里现在是"
    figure_now: str = "输入里的数现在是"
    dropped: str = "输入里已经没有"


def merge(
    found: WordFile,
    base: Version,
    new: Version,
    day: datetime.date | None,
    task: Task | None = None,
    remarks: Sequence[str] = (),
) -> Outcome:
    """Bring a new version into a person's file."""
    task = task or Task(ByKeys(base, new))
    comments = Comments(found.parts, day)
    if comments.forget(remarks, found.root()):
        found.touch()
    moved = moved_figures(base.shown, new.shown)
    entries: list[Entry] = []
    said: list[str] = []
    for names in _texts(found, base, new):
        story = _Story(found, (base, new), names, comments, moved, task)
        entries += story.run()
        said += story.remarks
    entries += lost_texts(found, base)
    entries += _parts(found, base, new)
    found.flush()
    found.replace(comments.parts(found.parts))
    return Outcome(found.bytes(), tuple(entries), tuple(said))


def _texts(found: WordFile, base: Version, new: Version) -> Iterator[tuple[str, str, str]]:
    """Pair the texts of three versions."""
    later = dict(text_pairs(base.file, new.file))
    for before, there in text_pairs(base.file, found):
        if before not in later:
            continue
        now = later[before]
        ours, theirs = base.file.parts[before], found.parts[there]
        if before == DOCUMENT or not (ours == theirs and ours == new.file.parts[now]):
            yield before, there, now


class _Story:
    """One text of the file."""

    def __init__(
        self,
        found: WordFile,
        versions: tuple[Version, Version],
        names: tuple[str, str, str],
        comments: Comments,
        moved: Mapping[str, tuple[str, str]],
        task: Task,
    ) -> None:
        self._found, (self._base, self._new) = found, versions
        self._name, self._comments, self._moved, self._task = names[1], comments, moved, task
        before, there = self._base.blocks(names[0]), found.blocks(names[1])
        now = self._new.blocks(names[2])
        self._theirs = align(before, there)
        self._ours = align(before, now, task.sense)
        self._clusters = clusters(self._theirs, self._ours)
        self._there = self._theirs.partners()
        self._now = self._ours.partners()
        self._transplant = Transplant(self._new.file, found, comments)
        self._arrivals = Arrivals(found, self._theirs, self._ours, now, self._transplant)
        self._entries: list[Entry] = []
        self._rename: dict[str, str] = {}
        self.remarks: list[str] = []

    def run(self) -> list[Entry]:
        """Go through every tie, then through what stands on one side only."""
        for cluster in self._clusters:
            self._group(cluster)
        self._missing()
        self._entries += other_differences(self._theirs)
        for node in self._theirs.added:
            for passage in self._theirs.came(node):
                self._outdated(passage, passage.text, [(0, len(passage.text))])
        self._apply_names()
        self._anchor()
        self._dropped()
        self._arriving()
        self._merges()
        return self._entries

    def _group(self, cluster: Cluster) -> None:
        """Weave the inputs' changes into paragraphs of the person."""
        if cluster.now == (None,):
            self._entries += word_entries(cluster.group)
            return  # the inputs dropped it: that is weighed later
        self._take_names(cluster)
        self._weave(cluster)
        if len(cluster.left) == 1 and len(cluster.right) == 1 and len(cluster.passages) == 1:
            new = cluster.passages[0]
            if new is not None and new.things:
                self._bring_things(cluster.left[0], new, cluster.right[0])

    def _weave(self, cluster: Cluster) -> None:
        group = cluster.group
        passages = cluster.passages
        was, said = texts_of(group)
        now = PARAGRAPH.join(p.text if p is not None else "" for p in passages)
        if was == now:
            self._only_theirs(group, was, said)
            return
        before = _joined([self._base.printed(p) for p in group.left])
        after = _joined([self._new.printed(p) if p is not None else Printed("") for p in passages])
        own = [(c.new_start, c.new_end) for c in changes_between(before.text, said)]
        self._outdated(group.right[0], said, own)
        woven = weave(before, Reading(said, _marks(group.right)), after)
        self._entries += [word_entry(group, change) for change in woven.kept]
        place = group.right[0].place
        for stroke in woven.strokes:
            kind = Kind.FIGURE if _is_figure(before, stroke) else Kind.WORDS
            written = "".join(words for words, _ in stroke.new)
            self._entries.append(Entry(Answer.MERGED, kind, place, stroke.was, written))
        self._write(group.right, woven.strokes)
        for clash in woven.clashes:
            words = self._task.figure_now if clash.is_figure else self._task.words_now
            remark = f"{self._task.yours_stays}{words}：{clash.ours}"
            self._remark(group.right[0], remark)
            reason = f"“{short(said)}”：{words}：{short(clash.ours)}"
            self._entries += [
                word_entry(group, change, Answer.CONFLICT, reason) for change in clash.changes
            ] or [Entry(Answer.CONFLICT, Kind.WORDS, place, said, clash.ours, reason)]

    def _only_theirs(self, group: Group, was: str, said: str) -> None:
        """Account for what only the person changed."""
        if said == was:
            return
        changes = changes_between(was, said)
        own = [(c.new_start, c.new_end) for c in changes]
        self._outdated(group.right[0], said, own)
        self._entries += [word_entry(group, c) for c in gathered(changes, len(was))]

    def _bring_things(self, old: Passage, new: Passage, theirs: Passage) -> None:
        """Bring what the new version has in a paragraph beside words: notes, comments, pictures."""
        known = [thing.kind for thing in (*old.things, *theirs.things)]
        fresh = []
        for thing in new.things:
            if thing.kind in known:
                known.remove(thing.kind)
            else:
                fresh.append(thing)
        for thing in reversed(fresh):
            if thing.kind not in MOVABLE:
                reason = f"{thing.kind}没有带过来"
                self._tell(Answer.NOT_CARRIED, Kind.THING, theirs.place, "", thing.said, reason)
                continue
            words = read_words(theirs.element)
            at = Shift(changes_between(new.text, words.text)).finish(thing.at)
            self._transplant.place(thing, words, at)
            self._found.touch(self._name)
            self._tell(Answer.MERGED, Kind.THING, theirs.place, "", thing.said)

    def _write(self, passages: Sequence[Passage], strokes: Sequence[Stroke]) -> None:
        starts = [0]
        for passage in passages:
            starts.append(starts[-1] + len(passage.text) + 1)
        for stroke in reversed(strokes):
            self._found.touch(self._name)
            for number in range(len(passages) - 1, -1, -1):
                first, last = starts[number], starts[number + 1] - 1
                start, end = max(stroke.start, first), min(stroke.end, last)
                is_home = first <= stroke.start <= last
                if start > end or (not is_home and start == end):
                    continue
                pieces = [Piece(*piece) for piece in stroke.new] if is_home else []
                put(
                    passages[number].words,
                    start - first,
                    end - first,
                    pieces,
                    self._found.numbers(),
                )

    def _take_names(self, cluster: Cluster) -> None:
        """Give anchors the names that they have now."""
        now = [p for p in cluster.passages if p is not None]
        if [n for p in cluster.left for n in p.names] == [n for p in now for n in p.names]:
            return
        mine = [name for p in cluster.left for name in self._base.whole_names(p)]
        yours = [name for p in now for name in self._new.whole_names(p)]
        if len(mine) == len(yours) or len(cluster.left) == len(now) == 1:
            self._rename |= dict(zip(mine, yours, strict=False))
        left: dict[str, list[str]] = {}
        for passage in now:
            for quoted in self._new.printed(passage).quoted:
                left.setdefault(quoted.figure, []).append(quoted.name)
        for passage in cluster.left:
            for quoted in self._base.printed(passage).quoted:
                if left.get(quoted.figure):
                    self._rename[quoted.name] = left[quoted.figure].pop(0)

    def _apply_names(self) -> None:
        """Rename all at once: names may change places."""
        changed = {old: new for old, new in self._rename.items() if old != new}
        if not changed:
            return
        for mark in self._found.root(self._name).iter(START):
            if (name := mark.get(f"{W}name") or "") in changed:
                mark.set(f"{W}name", changed[name])
                self._found.touch(self._name)

    def _anchor(self) -> None:
        """Put anchors back where a paragraph lost its own."""
        for group in self._theirs.groups:
            new = self._now.get(group.left[0])
            if len(group.left) != 1 or len(group.right) != 1 or not isinstance(new, Passage):
                continue
            theirs = {self._rename.get(name, name) for name in group.right[0].names}
            if theirs.issuperset(name for name in new.names if name in self._new.book):
                continue
            wanted = dict(self._wanted(new))
            words = read_words(group.right[0].element)
            lost = [name for name in wanted if name not in words.marks]
            if not lost or not words.text:
                continue
            shift = Shift(changes_between(new.text, words.text))
            for name in lost:
                start, end = (shift.begin(wanted[name][0]), shift.finish(wanted[name][1]))
                is_figure = not self._new.book[name].is_whole
                if is_figure and words.text[start:end] != new.text[slice(*wanted[name])]:
                    continue
                enclose(words, start, end, name, self._found.numbers())
                words = read_words(group.right[0].element)
                self._found.touch(self._name)

    def _wanted(self, new: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
        """Give the anchors of a paragraph of ours and what they enclose."""
        for name, mark in new.words.marks.items():
            if name in self._new.book and mark.start is not None and mark.end is not None:
                yield name, (mark.start, mark.end)

    def _missing(self) -> None:
        """Account for what the person took out; a paragraph whose words stand somewhere was moved."""
        everything = words_anywhere(self._found, self._base)
        for node in self._theirs.gone:
            now, bare = self._now.get(node), _bare(node.text)
            if now is None or now.text == node.text:
                if not is_blank(node):
                    self._entries.append(gone_entry(node))
                continue
            kind, place = kind_of(node), node.place
            if bare and bare in everything:
                answer = Answer.NOT_CARRIED
                reason = f"这几个字您放到了别的地方，输入里已改为“{short(now.text)}”，请自行核对"
            else:
                answer = Answer.CONFLICT
                reason = f"您删去的“{short(node.text)}”，输入里已改为“{short(now.text)}”"
            self._entries.append(Entry(answer, kind, place, node.text, now.text, reason))

    def _outdated(self, passage: Passage, text: str, own: Sequence[tuple[int, int]]) -> None:
        """Tell numbers of the last version in the person's own words; nobody but them can judge those."""
        for found in find_outdated(text, own, self._moved):
            reason = f"您写的“{found.words}”是上一版的数，现在是 {found.now}"
            self._remark(passage, f"{reason}。")
            entry = Entry(
                Answer.NOT_CARRIED, Kind.FIGURE, passage.place, found.words, found.now, reason
            )
            self._entries.append(entry)

    def _dropped(self) -> None:
        """Take out what the inputs no longer have, when all in it is ours."""
        groups = {p: g for g in self._theirs.groups for p in g.left}
        for node in self._ours.gone:
            if isinstance(node, Passage):
                self._drop_passage(node, groups.get(node))
            elif isinstance(node, Line | Grid):
                self._drop(node)

    def _drop_passage(self, node: Passage, group: Group | None) -> None:
        if group is None or len(group.left) > 1:
            return  # deleted by the person already, or joined with others: then its words were weighed
        theirs = group.right[0]
        if len(group.right) == 1 and self._is_ours(node, theirs) and remove_block(theirs.element):
            self._found.touch(self._name)
            self._tell(Answer.MERGED, Kind.PARAGRAPH, theirs.place, node.text, "")
        elif node.text.strip() or theirs.text.strip():
            text = f"您改过的“{short(theirs.text)}”，{self._task.dropped}"
            self._conflict(theirs, text, theirs.text, "", Kind.PARAGRAPH)

    def _drop(self, node: Line | Grid) -> None:
        theirs = self._there.get(node)
        if theirs is None:
            return
        slots = [
            s for line in (node.lines if isinstance(node, Grid) else [node]) for s in line.slots
        ]
        members = [self._there.get(slot) for slot in slots]
        lines = theirs.lines if isinstance(theirs, Grid) else [theirs]
        others = [s for line in lines if isinstance(line, Line) for s in line.slots]
        is_whole = set(others) == set(members) and len(others) == len(slots)
        pairs = zip(slots, members, strict=True)
        is_ours = is_whole and all(m is not None and self._is_ours(s, m) for s, m in pairs)
        gone = remove_row if isinstance(node, Line) else remove_block
        if is_ours and gone(theirs.element):
            self._found.touch(self._name)
            self._tell(Answer.MERGED, kind_of(node), theirs.place, node.text, "")
            return
        text = f"您改过的“{short(theirs.text)}”所在的{kind_of(node)}，{self._task.dropped}"
        first = next(theirs.passages(), None)
        if first is not None:
            self._conflict(first, text, theirs.text, "", kind_of(node))

    @staticmethod
    def _is_ours(node: Node, theirs: Node) -> bool:
        """Tell whether nothing stands there that we did not write."""
        things = sorted(t.kind for p in node.passages() for t in p.things)
        others = sorted(t.kind for p in theirs.passages() for t in p.things)
        return node.text == theirs.text and things == others

    def _arriving(self) -> None:
        for arrival in self._arrivals.bring():
            self._found.touch(self._name)
            if arrival.twin is not None:
                continue  # the person's addition is in the account already
            if arrival.remark is not None and arrival.beside is not None:
                self._conflict(
                    arrival.beside, arrival.remark, "", arrival.node.text, kind_of(arrival.node)
                )
            elif arrival.remark is not None:
                self._tell(
                    Answer.NOT_CARRIED,
                    kind_of(arrival.node),
                    arrival.node.place,
                    "",
                    arrival.node.text,
                    arrival.remark,
                )
            else:
                self._tell(
                    Answer.MERGED, kind_of(arrival.node), arrival.node.place, "", arrival.node.text
                )

    def _merges(self) -> None:
        """Merge cells as they are merged now, where the person left them as they were."""
        for slot, theirs in self._theirs.slots:
            now = self._now.get(slot)
            if isinstance(now, Slot) and slot.merge == theirs.merge != now.merge:
                set_merge(theirs.element, now.merge)
                self._found.touch(self._name)

    def _conflict(
        self, passage: Passage, text: str, was: str, now: str, kind: Kind = Kind.WORDS
    ) -> None:
        self._remark(passage, text)
        self._tell(Answer.CONFLICT, kind, passage.place, was, now, text)

    def _remark(self, passage: Passage, text: str) -> None:
        """Hang a comment on a paragraph; headers and notes cannot have any."""
        if self._name == DOCUMENT:
            self.remarks.append(text)
            self._comments.add(passage.element, text)
            self._found.touch(self._name)

    def _tell(
        self, answer: Answer, kind: Kind, place: DocumentPlace, was: str, now: str, reason: str = ""
    ) -> None:
        self._entries.append(Entry(answer, kind, place, was, now, reason))


def _joined(said: Sequence[Printed]) -> Printed:
    """Put paragraphs behind each other."""
    if len(said) == 1:
        return said[0]
    text = PARAGRAPH.join(one.text for one in said)
    quoted, at = [], 0
    for one in said:
        quoted += [q._replace(start=q.start + at, end=q.end + at) for q in one.quoted]
        at += len(one.text) + 1
    return Printed(text, tuple(quoted))


def _is_figure(before: Printed, stroke: Stroke) -> bool:
    return any(
        q.start == stroke.base and stroke.was and stroke.was in before.text[q.start : q.end]
        for q in before.quoted
    )


def _parts(found: WordFile, base: Version, new: Version) -> Iterator[Entry]:
    """Bring charts and their figures, which are parts of their own."""
    brought = {}
    for name, data in new.file.parts.items():
        if not name.startswith(("word/charts/", "word/embeddings/")):
            continue
        before = base.file.parts.get(name)
        if before == data:
            continue
        if before is not None and found.parts.get(name) == before:
            brought[name] = data
        elif name.endswith(".xml"):
            place = DocumentPlace(part="图表")
            yield Entry(
                Answer.NOT_CARRIED,
                Kind.THING,
                place,
                "",
                "",
                "图表里的数在您的文件里没有更新，见新版",
            )
    found.replace(brought)


def _marks(passages: Sequence[Passage]) -> dict[str, tuple[int, int]]:
    """Return where anchors enclose something, over paragraphs behind each other."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for passage in passages:
        for name, mark in passage.words.marks.items():
            if mark.start is not None and mark.end is not None:
                found[name] = (at + mark.start, at + mark.end)
        at += len(passage.text) + 1
    return found


def _bare(text: str) -> str:
    return "".join(text.split())
