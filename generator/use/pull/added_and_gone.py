"""Paragraphs and rows that a person added or took out: where the inputs have a place for them."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.base.toml_patch import AppendRow, FileChange, Remove
from generator.model.row_key import cell_at
from generator.model.spans import Span, plain_text
from generator.narrative.section_lines import begin_of_line
from generator.prose.origin_marks import Text
from generator.prose.prose_gap import GAP
from generator.prose.prose_render import render_value
from generator.roundtrip.anchor_book import Anchored
from generator.roundtrip.field_kinds import Field, NoField
from generator.roundtrip.person_edit import Addition, Deletion, Stretch
from generator.roundtrip.requote import TextEdit, written
from generator.roundtrip.typed_in import Typed, typed_in
from generator.roundtrip.version import Version
from generator.roundtrip.words_in_common import unnumbered
from generator.use.pull.at_hand import AtHand, raw_text, value_at
from generator.use.pull.gaps import Gaps
from generator.use.pull.printed_places import PrintedPlaces
from generator.use.pull.pulled_sections import Insertion, Removal, Sections
from generator.use.pull.wishes import (
    FIXED,
    NO_NEW_ROW,
    NO_OWN_TEXT,
    NO_PLACE,
    NO_ROW,
    NUMBERED,
    AfterWish,
    FileWish,
    LineWish,
    RefusedError,
    SectionWish,
    TextWish,
    Wish,
)
from generator.word.edited.edited_story import Line, Passage


class Paragraphs:
    """Finds what added and deleted paragraphs come to."""

    def __init__(self, own: AtHand, places: PrintedPlaces, sections: Sections, gaps: Gaps) -> None:
        self._own, self._places, self._sections, self._gaps = own, places, sections, gaps

    def added(self, edit: Addition) -> Wish:
        """Put a paragraph behind the one where it stands: into its text, behind or into its section."""
        if not isinstance(edit.behind, Passage):
            raise RefusedError(NO_PLACE)
        where = Stretch((edit.behind,))
        values = [v for v in self._places.values(where) if v.is_prose]
        if not values:
            raise RefusedError(NO_PLACE)
        value = values[-1]
        words = _words_of(edit)
        if plain_text(value.spans) == GAP:
            gap = self._gaps.find(value.document, value.key, 0)
            if gap is not None and gap.is_section:
                return LineWish(gap.field, written(unnumbered(words) if gap.is_item else words))
        origins = [o for o in self._places.origins(where, values) if o is not None]
        if origins and not origins[-1].text.is_standard:
            at = origins[-1].start + 1
            text = origins[-1].text
            if _takes_lines(text):
                return TextWish(text, TextEdit(at, at, (Span(f"\n{words}"),)))
        own = self._sections.own(value.document, value.key)
        if own is not None and value.kind.startswith("heading"):
            return TextWish(own, TextEdit(0, 0, (Span(f"{words}\n"),)))
        after = self._sections.after(value.document, value.key)
        if after is not None:
            return AfterWish(after, words)
        wish = self.in_section(edit)
        if wish is None:
            raise RefusedError(NO_OWN_TEXT)
        return wish

    def in_section(self, edit: Addition | Deletion) -> SectionWish | None:
        """Return an edit as one of the section in which it stands."""
        passage = edit.behind if isinstance(edit, Addition) else edit.node
        if not isinstance(passage, Passage):
            return None
        values = [v for v in self._places.values(Stretch((passage,))) if v.is_prose]
        section = self._sections.of(values[-1].document, values[-1].key) if values else ""
        if not section:
            return None
        document, key = values[-1].document, values[-1].key.removesuffix(".lead")
        if isinstance(edit, Addition):
            return SectionWish(document, section, Insertion(key, _words_of(edit)))
        is_paragraph = self._sections.is_paragraph(document, key)
        return SectionWish(document, section, Removal(key)) if is_paragraph else None

    def gone(self, edit: Deletion, passage: Passage) -> Wish:
        """Take a paragraph out of its text, or out of its section."""
        where = Stretch((passage,))
        values = self._places.values(where)
        if not values or values[0].kind.startswith("heading"):
            raise RefusedError(NUMBERED)
        origins = [o for o in self._places.origins(where, values) if o is not None]
        texts = {id(o.text) for o in origins}
        if not origins or len(texts) > 1 or origins[0].text.is_standard:
            wish = self.in_section(edit)
            if wish is None:
                raise RefusedError(NO_OWN_TEXT)
            return wish
        return self._text_gone(origins[0].text, origins[0].start, origins[-1].start + 1)

    def _text_gone(self, text: Text, start: int, end: int) -> Wish:
        source = text.source
        if source is None:
            raise RefusedError(FIXED)
        units = self._own.library.units
        shown = render_value(source, text.keys, raw_text(text), self._own.names(text), units).text
        start = begin_of_line(shown, start)
        if (shown[:start] + shown[end:]).strip():
            if shown[end : end + 1] == "\n":
                end += 1
            elif shown[start - 1 : start] == "\n":
                start -= 1
            return TextWish(text, TextEdit(start, end, ()))
        keys = text.keys
        if len(keys) > 1 and not isinstance(keys[-1], int) and isinstance(keys[-2], int):
            row = value_at(source.data, keys[:-1])
            others = [k for k, v in row.items() if k != keys[-1] and isinstance(v, str) and v]
            if others:
                raise RefusedError(f"这一项还写着 {'、'.join(others)}；整项不要的，请改输入")
            return FileWish(FileChange(source, Remove(keys[:-1])))
        return FileWish(FileChange(source, Remove(keys)))


class Rows:
    """Finds what added and deleted rows of the table of indicators come to."""

    def __init__(self, own: AtHand, new: Version) -> None:
        self._own, self._new = own, new

    def added(self, edit: Addition) -> Wish:
        """Write a row behind its neighbours, with what its cells say."""
        line, near = edit.node, edit.behind
        if not isinstance(line, Line) or near is None:
            raise RefusedError(NO_ROW)
        names = [self._new.book[n] for n in near.names if n in self._new.book]
        row = next((n for n in names if n.is_whole and n.key.startswith("indicator[")), None)
        if row is None:
            row = next((n for n in names if n.is_whole and "/indicator[" in n.key), None)
        if row is None:
            return self._own_row(edit, line, names)
        home = row.key.rpartition("].")[0] + "]"
        values = dict(self._values(edit, line, row.document, home))
        if not values.get("name"):
            raise RefusedError("新加的行没有指标名称")
        field = self._own.field(row.document, f"{home}.name")
        if isinstance(field, NoField):
            raise RefusedError(field.reason)
        table = value_at(field.source.data, field.keys[:-1])
        made = {"class": table.get("class", ""), **values}
        return FileWish(FileChange(field.source, AppendRow(field.keys[:-2], made)))

    def _own_row(self, edit: Addition, line: Line, names: Sequence[Anchored]) -> Wish:
        """Write a row of a table of the form's own whose rows are free."""
        key = next((n for n in names if n.is_whole and _own_home(n.key)), None)
        if key is None:
            raise RefusedError("只有指标表和自设的表可以这样加行，别的请写进输入")
        home = _own_home(key.key)
        own = [n.key for n in names if n.is_whole and _own_home(n.key) == home]
        fields = [self._own.field(key.document, name) for name in own]
        found = [field for field in fields if isinstance(field, Field)]
        if not found:
            raise RefusedError(next(f.reason for f in fields if isinstance(f, NoField)))
        keys = found[0].keys
        if not isinstance(keys[-2], int):
            raise RefusedError(NO_NEW_ROW)
        values = dict(self._values(edit, line, key.document, home))
        said = sum(1 for slot in line.slots if slot.text.strip())
        computed = len(fields) - len(found)  # numbers of rows and sums, which nobody types
        if not values or said > len(values) + computed:
            raise RefusedError(
                "新加的行有几格没有读懂：上面一行的这几格是空的，或写的不是这一栏要的"
            )
        return FileWish(FileChange(found[0].source, AppendRow(keys[:-2], values)))

    def _values(
        self, edit: Addition, line: Line, document: str, home: str
    ) -> Iterator[tuple[str, Any]]:
        """Read the cells of an added row by the columns of its neighbour."""
        by_column = {slot.column: slot for slot in line.slots}
        for ours, theirs in edit.columns:
            own = by_column.get(theirs.column)
            keys = [self._new.book[n].key for n in ours.names if n in self._new.book]
            name = next((k.rpartition("].")[2] for k in keys if "]." in k), "")
            if own is None or not own.text.strip() or not name:
                continue
            field = self._own.field(document, f"{home}.{name}")
            if isinstance(field, NoField) or field.name:
                continue
            typed = typed_in(field._replace(head=""), own.text, self._own.library.units)
            if isinstance(typed, Typed):
                value = written(typed.value) if field.kind == "text" else typed.value
                is_actual = field.kind == "text" and name == "actual"
                yield "actual" if is_actual else str(field.keys[-1]), value

    def gone(self, line: Line) -> Wish:
        """Take the row of the input out."""
        for name in line.names:
            own = self._new.book.get(name)
            if own is None or not own.is_whole or "]." not in own.key:
                continue
            field = self._own.field(own.document, own.key)
            if isinstance(field, Field) and field.is_there and isinstance(field.keys[-2], int):
                return FileWish(FileChange(field.source, Remove(field.keys[:-1])))
        raise RefusedError("这一行是表样上固定的")


def gone_from(edit: Deletion, paragraphs: Paragraphs, rows: Rows) -> Wish:
    """Find what a deletion comes to."""
    if isinstance(edit.node, Line):
        return rows.gone(edit.node)
    if isinstance(edit.node, Passage):
        return paragraphs.gone(edit, edit.node)
    raise RefusedError("整张表的去留由方案和模板决定")


def _own_home(key: str) -> str:
    """Return the row of a table of the form's own that a cell is of; nothing for other cells."""
    at = cell_at(key)
    return f"{key.rpartition('].')[0]}]" if at is not None and at.row else ""


def _words_of(edit: Addition) -> str:
    words = edit.node.text.replace("\n", "")
    return f"# {unnumbered(words)}" if edit.is_heading else words


def _takes_lines(text: Text) -> bool:
    """Tell a text whose lines are paragraphs from one that is a name or stands in a row of a table."""
    return not any(isinstance(key, int) for key in text.keys)
