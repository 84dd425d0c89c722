"""The anchors of a person's file: they take the names they have now, and come back where they were lost."""

from collections.abc import Iterator

from generator.roundtrip.clusters import Cluster
from generator.roundtrip.text_alignment import Alignment
from generator.roundtrip.text_changes import Shift, changes_between
from generator.roundtrip.version import Version
from generator.word.edited.edited_story import Passage
from generator.word.edited.edited_words import START, read_words
from generator.word.edited.file import WordFile
from generator.word.edited.strokes import enclose
from generator.word.xml import W


class AnchorNames:
    """The names of anchors in one text, and those they are to have."""

    def __init__(self, found: WordFile, name: str, base: Version, new: Version) -> None:
        self._found, self._name, self._base, self._new = found, name, base, new
        self._rename: dict[str, str] = {}

    def take(self, cluster: Cluster) -> None:
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

    def apply(self) -> None:
        """Rename all at once: names may change places."""
        changed = {old: new for old, new in self._rename.items() if old != new}
        if not changed:
            return
        for mark in self._found.root(self._name).iter(START):
            if (name := mark.get(f"{W}name") or "") in changed:
                mark.set(f"{W}name", changed[name])
                self._found.touch(self._name)

    def put_back(self, theirs: Alignment, ours: Alignment) -> None:
        """Put anchors back where a paragraph lost its own."""
        now = ours.partners()
        for group in theirs.groups:
            new = now.get(group.left[0])
            if len(group.left) != 1 or len(group.right) != 1 or not isinstance(new, Passage):
                continue
            there = {self._rename.get(name, name) for name in group.right[0].names}
            if there.issuperset(name for name in new.names if name in self._new.book):
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
