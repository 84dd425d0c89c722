"""Each change of a person as a change of the inputs it concerns; what no input can take says why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml_patch import AppendRow, FileChange, Remove, SetValue
from generator.figures.figure import Figure
from generator.model.blocks import Span, Spans, plain_text
from generator.prose.gap import GAP
from generator.prose.names import report_names
from generator.prose.origins import Origin, Text
from generator.prose.render import render_value
from generator.roundtrip.account import Entry
from generator.roundtrip.cell_field import Cells, Field, NoField, cell_field
from generator.roundtrip.own_section import quoter
from generator.roundtrip.person_edits import (
    Addition,
    Deletion,
    FigureEdit,
    Left,
    PersonEdit,
    Stretch,
    WordEdit,
)
from generator.roundtrip.printed import printed_blocks
from generator.roundtrip.requote import NotRequoted, Quote, TextEdit, requote, written
from generator.roundtrip.sequence_match import unnumbered
from generator.roundtrip.typed_in import Typed, changes_of, figure_field, typed_in
from generator.roundtrip.version import Version
from generator.use.build.tracing import TracedDocuments
from generator.use.check.examine import Examined
from generator.use.library import Library
from generator.use.pull.sections import Sections
from generator.word.edited.story import Line, Passage

NUMBERED = "序号由程序排，标题由提纲或模板决定"
FIXED = "是表样上的字，请改模板"


class Value(NamedTuple):
    """A value where it would be printed now, over a stretch of paragraphs."""

    document: str
    key: str
    kind: str
    start: int
    end: int
    spans: Spans


class Made(NamedTuple):
    """A change of a file, and the differences that it takes in."""

    change: FileChange
    entries: tuple[Entry, ...]


class _TextWish(NamedTuple):
    text: Text
    edit: TextEdit


class _ValueWish(NamedTuple):
    typed: Typed


class _FileWish(NamedTuple):
    change: FileChange


class _AfterWish(NamedTuple):
    text: Text
    words: str


class _SectionWish(NamedTuple):
    document: str
    section: str


_Wish = _TextWish | _ValueWish | _FileWish | _AfterWish | _SectionWish


class _RefusedError(Exception):
    """A change that no input can take; says why."""


class InputChanges:
    """Gathers what a person changed as changes of input files."""

    def __init__(
        self, examined: Examined, library: Library, traced: TracedDocuments, new: Version
    ) -> None:
        if examined.dossier is None or examined.book is None:
            raise ValueError
        self._examined, self._library, self._traced, self._new = examined, library, traced, new
        self._dossier, self._book = examined.dossier, examined.book
        self._cells = Cells(examined.dossier, examined.sheets, examined.book)
        self._printed = {
            (name, block.key): (block.kind, block.spans)
            for name, document in traced.documents.items()
            for block in printed_blocks(document)
        }
        self._sections = Sections(examined, library, traced)
        self._wishes: list[tuple[Entry, _Wish]] = []
        self.left: list[Entry] = []

    def take(self, edits: Sequence[PersonEdit]) -> None:
        """Find the input of every change."""
        for edit in edits:
            if isinstance(edit, Left):
                self.left.append(edit.entry)
                continue
            try:
                wish = self._wish(edit)
            except _RefusedError as refusal:
                self.left.append(edit.entry._replace(reason=str(refusal)))
            else:
                self._wishes.append((edit.entry, wish))

    def changes(self, without: frozenset[Entry]) -> tuple[list[Made], list[Entry]]:
        """Return the changes of files, and the differences that turned out impossible."""
        wishes = [(entry, wish) for entry, wish in self._wishes if entry not in without]
        made: list[Made] = []
        lost: list[Entry] = []
        for text, own in _by_text(wishes):
            changed, refused = self._rewritten(text, own)
            made += changed
            lost += refused
        made += _typed_values(wishes, lost)
        made += [Made(w.change, (entry,)) for entry, w in wishes if isinstance(w, _FileWish)]
        made += self._after(wishes)
        made += self._own_sections(wishes, lost)
        return made, lost

    def _wish(self, edit: WordEdit | FigureEdit | Addition | Deletion) -> _Wish:
        if isinstance(edit, WordEdit):
            return self._words(edit)
        if isinstance(edit, FigureEdit):
            return self._figure(edit)
        if isinstance(edit, Addition):
            return self._row(edit) if isinstance(edit.node, Line) else self._paragraph(edit)
        return self._deletion(edit)

    # Words

    def _words(self, edit: WordEdit) -> _Wish:
        values = list(self._values(edit.where))
        value = _around(values, edit.start, edit.end)
        if value is not None and not value.kind.startswith(("paragraph", "lead", "heading")):
            return self._cell(edit, value)
        origins = self._origins(edit.where, values)
        found = _text_range(origins, edit)
        if found is None:
            raise _RefusedError(NUMBERED if values else FIXED)
        first, last = found
        if first.text is not last.text or first.text.is_standard:
            return self._in_section(edit, values)
        if edit.start == edit.end:
            at = first.start
            return _TextWish(first.text, TextEdit(at, at, edit.pieces))
        return _TextWish(first.text, TextEdit(first.start, last.start + 1, edit.pieces))

    def _in_section(self, edit: WordEdit, values: Sequence[Value]) -> _Wish:
        """Change standard wording: the section becomes the unit's own text."""
        own = [v for v in values if v.start <= edit.end and edit.start <= v.end]
        value = _around(values, edit.start, edit.end)
        if value is None and len({v.document for v in own}) == 1:
            raise _RefusedError("跨了几段标准写法，请在一段里改，或写进 [text]")
        if value is None:
            raise _RefusedError(NUMBERED)
        start, end = edit.start - value.start, edit.end - value.start
        if not self._sections.replace(value.document, value.key, start, end, edit.pieces):
            raise _RefusedError("这份文书没有可以写自己文字的输入")
        return _SectionWish(value.document, self._sections.of(value.document, value.key))

    def _cell(self, edit: WordEdit, value: Value) -> _Wish:
        """Change a cell, a title, a signature: by the input that its key stands for."""
        if value.kind.startswith(("attachment", "note", "label", "chart")):
            raise _RefusedError("随附件的标题和表样而定，请改它们")
        field = cell_field(self._cells, value.document, value.key)
        if isinstance(field, NoField):
            raise _RefusedError(field.reason)
        shown = plain_text(value.spans)
        start, end = edit.start - value.start, edit.end - value.start
        before, behind = _cut(value.spans, 0, start), _cut(value.spans, end, len(shown))
        if field.kind == "text":
            return self._cell_text(field, value, edit, (*before, *edit.pieces, *behind))
        words = plain_text((*before, *edit.pieces, *behind))
        return self._typed(field, words, self._only_figure(value), shown)

    def _cell_text(self, field: Field, value: Value, edit: WordEdit, spans: Spans) -> _Wish:
        origins = [self._traced.origins.of(span.origin).text for span in value.spans if span.origin]
        if field.is_there and origins and not any(text.is_standard for text in origins):
            chars = self._origins(edit.where, [value])
            found = _text_range(chars, edit)
            if found is not None and found[0].text is found[1].text:
                first, last = found
                end = first.start if edit.start == edit.end else last.start + 1
                return _TextWish(first.text, TextEdit(first.start, end, edit.pieces))
        quote = self._quote(field.owner)
        said = "".join((quote(s) if s.figure else "") or written(s.text) for s in spans)
        said = said.replace(GAP, "")
        said = said.replace("\n", "") if value.key == "title" else said
        return _ValueWish(Typed(field, said))

    def _only_figure(self, value: Value) -> Figure | None:
        figures = [span.figure for span in value.spans if span.figure]
        return self._book.get(figures[0]) if len(figures) == 1 and len(value.spans) == 1 else None

    def _typed(self, field: Field, words: str, figure: Figure | None, shown: str) -> _Wish:
        typed = typed_in(field, words, self._library.units, figure, shown)
        if isinstance(typed, NoField):
            raise _RefusedError(typed.reason)
        return _ValueWish(typed)

    def _figure(self, edit: FigureEdit) -> _Wish:
        values = list(self._values(edit.where))
        value = _around(values, edit.at, edit.at + 1) or _around(values, edit.at, edit.at)
        figure = self._book.get(edit.figure)
        field: Field | NoField = figure_field(self._book, edit.figure)
        if value is not None and value.kind == "cell" and self._only_figure(value) is not None:
            field = cell_field(self._cells, value.document, value.key)
        if isinstance(field, NoField):
            raise _RefusedError(field.reason)
        shown = edit.entry.was
        return self._typed(field, edit.words, figure, shown)

    # Paragraphs and rows

    def _paragraph(self, edit: Addition) -> _Wish:
        passage = edit.behind
        if not isinstance(passage, Passage):
            raise _RefusedError("输入里没有放这一段的地方，合并时会留在文件里")
        where = Stretch((passage,))
        values = [
            v for v in self._values(where) if v.kind.startswith(("paragraph", "lead", "heading"))
        ]
        if not values:
            raise _RefusedError("输入里没有放这一段的地方，合并时会留在文件里")
        value = values[-1]
        words = edit.node.text.replace("\n", "")
        words = f"# {unnumbered(words)}" if edit.is_heading else words
        origins = [o for o in self._origins(where, values) if o is not None]
        if origins and not origins[-1].text.is_standard and value.kind != "heading":
            at = origins[-1].start + 1
            text = origins[-1].text
            if _takes_lines(text):
                return _TextWish(text, TextEdit(at, at, (Span(f"\n{words}"),)))
        after = self._sections.after(value.document, value.key)
        if after is not None:
            return _AfterWish(after, words)
        if not self._sections.insert(value.document, value.key, words):
            raise _RefusedError("这份文书没有可以写自己文字的输入")
        return _SectionWish(value.document, self._sections.of(value.document, value.key))

    def _deletion(self, edit: Deletion) -> _Wish:
        if isinstance(edit.node, Line):
            return self._row_gone(edit.node)
        if not isinstance(edit.node, Passage):
            raise _RefusedError("整张表的去留由方案和模板决定")
        where = Stretch((edit.node,))
        values = list(self._values(where))
        if not values or values[0].kind.startswith("heading"):
            raise _RefusedError(NUMBERED)
        origins = [o for o in self._origins(where, values) if o is not None]
        texts = {id(o.text) for o in origins}
        if not origins or len(texts) > 1 or origins[0].text.is_standard:
            value = values[-1]
            if not self._sections.remove(value.document, value.key):
                raise _RefusedError("删去后这一节就空了；整节不要的，请改提纲")
            return _SectionWish(value.document, self._sections.of(value.document, value.key))
        return self._text_gone(origins[0].text, origins[0].start, origins[-1].start + 1)

    def _text_gone(self, text: Text, start: int, end: int) -> _Wish:
        source = text.source
        if source is None:
            raise _RefusedError(FIXED)
        shown = render_value(
            source, text.keys, _raw(text), self._names(text), self._library.units
        ).text
        rest = (shown[:start] + shown[end:]).strip()
        if rest:
            if shown[end : end + 1] == "\n":
                end += 1
            elif shown[start - 1 : start] == "\n":
                start -= 1
            return _TextWish(text, TextEdit(start, end, ()))
        keys = text.keys
        if isinstance(keys[-1], int):
            return _FileWish(FileChange(source, Remove(keys)))
        if len(keys) > 1 and isinstance(keys[-2], int):
            row = _value_at(source.data, keys[:-1])
            others = [k for k, v in row.items() if k != keys[-1] and isinstance(v, str) and v]
            if others:
                raise _RefusedError(f"这一项还写着 {'、'.join(others)}；整项不要的，请改输入")
            return _FileWish(FileChange(source, Remove(keys[:-1])))
        return _FileWish(FileChange(source, Remove(keys)))

    def _row(self, edit: Addition) -> _Wish:
        line, near = edit.node, edit.behind
        if not isinstance(line, Line) or near is None:
            raise _RefusedError("输入里没有放这一行的地方")
        names = [self._new.book[n] for n in near.names if n in self._new.book]
        row = next((n for n in names if n.is_whole and n.key.startswith("indicator[")), None)
        if row is None:
            row = next((n for n in names if n.is_whole and "/indicator[" in n.key), None)
        if row is None:
            raise _RefusedError("只有指标表可以这样加行，别的请写进输入")
        home = row.key.rpartition("].")[0] + "]"
        values = dict(self._row_values(edit, row.document, home))
        if not values.get("name"):
            raise _RefusedError("新加的行没有指标名称")
        field = cell_field(self._cells, row.document, f"{home}.name")
        if isinstance(field, NoField):
            raise _RefusedError(field.reason)
        table = _value_at(field.source.data, field.keys[:-1])
        written_row = {"class": table.get("class", ""), **values}
        return _FileWish(FileChange(field.source, AppendRow(field.keys[:-2], written_row)))

    def _row_values(self, edit: Addition, document: str, home: str) -> Iterator[tuple[str, Any]]:
        """Read the cells of an added row by the columns of its neighbour."""
        slots = edit.node.slots if isinstance(edit.node, Line) else []
        by_column = {slot.column: slot for slot in slots}
        for ours, theirs in edit.columns:
            own = by_column.get(theirs.column)
            keys = [self._new.book[n].key for n in ours.names if n in self._new.book]
            name = next((k.rpartition("].")[2] for k in keys if "]." in k), "")
            if own is None or not own.text.strip() or not name:
                continue
            field = cell_field(self._cells, document, f"{home}.{name}")
            if isinstance(field, NoField) or field.name:
                continue
            typed = typed_in(field._replace(head=""), own.text, self._library.units)
            if isinstance(typed, Typed):
                value = written(typed.value) if field.kind == "text" else typed.value
                if field.kind == "text" and name == "actual":
                    yield "actual", value
                else:
                    yield str(field.keys[-1]), value

    def _row_gone(self, line: Line) -> _Wish:
        for name in line.names:
            own = self._new.book.get(name)
            if own is None or not own.is_whole or "]." not in own.key:
                continue
            field = cell_field(self._cells, own.document, own.key)
            if isinstance(field, Field) and field.is_there and isinstance(field.keys[-2], int):
                return _FileWish(FileChange(field.source, Remove(field.keys[:-1])))
        raise _RefusedError("这一行是表样上固定的")

    # What the wishes come to

    def _rewritten(
        self, text: Text, wishes: Sequence[tuple[Entry, TextEdit]]
    ) -> tuple[list[Made], list[Entry]]:
        """Change one text; an edit that cannot be made does not take the others with it."""
        if text.source is None:
            return [], [entry._replace(reason=FIXED) for entry, _ in wishes]
        raw = _raw(text)
        names, quote = self._names(text), self._quote(text.owner)
        done: list[tuple[Entry, TextEdit]] = []
        lost: list[Entry] = []
        said = raw
        for entry, edit in wishes:
            known = [own for _, own in done]
            if edit in known:
                done.append((entry, edit))
                continue
            again = requote(raw, names, self._library.units, [*_once(known), edit], quote)
            if isinstance(again, NotRequoted):
                lost.append(entry._replace(reason=again.reason))
            else:
                said = again
                done.append((entry, edit))
        if said == raw:
            return [], lost
        change = FileChange(text.source, SetValue(text.keys, said))
        return [Made(change, tuple(entry for entry, _ in done))], lost

    def _after(self, wishes: Sequence[tuple[Entry, _Wish]]) -> Iterator[Made]:
        lines: dict[tuple[str, KeyPath], tuple[Text, list[tuple[Entry, str]]]] = {}
        for entry, wish in wishes:
            if isinstance(wish, _AfterWish):
                key = _key_of(wish.text)
                lines.setdefault(key, (wish.text, []))[1].append((entry, written(wish.words)))
        for text, own in lines.values():
            if text.source is None:
                continue
            before = _raw(text)
            said = "\n".join([*filter(None, [before.rstrip("\n")]), *(words for _, words in own)])
            change = FileChange(text.source, SetValue(text.keys, said))
            yield Made(change, tuple(entry for entry, _ in own))

    def _own_sections(
        self, wishes: Sequence[tuple[Entry, _Wish]], lost: list[Entry]
    ) -> Iterator[Made]:
        asked: dict[tuple[str, str], list[Entry]] = {}
        for entry, wish in wishes:
            if isinstance(wish, _SectionWish):
                asked.setdefault((wish.document, wish.section), []).append(entry)
        for (document, section), entries in asked.items():
            change = self._sections.change(document, section, self._quote)
            if change is None:
                lost += [e._replace(reason="这一节写不成单位自己的文字") for e in entries]
            else:
                yield Made(change, tuple(entries))

    # What is printed where

    def _values(self, where: Stretch) -> Iterator[Value]:
        for passage, at in where.starts():
            text = passage.text
            for name, mark in passage.words.marks.items():
                own = self._new.book.get(name)
                if own is None or not own.is_whole or mark.start is None or mark.end is None:
                    continue
                kind, spans = self._printed.get((own.document, own.key), (own.kind, ()))
                said = plain_text(spans)
                end = mark.start + len(said) if text.startswith(said, mark.start) else mark.end
                yield Value(own.document, own.key, kind, at + mark.start, at + end, spans)

    def _origins(self, where: Stretch, values: Sequence[Value]) -> list[Origin | None]:
        """Give the origin of every character of a stretch."""
        found: list[Origin | None] = [None] * len(where.text)
        for value in values:
            at = value.start
            for span in value.spans:
                origin = self._traced.origins.of(span.origin) if span.origin else None
                for step in range(len(span.text)):
                    if origin is not None and at < value.end:
                        found[at] = Origin(origin.text, origin.start + step)
                    at += 1
        return found

    def _names(self, text: Text) -> Mapping[str, Any]:
        """Return the names that a text speaks with."""
        if text.keys[:1] == ("report",) and isinstance(text.keys[1], int):
            report = self._dossier.unit.report[text.keys[1]]
            return report_names(
                self._book, dict(self._examined.names[""]), report.id, report.projects
            )
        return self._examined.names[text.owner]

    def _quote(self, owner: str) -> Quote:
        names = self._examined.names[owner]
        return quoter(self._book, owner, names, self._library.units)


