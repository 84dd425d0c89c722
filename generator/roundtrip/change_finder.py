"""Finds what differs from the last build: figures with their causes, what follows from them, words."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.base.pattern import Pattern
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.blocks import DocumentBlocks
from generator.model.spans import plain_text
from generator.roundtrip.block_places import Placer
from generator.roundtrip.called import SubjectNames, called
from generator.roundtrip.changes import Cause, Changes, FigureChange, TextChange, Where
from generator.roundtrip.files_record import Record
from generator.roundtrip.printed_blocks_read import Printed, printed_blocks
from generator.roundtrip.recorded import RecordedFigure, RecordedSpan

ADDED, REMOVED = "新增", "删去"
# What a form has of its own is told by its name, in whatever row it stands.
_OWN = "".join(rf"(?<!\b{name})" for name in ("field", "choice", "option", "table", "cell"))
_NUMBERED = Pattern(rf"{_OWN}\[[^\]]*\]|\d+")


def find_changes(
    record: Record,
    book: FigureBook,
    documents: Sequence[DocumentBlocks],
    *,
    scheme_changed: bool,
) -> Changes:
    """Compare what was recorded with what would be built now."""
    comparison = _Comparison(record, book, documents, scheme_changed=scheme_changed)
    return Changes(tuple(comparison.figures()), tuple(comparison.texts()))


class _Comparison:
    def __init__(
        self,
        record: Record,
        book: FigureBook,
        documents: Sequence[DocumentBlocks],
        *,
        scheme_changed: bool,
    ) -> None:
        self._old, self._book = record.figures, book
        self._scheme_changed = scheme_changed
        self._subjects = SubjectNames(record.figures, book)
        self._blocks = {
            document.id: document.blocks
            for file in record.usual_files
            for document in file.documents
        }
        self._documents = [(document, list(self._printed(document))) for document in documents]
        self._changed = {name for name in {**self._old, **book} if self._differs(name)}
        self._places = self._shown_at()

    def _differs(self, name: str) -> bool:
        old, new = self._old.get(name), self._book.get(name)
        before = old.shown if old is not None else None
        return before != (new.shown if new is not None else None)

    def figures(self) -> Iterator[FigureChange]:
        """Give changed figures: first those that somebody changed, then those that follow."""
        found = [
            self._figure(name) for name in {**self._book, **self._old} if name in self._changed
        ]
        yield from sorted(found, key=lambda change: not change.is_root)

    def _figure(self, name: str) -> FigureChange:
        old, new = self._old.get(name), self._book.get(name)
        return FigureChange(
            name,
            self._label(name),
            old.shown if old is not None else "",
            new.shown if new is not None else "",
            tuple(self._causes(new, old)),
            tuple(self._followers(name)),
            tuple(self._places.get(name, ())),
            self._subjects.of(name),
        )

    def _label(self, name: str) -> str:
        new, old = self._book.get(name), self._old.get(name)
        label = new.label if new is not None else ""
        return label or (old.label if old is not None else "")

    def _called(self, name: str, beside: str) -> str:
        """Name a figure for people who read of another one."""
        subject = self._subjects.of(name)
        known = subject == self._subjects.of(beside)
        return called("" if known else subject, self._label(name), name)

    def _causes(self, new: Figure | None, old: RecordedFigure | None) -> Iterator[Cause]:
        if new is None:
            for gone in old.sources if old is not None else ():
                yield Cause(REMOVED, gone.file, gone.line, gone.key)
            return
        below = [name for name in new.inputs if name in self._changed]
        if below:
            words = "、".join(self._called(name, new.id) for name in below)
            yield Cause(f"由 {'、'.join(below)} 得出", words=f"由 {words} 得出")
        elif new.sources:
            shown = old.shown if old else ADDED
            for source in new.sources:
                place = source.place
                yield Cause(f"{shown} → {new.shown}", place.file, place.line, place.key)
        elif self._scheme_changed:
            yield Cause("评分方案改动")
        elif old is None:
            yield Cause(ADDED)
        else:
            yield Cause("规则、换算或程序的改动")

    def _followers(self, name: str) -> Iterator[str]:
        """Give the changed figures that follow from one, directly or over others."""
        reached, front = {name}, [name]
        while front:
            at = front.pop()
            for other in self._changed - reached:
                figure = self._book.get(other)
                if figure is not None and at in figure.inputs:
                    reached.add(other)
                    front.append(other)
        return (other for other in self._book if other in reached and other != name)

    def _shown_at(self) -> dict[str, list[Where]]:
        """Find where the figures that changed are shown."""
        found: dict[str, list[Where]] = {}
        for document, blocks in self._documents:
            placer = Placer(document)
            for block in blocks:
                for span in block.spans:
                    if span.figure in self._changed:
                        where = Where(document.plain_title, block.key, placer.words(block.key))
                        places = found.setdefault(span.figure, [])
                        if where not in places:
                            places.append(where)
        return found

    def _printed(self, document: DocumentBlocks) -> Iterator[Printed]:
        """Go through the blocks that the template of a document prints, as far as that is known."""
        known = self._blocks.get(document.id)
        kinds = None if known is None else {_kind(block.key) for block in known}
        for block in printed_blocks(document):
            if kinds is None or _kind(block.key) in kinds:
                yield block

    def texts(self) -> Iterator[TextChange]:
        """Give blocks whose words changed beside their figures."""
        for document, blocks in self._documents:
            if document.id not in self._blocks:
                continue
            placer = Placer(document)
            before = {block.key: block.spans for block in self._blocks[document.id]}
            now = {block.key: block.spans for block in blocks}
            for key in {**now, **before}:
                old, new = _words(before.get(key, ())), _frame(now.get(key, ()))
                if old != new:
                    where = Where(document.plain_title, key, placer.words(key))
                    yield TextChange(
                        where, _plain(before.get(key, ())), plain_text(now.get(key, ()))
                    )


def _kind(key: str) -> str:
    """Return what a key has in common with those of other rows and paragraphs."""
    return _NUMBERED.sub("", key)


def _words(spans: Sequence[RecordedSpan]) -> str:
    """Return recorded words with every figure named instead of shown."""
    return "".join(f"\0{span.figure}\0" if span.figure else span.text for span in spans)


def _frame(spans: Sequence[Any]) -> str:
    return "".join(f"\0{span.figure}\0" if span.figure else span.text for span in spans)


def _plain(spans: Sequence[RecordedSpan]) -> str:
    return "".join(span.text for span in spans)
