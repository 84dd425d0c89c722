"""What a file looked like when we wrote it last, made again from its record where no copy was kept."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.base.pattern import Pattern
from generator.roundtrip.anchor_book import COUNTED, AnchorBook, anchor_book, shown_figures
from generator.roundtrip.files_record import FileRecord
from generator.roundtrip.version import Version
from generator.word.edited.edited_story import Grid, Line, Passage
from generator.word.edited.edited_words import END, START, TEXT
from generator.word.edited.file import WordFile
from generator.word.edited.removal import mend_merges, remove_block, remove_row, set_merge
from generator.word.edited.strokes import Piece, enclose, put
from generator.word.value_xml import HANGING
from generator.word.xml import W

Spans = Sequence[Any]
_ROW: Final = Pattern(r"(?P<row>.+\])\.(?P<field>\w+)$")


def former_version(record: FileRecord, new: bytes, now: FileRecord) -> Version:
    """Put the recorded words into the new version: what no record tells is as it is now."""
    file = WordFile(new)
    old, present = _Values(record), _Values(now)
    book = anchor_book(now)
    for block in list(file.blocks()):
        for passage in list(block.passages()):
            names = [n for n in passage.words.marks if n in book and book[n].is_whole]
            for name in reversed(names):
                key = (book[name].document, book[name].key)
                if key in old.spans and old.spans[key] != present.spans.get(key):
                    _put(file, passage, name, old, key)
        _take_out(block, old, book)
    file.touch()
    file = WordFile(file.bytes())
    _Lost(file, old, book, record).bring_back()
    book, shown = anchor_book(record), shown_figures(record)
    return Version(WordFile(file.bytes()), book, shown=shown, is_remade=True)


class _Values:
    """The values of a record by document and key, and the anchors of the figures in them."""

    def __init__(self, record: FileRecord) -> None:
        self.spans: dict[tuple[str, str], Spans] = {}
        self.names: dict[tuple[str, str], list[tuple[str, str, bool]]] = {}
        for document in record.documents:
            for block in document.blocks:
                self.spans[document.id, block.key] = block.spans
            for name, key, figure, is_whole in document.anchors:
                self.names.setdefault((document.id, key), []).append((name, figure, is_whole))


class _Lost:
    """Paragraphs and rows that the new version no longer has, put back where they stood."""

    def __init__(self, file: WordFile, old: _Values, book: AnchorBook, record: FileRecord) -> None:
        self._file, self._old, self._book, self._record = file, old, book, record
        self._homes: dict[tuple[str, str], Passage] = {}
        self._lines: dict[tuple[str, str], Line] = {}
        for block in file.blocks():
            self._know(block)

    def _know(self, block: Passage | Grid) -> None:
        if isinstance(block, Passage):
            for name in block.names:
                if name in self._book:
                    self._homes[self._book[name].document, self._book[name].key] = block
            return
        for line in block.lines:
            for name in line.names:
                own = self._book.get(name)
                if own is not None and (row := _ROW.match(own.key)):
                    self._lines.setdefault((own.document, row["row"]), line)

    def bring_back(self) -> None:
        """Go through the recorded blocks in their order."""
        for document in self._record.documents:
            own = document.id
            before: Passage | None = None
            last: dict[str, Line] = {}  # of each kind of rows, where the one before stands
            done: set[str] = set()
            for recorded in document.blocks:
                key, kind = recorded.key, recorded.kind
                row = _ROW.match(key)
                if (own, key) in self._homes:
                    before = self._homes[own, key]
                elif kind.startswith(COUNTED) and before is not None:
                    before = self._paragraph(own, key, kind, before)
                elif row and row["row"] not in done:
                    done.add(row["row"])
                    self._row(own, row["row"], last)
        for block in self._file.blocks():
            if isinstance(block, Grid):
                mend_merges(block.element)
        self._file.touch()

    def _paragraph(self, document: str, key: str, kind: str, before: Passage) -> Passage:
        """Write a paragraph behind another one, as others of its kind look; leads run into theirs."""
        if kind == "lead":
            return before
        kinds = {(a.document, a.key): a.kind for a in self._book.values()}
        model = next((self._homes[k] for k in self._homes if kinds.get(k) == kind), before)
        twin = copy.deepcopy(model.element)
        twin.tail = None
        for child in [c for c in twin if c.tag != f"{W}pPr"]:
            twin.remove(child)
        before.element.addnext(twin)
        written = Passage(twin, before.place)
        for own in (f"{key}.lead", key):
            self._append(written, (document, own))
        return written

    def _append(self, passage: Passage, key: tuple[str, str]) -> None:
        """Write recorded words at the end of a paragraph, with their anchors."""
        spans = self._old.spans.get(key, ())
        whole = next((name for name, _, is_whole in self._old.names.get(key, ()) if is_whole), "")
        words, start = passage.words, len(passage.text)
        put(words, start, start, _pieces(self._old, key, whole), self._file.numbers())
        del passage.words
        if whole and len(spans) > 1 and passage.text[start:]:
            end = len(passage.text)
            enclose(passage.words, start, end, whole, self._file.numbers())
            del passage.words

    def _row(self, document: str, row: str, last: dict[str, Line]) -> None:
        """Write a row that is not there behind the one before it, or before the first of its kind."""
        kind = row.partition("[")[0]
        if (document, row) in self._lines:
            last[kind] = self._lines[document, row]
            return
        near = [k for k in self._lines if k[0] == document and k[1].partition("[")[0] == kind]
        if not near:
            return
        model = last.get(kind) or self._lines[near[0]]
        twin = copy.deepcopy(model.element)
        twin.tail = None
        if kind in last:
            model.element.addnext(twin)
        else:
            model.element.addprevious(twin)
        for paragraph in twin.iter(f"{W}p"):
            self._cell(Passage(paragraph, model.place), document, row)
        for cell in twin.iter(f"{W}tc"):
            if cell.find(f"{W}tcPr/{W}vMerge") is not None:
                is_said = any(node.text for node in cell.iter(TEXT))
                set_merge(cell, "restart" if is_said else "continue")
        last[kind] = Line(twin, model.place)

    def _cell(self, passage: Passage, document: str, row: str) -> None:
        names = [self._book[n] for n in passage.words.marks if n in self._book]
        field = next((m["field"] for a in names if a.is_whole and (m := _ROW.match(a.key))), "")
        key = (document, f"{row}.{field}")
        for child in list(passage.element.iter(START, END)):
            child.getparent().remove(child)
        fresh = Passage(passage.element, passage.place)
        put(fresh.words, 0, len(fresh.text), [], self._file.numbers())
        self._append(Passage(passage.element, passage.place), key)


def _pieces(old: _Values, key: tuple[str, str], whole: str) -> list[Piece]:
    """Cut recorded words up by their figures; what is one piece bears the anchor of the whole."""
    spans = old.spans.get(key, ())
    said = "".join(span.text for span in spans)
    if len(spans) == 1 or not said:
        return [Piece(said, whole)] if said or whole else []
    names = [(n, figure) for n, figure, is_whole in old.names.get(key, ()) if not is_whole]
    pieces: list[Piece] = []
    for span in spans:
        own = next((n for n, figure in names if span.figure and figure == span.figure), "")
        names = [pair for pair in names if pair[0] != own]
        pieces.append(Piece(span.text, own))
    return pieces


def _put(file: WordFile, passage: Passage, name: str, old: _Values, key: tuple[str, str]) -> None:
    mark = passage.words.marks.get(name)
    if mark is None or mark.start is None or mark.end is None:
        return
    text, end = passage.text, mark.end
    if text[end : end + 1] in HANGING and text[end : end + 1] != "":
        # The mark that hangs behind the anchor goes by itself: so the anchor stays around the words.
        put(passage.words, end, end + 1, [], file.numbers())
    pieces = _pieces(old, key, name)
    put(passage.words, mark.start, end, pieces, file.numbers())
    del passage.words


def _take_out(block: Passage | Grid, old: _Values, book: Mapping[str, Any]) -> None:
    """Take out paragraphs and rows that there were not yet."""
    if isinstance(block, Grid):
        for line in block.lines:
            if _is_new(line, old, book):
                remove_row(line.element)
    elif _is_new(block, old, book):
        remove_block(block.element)


def _is_new(node: Passage | Line, old: _Values, book: Mapping[str, Any]) -> bool:
    own = [book[n] for n in node.names if n in book and book[n].is_whole]
    return bool(own) and not any((a.document, a.key) in old.spans for a in own)
