"""What of the old version is carried into the new file: struck-out words, paragraphs, rows and tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.word.redline.inline import Inline, Leaf, Unit, read_inline
from generator.word.redline.revisions import Pen, element, own_copy
from generator.word.xml import SPACE, Element, W

_STYLES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_DELETED = {f"{W}t": "delText", f"{W}instrText": "delInstrText"}
_ELSEWHERE = frozenset(  # they lead to other parts, or are changes of their own
    f"{W}{name}" for name in ("sectPr", "pPrChange", "rPrChange", "cnfStyle")
)
_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_HOLDERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml"))


@dataclass(slots=True)
class Carrier:
    """Copies from the old version what the new file can hold, marked as deleted."""

    pen: Pen
    styles: frozenset[str]
    lists: frozenset[str]

    def properties(self, source: Element | None, name: str) -> Element | None:
        """Copy properties without what only the old file knows."""
        if source is None:
            return None
        copy = own_copy(source)
        for child in list(copy.iter()):
            unknown_style = child.tag in _STYLES and child.get(f"{W}val") not in self.styles
            if (child.tag in _ELSEWHERE or unknown_style or self._is_lost_list(child)) and (
                parent := child.getparent()
            ) is not None:
                parent.remove(child)
        return copy if copy.tag == f"{W}{name}" else None

    def _is_lost_list(self, child: Element) -> bool:
        number = child.find(f"{W}numId") if child.tag == f"{W}numPr" else None
        return number is not None and number.get(f"{W}val") not in self.lists

    def units(self, inline: Inline, units: Sequence[Unit]) -> Element | None:
        """Return units of the old version as one deletion; ``None`` when nothing can be carried."""
        runs = [*self._runs(inline.leaves, _slices(units))]
        if not runs:
            return None
        mark = self.pen.mark("del")
        mark.extend(runs)
        return mark

    def leaves(self, inline: Inline) -> Element | None:
        """Return all that a paragraph says as one deletion."""
        whole = ((n, 0, len(leaf.element.text or "")) for n, leaf in enumerate(inline.leaves))
        runs = [*self._runs(inline.leaves, whole)]
        if not runs:
            return None
        mark = self.pen.mark("del")
        mark.extend(runs)
        return mark

    def paragraph(self, old: Element, *, tracks_mark: bool) -> Element:
        """Return a paragraph of the old version, struck out."""
        copy = element("p")
        properties = self.properties(old.find(f"{W}pPr"), "pPr")
        if properties is not None:
            copy.append(properties)
        said = self.leaves(read_inline(old))
        if said is not None:
            copy.append(said)
        if tracks_mark:
            self.pen.mark_paragraph(copy, "del")
        return copy

    def table(self, old: Element) -> Element:
        """Return a table of the old version, all its rows struck out."""
        copy = element("tbl")
        for name in ("tblPr", "tblGrid"):
            found = self.properties(old.find(f"{W}{name}"), name)
            copy.append(element(name) if found is None else found)
        copy.extend(self.row(row) for row in inside(old, _ROW))
        return copy

    def row(self, old: Element) -> Element:
        """Return a row of the old version, struck out."""
        copy = element("tr")
        for name in ("tblPrEx", "trPr"):
            found = self.properties(old.find(f"{W}{name}"), name)
            if found is not None:
                copy.append(found)
        self.pen.mark_row(copy, "del")
        copy.extend(self._cell(cell) for cell in inside(old, _CELL))
        return copy

    def _cell(self, old: Element) -> Element:
        copy = element("tc")
        properties = self.properties(old.find(f"{W}tcPr"), "tcPr")
        if properties is not None:
            copy.append(properties)
        for child in inside(old, _PARAGRAPH, _TABLE):
            if child.tag == _TABLE:
                copy.append(self.table(child))
            else:
                copy.append(self.paragraph(child, tracks_mark=False))
        if not len(copy) or copy[-1].tag != _PARAGRAPH:
            copy.append(element("p"))
        return copy

    def _runs(
        self, leaves: Sequence[Leaf], slices: Iterable[tuple[int, int, int]]
    ) -> Iterator[Element]:
        """Copy stretches of leaves; those of one run stay one run."""
        source: Element | None = None
        copy: Element | None = None
        for number, start, end in slices:
            run, found = leaves[number]
            if run is None or leaves[number].is_opaque:
                self.pen.unmarked.append(found)
                continue
            if copy is None or run is not source:
                if copy is not None:
                    yield copy
                source, copy = run, element("r")
                properties = self.properties(run.find(f"{W}rPr"), "rPr")
                if properties is not None:
                    copy.append(properties)
            copy.append(_struck(found, start, end))
        if copy is not None:
            yield copy


def inside(holder: Element, *tags: str) -> Iterator[Element]:
    """Go through the children of some kinds, also those inside controls."""
    for child in holder:
        if child.tag in tags:
            yield child
        elif child.tag in _HOLDERS:
            yield from inside(child, *tags)


def _slices(units: Sequence[Unit]) -> Iterator[tuple[int, int, int]]:
    """Join characters that follow each other in one leaf."""
    starts = [
        n
        for n, (before, unit) in enumerate(pairwise(units), 1)
        if not (unit.is_text and before.is_text and unit.first == before.first)
    ]
    for first, end in pairwise([0, *starts, len(units)] if units else []):
        unit, final = units[first], units[end - 1]
        if unit.is_text:
            yield unit.first, unit.start, final.start + 1
        else:
            yield from ((number, 0, 0) for number in range(unit.first, unit.last + 1))


def _struck(found: Element, start: int, end: int) -> Element:
    name = _DELETED.get(found.tag)
    if name is None:
        kept = {
            str(key).rpartition("}")[2]: value
            for key, value in found.attrib.items()
            if str(key).startswith(W) and not str(key).endswith("}dirty")
        }
        return element(str(found.tag).rpartition("}")[2], **kept)
    copy = element(name)
    whole = found.text or ""
    copy.text = whole[start:end] if name == "delText" and end else whole
    copy.set(SPACE, "preserve")
    return copy
