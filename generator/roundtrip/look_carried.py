"""The look that a person gave to words in one file, brought to the same words in another one.

Only what words look like is brought: bold, colour, size and the like, where they differ from what we
wrote. The look of paragraphs and cells belongs to the page that they stand on: it is told.
"""

import copy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.roundtrip.edit_account import Answer, Entry, Kind, short
from generator.roundtrip.text_alignment import Alignment, Sense, align
from generator.roundtrip.text_changes import Change, Shift, changes_between
from generator.word.edited.edited_story import Block, Node, Passage
from generator.word.edited.edited_words import read_words
from generator.word.edited.file import WordFile
from generator.word.edited.strokes import runs_between
from generator.word.xml import Element, W

_NONE: Final = ""
# In the order of the schema; what each is known by, and what says the same as nothing.
_PROPERTIES: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "rFonts": ("eastAsia", frozenset()),
    "b": ("val", frozenset(("0", "false", "off"))),
    "i": ("val", frozenset(("0", "false", "off"))),
    "strike": ("val", frozenset(("0", "false", "off"))),
    "vanish": ("val", frozenset(("0", "false", "off"))),
    "color": ("val", frozenset(("auto", "000000"))),
    "sz": ("val", frozenset()),
    "highlight": ("val", frozenset(("none",))),
    "u": ("val", frozenset(("none",))),
    "shd": ("fill", frozenset(("auto", "FFFFFF"))),
    "vertAlign": ("val", frozenset(("baseline",))),
    "em": ("val", frozenset(("none",))),
}
_SWITCHES: Final = frozenset(("b", "i", "strike", "vanish"))
_ORDER: Final = tuple(
    f"{W}{name}"
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
        *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish"),
        *("webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight"),
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
        *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    )
)
_OF_PARAGRAPHS: Final = ("jc", "ind", "spacing", "pBdr", "shd", "numPr")
_OF_CELLS: Final = ("tcW", "shd", "vAlign", "tcBorders", "textDirection")

Look = Mapping[str, str]


class Painted(NamedTuple):
    """A stretch of a person's paragraph that looks otherwise than we wrote it."""

    start: int
    end: int
    look: Look  # what is otherwise, and as what
    run: Element  # one that looks so


def bring_look(
    sides: tuple[Sequence[Block], Sequence[Block]],
    now: Sequence[Block],
    target: tuple[WordFile, Sequence[Block]],
    sense: Sense,
) -> Iterator[Entry]:
    """Bring the look of words; ``sides`` are what we wrote, and what a person made of it."""
    before, theirs = sides
    tied = align(before, theirs)
    later, there = _pairs(align(before, now, sense)), _pairs(align(now, target[1]))
    for old, own in _pairs(tied).items():
        painted = list(_painted(old, own))
        home = there.get(later[old]) if painted and old in later else None
        for stretch in painted:
            said = short(own.text[stretch.start : stretch.end])
            if home is not None and _paint(stretch, own, home, target[0]):
                yield Entry(Answer.MERGED, Kind.LOOK, home.place, said, said, "带来了字的样子")
            else:
                reason = f"“{said}”的样子没有带过来"
                yield Entry(Answer.NOT_CARRIED, Kind.LOOK, own.place, "", "", reason)
    yield from _told(tied)


def _pairs(tied: Alignment) -> dict[Passage, Passage]:
    """Return the paragraphs that are one and one."""
    return {g.left[0]: g.right[0] for g in tied.groups if len(g.left) == len(g.right) == 1}


def _painted(old: Passage, own: Passage) -> Iterator[Painted]:
    """Go through the stretches that look otherwise than we wrote them."""
    was, now = _looks(old), _looks(own)
    at: Painted | None = None
    for here, there in _beside(old.text, own.text):
        (_, mine), (run, yours) = was[here], now[there]
        changed = {n: yours[n] for n in _PROPERTIES if mine[n] != yours[n]}
        if at is not None and at.end == there and at.look == changed:
            at = at._replace(end=there + 1)
            continue
        if at is not None and at.look:
            yield at
        at = Painted(there, there + 1, changed, run)
    if at is not None and at.look:
        yield at


def _beside(old: str, own: str) -> Iterator[tuple[int, int]]:
    """Pair every character with the one of ours that it is, or beside which it was typed."""
    here = there = 0
    for change in (*changes_between(old, own), Change(len(old), len(old), len(own), len(own))):
        yield from zip(range(here, change.start), range(there, change.new_start), strict=False)
        at = change.start if change.start < change.end else max(change.start - 1, 0)
        if old:
            yield from ((at, typed) for typed in range(change.new_start, change.new_end))
        here, there = change.end, change.new_end


def _looks(passage: Passage) -> list[tuple[Element, Look]]:
    known: dict[Element, Look] = {}
    found = []
    for spot in passage.words.spots:
        run = spot.node.getparent()
        if run not in known:
            known[run] = _look(run)
        found.append((run, known[run]))
    return found


def _look(run: Element) -> Look:
    return {name: _value(run.find(f"{W}rPr/{W}{name}"), name) for name in _PROPERTIES}


def _value(element: Element | None, name: str) -> str:
    if element is None:
        return _NONE
    attribute, nothing = _PROPERTIES[name]
    value = element.get(f"{W}{attribute}") or ("on" if name in _SWITCHES else _NONE)
    if value in nothing:
        return _NONE
    return "on" if name in _SWITCHES else value


def _paint(stretch: Painted, own: Passage, home: Passage, file: WordFile) -> bool:
    """Let words look as elsewhere; tells whether they are there."""
    shift = Shift(changes_between(own.text, home.text))
    start, end = shift.begin(stretch.start), shift.finish(stretch.end)
    if home.text[start:end] != own.text[stretch.start : stretch.end]:
        return False
    for run in runs_between(read_words(home.element), start, end):
        for name in stretch.look:
            _set(run, name, stretch.run.find(f"{W}rPr/{W}{name}"))
    file.touch()
    return True


def _set(run: Element, name: str, value: Element | None) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr", {})
        run.insert(0, properties)
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    if value is None:
        return
    twin = copy.deepcopy(value)
    twin.tail = None
    place = _ORDER.index(twin.tag)
    behind = (c for c in properties if c.tag in _ORDER and _ORDER.index(c.tag) > place)
    following = next(behind, None)
    if following is None:
        properties.append(twin)
    else:
        following.addprevious(twin)


def _told(tied: Alignment) -> Iterator[Entry]:
    """Tell how many paragraphs and cells look otherwise in what is not brought."""
    counts: Counter[str] = Counter()
    for old, own in _pairs(tied).items():
        counts["个段落的对齐、缩进、间距、边框或编号"] += _differ(old, own, "pPr", _OF_PARAGRAPHS)
    for slot, there in tied.slots:
        counts["个单元格的宽度、底色、边框或对齐"] += _differ(slot, there, "tcPr", _OF_CELLS)
    for what, count in counts.items():
        if count:
            reason = f"{count} {what}没有带过来"
            yield Entry(Answer.NOT_CARRIED, Kind.LOOK, DocumentPlace(), "", "", reason)


def _differ(one: Node, other: Node, holder: str, names: Sequence[str]) -> bool:
    return any(
        _written(one.element.find(f"{W}{holder}/{W}{name}"))
        != _written(other.element.find(f"{W}{holder}/{W}{name}"))
        for name in names
    )


def _written(element: Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    return tuple(f"{e.tag} {sorted(e.attrib.items())}" for e in element.iter())
