"""Carry what a person changed in one file into another that holds the same documents."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.blocks import Spans
from generator.model.edits import Comment, Put, Stretch
from generator.roundtrip.likeness import are_same, short, with_mark
from generator.roundtrip.pairing import pairs_of
from generator.roundtrip.script import Script
from generator.roundtrip.sentences import merge_sentences, with_figures
from generator.roundtrip.values import Value, recorded_values


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
            for one, other in pairs_of(old, new):
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
        or are_same(person.text, old.text)
        or are_same(person.text, here.text)
    ):
        return
    if not are_same(here.text, new.text):
        script.edits.append(Comment(new.name, f"另一份文件里改成了：{person.text}"))
        script.conflicts.append(f"“{short(new.text)}”在两份文件里改得不同")
        return
    spans = _carried(old, new, person)
    if spans is None:
        script.edits.append(Comment(new.name, f"另一份文件里改成了：{person.text}"))
        script.conflicts.append(f"“{short(new.text)}”：输入和另一份文件都改了")
        return
    known = {span.figure for span in spans if span.figure}
    names = tuple(name for name, figure in new.figures if figure in known)
    script.edits.append(Put(new.name, spans, names))
    script.kept += 1


def _carried(old: Value, new: Value, person: Stretch) -> Spans | None:
    """Return a person's words with the figures of now (``None``: the inputs changed words, too)."""
    text = with_mark(person.text, old.text)
    if old.frame != new.frame:
        merged = merge_sentences(old.spans, text, new.spans)
        return None if merged.collisions else merged.spans
    shown = {span.figure: span.text for span in new.spans if span.figure}
    return tuple(span for span in with_figures(text, old.spans, shown) if span.text)
