"""What looks otherwise in a file that somebody edited than in the one that we wrote, member by member."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.word.columns.widths_written import is_label
from generator.word.edited.edited_story import Block, Grid, Line, Passage, Slot
from generator.word.edited.file import WordFile
from generator.word.learning.edges import NEAR, are_near, widths_now
from generator.word.learning.measured_looks import (
    AFTER,
    BEFORE,
    HEIGHT,
    LINE,
    PAGE,
    SIDE,
    LookReader,
    height_of,
    new_pages,
    page_of,
    widths_of,
)
from generator.word.learning.origin import Origin, origin_of
from generator.word.xml import W

WIDTHS: Final = "widths"
_NEAR_LINES: Final = 2
_LOOSE: Final = {HEIGHT: NEAR, BEFORE: _NEAR_LINES, AFTER: _NEAR_LINES, LINE: _NEAR_LINES}


class Pairs(NamedTuple):
    """Paragraphs, rows and tables of ours with those of the edited file that they became."""

    passages: Sequence[tuple[Passage, Passage]]
    lines: Sequence[tuple[Line, Line]]
    grids: Sequence[tuple[Grid, Grid]]
    slots: Sequence[tuple[Slot, Slot]]


class Otherwise(NamedTuple):
    """A thing in which a member of a template looks otherwise, each time that it was printed."""

    origin: Origin
    name: str
    old: str
    new: str
    place: DocumentPlace
    times: int = 1


class Section(NamedTuple):
    """A thing in which a section of the file is set up otherwise."""

    number: int
    name: str
    old: str
    new: str


class Compared(NamedTuple):
    """What is otherwise everywhere, what only in some places, tables with other columns, sections."""

    changes: tuple[Otherwise, ...]
    partly: tuple[Otherwise, ...]
    regrouped: tuple[DocumentPlace, ...]
    sections: tuple[Section, ...]
    has_other_sections: bool
    number_of_sections: int


def compare(ours: WordFile, theirs: WordFile, pairs: Pairs) -> Compared:
    """Hold the looks of two files against each other."""
    seen: dict[tuple[Origin, str], list[Otherwise]] = defaultdict(list)
    for own in (*_paragraphs(ours, theirs, pairs.passages), *_heights(pairs.lines)):
        seen[own.origin, own.name].append(own)
    regrouped: list[DocumentPlace] = []
    for own in _widths(ours.blocks(), pairs, regrouped):
        seen[own.origin, own.name].append(own)
    changes: list[Otherwise] = []
    partly: list[Otherwise] = []
    for all_ in seen.values():
        changed = [own for own in all_ if not _is_near(own)]
        if not changed:
            continue
        one = changed[0]._replace(times=len(changed))
        is_alike = all(_is_near(own._replace(old=one.new)) for own in changed)
        (changes if is_alike and len(changed) == len(all_) else partly).append(one)
    before, after = (list(file.root().iter(f"{W}sectPr")) for file in (ours, theirs))
    is_other = len(before) != len(after)
    sections = () if is_other else tuple(_sections(before, after))
    return Compared(
        tuple(changes), tuple(partly), tuple(regrouped), sections, is_other, len(before)
    )


def _paragraphs(
    ours: WordFile, theirs: WordFile, pairs: Sequence[tuple[Passage, Passage]]
) -> Iterator[Otherwise]:
    mine, yours = LookReader(ours), LookReader(theirs)
    paged = frozenset(new_pages(ours.blocks())), frozenset(new_pages(theirs.blocks()))
    for own, other in pairs:
        origin = origin_of(own.element)
        if origin is None or not own.text.strip() or not other.text.strip():
            continue
        looks = [
            {**reader.paragraph(one.element), **({PAGE: "1"} if one in new else {})}
            for reader, one, new in ((mine, own, paged[0]), (yours, other, paged[1]))
        ]
        before, after = looks
        for name in sorted(before.keys() & after.keys()):
            if name == SIDE and own.place.table and not is_label(own.text):
                continue  # long words of a table are put to the left where they take several lines
            yield Otherwise(origin, name, before[name], after[name], own.place)


def _heights(pairs: Sequence[tuple[Line, Line]]) -> Iterator[Otherwise]:
    for own, other in pairs:
        if (origin := origin_of(own.element)) is not None:
            before, after = height_of(own.element), height_of(other.element)
            yield Otherwise(origin, HEIGHT, before, after, own.place._replace(column=0))


def _widths(
    blocks: Sequence[Block], pairs: Pairs, regrouped: list[DocumentPlace]
) -> Iterator[Otherwise]:
    """Give the widths of tables; where one of a frame is otherwise, those of all of it."""
    known, slots = dict(pairs.grids), dict(pairs.slots)
    for frame in _frames(blocks):
        tables = [own for own in frame if own in known and own.lines]
        widths = [
            (own, widths_of(own.element), widths_now(own, known[own], slots)) for own in tables
        ]
        regrouped += [own.place for own, _, now in widths if now is None]
        is_changed = any(now is not None and not are_near(old, now) for _, old, now in widths)
        for own, old, now in widths:
            origin = origin_of(own.lines[0].element)
            if origin is not None and now is not None:
                said = _joined(now if is_changed else old)
                # What is part of a frame that is changed is to stand, also where it stood already.
                yield Otherwise(origin, WIDTHS, "" if is_changed else said, said, own.place)


def _frames(blocks: Sequence[Block]) -> Iterator[list[Grid]]:
    """Give tables that stand right under each other together."""
    frame: list[Grid] = []
    for block in blocks:
        if isinstance(block, Grid):
            frame.append(block)
        elif block.text.strip() and frame:
            yield frame
            frame = []
    if frame:
        yield frame


def _sections(before: Sequence[object], after: Sequence[object]) -> Iterator[Section]:
    for number, (own, other) in enumerate(zip(before, after, strict=True)):
        old, new = page_of(own), page_of(other)
        for name, value in new.items():
            if value and not _are_close(old[name], value, NEAR):
                yield Section(number, name, old[name], value)


def _is_near(own: Otherwise) -> bool:
    if own.name == WIDTHS:
        if not own.old:
            return False
        return are_near(*(tuple(map(int, said.split())) for said in (own.old, own.new)))
    return _are_close(own.old, own.new, _LOOSE.get(own.name, 0))


def _are_close(one: str, other: str, near: int) -> bool:
    if one == other or not near:
        return one == other
    mine, yours = one.split(), other.split()
    if not mine or not yours or mine[1:] != yours[1:]:
        return False
    try:
        return abs(float(mine[0]) - float(yours[0])) <= near
    except ValueError:
        return False


def _joined(widths: Sequence[int]) -> str:
    return " ".join(map(str, widths))
