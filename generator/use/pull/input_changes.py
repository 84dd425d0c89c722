"""All edits of a person as changes of input files: what the wishes come to, each file written once."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml_patch import FileChange, SetValue
from generator.prose.origin_marks import Text
from generator.roundtrip.edit_account import Entry
from generator.roundtrip.person_edit import (
    Addition,
    Deletion,
    FigureEdit,
    Left,
    NoteEdit,
    PersonEdit,
    WordEdit,
)
from generator.roundtrip.requote import NotPossibleError, NotRequoted, TextEdit, requote, written
from generator.roundtrip.typed_in import Typed, changes_of
from generator.roundtrip.version import Version
from generator.use.pull.added_and_gone import Paragraphs, Rows, gone_from
from generator.use.pull.at_hand import AtHand, raw_text
from generator.use.pull.changed_notes import note_wish
from generator.use.pull.changed_words import ChangedWords
from generator.use.pull.gaps import Gaps
from generator.use.pull.printed_places import PrintedPlaces
from generator.use.pull.pulled_sections import Sections
from generator.use.pull.wishes import (
    EMPTY,
    FIXED,
    AfterWish,
    FileWish,
    LineWish,
    RefusedError,
    SectionWish,
    TextWish,
    ValueWish,
    Wish,
)
from generator.word.edited.edited_story import Line


class Made(NamedTuple):
    """A change of a file, and the edits that it takes in."""

    change: FileChange
    edits: tuple[PersonEdit, ...]
    is_prose: bool = False  # text that may quote figures


class Lost(NamedTuple):
    """An edit that goes into no input, and what its account says."""

    edit: PersonEdit
    entry: Entry


class InputChanges:
    """Gathers what a person changed as changes of input files."""

    def __init__(self, own: AtHand, new: Version) -> None:
        self._own = own
        self._places = places = PrintedPlaces(own.traced, new)
        self._sections, gaps = Sections(own.examined, own.library, own.traced), Gaps(own)
        self._words = ChangedWords(own, places, self._sections, gaps)
        self._paragraphs = Paragraphs(own, places, self._sections, gaps)
        self._rows = Rows(own, new)
        self._wishes: list[tuple[PersonEdit, Wish]] = []
        self.left: list[Lost] = []

    def take(self, edits: Sequence[PersonEdit]) -> None:
        """Find the input of every edit."""
        for edit in edits:
            if isinstance(edit, Left):
                self.left.append(Lost(edit, edit.entry))
                continue
            try:
                self._wishes.append((edit, self._wish(edit)))
            except RefusedError as refusal:
                self.left.append(Lost(edit, edit.entry._replace(reason=str(refusal))))

    def changes(self, without: frozenset[PersonEdit]) -> tuple[list[Made], list[Lost]]:
        """Return the changes of files, and the edits that turned out impossible."""
        wishes = [(edit, wish) for edit, wish in self._wishes if edit not in without]
        made: list[Made] = []
        lost: list[Lost] = []
        for text, own in _by_text(wishes):
            changed, refused = self._rewritten(text, own)
            made += changed
            lost += refused
        made += _typed_values(wishes, lost)
        made += [Made(w.change, (edit,)) for edit, w in wishes if isinstance(w, FileWish)]
        made += _after(wishes)
        made += self._own_sections(wishes, lost)
        return made, lost

    def _wish(self, edit: WordEdit | FigureEdit | Addition | Deletion | NoteEdit) -> Wish:
        if isinstance(edit, NoteEdit):
            return note_wish(edit, self._places)
        if isinstance(edit, WordEdit):
            return self._words.wish(edit)
        if isinstance(edit, FigureEdit):
            return self._words.figure(edit)
        if isinstance(edit, Deletion):
            return gone_from(edit, self._paragraphs, self._rows)
        return (self._rows if isinstance(edit.node, Line) else self._paragraphs).added(edit)

    def _rewritten(
        self, text: Text, wishes: Sequence[tuple[PersonEdit, TextEdit]]
    ) -> tuple[list[Made], list[Lost]]:
        """Change one text; an edit that cannot be made does not take the others with it."""
        if text.source is None:
            return [], [_lost(edit, FIXED) for edit, _ in wishes]
        raw = raw_text(text)
        names, quote = self._own.names(text), self._own.quote(text)
        units = self._own.library.units
        at_once = requote(raw, names, units, list(dict.fromkeys(w for _, w in wishes)), quote)
        if not isinstance(at_once, NotRequoted):
            change = FileChange(text.source, SetValue(text.keys, at_once))
            made = Made(change, tuple(edit for edit, _ in wishes), is_prose=True)
            return ([made] if at_once != raw else []), []
        said = raw
        done: list[PersonEdit] = []
        known: list[TextEdit] = []
        lost: list[Lost] = []
        for edit, wish in wishes:
            again = said if wish in known else requote(raw, names, units, [*known, wish], quote)
            if isinstance(again, NotRequoted):
                lost.append(_lost(edit, again.reason))
                continue
            known = list(dict.fromkeys([*known, wish]))
            said = again
            done.append(edit)
        if said == raw:
            return [], lost
        change = FileChange(text.source, SetValue(text.keys, said))
        return [Made(change, tuple(done), is_prose=True)], lost

    def _own_sections(
        self, wishes: Sequence[tuple[PersonEdit, Wish]], lost: list[Lost]
    ) -> Iterator[Made]:
        asked: dict[tuple[str, str], list[tuple[PersonEdit, SectionWish]]] = {}
        for edit, wish in wishes:
            if isinstance(wish, SectionWish):
                asked.setdefault((wish.document, wish.section), []).append((edit, wish))
        for edit, wish in wishes if asked else ():
            # What is written in other inputs is no longer printed in a section of its own; what
            # follows the section still is.
            is_printed = isinstance(wish, SectionWish | AfterWish)
            own = None if is_printed else self._in_section(edit)
            if own is not None and (own.document, own.section) in asked:
                asked[own.document, own.section].append((edit, own))
        for (document, section), asking in asked.items():
            edits = [wish.edit for _, wish in asking]
            try:
                change = self._sections.change(document, section, edits, self._own.quote)
            except NotPossibleError as error:
                lost += [_lost(edit, str(error)) for edit, _ in asking]
                continue
            if change is None:
                lost += [_lost(edit, EMPTY) for edit, _ in asking]
            else:
                yield Made(change, tuple(edit for edit, _ in asking), is_prose=True)

    def _in_section(self, edit: PersonEdit) -> SectionWish | None:
        if isinstance(edit, WordEdit):
            return self._words.in_section(edit)
        if isinstance(edit, Addition | Deletion):
            return self._paragraphs.in_section(edit)
        return None


def _lost(edit: PersonEdit, reason: str) -> Lost:
    return Lost(edit, edit.entry._replace(reason=reason))


def _after(wishes: Sequence[tuple[PersonEdit, Wish]]) -> Iterator[Made]:
    """Write lines behind what stands behind a section already."""
    lines: dict[tuple[str, KeyPath], tuple[Text, list[tuple[PersonEdit, str]]]] = {}
    for edit, wish in wishes:
        if isinstance(wish, AfterWish):
            key = _key_of(wish.text)
            lines.setdefault(key, (wish.text, []))[1].append((edit, written(wish.words)))
    for text, own in lines.values():
        if text.source is None:
            continue
        before = raw_text(text)
        said = "\n".join([*filter(None, [before.rstrip("\n")]), *(words for _, words in own)])
        change = FileChange(text.source, SetValue(text.keys, said))
        yield Made(change, tuple(edit for edit, _ in own), is_prose=True)


def _typed_values(wishes: Sequence[tuple[PersonEdit, Wish]], lost: list[Lost]) -> Iterator[Made]:
    """Make the changes of values that were typed; one value in two places is changed once."""
    typed: dict[tuple[Any, ...], Typed] = {}
    edits: dict[tuple[Any, ...], list[PersonEdit]] = {}
    for edit, value in _values(wishes):
        key = _place_of(value)
        if typed.setdefault(key, value).value != value.value:
            lost.append(_lost(edit, "同一个数在几处改得不一样，取了前面的"))
        else:
            edits.setdefault(key, []).append(edit)
    for change, values in changes_of(typed.values()):
        taken = tuple(edit for value in values for edit in edits[_place_of(value)])
        is_prose = any(value.field.kind == "text" for value in values)
        yield Made(change, taken, is_prose)


def _place_of(typed: Typed) -> tuple[Any, ...]:
    field = typed.field
    return field.source.shown, field.keys, field.name, field.row, field.nth


def _values(wishes: Sequence[tuple[PersonEdit, Wish]]) -> Iterator[tuple[PersonEdit, Typed]]:
    """Give values as typed; the lines of a field that was blank are one value, or a row each."""
    lines: dict[tuple[str, KeyPath], list[tuple[PersonEdit, LineWish]]] = {}
    for edit, wish in wishes:
        if isinstance(wish, ValueWish):
            yield edit, wish.typed
        elif isinstance(wish, LineWish):
            key = (wish.field.source.shown, (*wish.field.keys, *wish.field.name))
            lines.setdefault(key, []).append((edit, wish))
    for own in lines.values():
        field = own[0][1].field
        if field.name:
            for number, (edit, wish) in enumerate(own):
                yield edit, Typed(field._replace(nth=number), wish.words)
        else:
            value = "\n".join(wish.words for _, wish in own)
            yield from ((edit, Typed(field, value)) for edit, _ in own)


def _by_text(
    wishes: Sequence[tuple[PersonEdit, Wish]],
) -> list[tuple[Text, list[tuple[PersonEdit, TextEdit]]]]:
    found: dict[tuple[str, KeyPath], tuple[Text, list[tuple[PersonEdit, TextEdit]]]] = {}
    for edit, wish in wishes:
        if isinstance(wish, TextWish):
            found.setdefault(_key_of(wish.text), (wish.text, []))[1].append((edit, wish.edit))
    return list(found.values())


def _key_of(text: Text) -> tuple[str, KeyPath]:
    return (text.source.shown if text.source is not None else "", text.keys)
