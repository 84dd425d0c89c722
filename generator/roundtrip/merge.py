"""Bring a new version into a person's own file: only what the inputs changed, and only where it stands.

Three versions are held against each other: what we wrote last, what lies there, what we would write
now. Wording that only the person changed stays; what only the inputs changed is taken; where both
changed the same, the person's stays and a comment says what the inputs have there. Everything that
a person did ends in the account.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.roundtrip.anchor_names import AnchorNames
from generator.roundtrip.arrivals import Arrivals
from generator.roundtrip.arriving_things import bring_things
from generator.roundtrip.bare_text import bare
from generator.roundtrip.chart_merge import merge_charts
from generator.roundtrip.clusters import Cluster, clusters
from generator.roundtrip.departures import Departures
from generator.roundtrip.differences import (
    gone_entry,
    is_blank,
    kind_of,
    lost_texts,
    other_differences,
    texts_of,
    word_entries,
    word_entry,
    words_anywhere,
)
from generator.roundtrip.edit_account import Account, Answer, Entry, Kind, short
from generator.roundtrip.joined_text import PARAGRAPH, joined, marks_of, write_strokes
from generator.roundtrip.merge_record import MergeRecord
from generator.roundtrip.merged_cells import MergedCells
from generator.roundtrip.merged_texts import merged_texts, order_notes
from generator.roundtrip.outdated import find_outdated, moved_figures
from generator.roundtrip.outdated_apart import outdated_apart
from generator.roundtrip.printed_text import Printed
from generator.roundtrip.text_alignment import Group, Sense, align
from generator.roundtrip.text_changes import changes_between, gathered
from generator.roundtrip.three_way import Reading, Stroke, weave
from generator.roundtrip.version import ByKeys, Version
from generator.word.comments import Comments
from generator.word.edited.edited_story import Block, Passage
from generator.word.edited.file import WordFile, is_notes
from generator.word.edited.transplant import Transplant
from generator.word.package import DOCUMENT
from generator.word.placed.footnote_part import FOOTNOTES


class Outcome(NamedTuple):
    """The person's file with ours in it, and the account of all differences."""

    data: bytes
    account: Account
    remarks: tuple[str, ...] = ()  # the comments that were hung on it


