"""A person's own Word file: read by its anchors, and changed by an edit script — never written over."""

import copy
import datetime
from collections.abc import Callable, Mapping, Sequence

from generator.model.blocks import Spans
from generator.model.edits import (
    Comment,
    Edit,
    Insert,
    Put,
    PutFigure,
    Remove,
    Rename,
    SameMerges,
    Stretch,
)
from generator.word.comments import Comments
from generator.word.marks import mend_marks, remove_between
from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.page import HANGING
from generator.word.redline.resolve import resolve
from generator.word.stretches import Range, ranges_in, stretch_of
from generator.word.xml import SPACE, Element, W, bytes_of, parse

_TEMPORARY = "_jxmoving_"


class EditedFile:
    """The parts of a file in which anchors stand. Raises ``PackageError`` and ``XmlError``."""

    def __init__(self, data: bytes) -> None:
        self._parts = read_parts(data)
        self._roots = {
            name: parse(part)
            for name, part in self._parts.items()
            if name == DOCUMENT
            or (name.startswith("word/") and b"_jx" in part and name.endswith(".xml"))
        }
        changed = {resolve(root, accepts=True) for root in self._roots.values()}  # in all of them
        self.had_tracked_changes = True in changed
        for root in self._roots.values():
            mend_marks(root)
        self._ranges = self._find()
        ids = (
            b.get(f"{W}id") or ""
            for root in self._roots.values()
            for b in root.iter(f"{W}bookmarkStart")
        )
        self._last_id = max((int(i) for i in ids if i.isdecimal()), default=0)

    def stretches(self) -> dict[str, Stretch]:
        """Read what stands inside every anchor."""
        return {name: stretch_of(own, self._ranges) for name, own in self._ranges.items()}

    def apply(self, edits: Sequence[Edit], new: bytes, day: datetime.date | None) -> bytes:
        """Carry out an edit script; ``new`` is the new version, from which paragraphs and rows come."""
        donors = {n: r for root in _anchored_roots(new) for n, r in ranges_in(root).items()}
        comments = Comments(self._parts, day)
        self._rename([edit for edit in edits if isinstance(edit, Rename)])
        doers: Mapping[type, Callable[..., None]] = {
            Put: self._put,
            PutFigure: self._put_figure,
            Insert: lambda edit: self._insert(edit, donors),
            Remove: self._remove,
            SameMerges: lambda edit: self._same_merges(edit, donors),
            Comment: lambda edit: self._comment(edit, comments),
        }
        for edit in edits:
            if type(edit) in doers:
                doers[type(edit)](edit)
        changed = {name: bytes_of(root) for name, root in self._roots.items()}
        return join_plain({**self._parts, **changed, **comments.parts()})

    def _find(self) -> dict[str, Range]:
        found: dict[str, Range] = {}
        for root in self._roots.values():
            for name, own in ranges_in(root).items():
                found.setdefault(name, own)
        return found

    def _rename(self, edits: Sequence[Rename]) -> None:
        """Rename all at once: names may change places."""
        for edit in edits:
            if edit.old in self._ranges:
                self._ranges[edit.old].start.set(f"{W}name", f"{_TEMPORARY}{edit.new}")
        for root in self._roots.values():
            for start in root.iter(f"{W}bookmarkStart"):
                name = start.get(f"{W}name") or ""
                if name.startswith(_TEMPORARY):
                    start.set(f"{W}name", name.removeprefix(_TEMPORARY))
        self._ranges = self._find()

    def _put(self, edit: Put) -> None:
        own = self._ranges.get(edit.anchor)
        siblings = own.siblings() if own is not None else None
        if own is None or siblings is None:
            return
        properties = _first_properties(siblings)
        remove_between(own.start, own.end, siblings)
        spans, mark = _part_last_mark(edit.spans)
        for element in self._runs(spans, edit.figures, properties, own.start):
            own.end.addprevious(element)
        _set_mark(own.end, mark, properties)
        self._ranges = self._find()

    def _runs(
        self, spans: Spans, figures: Sequence[str], properties: Element | None, near: Element
    ) -> list[Element]:
        """Make runs for spans, with anchors around the figures among them."""
        made: list[Element] = []
        names = iter(figures)
        is_alone = len(spans) == 1
        for span in spans:
            run = _run(near, span.text, properties)
            name = next(names, "") if span.figure and not is_alone else ""
            if not name:
                made.append(run)
                continue
            self._last_id += 1
            number = str(self._last_id)
            start = {f"{W}id": number, f"{W}name": name}
            made.append(near.makeelement(f"{W}bookmarkStart", start))
            made += [run, near.makeelement(f"{W}bookmarkEnd", {f"{W}id": number})]
        return made

    def _put_figure(self, edit: PutFigure) -> None:
        own = self._ranges.get(edit.anchor) if edit.anchor else None
        if own is not None and (siblings := own.siblings()) is not None:
            properties = _first_properties(siblings)
            remove_between(own.start, own.end, siblings)
            own.end.addprevious(_run(own.start, edit.new, properties))
            return
        stretch = self._ranges.get(edit.stretch)
        if stretch is None:
            return
        nodes = [e for e in stretch.inside() if e.tag == f"{W}t" and edit.old in (e.text or "")]
        if len(nodes) == 1:
            nodes[0].text = nodes[0].text.replace(edit.old, edit.new, 1)

    def _insert(self, edit: Insert, donors: Mapping[str, Range]) -> None:
        donor, place = donors.get(edit.donor), self._ranges.get(edit.after or edit.before)
        if donor is None or place is None:
            return
        source = donor.row if edit.is_row else donor.paragraph
        target = place.row if edit.is_row else place.paragraph
        if source is None or target is None:
            return
        twin = copy.deepcopy(source)
        twin.tail = None
        self._renumber(twin)
        if edit.after:
            target.addnext(twin)
        else:
            target.addprevious(twin)
        self._ranges = self._find()

    def _renumber(self, element: Element) -> None:
        """Give the bookmarks of a copy numbers of their own."""
        numbers: dict[str, str] = {}
        for start in element.iter(f"{W}bookmarkStart"):
            self._last_id += 1
            numbers[start.get(f"{W}id")] = str(self._last_id)
            start.set(f"{W}id", str(self._last_id))
        for end in element.iter(f"{W}bookmarkEnd"):
            end.set(f"{W}id", numbers.get(end.get(f"{W}id"), end.get(f"{W}id")))

    def _remove(self, edit: Remove) -> None:
        own = self._ranges.get(edit.anchor)
        element = (own.row if edit.is_row else own.paragraph) if own is not None else None
        if element is None or element.find(f"{W}pPr/{W}sectPr") is not None:
            return
        parent = element.getparent()
        is_last = len([c for c in parent if c.tag == element.tag]) == 1
        if parent.tag == f"{W}tc" and is_last:
            return
        parent.remove(element)
        self._ranges = self._find()

    def _same_merges(self, edit: SameMerges, donors: Mapping[str, Range]) -> None:
        own, donor = self._ranges.get(edit.anchor), donors.get(edit.donor)
        if own is None or donor is None or own.row is None or donor.row is None:
            return
        cells, others = own.row.findall(f"{W}tc"), donor.row.findall(f"{W}tc")
        if len(cells) != len(others):
            return  # a column that a person added: the merges are theirs
        for cell, other in zip(cells, others, strict=True):
            _same_merge(cell, other)

    def _comment(self, edit: Comment, comments: Comments) -> None:
        own = self._ranges.get(edit.anchor)
        if own is not None and own.paragraph is not None:
            comments.add(own.paragraph, edit.text)


