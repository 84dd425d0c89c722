"""Quantities of an imported report that the inputs hold too: quoted where they agree, told where not."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.figures.dossier_figures import make_figures
from generator.load.own_values import with_declared
from generator.model.scheme import Scheme
from generator.model.shapes import LONGEST_TEXT
from generator.model.spans import Span
from generator.model.units import Units
from generator.prose.figure_names import dossier_names
from generator.prose.typed import quantity_of
from generator.read.draft import Draft, SubjectDraft
from generator.read.fact import Fact, in_base
from generator.read.label_book import LabelBook, normal
from generator.read.sentence_facts import SentenceReader
from generator.roundtrip.own_section import quoter
from generator.roundtrip.requote import TextEdit, requote
from generator.score.score_terms import Rules
from generator.score.scorer import score_dossier
from generator.use.audit.drafted import drafted_dossier
from generator.use.import_.figures_by_worth import (
    OF_MONEY,
    SCORED,
    FiguresByWorth,
    totals,
    whole_of,
)

_TEXTS = ("overview", "use", "publicity", "deviation", "measure")
_DEPARTMENT = "department"


class _Text(NamedTuple):
    """A text of the inputs, the table that holds it, and where its lines stand."""

    holder: Any
    key: str
    lines: Sequence[DocumentPlace]

    @property
    def words(self) -> str:
        return str(self.holder[self.key])


def quote_figures(draft: Draft, scheme: Scheme, units: Units, book: LabelBook) -> None:
    """Quote in the texts of a draft what its figures print as well, and tell what differs."""
    texts = {
        id: [*_texts_of(subject), *_own_texts_of(subject, scheme)] for id, subject in _named(draft)
    }
    joint = list(_joint_texts(draft))
    if draft.year is None or not (joint or any(texts.values())):
        return
    dossier = drafted_dossier(draft, scheme.id, draft.source).dossier
    if dossier is None:
        return
    dossier = with_declared(dossier, scheme)
    sheets = score_dossier(dossier, Rules(scheme, units, dossier.unit.year))
    figures = make_figures(dossier, sheets, units)
    names = dossier_names(dossier, figures)
    reader = SentenceReader(book, book.facts)
    known = {subject.id for subject in dossier.subjects}
    for id, subject in _named(draft):
        if id in known and texts[id]:
            quoting = _Quoting(
                FiguresByWorth(id, figures, whole_of(id), units), names[id], units, reader, book
            )
            subject.remarks += quoting.run(texts[id])
    if joint:
        quoting = _Quoting(
            FiguresByWorth("", figures, totals(), units), names[""], units, reader, book
        )
        draft.remarks += quoting.run(joint)


def _named(draft: Draft) -> Iterator[tuple[str, SubjectDraft]]:
    """Give the subjects by the ids that their files will have."""
    projects = [subject for subject in draft.subjects if subject.kind == "project"]
    for number, subject in enumerate(projects, 1):
        yield f"project-{number}", subject
    yield from ((_DEPARTMENT, s) for s in draft.subjects if s.kind == _DEPARTMENT)


def _texts_of(subject: SubjectDraft) -> Iterator[_Text]:
    if "own-outline" not in subject.values:
        return
    values = subject.values
    for id in values.get("text") or {}:
        yield _Text(values["text"], id, subject.lines.get(("text", id), ()))
    for table in (subject.kind, "result"):
        for key in _TEXTS:
            keys: KeyPath = (table, key)
            if keys in subject.lines and subject.get(keys) is not None:
                yield _Text(subject.get((table,)), key, subject.lines[keys])
    for row in values.get("problem") or ():
        yield from (_Text(row, key, ()) for key in ("text", "measure") if key in row)


def _own_texts_of(subject: SubjectDraft, scheme: Scheme) -> Iterator[_Text]:
    """Give the sentences under [fields]: what the forms declare to be some."""
    fields = subject.values.get("fields") or {}
    for item in scheme.declared(subject.kind).fields_of("prose"):
        if item.name in fields:
            place = subject.places.get(("fields", item.name))
            yield _Text(fields, item.name, () if place is None else (place,))


def _joint_texts(draft: Draft) -> Iterator[_Text]:
    texts = draft.report_values.get("text") or {}
    yield from (_Text(texts, id, ()) for id in texts)


class _Quoting:
    """Quotes the figures of one owner in its texts."""

    def __init__(
        self,
        figures: FiguresByWorth,
        names: Mapping[str, Any],
        units: Units,
        reader: SentenceReader,
        book: LabelBook,
    ) -> None:
        self._figures, self._names, self._units = figures, names, units
        self._reader, self._book = reader, book
        self._quote = quoter(figures.book, figures.owner, names, units)
        self._tags: dict[Span, str] = {}

    def run(self, texts: Sequence[_Text]) -> list[str]:
        """Quote in all texts; returns what differs."""
        told: list[str] = []
        for text in texts:
            lines = text.words.split("\n")
            for number, line in enumerate(lines):
                place = text.lines[number] if number < len(text.lines) else DocumentPlace()
                facts = self._reader.read(line, place).facts
                told += filter(None, (self._difference(fact, line) for fact in facts))
                lines[number] = self._quoted(line, facts)
            quoted = "\n".join(lines)
            if len(quoted) <= LONGEST_TEXT:
                text.holder[text.key] = quoted
        return told

    def _quoted(self, line: str, facts: Sequence[Fact]) -> str:
        edits = [edit for fact in facts if (edit := self._edit(line, fact)) is not None]
        if not edits:
            return line
        changed = requote(line, self._names, self._units, edits, self._tag)
        return changed if isinstance(changed, str) else line

    def _edit(self, line: str, fact: Fact) -> TextEdit | None:
        """Return the edit that quotes a fact, when a quotation prints it as it stands there."""
        if fact.end <= fact.start or fact.is_about or fact.sign:
            return None
        figure = self._figures.find(fact)
        if figure is None:
            return None
        span = Span(line[fact.start : fact.end], figure.id)
        return TextEdit(fact.start, fact.end, (span,)) if self._tag(span) else None

    def _tag(self, span: Span) -> str:
        if span not in self._tags:
            self._tags[span] = self._quote(span)
        return self._tags[span]

    def _difference(self, fact: Fact, line: str) -> str:
        """Tell a quantity that the inputs hold otherwise."""
        figure = self._figures.sides.get((normal(fact.name), fact.role))
        if figure is None and self._is_whole(fact):
            figure = self._figures.whole.get(fact.role)
        quantity = quantity_of(figure) if figure is not None else None
        worth = in_base(fact)
        if figure is None or quantity is None or worth is None or fact.is_about:
            return ""
        dimension, size = self._units.size(quantity[1])
        if fact.dimension != dimension or _is_rounded(worth, quantity[0] * size, fact):
            return ""
        said = line[fact.start : fact.end]
        where = f"{fact.place}：" if str(fact.place) else ""
        label = figure.label or fact.name
        return f"{where}正文写作“{said}”，{label}是 {figure.shown}，没有改成引用，请核对"

    def _is_whole(self, fact: Fact) -> bool:
        """Tell what speaks of the whole project: 支出95万元, and not 基本支出95万元."""
        name = normal(fact.name)
        if self._figures.owner != _DEPARTMENT:
            name = name.removeprefix("本").removeprefix("项目")
        usual = self._book.facts.of(fact.role) if fact.role in (*OF_MONEY, SCORED) else ()
        return name in usual or self._book.role(name) == fact.role


def _is_rounded(said: Decimal, held: Decimal, fact: Fact) -> bool:
    """Tell whether a printed number is the one that is held, rounded to the places that it has."""
    if said == held:
        return True
    value = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(said - held) <= step * fact.size[1] / 2 and plain(value) != "0"
