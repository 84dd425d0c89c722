"""Whether a file that is built anew says what a person wrote: each edit is looked up at its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.model.units import Units
from generator.prose.prose_gap import GAP
from generator.roundtrip.bare_text import bare
from generator.roundtrip.joined_text import PARAGRAPH
from generator.roundtrip.person_edit import (
    Addition,
    Deletion,
    FigureEdit,
    Left,
    NoteEdit,
    PersonEdit,
    Spot,
    WordEdit,
)
from generator.roundtrip.person_edits import reshaped_cells
from generator.roundtrip.text_alignment import Alignment, Group, align
from generator.roundtrip.text_changes import Change, Shift, changes_between
from generator.roundtrip.typed_in import is_same_amount
from generator.roundtrip.version import ByKeys, Version
from generator.roundtrip.words_in_common import SAME_ROW, likeness, unnumbered
from generator.word.edited.edited_story import Block, Grid, Line, Node, Passage, Slot
from generator.word.edited.edited_words import NOTE
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT


class Held:
    """A new version held against the person's file."""

    def __init__(
        self,
        found: WordFile,
        base: Version,
        new: Version,
        units: Units,
        now: Version | None = None,  # what would be printed without the edits, where that is asked
    ) -> None:
        self._units = units
        self._new = new.blocks(DOCUMENT)
        sense = ByKeys(base, new)
        self._tied: Alignment = align(self._new, found.blocks(DOCUMENT), sense)
        self._homes = {id(p): group for group in self._tied.groups for p in group.right}
        # What the inputs say in one paragraph of lines, a person may write in several.
        self._homes |= {id(p): group for group in reshaped_cells(self._tied) for p in group.right}
        self._rows = {id(theirs): own for own, theirs in self._tied.lines}
        self._words = _counted(self._new)
        self._theirs = _counted(found.blocks(DOCUMENT))
        before = [base] if now is None else [base, now]
        self._book = {name: own for v in (*before, new) for name, own in v.book.items()}
        self._filled = self._sections_filled(*before)

    def missing(self, edits: Sequence[PersonEdit], every: Sequence[PersonEdit]) -> list[PersonEdit]:
        """Return those of some edits that the new version does not say; ``every``: all that there are."""
        spots = [spot for edit in every for spot in _spots(edit)]
        return [edit for edit in edits if not self._is_held(edit, spots)]

    def unsaid(self, edit: Addition) -> list[Slot]:
        """Return the cells of an added row whose words the row that was made of it does not say."""
        own = self._rows.get(id(edit.node))
        if not isinstance(edit.node, Line) or own is None:
            return []
        texts = self._texts(own)
        columns = {theirs.column: ours.column for ours, theirs in edit.columns}
        return [
            slot
            for slot in edit.node.slots
            if slot.text.strip()
            and not self._is_said(slot.text, texts.get(columns.get(slot.column, -1), ""))
        ]

    def _texts(self, line: Line) -> dict[int, str]:
        """Read a row by its columns; what is merged with cells above says what the first of them says."""
        grids = (block for block in self._new if isinstance(block, Grid))
        lines = next((grid.lines for grid in grids if line in grid.lines), [line])
        return {
            slot.column: slot.text
            for own in lines[: lines.index(line) + 1]
            for slot in own.slots
            if slot.merge != "continue"
        }

    def _is_said(self, typed: str, shown: str) -> bool:
        same = bare(unnumbered(typed)) == bare(unnumbered(shown))
        return same or is_same_amount(shown, typed, self._units)

    def _is_held(self, edit: PersonEdit, spots: Sequence[Spot]) -> bool:
        if isinstance(edit, WordEdit | FigureEdit):
            is_empty = not any(p.text.strip() for p in edit.spot.passages)
            is_filled = is_empty and any(map(self._is_filled, edit.where.passages))
            return not is_filled and self._says(edit, spots)
        if isinstance(edit, Addition):
            return self._has(edit.node)
        if isinstance(edit, Deletion):
            return not self._still_has(edit) and not self._is_filled(edit.node)
        if isinstance(edit, NoteEdit):
            return self._says_note(edit)
        return isinstance(edit, Left)

    def _says_note(self, edit: NoteEdit) -> bool:
        """Tell whether the footnote says what the person wrote."""
        groups = {id(g): g for p in edit.passages if (g := self._homes.get(id(p)))}
        said = [
            thing.words.strip()
            for group in groups.values()
            for passage in group.left
            for thing in passage.things
            if thing.kind == NOTE
        ]
        return said[edit.number : edit.number + 1] == [edit.words]

    def _says(self, edit: WordEdit | FigureEdit, spots: Sequence[Spot]) -> bool:
        groups = {id(g): g for p in edit.spot.passages if (g := self._homes.get(id(p)))}
        if not groups:
            return all(bare(unnumbered(p.text)) in self._words for p in edit.spot.passages)
        return all(self._agrees(group, edit, spots) for group in groups.values())

    def _agrees(self, group: Group, edit: WordEdit | FigureEdit, spots: Sequence[Spot]) -> bool:
        """Tell whether nothing differs where the edit is, nor beside it where nobody wrote anything."""
        before, there = _text(group.left), _text(group.right)
        if not there.strip() and before.strip() not in ("", GAP):
            return False
        start, end = _moved(edit.spot, group)
        if self._is_same_amount(before, there, start, end):
            return True
        others = [_moved(s, group) for s in spots if any(p in group.right for p in s.passages)]
        for change in changes_between(before, there):
            was, now = before[change.start : change.end], there[change.new_start : change.new_end]
            if _touches(change, start, end):
                if start < end or bare(edit.entry.was) in bare(was):
                    return False
            elif not _is_number(was + now) and not any(_touches(change, *s) for s in others):
                return False
        return True

    def _is_same_amount(self, before: str, there: str, start: int, end: int) -> bool:
        """Tell whether the same number stands there, written otherwise."""
        shift = Shift(changes_between(there, before))
        shown, typed = before[shift.begin(start) : shift.finish(end)], there[start:end]
        return bool(typed.strip()) and is_same_amount(shown, typed, self._units)

    def _has(self, node: Node) -> bool:
        """Tell whether something that the person wrote stands there."""
        if isinstance(node, Line):
            own = self._rows.get(id(node))
            return own is not None and likeness(bare(own.text), bare(node.text)) >= SAME_ROW
        words = bare(unnumbered(node.text))
        home = self._homes.get(id(node))
        is_there = home is not None and words in _counted(home.left)
        # What is a copy of other words stands in two places: the other one is no proof of it.
        return is_there or self._words[words] >= self._theirs[words]

    def _still_has(self, edit: Deletion) -> bool:
        """Tell whether something that the person took out still stands there."""
        own = [n for n in self._tied.gone if isinstance(n, type(edit.node))]
        was = bare(unnumbered(edit.entry.was))
        return any(likeness(bare(unnumbered(n.text)), was) >= SAME_ROW for n in own)

    def _sections_filled(self, *before: Version) -> set[tuple[str, str]]:
        """Find the sections that say now what they did not: standard wording in place of the unit's."""
        said = {
            (section, _steady(p.text))
            for version in before
            for block in version.blocks(DOCUMENT)
            for p in block.passages()
            for section in self._sections(p)
        }
        return {
            section
            for node in self._tied.gone
            if isinstance(node, Passage) and unnumbered(node.text) != GAP
            for section in self._sections(node)
            if (section, _steady(node.text)) not in said
        }

    def _is_filled(self, node: Node) -> bool:
        """Tell whether other words came where a person took out all that stood there."""
        return isinstance(node, Passage) and any(s in self._filled for s in self._sections(node))

    def _sections(self, passage: Passage) -> Iterator[tuple[str, str]]:
        for name in passage.names:
            own = self._book.get(name)
            if own is not None and own.is_prose:
                yield own.document, own.key.partition("/")[0]


