"""Tracked changes inside a paragraph: written into the new one, where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from generator.word.redline.carried import Carrier
from generator.word.redline.inline import RUN, Inline, read_inline
from generator.word.redline.revisions import Pen, element
from generator.word.redline.token_diff import Change, unit_changes
from generator.word.xml import SPACE, Element, W

LONGEST: Final = 20_000  # characters; a longer paragraph is struck out and written anew as a whole
_START, _END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_REFERENCE = f"{W}commentReference"
_Ranges = Mapping[str, tuple[int, int]]
_Piece = tuple[Element, bool, Element | None]  # what, whether it is new, what is struck out before


def redline_words(old: Element, new: Element, carrier: Carrier) -> None:
    """Mark in the new paragraph what differs from the old one."""
    before, after = read_inline(old), read_inline(new)
    if max(len(before.units), len(after.units)) > LONGEST:
        _replace_all(before, new, carrier)
        return
    inserted: set[int] = set()
    strokes: dict[int, Element] = {}
    ranges = _bookmark_ranges(before)
    for change in unit_changes(before.units, after.units):
        inserted.update(range(change.new_start, change.new_end))
        stroke = carrier.units(before, before.units[change.old_start : change.old_end])
        if stroke is not None and not _stands_by_marker(stroke, change, after, ranges):
            strokes[change.new_start] = stroke
    _Writer(new, after, carrier.pen, inserted, strokes).write()


def insert_words(paragraph: Element, pen: Pen) -> None:
    """Mark all that a paragraph says as inserted."""
    _wrap_runs(paragraph, pen)


def _replace_all(before: Inline, new: Element, carrier: Carrier) -> None:
    stroke = carrier.leaves(before)
    insert_words(new, carrier.pen)
    if stroke is not None:
        properties = new.find(f"{W}pPr")
        if properties is None:
            new.insert(0, stroke)
        else:
            properties.addnext(stroke)


def _wrap_runs(paragraph: Element, pen: Pen) -> None:
    """Put the runs of a paragraph into insertions, neighbours into one."""
    done: Element | None = None
    seen: set[int] = set()
    for leaf in read_inline(paragraph).leaves:
        run = leaf.run
        if run is None or id(run) in seen:
            continue
        seen.add(id(run))
        if done is not None and run.getprevious() is done:
            done.append(run)
            continue
        done = pen.mark("ins")
        run.addprevious(done)
        done.append(run)


def _bookmark_ranges(inline: Inline) -> dict[str, tuple[int, int]]:
    """Return from where to where the bookmarks of a paragraph go, in units."""
    begun: dict[str, tuple[str, int]] = {}
    found: dict[str, tuple[int, int]] = {}
    for at, markers in sorted(inline.markers.items()):
        for marker in markers:
            number = marker.get(f"{W}id") or ""
            if marker.tag == _START:
                begun[number] = (marker.get(f"{W}name") or "", at)
            elif marker.tag == _END and number in begun:
                name, start = begun[number]
                found[name] = (start, at)
    return found


def _stands_by_marker(stroke: Element, change: Change, after: Inline, ranges: _Ranges) -> bool:
    """Put a deletion among the bookmarks at its place, inside those that held it before.

    Returns whether it found a place there; if not, it goes right before the next unit.
    """
    at = change.new_start
    markers = after.markers.get(at, [])
    names = _names_by_number(after)
    wishes = [_wants_after(marker, names, change, ranges) for marker in markers]
    scores = [
        sum(
            0 if wish is None else 1 if wish == (slot > number) else -1
            for number, wish in enumerate(wishes)
        )
        for slot in range(len(markers) + 1)
    ]
    best = max(range(len(scores)), key=lambda slot: (scores[slot], slot))
    if best == len(markers):
        if at < len(after.units) or not markers:
            return False
        markers[-1].addnext(stroke)
    else:
        markers[best].addprevious(stroke)
    return True


def _wants_after(
    marker: Element, names: Mapping[str, str], change: Change, ranges: _Ranges
) -> bool | None:
    """Tell whether a deletion belongs behind a marker; ``None`` when it does not matter."""
    name = names.get(marker.get(f"{W}id") or "", "")
    if name not in ranges or marker.tag not in (_START, _END):
        return None
    start, end = ranges[name]
    is_within = start <= change.old_start and change.old_end <= end
    return bool(marker.tag == _START) if is_within else change.old_start >= end


def _names_by_number(inline: Inline) -> dict[str, str]:
    return {
        marker.get(f"{W}id") or "": marker.get(f"{W}name") or ""
        for markers in inline.markers.values()
        for marker in markers
        if marker.tag == _START
    }


class _Writer:
    """Writes insertions and deletions into the runs of a paragraph."""

    def __init__(
        self,
        paragraph: Element,
        inline: Inline,
        pen: Pen,
        inserted: set[int],
        strokes: dict[int, Element],
    ) -> None:
        self._paragraph, self._inline, self._pen = paragraph, inline, pen
        self._inserted, self._strokes = inserted, strokes
        self._cuts = self._places()

    def write(self) -> None:
        """Rewrite the runs that hold a change; what is left to strike out comes last."""
        numbers: dict[int, tuple[Element, list[int]]] = {}
        for number, leaf in enumerate(self._inline.leaves):
            holder = leaf.element if leaf.run is None else leaf.run
            numbers.setdefault(id(holder), (holder, []))[1].append(number)
        for holder, leaves in numbers.values():
            pieces = [piece for number in leaves for piece in self._pieces(number)]
            if holder.tag == RUN:
                self._rewrite(holder, pieces)
            else:
                self._beside(holder, pieces)
        for stroke in self._strokes.values():
            self._paragraph.append(stroke)

    def _beside(self, holder: Element, pieces: Sequence[_Piece]) -> None:
        """Nothing tracks what stands beside runs: a formula is taken as it is, and told."""
        for _, is_new, stroke in pieces:
            if stroke is not None:
                holder.addprevious(stroke)
            if is_new:
                self._pen.unmarked.append(holder)

    def _places(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each leaf where its units begin: (place in the text, number of the unit)."""
        places: dict[int, list[tuple[int, int]]] = {}
        for number, unit in enumerate(self._inline.units):
            for leaf in range(unit.first, unit.last + 1):
                places.setdefault(leaf, []).append(
                    (unit.start if leaf == unit.first else 0, number)
                )
        return places

    def _pieces(self, leaf: int) -> Iterator[_Piece]:
        """Cut a leaf into stretches of one fate, each with the deletion that stands before it."""
        source = self._inline.leaves[leaf].element
        places = self._cuts.get(leaf, [])
        if not places:
            yield source, False, None
            return
        unit, number = self._inline.units[places[0][1]], places[0][1]
        if not unit.is_text:
            stroke = self._strokes.pop(number, None) if unit.first == leaf else None
            yield source, number in self._inserted, stroke
            return
        said = source.text or ""
        start, end = 0, len(places)
        for at in range(1, end + 1):
            if at < end and not self._parts(places[at - 1][1], places[at][1]):
                continue
            number = places[start][1]
            text = element("t")
            text.text = said[places[start][0] : places[at][0] if at < end else len(said)]
            text.set(SPACE, "preserve")
            yield text, number in self._inserted, self._strokes.pop(number, None)
            start = at

    def _parts(self, before: int, number: int) -> bool:
        """Tell whether something changes between two units."""
        return number in self._strokes or (before in self._inserted) != (number in self._inserted)

    def _rewrite(self, run: Element, pieces: Sequence[_Piece]) -> None:
        """Put a run anew: as it is, inserted, or in parts."""
        if not any(is_new or stroke is not None for _, is_new, stroke in pieces):
            return
        made: list[Element] = []
        state: bool | None = None
        for content, is_new, stroke in pieces:
            if stroke is not None:
                made.append(stroke)
                state = None
            if state is not is_new:
                state = is_new
                made.append(self._begun(run, is_new=is_new))
            last = made[-1]
            (last[0] if is_new else last).append(content)
        for child in made:
            run.addprevious(child)
        if not any(child.tag == _REFERENCE for child in run):
            run.getparent().remove(run)
            return
        for child in list(run):
            if child.tag not in (_REFERENCE, f"{W}rPr"):
                run.remove(child)

    def _begun(self, run: Element, *, is_new: bool) -> Element:
        """Begin a run with the properties of another."""
        begun = element("r")
        properties = run.find(f"{W}rPr")
        if properties is not None:
            begun.append(deepcopy(properties))
        if not is_new:
            return begun
        mark = self._pen.mark("ins")
        mark.append(begun)
        return mark
