"""A form read by the template that prints it: what stands where the template has its tags."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument, ReadParagraph, ReadTable
from generator.model.printed_words import PrintedForm, PrintedRow
from generator.read.list_alignment import aligned
from generator.read.tag_pattern import TagPattern, list_of, tag_pattern
from generator.read.template_table import (
    IN_LOOP,
    TableReading,
    Taken,
    Unprinted,
    all_of,
    is_fixed,
    lines_of,
)

_SAME_FORM = 0.75  # so much of what a template prints itself stands in a form of it
_BODY = "in body"
_FEW = 3


class Match(NamedTuple):
    """A form as a template reads it, and how much of the template's own words stand in it."""

    form: PrintedForm
    share: float
    places: Mapping[str, DocumentPlace] = MappingProxyType({})
    rows: Mapping[str, tuple[DocumentPlace, ...]] = MappingProxyType({})  # where each row stands
    taken: Mapping[DocumentPlace, Taken] = MappingProxyType({})
    unprinted: tuple[Unprinted, ...] = ()
    alike: frozenset[DocumentPlace] = frozenset()  # where the template prints the same by itself
    has_body: bool = False  # the template prints a report, too

    @property
    def is_same(self) -> bool:
        """Tell whether the form is one of the template."""
        return self.share >= _SAME_FORM


def read_by_template(template: ReadDocument, form: ReadDocument) -> Match:
    """Read a form by a template."""
    tables = _Tables()
    theirs = [b for b in form.blocks if isinstance(b, ReadTable)]
    tables.read([b for b in template.blocks if isinstance(b, ReadTable)], theirs)
    paragraphs = _Paragraphs(template, form, tables.words)
    for tag, said in paragraphs.words.items():
        tables.words.setdefault(tag, said)
    found, wanted, least = tables.found, tables.wanted, _FEW
    if not wanted:
        found, wanted = paragraphs.found, paragraphs.wanted
        least = 1 if paragraphs.has_body and not theirs else _FEW
    share = found / wanted if wanted >= least else 0.0
    unprinted = (*tables.unprinted, *(() if paragraphs.has_body else paragraphs.unprinted))
    alike = frozenset((*paragraphs.alike, *tables.alike, *_alike_aside(template, form)))
    printed = PrintedForm(words=tables.words, rows=tables.rows)
    places, rows = tables.places, tables.at_rows
    has_body = paragraphs.has_body
    return Match(printed, share, places, rows, tables.taken, unprinted, alike, has_body)


class _Tables:
    """What the tables of a form say, gathered table by table."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.places: dict[str, DocumentPlace] = {}
        self.rows: dict[str, tuple[PrintedRow, ...]] = {}
        self.at_rows: dict[str, tuple[DocumentPlace, ...]] = {}
        self.taken: dict[DocumentPlace, Taken] = {}
        self.unprinted: list[Unprinted] = []
        self.alike: set[DocumentPlace] = set()
        self.found = self.wanted = 0
        self._begun: set[str] = set()  # rows of one list may be printed class by class

    def read(self, ours: Sequence[ReadTable], theirs: Sequence[ReadTable]) -> None:
        """Hold the tables of a form against those of its template, in their order."""
        at = 0
        for table in ours:
            lines = lines_of(table)
            readings = [TableReading(lines, other) for other in theirs[at:]]
            best = max(readings, key=lambda r: r.found, default=None)
            is_tagged = any(p.tags for line in lines for _, p in line.cells)
            self.wanted += sum(is_fixed(p) for line in lines for _, p in line.cells) * is_tagged
            if best is None or not best.found:
                continue
            behind = at + readings.index(best)
            self.unprinted += [one for skipped in theirs[at:behind] for one in all_of(skipped)]
            at = behind + 1
            self._take(best, is_tagged=is_tagged)
        self.unprinted += [one for skipped in theirs[at:] for one in all_of(skipped)]

    def _take(self, best: TableReading, *, is_tagged: bool) -> None:
        """Take what a table says; one without tags, printed as it is, is no sign of the form."""
        self.found += best.found * is_tagged
        self.taken |= best.taken()
        self.alike |= {*best.alike()}
        self.unprinted += best.unprinted()
        for tag, (said, place) in best.words().items():
            self.words.setdefault(tag, said)
            self.places.setdefault(tag, place)
        for over, lines in best.rows().items():
            name = list_of(over)
            if over not in self._begun and (name != over or name not in self.rows):
                self._begun.add(over)
                self.rows[name] = (*self.rows.get(name, ()), *(row for row, _ in lines))
                self.at_rows[name] = (*self.at_rows.get(name, ()), *(at for _, at in lines))


def _alike_aside(template: ReadDocument, form: ReadDocument) -> Iterator[DocumentPlace]:
    """Give the headers, footers and notes of a form that stand so in its template."""
    own = {"".join(p.text.split()) for p in template.aside}
    yield from (p.place for p in form.aside if "".join(p.text.split()) in own)


class _Paragraphs:
    """The paragraphs of a form under those of a template."""

    def __init__(
        self, template: ReadDocument, form: ReadDocument, known: Mapping[str, str]
    ) -> None:
        lines = [tag_pattern(p.text, known) for p in _paragraphs(template)]
        theirs = _paragraphs(form)
        texts = [p.text for p in theirs]
        pairs = aligned(lines, texts, _likeness)
        self.words: Mapping[str, str] = {
            tag: said for i, j in pairs for tag, said in (lines[i].read(texts[j]) or {}).items()
        }
        found = {j for _, j in pairs}
        self.alike = [theirs[j].place for i, j in pairs if not lines[i].tags]
        self.unprinted = [
            Unprinted(p.place, p.text) for j, p in enumerate(theirs) if j not in found
        ]
        self.has_body = any(_BODY in p.text for p in _paragraphs(template))
        self.wanted = sum(bool(line.fixed) for line in lines)
        self.found = sum(bool(lines[i].fixed) for i, j in pairs)


def _paragraphs(document: ReadDocument) -> list[ReadParagraph]:
    return [b for b in document.blocks if isinstance(b, ReadParagraph) and b.text.strip()]


def _likeness(line: TagPattern, text: str) -> float:
    if line.read(text) is None:
        return 0.0
    return 1.0 + len(line.fixed) if line.fixed else IN_LOOP
