"""Merge a new version into a person's own file: an edit script from three versions of every value.

Wording that only the person changed stays; what only the inputs changed is taken; where both
changed, figures are brought up to date inside the person's words, or a comment says what the
inputs would have there. Text is never generated over theirs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from generator.model.blocks import Spans
from generator.model.edits import (
    Comment,
    Edit,
    Insert,
    Put,
    PutFigure,
    Remove,
    Rename,
    SameMerges,
    Stretch,
)
from generator.rebuild.sentences import merge_sentences, with_figures
from generator.rebuild.values import Value, recorded_values

_ROW = re.compile(r"(?P<row>.+\])\.\w+$")
_MARKS = "。，、；：！？"


@dataclass(slots=True)
class Script:
    """What is to be done, and what came of it."""

    edits: list[Edit] = field(default_factory=list)
    taken: int = 0
    kept: int = 0
    conflicts: list[str] = field(default_factory=list)


def merge_documents(
    base: Sequence[Mapping[str, Any]],
    now: Sequence[Mapping[str, Any]],
    stretches: Mapping[str, Stretch],
) -> Script:
    """Make the edit script for all documents of a file."""
    script = Script()
    before = {document["id"]: document for document in base}
    for document in now:
        old = recorded_values(before[document["id"]]) if document["id"] in before else []
        _Merge(old, recorded_values(document), stretches, script).run()
    return script


def carry_documents(
    base: Sequence[Mapping[str, Any]],
    now: Sequence[Mapping[str, Any]],
    edited: Mapping[str, Stretch],
    present: Mapping[str, Stretch],
) -> Script:
    """Carry what a person changed in one file into another that holds the same documents.

    ``edited`` is what their file says, ``present`` what the other file says now.
    """
    script = Script()
    before = {document["id"]: document for document in base}
    for document in now:
        if document["id"] in before:
            old, new = recorded_values(before[document["id"]]), recorded_values(document)
            for one, other in _pairs(old, new):
                _carry(one, other, edited, present, script)
    return script


def _carry(
    old: Value,
    new: Value,
    edited: Mapping[str, Stretch],
    present: Mapping[str, Stretch],
    script: Script,
) -> None:
    person, here = edited.get(old.name), present.get(new.name)
    if (
        person is None
        or here is None
        or _same(person.text, old.text)
        or _same(person.text, here.text)
    ):
        return
    if not _same(here.text, new.text):
        script.edits.append(Comment(new.name, f"另一份文件里改成了：{person.text}"))
        script.conflicts.append(f"“{_short(new.text)}”在两份文件里改得不同")
        return
    spans = _carried(old, new, person)
    if spans is None:
        script.edits.append(Comment(new.name, f"另一份文件里改成了：{person.text}"))
        script.conflicts.append(f"“{_short(new.text)}”：输入和另一份文件都改了")
        return
    known = {span.figure for span in spans if span.figure}
    names = tuple(name for name, figure in new.figures if figure in known)
    script.edits.append(Put(new.name, spans, names))
    script.kept += 1


def _carried(old: Value, new: Value, person: Stretch) -> Spans | None:
    """Return a person's words with the figures of now (``None``: the inputs changed words, too)."""
    text = _with_mark(person.text, old.text)
    if old.frame != new.frame:
        merged = merge_sentences(old.spans, text, new.spans)
        return None if merged.collisions else merged.spans
    shown = {span.figure: span.text for span in new.spans if span.figure}
    return tuple(span for span in with_figures(text, old.spans, shown) if span.text)


