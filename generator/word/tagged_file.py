"""A Word file that somebody else made, with tags put into it: the words of cells change, their look does not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.word.box_signs import write_boxes
from generator.word.cells_alike import cells_alike
from generator.word.form_tags import Edit, Loop
from generator.word.looped_rows import repeat
from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.prose_tags import Prose, put_prose
from generator.word.reading.markup import Element, content, local, parse_part, w
from generator.word.reading.reading_grid import DEEPEST, column_of_cells, nested_place, rows_of
from generator.word.set_words import paragraphs_of, set_words
from generator.word.xml import SPACE, bytes_of

_GAP = "　　"  # between what was filled in and the label behind it
_FIELD = Pattern(r"\{\{ (field\(.+\)) \}\}")  # what nobody filled in keeps its place
_YEAR = "{{ form.year }}"
_FILLERS = " \t\n\r\u3000\u00a0_＿ 　"


class Tagged(NamedTuple):
    """The file with its tags, and the edits for which no place was found."""

    data: bytes
    missed: tuple[Edit, ...]


def put_tags(
    data: bytes, edits: Iterable[Edit], loops: Sequence[Loop], prose: Prose | None = None
) -> Tagged:
    """Write the tags; raises ``PackageError`` or ``XmlError`` for what is no Word file."""
    parts = dict(read_parts(data))
    root = parse_part(parts[DOCUMENT], DOCUMENT)
    places = _Places(root)
    missed = [edit for edit in edits if not _edit(places, edit)]
    # From the last to the first: rows that come and go must not move those that are still to be found.
    for loop in sorted(loops, key=lambda loop: -loop.first):
        repeat(places.tables[loop.table], loop)
    if prose is not None:
        put_prose(places.paragraphs, prose)
    parts[DOCUMENT] = bytes_of(root)
    return Tagged(join_plain(parts), tuple(missed))


class _Places:
    """The elements of a document by the places that reading gives them."""

    def __init__(self, root: Element) -> None:
        self.paragraphs: dict[DocumentPlace, Element] = {}
        self.cells: dict[DocumentPlace, Element] = {}
        self.tables: dict[DocumentPlace, Element] = {}
        counts = {("p", True): 0, ("p", False): 0, ("tbl", True): 0, ("tbl", False): 0}
        body = root.find(w("body"))
        for element, is_direct in content(body) if body is not None else ():
            kind = (local(element), is_direct)
            counts[kind] += 1
            part = "" if is_direct else "内容控件"
            if kind[0] == "p":
                self.paragraphs[DocumentPlace(part, paragraph=counts[kind])] = element
            else:
                place = DocumentPlace(part, table=counts[kind])
                self.tables[place] = element
                self._read(element, place)

    def _read(self, table: Element, place: DocumentPlace, depth: int = 0) -> None:
        inner: list[tuple[Element, DocumentPlace]] = []
        for number, row in enumerate(rows_of(table), 1):
            for column, cell in column_of_cells(row):
                at = place._replace(row=number, column=column + 1)
                self.cells[at] = cell
                inner += [(one, at) for one, _ in content(cell) if local(one) == "tbl"]
        for number, (nested, at) in enumerate(inner if depth < DEEPEST else (), 1):
            own = nested_place(at, number)
            self.tables[own] = nested
            self._read(nested, own, depth + 1)


def _edit(places: _Places, edit: Edit) -> bool:
    cell = places.cells.get(edit.place)
    holder = cell if cell is not None else places.paragraphs.get(edit.place)
    if holder is None:
        return False
    if edit.is_mark:
        write_boxes(holder)
    if not edit.old and not edit.after:
        alike = () if cell is None else cells_alike(edit.place, places.cells)
        set_words(holder, edit.text, alike)
        return True
    return _replace(holder, edit)


class _Sign(NamedTuple):
    """A character of a cell or paragraph, with the node that holds it; without one it is a break."""

    text: str
    node: Element | None
    at: int


def _signs(holder: Element) -> Iterator[_Sign]:
    for number, paragraph in enumerate(paragraphs_of(holder)):
        if number:
            yield _Sign("\n", None, 0)
        for node in paragraph.iter(w("t"), w("tab"), w("br"), w("cr")):
            if local(node) == "t":
                yield from (_Sign(c, node, at) for at, c in enumerate(node.text or ""))
            elif local(node.getparent()) == "r":
                yield _Sign("\t" if local(node) == "tab" else "\n", None, 0)


def _replace(holder: Element, edit: Edit) -> bool:
    """Put words in the place of others, or into the gap behind a label."""
    signs = list(_signs(holder))
    solid = [n for n, sign in enumerate(signs) if sign.text not in _FILLERS]
    whole = "".join(signs[n].text for n in solid)
    head, old = _solid(edit.after), _solid(edit.old)
    start = whole.find(head) + len(head) if head else 0
    if head and start < len(head):
        return False
    if old:
        start = _found(whole, old, start)
        if start < 0:
            return False
        first, last = solid[start], solid[start + len(old) - 1] + 1
        if edit.text == f"{_YEAR}{old}":  # the blank before 年度 is that of the year
            while first and signs[first - 1].node is not None and signs[first - 1].text in _FILLERS:
                first -= 1
    else:
        first = solid[start - 1] + 1
        last = solid[start] if start < len(solid) else len(signs)
    is_followed = not old and first < last < len(signs) and edit.text != _YEAR
    text = edit.text + (_GAP if is_followed else "")
    blank = "".join(s.text for s in signs[first:last] if s.node is not None)
    if is_followed and len(blank) > len(_GAP) and (tag := _FIELD.fullmatch(edit.text)):
        text = f"{{% if {tag[1]} %}}{text}{{% else %}}{blank}{{% endif %}}"
    return _put(signs, first, last, text, is_gap=not old)


def _found(whole: str, old: str, start: int) -> int:
    """Find words, rather behind a colon than anywhere."""
    for sign in "：:":
        at = whole.find(f"{sign}{old}", max(0, start - 1))
        if at >= 0:
            return at + 1
    return whole.find(old, start)


def _solid(text: str) -> str:
    return "".join(c for c in text if c not in _FILLERS)


def _put(signs: Sequence[_Sign], first: int, last: int, text: str, *, is_gap: bool) -> bool:
    held = [n for n in range(first, last) if signs[n].node is not None]
    if is_gap:  # up to the first break: what stands behind it has its own place
        stop = next((n for n in range(first, last) if signs[n].node is None), last)
        held = [n for n in held if n < stop]
    if held:
        node, at = signs[held[0]].node, signs[held[0]].at
    elif first and signs[first - 1].node is not None:
        node, at = signs[first - 1].node, signs[first - 1].at + 1
    else:
        return False
    gone: dict[int, set[int]] = {}
    nodes = {id(signs[n].node): signs[n].node for n in held}
    for n in held:
        gone.setdefault(id(signs[n].node), set()).add(signs[n].at)
    kept_head = node.text[:at] if node is not None and node.text else ""
    for key, taken in gone.items():
        own = nodes[key]
        if own is None:
            continue
        rest = "".join(c for i, c in enumerate(own.text or "") if i not in taken)
        own.text = rest
    if node is None:
        return False
    rest = node.text or ""
    node.text = f"{kept_head}{text}{rest[len(kept_head) :]}"
    node.set(SPACE, "preserve")
    return True
