"""Sections of standard wording as a person changed them, on their way to be the unit's own text."""

from collections.abc import Callable, Sequence

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile
from generator.base.toml_patch import FileChange, SetValue
from generator.model.blocks import Block, Heading, Paragraph, Span, Spans, plain_text
from generator.model.outline import Outline, Section
from generator.prose.origins import Text
from generator.roundtrip.own_section import own_section
from generator.roundtrip.requote import Quote
from generator.use.build.tracing import TracedDocuments
from generator.use.check.examine import Examined
from generator.use.library import Library

_LEAD = ".lead"


class Sections:
    """The bodies of the documents, with what a person changed in them."""

    def __init__(self, examined: Examined, library: Library, traced: TracedDocuments) -> None:
        self._examined, self._library, self._traced = examined, library, traced
        self._bodies: dict[str, list[Block]] = {
            name: list(document.body) for name, document in traced.documents.items()
        }
        self._mark = ""
        self._edits: dict[tuple[str, str], list[tuple[int, int, Spans]]] = {}

    def of(self, document: str, key: str) -> str:
        """Return the section of a block."""
        block = self._block(document, key)
        return "" if block is None else block.section

    def replace(self, document: str, key: str, start: int, end: int, pieces: Spans) -> bool:
        """Ask for words in place of others in a paragraph."""
        block = self._block(document, key)
        if not isinstance(block, Paragraph) or self._home(document) is None:
            return False
        self._edits.setdefault((document, key), []).append((start, end, pieces))
        return True

    def _edited(self, document: str, block: Block) -> Sequence[Block]:
        """Carry out what was asked for, from right to left: places mean the text as printed."""
        if not isinstance(block, Paragraph):
            return [block]
        changed = block
        for key in (f"{block.key}{_LEAD}", block.key):
            is_lead = key.endswith(_LEAD)
            spans = changed.lead if is_lead else changed.spans
            edits = sorted(self._edits.get((document, key), ()), key=lambda e: (e[0], e[1]))
            for start, end, pieces in reversed(edits):
                spans = _replaced(spans, start, end, pieces, self._standard(document))
            changed = changed._replace(lead=spans) if is_lead else changed._replace(spans=spans)
        return _at_breaks(changed)

    def insert(self, document: str, key: str, words: str) -> bool:
        """Write a paragraph behind a block."""
        block = self._block(document, key)
        if block is None or self._home(document) is None:
            return False
        bodies = self._bodies[document]
        at = bodies.index(block) + 1
        while at < len(bodies) and getattr(bodies[at], "key", "").startswith(f"{block.key}+"):
            at += 1
        origin = self._standard(document)
        made: Block = Paragraph((Span(words, "", origin),), block.section, (), f"{block.key}+{at}")
        if words.startswith("# "):
            title = (Span(words.removeprefix("# "), "", origin),)
            level = self._level(document, block.section) + 1
            made = Heading(level, "", title, block.section, f"{block.key}+{at}")
        bodies.insert(at, made)
        return True

    def remove(self, document: str, key: str) -> bool:
        """Take a paragraph out; a section that would be empty would be standard wording again."""
        block = self._block(document, key)
        if block is None or self._home(document) is None:
            return False
        own = [b for b in self._bodies[document] if b.section == block.section and b is not block]
        if not any(isinstance(b, Paragraph) for b in own):
            return False
        self._bodies[document].remove(block)
        return True

    def after(self, document: str, key: str) -> Text | None:
        """Return the text that follows a section, for a paragraph behind its last one."""
        home = self._home(document)
        block = self._block(document, key)
        if home is None or block is None or isinstance(block, Heading):
            return None
        own = [b for b in self._bodies[document] if b.section == block.section]
        if own[-1] is not block:
            return None
        source, keys, owner = home
        return Text(source, (*keys, "text-after", block.section), owner)

    def change(
        self, document: str, section: str, quote: Callable[[str], Quote]
    ) -> FileChange | None:
        """Write a section as the unit's own text."""
        home, outline = self._home(document), self._outline(document)
        own = next((s for s in outline.section if s.id == section), None) if outline else None
        if home is None or outline is None or own is None:
            return None
        source, keys, owner = home
        blocks = [
            made
            for block in self._bodies[document]
            if block.section == section
            for made in self._edited(document, block)
        ]
        said = own_section(blocks, self._traced.origins, outline, own, quote(owner))
        if not said.strip():
            return None
        return FileChange(source, SetValue((*keys, "text", section), said))

    def _block(self, document: str, key: str) -> Block | None:
        bare = key.removesuffix(_LEAD)
        return next((b for b in self._bodies.get(document, ()) if b.key == bare), None)

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
        name = dossier.unit.outline_of(template.id, template.outline, report)
        loaded, _ = self._library.outline(name, dossier.source.place(()))
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
                made.append(span._replace(text=span.text[: start - at], figure=""))
            if not is_written:
                made += new
                is_written = True
            if stop > end:
                made.append(span._replace(text=span.text[end - at :], figure=""))
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