class _Merge:
    def __init__(
        self,
        old: Sequence[Value],
        new: Sequence[Value],
        stretches: Mapping[str, Stretch],
        script: Script,
    ) -> None:
        self._old, self._new, self._stretches, self._script = old, new, stretches, script
        self._pairs = _pairs(old, new)

    def run(self) -> None:
        """Decide for every value; names are brought up to date first."""
        by_new = {new.name: old for old, new in self._pairs}
        for old, new in self._pairs:
            self._rename(old, new)
        gone = {old.name for old, _ in self._pairs}
        dropped = [v for v in self._old if v.name not in gone and v.is_narrative]
        for number, value in enumerate(dropped):
            # Another paragraph may bear its name now.
            self._script.edits.append(Rename(value.name, _aside(value, number)))
        self._rows()
        for old, new in self._pairs:
            self._decide(old, new)
        for number, value in enumerate(dropped):
            self._drop(value, _aside(value, number))
        self._insert_paragraphs(by_new)

    def _rename(self, old: Value, new: Value) -> None:
        if old.name != new.name:
            self._script.edits.append(Rename(old.name, new.name))
        for (before, _), (after, _) in zip(old.figures, new.figures, strict=False):
            if before != after:
                self._script.edits.append(Rename(before, after))

    def _decide(self, old: Value, new: Value) -> None:
        person = self._stretches.get(old.name)
        if person is None:
            if old.text != new.text:
                self._script.conflicts.append(
                    f"您删去的“{_short(old.text)}”，输入里已改为“{_short(new.text)}”"
                )
            return
        is_edited = not _same(person.text, old.text)
        if old.text == new.text or _same(person.text, new.text):
            self._script.kept += is_edited
        elif not is_edited and person.is_alone:
            self._script.edits.append(Put(new.name, new.spans, tuple(n for n, _ in new.figures)))
            self._script.taken += 1
        elif old.frame == new.frame and not new.is_figure:
            self._figures(old, new, person)
        else:
            self._sentences(old, new, person)

    def _figures(self, old: Value, new: Value, person: Stretch) -> None:
        """The person changed words, the inputs changed figures: the words stay, the figures move."""
        lost = self._move_figures(old, new, person)
        self._script.taken += 1
        self._script.kept += 1
        if lost:
            self._conflict(new, f"输入里的数现在是 {'、'.join(lost)}")

    def _move_figures(self, old: Value, new: Value, person: Stretch) -> list[str]:
        """Put figures that both versions have where they stand; returns those that stand nowhere."""
        lost = []
        for before, after in _same_figures(old, new):
            if before.shown == after.shown:
                continue
            if person.figures.get(before.anchor) == before.shown:
                self._script.edits.append(
                    PutFigure(new.name, after.anchor, before.shown, after.shown)
                )
            elif person.text.count(before.shown) == 1:
                self._script.edits.append(PutFigure(new.name, "", before.shown, after.shown))
            elif after.shown not in person.text:
                lost.append(after.shown)
        return lost

    def _sentences(self, old: Value, new: Value, person: Stretch) -> None:
        if not person.is_alone or new.is_figure:
            self._move_figures(old, new, person)
            self._conflict(new, f"输入里现在是：{new.text}")
            return
        merged = merge_sentences(old.spans, _with_mark(person.text, old.text), new.spans)
        known = dict.fromkeys(span.figure for span in merged.spans if span.figure)
        names = tuple(name for name, figure in new.figures if figure in known)
        self._script.edits.append(Put(new.name, merged.spans, names))
        self._script.taken += 1
        self._script.kept += 1
        for theirs in merged.collisions:
            self._conflict(new, f"输入里现在是：{theirs}")

    def _conflict(self, new: Value, text: str) -> None:
        self._script.edits.append(Comment(new.name, f"您改过这里，文字照您的。{text}"))
        self._script.conflicts.append(f"“{_short(new.text)}”：{_short(text)}")

    def _drop(self, value: Value, name: str) -> None:
        """A paragraph that the inputs no longer have goes, unless the person worked on it."""
        person = self._stretches.get(value.name)
        if person is None:
            return
        if _same(person.text, value.text):
            self._script.edits.append(Remove(name))
            self._script.taken += 1
        else:
            text = f"您改过的“{_short(person.text)}”，输入里已经没有"
            self._script.edits.append(Comment(name, text))
            self._script.conflicts.append(text)

    def _insert_paragraphs(self, by_new: Mapping[str, Value]) -> None:
        """Bring new paragraphs, each behind the one that precedes it now."""
        previous, done = "", set()
        first = next((v.name for v in self._new if v.name in by_new and v.is_narrative), "")
        for value in self._new:
            if not value.is_narrative:
                continue
            if value.name in by_new:
                if by_new[value.name].name in self._stretches:
                    previous = value.name
                continue
            owner = value.key.removesuffix(".lead")
            if owner not in done:
                done.add(owner)
                before = "" if previous else first
                self._script.edits.append(Insert(value.name, previous, before))
                self._script.taken += 1
            previous = value.name

    def _rows(self) -> None:
        """Bring new rows, take out rows that are gone, and merge cells as they are now."""
        old_rows, new_rows = _rows(self._old), _rows(self._new)
        removed = [row for row in old_rows if row not in new_rows]
        added = [row for row in new_rows if row not in old_rows]
        if not removed and not added:
            return
        for row in removed:
            self._drop_row(old_rows[row])
        previous: dict[str, str] = {}
        present = [row for row in new_rows if row in old_rows]
        for row, values in new_rows.items():
            kind = row.split("[")[0]
            anchor = values[0].name
            if row in old_rows:
                previous[kind] = anchor
                continue
            following = next((new_rows[r][0].name for r in present if r.split("[")[0] == kind), "")
            place = previous.get(kind, "")
            self._script.edits.append(
                Insert(anchor, place, "" if place else following, is_row=True)
            )
            self._script.taken += 1
            previous[kind] = anchor
        for row in present:
            anchor = new_rows[row][0].name
            self._script.edits.append(SameMerges(anchor, anchor))

    def _drop_row(self, values: Sequence[Value]) -> None:
        edited = [
            v
            for v in values
            if v.name in self._stretches and not _same(self._stretches[v.name].text, v.text)
        ]
        if edited:
            text = (
                f"您改过的“{_short(self._stretches[edited[0].name].text)}”所在的行，输入里已经没有"
            )
            self._script.edits.append(Comment(edited[0].name, text))
            self._script.conflicts.append(text)
            return
        anchor = next((v.name for v in values if v.name in self._stretches), "")
        if anchor:
            self._script.edits.append(Remove(anchor, is_row=True))
            self._script.taken += 1


