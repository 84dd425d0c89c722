"""Words that a person changed, and figures that were typed over: the input that holds them."""

from collections.abc import Sequence

from generator.base.measure import Measure, MeasureKind
from generator.figures.figure import Figure
from generator.model.spans import Span, Spans, plain_text
from generator.prose.origin_marks import Text
from generator.prose.prose_gap import GAP
from generator.roundtrip.field_kinds import Field, NoField
from generator.roundtrip.figure_place import whole_number
from generator.roundtrip.person_edit import FigureEdit, WordEdit
from generator.roundtrip.requote import NotPossibleError, TextEdit, written, written_quoting
from generator.roundtrip.typed_in import Typed, figure_field, typed_in
from generator.tables.field_keys import INSTEAD
from generator.use.pull.at_hand import AtHand
from generator.use.pull.gaps import Gaps
from generator.use.pull.printed_places import PrintedPlaces, Value, around, cut, text_range
from generator.use.pull.pulled_sections import Replacement, Sections
from generator.use.pull.wishes import (
    FIXED,
    NO_OWN_TEXT,
    NUMBERED,
    LineWish,
    RefusedError,
    SectionWish,
    TextWish,
    ValueWish,
    Wish,
)


class ChangedWords:
    """Finds what changed words come to."""

    def __init__(self, own: AtHand, places: PrintedPlaces, sections: Sections, gaps: Gaps) -> None:
        self._own, self._places, self._sections, self._gaps = own, places, sections, gaps

    def wish(self, edit: WordEdit) -> Wish:
        """Find the input of changed words."""
        values = self._places.values(edit.where)
        value = around(values, edit.start, edit.end)
        if value is not None and not value.is_prose:
            return self._cell(edit, value)
        if value is not None and (filled := self._filled(edit, value)) is not None:
            return filled
        found = text_range(self._places.origins(edit.where, values), edit)
        if found is None:
            raise RefusedError(NUMBERED if values else FIXED)
        first, last = found
        if first.text is not last.text or first.text.is_standard:
            return self._in_section(edit, values)
        end = first.start if edit.start == edit.end else last.start + 1
        return TextWish(first.text, TextEdit(first.start, end, edit.pieces))

    def figure(self, edit: FigureEdit) -> Wish:
        """Find the input of a figure that was typed over."""
        values = self._places.values(edit.where)
        value = around(values, edit.at, edit.at + 1) or around(values, edit.at, edit.at)
        figure = self._own.book.get(edit.figure)
        field: Field | NoField = figure_field(self._own.book, edit.figure)
        if value is not None and value.kind == "cell" and self._only_figure(value) is not None:
            field = self._own.field(value.document, value.key)
        if isinstance(field, NoField):
            raise RefusedError(field.reason)
        if figure is not None and (said := self._instead(field, edit, figure)) is not None:
            return said
        return self._typed(field, edit.words, figure, edit.entry.was)

    def _instead(self, field: Field, edit: FigureEdit, figure: Figure) -> Wish | None:
        """Take words written beside a value that is measured as what is printed instead of it."""
        instead = INSTEAD.get(str(field.keys[-1]))
        said, was = edit.words, edit.entry.was
        units = self._own.library.units
        at = said.find(was)
        if (
            instead is None
            or at < 0
            or whole_number(said, at, at + len(was), was) != (at, at + len(was))
            or not _is_only_words(units.measure(said), units.measure(was))
        ):
            return None
        own = field._replace(
            keys=(*field.keys[:-1], *instead.paths[0]), kind=instead.kind, is_there=False
        )
        spans = (Span(said[:at]), Span(was, figure.id), Span(said[at + len(was) :]))
        return ValueWish(Typed(own, self._written(own, tuple(s for s in spans if s.text))))

    def _filled(self, edit: WordEdit, value: Value) -> Wish | None:
        """Take what was written in the place of a gap as the value that is missing there."""
        shown = plain_text(value.spans)
        start, end = edit.start - value.start, edit.end - value.start
        is_gap = GAP in shown[start:end] or shown[start - len(GAP) : start] == GAP
        if not is_gap and not shown.startswith(GAP, start):
            return None
        gap = self._gaps.find(value.document, value.key, start)
        if gap is None:
            return None
        words = plain_text(edit.pieces).replace(GAP, "")
        if gap.is_section:
            head, tail = shown[:start].replace(GAP, ""), shown[end:].replace(GAP, "")
            said = self._written(gap.field, edit.pieces)
            return LineWish(gap.field, f"{written(head)}{said}{written(tail)}")
        if shown[start:end].replace(GAP, "", 1):
            return None  # other words changed along with it
        return self._typed(gap.field, words, gap.figure, gap.shown)

    def in_section(self, edit: WordEdit) -> SectionWish | None:
        """Return the edit as one of the section in which it stands."""
        value = around(self._places.values(edit.where), edit.start, edit.end)
        if value is None or not self._sections.is_written(value.document, value.key):
            return None
        section = self._sections.of(value.document, value.key)
        start, end = edit.start - value.start, edit.end - value.start
        change = Replacement(value.key, start, end, edit.pieces)
        return SectionWish(value.document, section, change) if section else None

    def _in_section(self, edit: WordEdit, values: Sequence[Value]) -> Wish:
        """Change standard wording: the section becomes the unit's own text."""
        own = [v for v in values if v.start <= edit.end and edit.start <= v.end]
        value = around(values, edit.start, edit.end)
        if value is None and len({v.document for v in own}) == 1:
            raise RefusedError("跨了几段标准写法，请在一段里改，或写进 [text]")
        if value is None:
            raise RefusedError(NUMBERED)
        wish = self.in_section(edit)
        if wish is None:
            raise RefusedError(NO_OWN_TEXT)
        return wish

    def _cell(self, edit: WordEdit, value: Value) -> Wish:
        """Change a cell, a title, a signature: by the input that its key stands for."""
        if value.kind.startswith(("attachment", "note", "label", "chart")):
            raise RefusedError("随附件的标题和表样而定，请改它们")
        shown = plain_text(value.spans)
        if value.key == "title" and edit.pieces and not plain_text(edit.pieces).strip():
            raise RefusedError("标题在哪里分行由程序排，合并时会留在文件里")
        if value.kind == "title" and GAP in shown:
            filled = self._filled(edit, value)
            if filled is not None:
                return filled
        field = self._own.field(value.document, value.key)
        if isinstance(field, NoField):
            raise RefusedError(field.reason)
        start, end = edit.start - value.start, edit.end - value.start
        spans = (*cut(value.spans, 0, start), *edit.pieces, *cut(value.spans, end, len(shown)))
        if field.kind == "text":
            return self._cell_text(field, value, edit, spans)
        return self._typed(field, plain_text(spans), self._only_figure(value), shown)

    def _cell_text(self, field: Field, value: Value, edit: WordEdit, spans: Spans) -> Wish:
        chars = self._places.origins(edit.where, [value])
        origins = [origin.text for origin in chars if origin is not None]
        if field.is_there and origins and not any(text.is_standard for text in origins):
            found = text_range(chars, edit)
            if found is not None and found[0].text is found[1].text:
                first, last = found
                end = first.start if edit.start == edit.end else last.start + 1
                return TextWish(first.text, TextEdit(first.start, end, edit.pieces))
        said = self._written(field, spans)
        said = said.replace("\n", "") if value.key == "title" else said
        return ValueWish(Typed(field, said))

    def _written(self, field: Field, spans: Spans) -> str:
        """Write spans for a field whose text is rendered."""
        text = Text(field.source, field.keys, field.owner)
        try:
            return written_quoting(spans, self._own.quote(text)).replace(GAP, "")
        except NotPossibleError as error:
            raise RefusedError(str(error)) from error

    def _only_figure(self, value: Value) -> Figure | None:
        figures = [span.figure for span in value.spans if span.figure]
        is_alone = len(figures) == 1 and len(value.spans) == 1
        return self._own.book.get(figures[0]) if is_alone else None

    def _typed(self, field: Field, words: str, figure: Figure | None, shown: str) -> Wish:
        typed = typed_in(field, words, self._own.library.units, figure, shown)
        if isinstance(typed, NoField):
            raise RefusedError(typed.reason)
        return ValueWish(typed)


def _is_only_words(said: Measure, was: Measure) -> bool:
    """Tell a number with words beside it from one that can be reckoned with as it was before."""
    return was.kind is MeasureKind.NUMBER and (said.kind, said.unit) != (was.kind, was.unit)