def _anchored_roots(data: bytes) -> list[Element]:
    parts = read_parts(data)
    return [parse(part) for name, part in parts.items() if name.endswith(".xml") and b"_jx" in part]


def _first_properties(elements: Sequence[Element]) -> Element | None:
    for element in elements:
        if element.tag == f"{W}r":
            return element.find(f"{W}rPr")
    return None


def _run(near: Element, text: str, properties: Element | None) -> Element:
    run = near.makeelement(f"{W}r", {})
    if properties is not None:
        run.append(copy.deepcopy(properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(near.makeelement(f"{W}br", {}))
        node = near.makeelement(f"{W}t", {SPACE: "preserve"})
        node.text = line
        run.append(node)
    return run


def _part_last_mark(spans: Spans) -> tuple[Spans, str]:
    """Part the last mark from the words, as it is written outside of the anchor."""
    if not spans or spans[-1].figure or not spans[-1].text.endswith(HANGING):
        return spans, ""
    last = spans[-1]
    rest = (type(last)(last.text[:-1]),) if len(last.text) > 1 else ()
    return (*spans[:-1], *rest), last.text[-1]


def _set_mark(end: Element, mark: str, properties: Element | None) -> None:
    """Let the mark behind an anchor be the given one."""
    following = end.getnext()
    node = following.find(f"{W}t") if following is not None and following.tag == f"{W}r" else None
    if node is not None and (node.text or "").startswith(HANGING):
        node.text = mark + (node.text or "")[1:]
    elif mark:
        end.addnext(_run(end, mark, properties))


def _same_merge(cell: Element, other: Element) -> None:
    wanted = other.find(f"{W}tcPr/{W}vMerge")
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        if wanted is None:
            return
        properties = cell.makeelement(f"{W}tcPr", {})
        cell.insert(0, properties)
    for old in properties.findall(f"{W}vMerge"):
        properties.remove(old)
    if wanted is None:
        return
    before = [
        c
        for c in properties
        if c.tag in {f"{W}{n}" for n in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
    ]
    twin = copy.deepcopy(wanted)
    if before:
        before[-1].addnext(twin)
    else:
        properties.insert(0, twin)