class _Shown(NamedTuple):
    anchor: str
    shown: str


def _same_figures(old: Value, new: Value) -> Iterator[tuple[_Shown, _Shown]]:
    """Pair the figures of two versions: the first 98% with the first 98%, and so on."""
    left = _shown_by_figure(new)
    for figure, befores in _shown_by_figure(old).items():
        yield from zip(befores, left.get(figure, ()), strict=False)


def _shown_by_figure(value: Value) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = {}
    texts = [span.text for span in value.spans if span.figure]
    for (anchor, figure), text in zip(value.figures, texts, strict=False):
        found.setdefault(figure, []).append(_Shown(anchor, text))
    return found


def _aside(value: Value, number: int) -> str:
    return f"{value.name}_{9000 + number}"


def _pairs(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Pair values: cells by their keys, text by what it says, since paragraphs are counted."""
    pairs: list[tuple[Value, Value]] = []
    cells = _by_key(v for v in old if not v.is_narrative)
    for key, values in _by_key(v for v in new if not v.is_narrative).items():
        pairs += zip(cells.get(key, ()), values, strict=False)
    before, now = [v for v in old if v.is_narrative], [v for v in new if v.is_narrative]
    left, right = [(v.kind, v.frame) for v in before], [(v.kind, v.frame) for v in now]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(before[a:b], now[c:d], strict=True)
        elif tag == "replace":
            pairs += _alike(before[a:b], now[c:d])
    return pairs


def _alike(old: Sequence[Value], new: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Pair the values of a changed stretch: same key first, then most alike, never across kinds."""
    left = list(new)
    for value in old:
        same = next((v for v in left if v.key == value.key and v.kind == value.kind), None)
        alike = max(
            (v for v in left if v.kind == value.kind),
            key=lambda v: _likeness(value, v),
            default=None,
        )
        best = alike if alike is not None and _likeness(value, alike) > 0.6 else same
        if best is not None:
            left.remove(best)
            yield value, best


def _likeness(one: Value, other: Value) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _by_key(values: Iterator[Value]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for value in values:
        found.setdefault(value.key, []).append(value)
    return found


def _rows(values: Sequence[Value]) -> dict[str, list[Value]]:
    """Group the values of forms by row, in the order of the form."""
    found: dict[str, list[Value]] = {}
    for value in values:
        if not value.is_narrative and (row := _ROW.match(value.key)):
            found.setdefault(row["row"], []).append(value)
    return found


def _same(person: str, ours: str) -> bool:
    """Compare words; white space and a last mark, which stands outside of the anchor, do not count."""
    return _bare(person) == _bare(ours)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text).rstrip(_MARKS)


def _with_mark(person: str, ours: str) -> str:
    mark = ours[-1:] if ours[-1:] in _MARKS else ""
    return person if not mark or person.endswith(tuple(_MARKS)) else person + mark


def _short(text: str) -> str:
    bare = re.sub(r"\s+", " ", text).strip()
    return bare if len(bare) <= 40 else f"{bare[:40]}……"