def _typed_values(wishes: Sequence[tuple[Entry, _Wish]], lost: list[Entry]) -> Iterator[Made]:
    """Make the changes of values that were typed; one value in two places is changed once."""
    typed: dict[tuple[Any, ...], Typed] = {}
    entries: dict[tuple[str, KeyPath, bool], list[Entry]] = {}
    for entry, wish in wishes:
        if not isinstance(wish, _ValueWish):
            continue
        field = wish.typed.field
        key = (field.source.shown, field.keys, field.name, field.row)
        if typed.setdefault(key, wish.typed).value != wish.typed.value:
            lost.append(entry._replace(reason="同一个数在几处改得不一样，取了前面的"))
        else:
            own = (field.source.shown, field.keys, bool(field.row))
            entries.setdefault(own, []).append(entry)
    for change in changes_of(typed.values()):
        if isinstance(change.change, SetValue | AppendRow):
            is_row = isinstance(change.change, AppendRow)
            yield Made(change, tuple(entries[change.file.shown, change.change.keys, is_row]))


def _text_range(origins: Sequence[Origin | None], edit: WordEdit) -> tuple[Origin, Origin] | None:
    """Return the origins of the first and the last character of a change.

    Of what is put between two characters it is the place behind the first, or before the second.
    """
    if edit.start < edit.end:
        own = [(n, o) for n, o in enumerate(origins[edit.start : edit.end]) if o is not None]
        if not own:
            return None
        skipped = own[0][0] + (edit.end - edit.start - 1 - own[-1][0])
        if skipped and edit.pieces:
            return None  # a number of ours was changed along with the words
        return own[0][1], own[-1][1]
    left = origins[edit.start - 1] if edit.start else None
    right = origins[edit.start] if edit.start < len(origins) else None
    if left is not None:
        place = Origin(left.text, left.start + 1)
        return place, place
    return None if right is None else (right, right)


