"""The inputs that a draft lacks: found by trying what would stand in its gaps if there were something.

A gap in standard wording says only that something is missing. The dossier is laid out once more, from a
copy whose blank inputs hold trial values: what prints in the place of the gap is what is missing there.
"""

import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.base.toml_patch import AppendRow, FileChange, SetValue
from generator.figures.figure import Figure
from generator.load.twin import copy_inputs
from generator.model.amounts import AMOUNTS
from generator.model.dossier import Subject
from generator.model.spans import Spans, plain_text
from generator.prose.origin_marks import Text
from generator.prose.prose_gap import GAP
from generator.roundtrip.field_kinds import Field, NoField
from generator.roundtrip.fix import fix_files
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.roundtrip.printed_text import Printed, Quoted
from generator.roundtrip.text_changes import token_changes
from generator.roundtrip.typed_in import figure_field
from generator.use.build.tracing import TracedDocuments, trace_documents
from generator.use.check.examine import Examined, examine
from generator.use.pull.at_hand import AtHand, value_at
from generator.use.pull.wishes import RefusedError

_TRIAL = "试填"
_AMOUNT = 7
_PROBLEM = ("text", "measure")
_RESULT = ("use", "publicity", "deviation", "improvement")


class Gap(NamedTuple):
    """What is missing in a place: the input that lacks it, and what a figure would look like there."""

    field: Field
    is_section: bool = False
    figure: Figure | None = None
    shown: str = ""

    @property
    def is_item(self) -> bool:
        """Tell an item of a list, each of which is a row of the inputs."""
        return bool(self.field.name)


class _Trial(NamedTuple):
    examined: Examined
    traced: TracedDocuments
    printed: dict[tuple[str, str], Spans]


class Gaps:
    """Finds what is missing in gaps; the trial is made when somebody first asks."""

    def __init__(self, own: AtHand) -> None:
        self._own = own

    def find(self, document: str, key: str, at: int) -> Gap | None:
        """Return what is missing in the gap at a character of a value; a computed figure is refused."""
        trial = self._trial
        if trial is None:
            return None
        spans = self._printed.get((document, key), ())
        if plain_text(spans) == GAP and not any(span.figure for span in spans):
            section = self._section(document, key)
            return self._of_section(trial, document, section) if section else None
        others = trial.printed.get((document, key), ())
        return self._within(trial, spans, others, at)

    @cached_property
    def _printed(self) -> dict[tuple[str, str], Spans]:
        return _printed(self._own.traced)

    def _section(self, document: str, key: str) -> str:
        body = self._own.traced.documents[document].body
        return next((b.section for b in body if getattr(b, "key", "") == key), "")

    def _of_section(self, trial: _Trial, document: str, section: str) -> Gap | None:
        """Return the first text of the inputs that an empty section would print."""
        for block in trial.traced.documents[document].body:
            if block.section != section:
                continue
            for span in (*getattr(block, "lead", ()), *getattr(block, "spans", ())):
                text = trial.traced.origins.of(span.origin).text if span.origin else None
                if text is not None and not text.is_standard:
                    field = self._field(text)
                    return None if field is None else Gap(field, is_section=True)
        return None

    def _within(self, trial: _Trial, spans: Spans, others: Spans, at: int) -> Gap | None:
        """Return what prints in the place of a gap among words."""
        before, after = _said(spans), _said(others)
        changes = token_changes(before.tokens(), after.tokens(), len(before.text), len(after.text))
        change = next((c for c in changes if c.start <= at <= c.end), None)
        if change is None:
            return None
        place = 0
        for span in others:
            start, place = place, place + len(span.text)
            if not (start < change.new_end and change.new_start < place):
                continue
            if span.figure and trial.examined.book is not None:
                figure = trial.examined.book[span.figure]
                field = figure_field(trial.examined.book, span.figure)
                if isinstance(field, NoField):
                    raise RefusedError(field.reason)
                own = self._field(Text(field.source, field.keys, field.owner))
                return own and Gap(own._replace(kind=field.kind), figure=figure, shown=span.text)
            text = trial.traced.origins.of(span.origin).text if span.origin else None
            if text is not None and not text.is_standard:
                own = self._field(text)
                return own and Gap(own)
        return None

    def _field(self, text: Text) -> Field | None:
        """Return the field of the real inputs for a text of the trial."""
        source = self._source(text.source)
        if source is None:
            return None
        keys = text.keys
        if value_at(source.data, keys[:-1]) == "" and len(keys) > 1 and isinstance(keys[-2], int):
            return Field(
                source, keys[:-2], "text", is_there=False, owner=text.owner, name=keys[-1:]
            )
        return Field(source, keys, "text", value_at(source.data, keys) != "", text.owner)

    def _source(self, twin: TomlFile | None) -> TomlFile | None:
        own = (self._own.dossier.source, *(s.source for s in self._own.dossier.subjects))
        return next((s for s in own if twin is not None and s.path.name == twin.path.name), None)

    @cached_property
    def _trial(self) -> _Trial | None:
        """Lay the dossier out with something in every blank input."""
        examined = self._own.examined
        fixes = fix_files(
            change for subject in self._own.dossier.subjects for change in _trials(subject)
        )
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            twin = Path(place) / examined.path.resolve().name
            copy_inputs(examined.path, twin)
            for fixed in fixes.fixed:
                (twin / fixed.path.name).write_text(fixed.after, encoding="utf-8", newline="")
            again = examine(twin, self._own.library, is_draft=True, stage=examined.stage)
        if again.dossier is None or again.book is None:
            return None
        traced = trace_documents(again, self._own.library)
        return _Trial(again, traced, _printed(traced))


def _trials(subject: Subject) -> Iterator[FileChange]:
    """Fill what is blank in the inputs of a subject."""
    source = subject.source
    texts: list[KeyPath] = [(subject.kind, "name"), (subject.kind, "overview")]
    texts += [("result", name) for name in _RESULT]
    if subject.kind == "department":
        texts += (
            [("department", "functions", 0)]
            if value_at(source.data, ("department", "functions"))
            else []
        )
    for at in subject.goals:
        texts += [(*at.keys, name) for name in ("expected", "achieved")]
    for keys in texts:
        if value_at(source.data, keys) == "":
            yield FileChange(source, SetValue(keys, f"{_TRIAL}{'·'.join(map(str, keys))}。"))
    for name in AMOUNTS:
        if value_at(source.data, ("funds", name)) == "":
            yield FileChange(source, SetValue(("funds", name), _AMOUNT))
    if value_at(source.data, ("problem", 0)) == "":
        row: dict[str, Any] = {name: f"{_TRIAL}{name}。" for name in _PROBLEM}
        yield FileChange(source, AppendRow(("problem",), row))


def _printed(traced: TracedDocuments) -> dict[tuple[str, str], Spans]:
    return {
        (name, block.key): block.spans
        for name, document in traced.documents.items()
        for block in printed_blocks(document)
    }


def _said(spans: Spans) -> Printed:
    quoted: list[Quoted] = []
    at = 0
    for span in spans:
        if span.figure:
            quoted.append(Quoted(at, at + len(span.text), span.figure, ""))
        at += len(span.text)
    return Printed(plain_text(spans), tuple(quoted))
