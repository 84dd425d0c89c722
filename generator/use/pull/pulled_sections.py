"""Sections of standard wording as a person changed them, on their way to be the unit's own text."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile
from generator.base.toml_patch import FileChange, SetValue
from generator.model.blocks import Block, Heading, Note, Paragraph
from generator.model.outline import Outline, Section
from generator.model.spans import Span, Spans, plain_text
from generator.prose.origin_marks import Text
from generator.roundtrip.own_section import own_section
from generator.roundtrip.requote import Quote
from generator.use.build.tracing import TracedDocuments
from generator.use.check.examine import Examined
from generator.use.library import Library
from generator.use.pull.at_hand import value_at

_LEAD = ".lead"


class Replacement(NamedTuple):
    """Words in place of others in a paragraph."""

    key: str
    start: int
    end: int
    pieces: Spans


class Insertion(NamedTuple):
    """A paragraph behind a block, or a heading (``# ``)."""

    key: str
    words: str


class Removal(NamedTuple):
    """A paragraph that goes."""

    key: str


SectionEdit = Replacement | Insertion | Removal


class Sections:
    """The bodies of the documents, as their sections would be with what a person changed in them."""

    def __init__(self, examined: Examined, library: Library, traced: TracedDocuments) -> None:
        self._examined, self._library, self._traced = examined, library, traced
        self._mark = ""

    def of(self, document: str, key: str) -> str:
        """Return the section of a block, when the unit can write it for itself (else nothing)."""
        block = self._block(document, key)
        return "" if block is None or self._home(document) is None else block.section

    def is_paragraph(self, document: str, key: str) -> bool:
        """Tell a paragraph from a heading, a chart, a table."""
        return isinstance(self._block(document, key), Paragraph)

    def is_written(self, document: str, key: str) -> bool:
        """Tell what a section says from its own title, which the outline decides."""
        block = self._block(document, key)
        return isinstance(block, Paragraph) or (
            isinstance(block, Heading) and block.key != block.section
        )

    def after(self, document: str, key: str) -> Text | None:
        """Return the text that follows a section, for a paragraph behind its last one."""
        home = self._home(document)
        block = self._block(document, key)
        if home is None or block is None or isinstance(block, Heading):
            return None
        own = [b for b in self._body(document) if b.section == block.section]
        if own[-1] is not block:
            return None
        source, keys, owner = home
        return Text(source, (*keys, "text-after", block.section), owner)

    def own(self, document: str, key: str) -> Text | None:
        """Return the text that the unit has written for a section, where it has."""
        home = self._home(document)
        if home is None:
            return None
        source, keys, owner = home
        path = (*keys, "text", self.of(document, key))
        return Text(source, path, owner) if value_at(source.data, path) else None

    def change(
        self,
        document: str,
        section: str,
        edits: Sequence[SectionEdit],
        quote: Callable[[Text], Quote],
    ) -> FileChange | None:
        """Write a section with its edits as the unit's own text; an empty one would be standard again.

        A figure that cannot be quoted there raises.
        """
        home, outline = self._home(document), self._outline(document)
        own = next((s for s in outline.section if s.id == section), None) if outline else None
        if home is None or outline is None or own is None:
            return None
        source, keys, owner = home
        blocks = [
            made
            for block in self._body(document)
            if block.section == section
            for made in self._edited(document, block, edits)
        ]
        if not any(isinstance(block, Paragraph) for block in blocks):
            return None
        path = (*keys, "text", section)
        speaking = quote(Text(source, path, owner))
        said = own_section(blocks, self._traced.origins, outline, own, speaking)
        return FileChange(source, SetValue(path, said)) if said.strip() else None

    def _edited(self, document: str, block: Block, edits: Sequence[SectionEdit]) -> Iterator[Block]:
        """Carry out the edits of a block, from right to left: places mean the text as printed."""
        key = getattr(block, "key", "")
        if any(isinstance(edit, Removal) and edit.key == key for edit in edits):
            pass
        elif isinstance(block, Heading):
            # In front of the title stands its number.
            at = len(plain_text(block.spans)) - len(plain_text(block.title))
            own = [e for e in edits if isinstance(e, Replacement) and e.key == key]
            moved = [e._replace(start=e.start - at, end=e.end - at) for e in own if e.start >= at]
            yield block._replace(title=_with(block.title, moved, self._standard(document)))
        elif isinstance(block, Paragraph):
            replaced = [edit for edit in edits if isinstance(edit, Replacement)]
            lead = [edit for edit in replaced if edit.key == f"{key}{_LEAD}"]
            rest = [edit for edit in replaced if edit.key == key]
            origin = self._standard(document)
            before = len(plain_text(block.lead))
            moved = [e._replace(start=e.start + before, end=e.end + before) for e in rest]
            yield from _at_breaks(
                block._replace(
                    lead=_with(block.lead, lead, origin),
                    spans=_with(block.spans, rest, origin),
                    notes=tuple(_moved(note, [*lead, *moved]) for note in block.notes),
                )
            )
        else:
            yield block
        added = [edit.words for edit in edits if isinstance(edit, Insertion) and edit.key == key]
        for number, words in enumerate(dict.fromkeys(added)):
            yield self._inserted(document, block.section, words, f"{key}+{number}")

    def _inserted(self, document: str, section: str, words: str, key: str) -> Block:
        origin = self._standard(document)
        if words.startswith("# "):
            title = (Span(words.removeprefix("# "), "", origin),)
            return Heading(self._level(document, section) + 1, "", title, section, key)
        return Paragraph((Span(words, "", origin),), section, (), key)

    def _body(self, document: str) -> Sequence[Block]:
        found = self._traced.documents.get(document)
        return found.body if found is not None else ()

    def _block(self, document: str, key: str) -> Block | None:
        bare = key.removesuffix(_LEAD)
        return next((b for b in self._body(document) if b.key == bare), None)

    def _home(self, document: str) -> tuple[TomlFile, KeyPath, str] | None:
        """Return where the own texts of a document are written."""
        dossier = self._examined.dossier
        if dossier is None:
            return None
        owner = document.split("/")[1]
        for subject in dossier.subjects:
            if subject.id == owner:
                return subject.source, (), subject.id
        for index, report in enumerate(dossier.unit.report):
            if report.id == owner:
                return dossier.source, ("report", index), ""
        return None

    def _outline(self, document: str) -> Outline | None:
        dossier, scheme = self._examined.dossier, self._examined.scheme
        if dossier is None or scheme is None:
            return None
        _, owner, template_id = document.split("/", maxsplit=2)
        report = next((r for r in dossier.unit.report if r.id == owner), None)
        template = next((t for t in scheme.scheme.document if t.id == template_id), None)
        if template is None:
            return None
        subject = next((s for s in dossier.subjects if s.id == owner), None)
        author = subject.entry if subject is not None else report
        if author is not None and author.own_outline is not None and template.for_ != "dossier":
            return author.own_outline.as_outline()
        name = dossier.unit.outline_of(template.id, template.outline, report)
        loaded, _ = self._library.outline(name, partial(dossier.source.place, ()))
        return loaded.outline if loaded is not None else None

    def _level(self, document: str, section: str) -> int:
        outline = self._outline(document)
        own = next((s for s in outline.section if s.id == section), None) if outline else None
        return _own_level(own) if own is not None else 1

    def _standard(self, document: str) -> str:
        """Return an origin for what a person wrote: it only has to be told from numbers of ours."""
        if not self._mark:
            text = Text(None, (), "", document, "")
            (span,) = self._traced.origins.attach((Span("字"),), text)
            self._mark = span.origin
        return self._mark


def _own_level(section: Section) -> int:
    return section.level - 1 if section.untitled else section.level


def _moved(note: Note, edits: Sequence[Replacement]) -> Note:
    """Keep a footnote behind its words where others before them were changed."""
    by = sum(
        len(plain_text(edit.pieces)) - (edit.end - edit.start)
        for edit in set(edits)
        if edit.end <= note.at
    )
    return note._replace(at=max(0, note.at + by))


def _with(spans: Spans, edits: Sequence[Replacement], origin: str) -> Spans:
    for edit in sorted(set(edits), key=lambda e: (e.start, e.end), reverse=True):
        spans = _replaced(spans, edit.start, edit.end, edit.pieces, origin)
    return spans


def _replaced(spans: Spans, start: int, end: int, pieces: Spans, origin: str) -> Spans:
    made: list[Span] = []
    at = 0
    new = tuple(piece._replace(origin=origin) for piece in pieces)
    is_written = False
    for span in spans:
        stop = at + len(span.text)
        if stop <= start or at >= end:
            if at >= end and at >= start and not is_written:
                made += new
                is_written = True
            made.append(span)
        else:
            if at < start:
                made.append(span._replace(text=span.text[: start - at]))
            if not is_written:
                made += new
                is_written = True
            if stop > end:
                made.append(span._replace(text=span.text[end - at :]))
        at = stop
    if not is_written:
        made += new
    return tuple(span for span in made if span.text)


def _at_breaks(paragraph: Paragraph) -> Sequence[Block]:
    """Part a paragraph where a person parted it."""
    if "\n" not in plain_text(paragraph.spans):
        return [paragraph]
    parts: list[list[Span]] = [[]]
    for span in paragraph.spans:
        for number, words in enumerate(span.text.split("\n")):
            if number:
                parts.append([])
            if words:
                parts[-1].append(span._replace(text=words))
    blocks: list[Block] = []
    for number, spans in enumerate(parts):
        key = paragraph.key if not number else f"{paragraph.key}+{number}"
        lead = paragraph.lead if not number else ()
        blocks.append(paragraph._replace(spans=tuple(spans), lead=lead, key=key))
    return blocks
