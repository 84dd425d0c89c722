"""Merge a new version into a person's own file: an edit script from three versions of every value.

Wording that only the person changed stays; what only the inputs changed is taken; where both
changed, figures are brought up to date inside the person's words, or a comment says what the
inputs would have there. Text is never generated over theirs.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.edits import (
    Comment,
    Insert,
    Put,
    PutFigure,
    Remove,
    Rename,
    SameMerges,
    Stretch,
)
from generator.roundtrip.likeness import are_same, short, with_mark
from generator.roundtrip.pairing import pairs_of, rows_of, same_figures
from generator.roundtrip.script import Script
from generator.roundtrip.sentences import merge_sentences
from generator.roundtrip.values import Value, recorded_values


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


class _Merge:
    def __init__(
        self,
        old: Sequence[Value],
        new: Sequence[Value],
        stretches: Mapping[str, Stretch],
        script: Script,
    ) -> None:
        self._old, self._new, self._stretches, self._script = old, new, stretches, script
        self._pairs = pairs_of(old, new)

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
                    f"您删去的“{short(old.text)}”，输入里已改为“{short(new.text)}”"
                )
            return
        is_edited = not are_same(person.text, old.text)
        if old.text == new.text or are_same(person.text, new.text):
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
        for before, after in same_figures(old, new):
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
        merged = merge_sentences(old.spans, with_mark(person.text, old.text), new.spans)
        known = dict.fromkeys(span.figure for span in merged.spans if span.figure)
        names = tuple(name for name, figure in new.figures if figure in known)
        self._script.edits.append(Put(new.name, merged.spans, names))
        self._script.taken += 1
        self._script.kept += 1
        for theirs in merged.collisions:
            self._conflict(new, f"输入里现在是：{theirs}")

    def _conflict(self, new: Value, text: str) -> None:
        self._script.edits.append(Comment(new.name, f"您改过这里，文字照您的。{text}"))
        self._script.conflicts.append(f"“{short(new.text)}”：{short(text)}")

    def _drop(self, value: Value, name: str) -> None:
        """A paragraph that the inputs no longer have goes, unless the person worked on it."""
        person = self._stretches.get(value.name)
        if person is None:
            return
        if are_same(person.text, value.text):
            self._script.edits.append(Remove(name))
            self._script.taken += 1
        else:
            text = f"您改过的“{short(person.text)}”，输入里已经没有"
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
        old_rows, new_rows = rows_of(self._old), rows_of(self._new)
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
            if v.name in self._stretches and not are_same(self._stretches[v.name].text, v.text)
        ]
        if edited:
            text = (
                f"您改过的“{short(self._stretches[edited[0].name].text)}”所在的行，输入里已经没有"
            )
            self._script.edits.append(Comment(edited[0].name, text))
            self._script.conflicts.append(text)
            return
        anchor = next((v.name for v in values if v.name in self._stretches), "")
        if anchor:
            self._script.edits.append(Remove(anchor, is_row=True))
            self._script.taken += 1


def _aside(value: Value, number: int) -> str:
    return f"{value.name}_{9000 + number}"