def _counted(blocks: Iterable[Block]) -> Counter[str]:
    """Count what paragraphs say, however they are numbered."""
    return Counter(bare(unnumbered(p.text)) for block in blocks for p in block.passages())


def _steady(words: str) -> str:
    """Leave out numbers, which may have moved on since."""
    return "".join(c for c in bare(unnumbered(words)) if not c.isdigit())


def _spots(edit: PersonEdit) -> Iterator[Spot]:
    if isinstance(edit, WordEdit | FigureEdit):
        yield edit.spot
    elif isinstance(edit, Addition) and isinstance(edit.node, Passage):
        yield Spot((edit.node,), 0, len(edit.node.text))


def _moved(spot: Spot, group: Group) -> tuple[int, int]:
    """Return where a spot is in the text of a group."""
    if spot.passages == group.right:
        return spot.start, spot.end
    mine, yours = _starts(spot.passages), _starts(group.right)
    shared = next((p for p in spot.passages if id(p) in yours), None)
    if shared is None:
        return 0, 0
    by = yours[id(shared)] - mine[id(shared)]
    return max(0, spot.start + by), max(0, spot.end + by)


def _text(passages: Iterable[Passage]) -> str:
    """Read paragraphs as lines: a line may end either way."""
    return PARAGRAPH.join(p.text for p in passages).replace("\n", PARAGRAPH)


def _starts(passages: Iterable[Passage]) -> dict[int, int]:
    found: dict[int, int] = {}
    at = 0
    for passage in passages:
        found[id(passage)] = at
        at += len(passage.text) + 1
    return found


def _touches(change: Change, start: int, end: int) -> bool:
    """Tell whether a difference is within a stretch of the person's text, or at a point of it."""
    if start == end:
        return change.new_start <= start <= change.new_end
    if change.new_start == change.new_end:
        return start < change.new_start < end
    return change.new_start < end and start < change.new_end


def _is_number(words: str) -> bool:
    return any(character.isdigit() for character in words)