class Task(NamedTuple):
    """How the new version is to be held against what we wrote, and what is said of what both changed.

    With ``within`` only those blocks of the main text are merged, and no header, footer or chart:
    two files with other documents in them have none of these in common.
    """

    sense: Sense
    yours_stays: str = "您改过这里，文字照您的。"
    words_now: str = "输入里现在是"
    figure_now: str = "输入里的数现在是"
    dropped: str = "输入里已经没有"
    within: Sequence[Block] | None = None


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
    notes = found.parts.get(FOOTNOTES, b"")
    comments = Comments(found.parts, day)
    if comments.forget(remarks, found.root()):
        found.read_anew()
    moved = moved_figures(base.shown, new.shown)
    apart = list(outdated_apart(found, base, moved))
    entries: list[Entry] = []
    said: list[str] = []
    is_whole = task.within is None
    texts = merged_texts(found, base, new) if is_whole else [(DOCUMENT, DOCUMENT, DOCUMENT)]
    for names in texts:
        story = _Story(found, (base, new), names, comments, moved, task)
        record = story.run()
        entries += record.entries
        said += record.remarks
    if is_whole:
        for told in (*apart, *merge_charts(found, base.file, new.file)):
            entries.append(told.entry)
            if told.passage is not None:
                said.append(f"{told.entry.reason}。")
                comments.add(told.passage.element, said[-1])
                found.touch()
        entries += lost_texts(found, base)
    found.flush()
    order_notes(found, notes)
    found.replace(comments.parts(found.parts))
    return Outcome(found.bytes(), tuple(entries), tuple(said))


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
        self._name, self._moved, self._task = names[1], moved, task
        self._record = MergeRecord(found, names[1], comments)
        before = self._base.blocks(names[0])
        there = found.blocks(names[1]) if task.within is None else task.within
        now = self._new.blocks(names[2])
        self._blocks = there
        self._theirs = align(before, there)
        self._ours = align(before, now, task.sense)
        self._now = self._ours.partners()
        self._names = AnchorNames(found, names[1], self._base, self._new)
        self._departures = Departures(self._record, self._theirs, self._ours, task.dropped)
        self._merged = MergedCells(self._theirs, self._now)
        self._transplant = Transplant(self._new.file, found, comments)
        self._arrivals = Arrivals(found, self._theirs, self._ours, now, self._transplant)

    def run(self) -> MergeRecord:
        """Go through every tie, then through what stands on one side only.

        Notes come and go with the marks that refer to them, and there they are accounted for.
        """
        for cluster in clusters(self._theirs, self._ours):
            self._group(cluster)
        if is_notes(self._name):
            self._names.apply()
            own = self._record.entries
            self._record.entries = [entry for entry in own if entry.answer is not Answer.KEPT]
            return self._record
        self._missing()
        self._record.entries += other_differences(self._theirs)
        for node in self._theirs.added:
            for passage in self._theirs.came(node):
                self._outdated(passage, passage.text, [(0, len(passage.text))])
        self._names.apply()
        self._names.put_back(self._theirs, self._ours)
        self._departures.take_out()
        self._arriving()
        self._merges()
        return self._record

    def _group(self, cluster: Cluster) -> None:
        """Weave the inputs' changes into paragraphs of the person."""
        if cluster.now == (None,):
            self._record.entries += word_entries(cluster.group)
            return  # the inputs dropped it: that is weighed later
        self._names.take(cluster)
        self._weave(cluster)
        if len(cluster.left) == 1 and len(cluster.right) == 1 and len(cluster.passages) == 1:
            new = cluster.passages[0]
            if new is not None and new.things:
                bring_things(cluster.left[0], new, cluster.right[0], self._transplant, self._record)

    def _weave(self, cluster: Cluster) -> None:
        group = cluster.group
        passages = cluster.passages
        was, said = texts_of(group)
        now = PARAGRAPH.join(p.text if p is not None else "" for p in passages)
        if was == now:
            self._only_theirs(group, was, said)
            return
        before = joined([self._base.printed(p) for p in group.left])
        after = joined([self._new.printed(p) if p is not None else Printed("") for p in passages])
        own = [(c.new_start, c.new_end) for c in changes_between(before.text, said)]
        self._outdated(group.right[0], said, own)
        woven = weave(before, Reading(said, marks_of(group.right)), after)
        self._record.entries += [word_entry(group, change) for change in woven.kept]
        place = group.right[0].place
        for stroke in woven.strokes:
            kind = Kind.FIGURE if _is_figure(before, stroke) else Kind.WORDS
            written = "".join(words for words, _ in stroke.new)
            self._record.entries.append(Entry(Answer.MERGED, kind, place, stroke.was, written))
        if woven.strokes:
            write_strokes(group.right, woven.strokes, self._found.numbers())
            self._record.touch()
        for clash in woven.clashes:
            words = self._task.figure_now if clash.is_figure else self._task.words_now
            ours, brief = f"{words}：{clash.ours}", f"{words}：{short(clash.ours)}"
            if not clash.ours.strip():
                ours = brief = f"{self._task.dropped}这几个字"
            self._record.remark(group.right[0], f"{self._task.yours_stays}{ours}")
            reason = f"“{short(said)}”：{brief}"
            self._record.entries += [
                word_entry(group, change, Answer.CONFLICT, reason) for change in clash.changes
            ] or [Entry(Answer.CONFLICT, Kind.WORDS, place, said, clash.ours, reason)]

    def _only_theirs(self, group: Group, was: str, said: str) -> None:
        """Account for what only the person changed."""
        if said == was:
            return
        changes = changes_between(was, said)
        own = [(c.new_start, c.new_end) for c in changes]
        self._outdated(group.right[0], said, own)
        self._record.entries += [word_entry(group, c) for c in gathered(changes, len(was))]

    def _missing(self) -> None:
        """Account for what the person took out; a paragraph whose words stand somewhere was moved."""
        everything: str | None = None
        for node in self._theirs.gone:
            now, words = self._now.get(node), bare(node.text)
            if now is None or now.text == node.text:
                if not is_blank(node):
                    self._record.entries.append(gone_entry(node))
                continue
            kind, place = kind_of(node), node.place
            if everything is None:
                everything = words_anywhere(self._found, self._base)
            if words and words in everything:
                answer = Answer.NOT_CARRIED
                reason = f"这几个字您放到了别的地方，输入里已改为“{short(now.text)}”，请自行核对"
            else:
                answer = Answer.CONFLICT
                reason = f"您删去的“{short(node.text)}”，输入里已改为“{short(now.text)}”"
            self._record.entries.append(Entry(answer, kind, place, node.text, now.text, reason))

    def _outdated(self, passage: Passage, text: str, own: Sequence[tuple[int, int]]) -> None:
        """Tell numbers of the last version in the person's own words; nobody but them can judge those."""
        for found in find_outdated(text, own, self._moved):
            self._record.remark(passage, f"{found.reason}。")
            self._record.tell(
                Answer.NOT_CARRIED,
                Kind.FIGURE,
                passage.place,
                found.words,
                found.now,
                found.reason,
            )

    def _arriving(self) -> None:
        for arrival in self._arrivals.bring():
            self._record.touch()
            if arrival.twin is not None:
                continue  # the person's addition is in the account already
            if arrival.remark is not None and arrival.beside is not None:
                self._record.conflict(
                    arrival.beside, arrival.remark, "", arrival.node.text, kind_of(arrival.node)
                )
            elif arrival.remark is not None:
                self._record.tell(
                    Answer.NOT_CARRIED,
                    kind_of(arrival.node),
                    arrival.node.place,
                    "",
                    arrival.node.text,
                    arrival.remark,
                )
            else:
                self._record.tell(
                    Answer.MERGED, kind_of(arrival.node), arrival.node.place, "", arrival.node.text
                )

    def _merges(self) -> None:
        """Merge cells as they are merged now, and tell where a merge of the person's was torn."""
        for torn in self._merged.settle():
            self._record.touch()
            for slot in torn:
                reason = f"您上下合并的“{short(slot.text)}”，输入改动后断开了"
                passage = next(slot.passages(), None)
                if passage is not None:
                    self._record.conflict(passage, reason, slot.text, "", Kind.CELL)


def _is_figure(before: Printed, stroke: Stroke) -> bool:
    return any(
        q.start == stroke.base and stroke.was and stroke.was in before.text[q.start : q.end]
        for q in before.quoted
    )
