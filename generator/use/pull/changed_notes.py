"""Footnotes that say something else: the line of the input in which they are said."""

from generator.model.spans import Span, Spans, plain_text
from generator.prose.origin_marks import Origin
from generator.roundtrip.person_edit import NoteEdit
from generator.roundtrip.requote import TextEdit
from generator.roundtrip.text_changes import changes_between
from generator.use.pull.printed_places import PrintedPlaces
from generator.use.pull.wishes import FIXED, NO_OWN_TEXT, RefusedError, TextWish

_OF_FIGURE = "脚注里的数出自输入，请在输入里改"


def note_wish(edit: NoteEdit, places: PrintedPlaces) -> TextWish:
    """Find the input of a changed footnote; its figures stay quoted."""
    known = places.notes(edit.where)
    if edit.number >= len(known):
        raise RefusedError(FIXED)
    spans = known[edit.number]
    shown = plain_text(spans)
    changes = changes_between(shown, edit.words)
    if not edit.words or not changes:
        raise RefusedError(FIXED)
    start, end = changes[0].start, changes[-1].end
    now = edit.words[changes[0].new_start : changes[-1].new_end]
    first = _origin(spans, places, start, end)
    return TextWish(first.text, TextEdit(first.start, first.start + end - start, (Span(now),)))


def _origin(spans: Spans, places: PrintedPlaces, start: int, end: int) -> Origin:
    """Return where a stretch of a note came from, all of it words of one text."""
    at = 0
    for number, span in enumerate(spans):
        stop = at + len(span.text)
        is_last = number == len(spans) - 1
        if (start < stop or is_last) and not (span.figure and start == end == stop):
            if span.figure and (start, end) != (at, at):
                raise RefusedError(_OF_FIGURE)
            origin = places.origin(span)
            if end > stop:
                raise RefusedError(_OF_FIGURE)
            if origin is None or origin.text.is_standard:
                raise RefusedError(NO_OWN_TEXT)
            return Origin(origin.text, origin.start + start - at)
        at = stop
    raise RefusedError(FIXED)