def _around(values: Sequence[Value], start: int, end: int) -> Value | None:
    inside = [v for v in values if v.start <= start and end <= v.end]
    return min(inside, key=lambda v: v.end - v.start, default=None)


def _by_text(
    wishes: Sequence[tuple[Entry, _Wish]],
) -> list[tuple[Text, list[tuple[Entry, TextEdit]]]]:
    found: dict[tuple[str, KeyPath], tuple[Text, list[tuple[Entry, TextEdit]]]] = {}
    for entry, wish in wishes:
        if isinstance(wish, _TextWish):
            found.setdefault(_key_of(wish.text), (wish.text, []))[1].append((entry, wish.edit))
    return list(found.values())


def _key_of(text: Text) -> tuple[str, KeyPath]:
    return (text.source.shown if text.source is not None else "", text.keys)


def _once(edits: Sequence[TextEdit]) -> list[TextEdit]:
    return list(dict.fromkeys(edits))


def _cut(spans: Spans, start: int, end: int) -> Spans:
    """Return what of spans stands between two characters."""
    found: list[Span] = []
    at = 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if words:
            is_whole = words == span.text
            found.append(Span(words, span.figure if is_whole else "", span.origin))
    return tuple(found)


def _takes_lines(text: Text) -> bool:
    """Tell a text whose lines are paragraphs from one that is a name or stands in a row of a table."""
    return not any(isinstance(key, int) for key in text.keys)


def _raw(text: Text) -> str:
    if text.source is None:
        return ""
    value = _value_at(text.source.data, text.keys)
    return value if isinstance(value, str) else ""


def _value_at(data: Any, keys: KeyPath) -> Any:
    value = data
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return ""
    return value
