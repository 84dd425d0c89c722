"""A .docx with changes of its look made; its words are the same, which is proved before it is returned."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.page_mend import (
    ChineseMarks,
    Distance,
    Gone,
    Indent,
    Letters,
    Margins,
    Mend,
    NewPage,
    NoSpaces,
    NumberedPages,
    Paper,
    Pitch,
    RepeatedHeads,
    Side,
    WholeRow,
)
from generator.word.mending.mended_lines import (
    add_distance,
    begin_page,
    can_go,
    hint_marks,
    set_indent,
    set_letters,
    set_pitch,
    set_side,
    strip_spaces,
)
from generator.word.mending.mended_pages import number_pages, set_margins, set_paper
from generator.word.package import DOCUMENT, PackageError, join_plain, read_parts
from generator.word.reading.look.document_look import placed
from generator.word.xml import Element, W, bytes_of, parse

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_SPACES: Final = str.maketrans("", "", " \u3000\t\xa0\n")
_WORDS: Final = ("}t", "}delText", "}instrText")
# What a document holds beside words; a paragraph that went takes nothing of it along.
_THINGS: Final = (
    *("tbl", "tr", "tc", "drawing", "pict", "object", "fldChar", "fldSimple", "sectPr", "sdt"),
    *("footnoteReference", "endnoteReference", "commentReference", "bookmarkStart", "hyperlink"),
    *("br", "sym", "ins", "del", "ruby"),
)


class Mended(NamedTuple):
    """The file as it is now, and the changes that were made."""

    data: bytes
    made: tuple[Mend, ...]


def mended_file(data: bytes, mends: Iterable[Mend], before: Mapping[DocumentPlace, int]) -> Mended:
    """Make changes; ``before`` tells the room above paragraphs. Raises ``PackageError``."""
    parts = read_parts(data)
    if _STRICT in parts[DOCUMENT]:
        raise PackageError("是“严格 Open XML”格式", "请用 Word 另存为普通的 .docx 再试")
    file = _File(parts, before)
    made = tuple(mend for mend in mends if file.make(mend))
    written = join_plain(file.written())
    if _said(read_parts(written)[DOCUMENT]) != _said(parts[DOCUMENT]):
        raise PackageError("改版面会动到文字，没有写", "请把这份文件交给维护人员")
    return Mended(written, made)


def _said(part: bytes) -> tuple[str, Counter[str]]:
    """Return the words of a text without spaces, and how many other things it holds."""
    root = parse(part)
    tags = [element.tag for element in root.iter() if isinstance(element.tag, str)]
    words = "".join(
        element.text or ""
        for element in root.iter()
        if isinstance(element.tag, str) and element.tag.endswith(_WORDS)
    )
    things = {f"{W}{name}" for name in _THINGS}
    return words.translate(_SPACES), Counter(tag for tag in tags if tag in things)


class _File:
    """The parts of a file while they are changed."""

    def __init__(self, parts: dict[str, bytes], before: Mapping[DocumentPlace, int]) -> None:
        self._parts, self._before = parts, before
        self._root = parse(parts[DOCUMENT])
        body = self._root.find(f"{W}body")
        if body is None:
            raise PackageError("不能作为 Word 文件读取，里面没有正文")
        self._at = {place: element for element, place in placed(body)}
        within = [p.find(f"{W}pPr/{W}sectPr") for place, p in self._at.items() if place.paragraph]
        last = body.find(f"{W}sectPr")
        self._sections = [own for own in (*within, last) if own is not None]
        self._new: dict[str, bytes] = {}
        self._is_numbered = False

    def written(self) -> dict[str, bytes]:
        """Return all parts."""
        return {**self._parts, **self._new, DOCUMENT: bytes_of(self._root)}

    def make(self, mend: Mend) -> bool:
        """Make a change; tells whether it could be made."""
        change = mend.change
        if isinstance(change, Paper | Margins):
            return self._page(change)
        if isinstance(change, NumberedPages):
            return self._numbered(change)
        element = self._at.get(mend.where._replace(row=0, column=0))
        if element is None:
            return False
        if isinstance(change, RepeatedHeads | WholeRow):
            return _mend_table(element, change, mend.where.row)
        if isinstance(change, Gone):
            is_gone = can_go(element) and element.getparent() is not None
            if is_gone:
                element.getparent().remove(element)
            return is_gone
        self._line(element, mend)
        return True

    def _line(self, element: Element, mend: Mend) -> None:
        change = mend.change
        if isinstance(change, Letters):
            set_letters(element, change.font, change.size, change.behind)
        elif isinstance(change, ChineseMarks):
            hint_marks(element, change.marks)
        elif isinstance(change, Pitch):
            set_pitch(element, change.line)
        elif isinstance(change, Indent):
            set_indent(element, change)
        elif isinstance(change, Side):
            set_side(element, change)
        elif isinstance(change, NoSpaces):
            strip_spaces(element)
        elif isinstance(change, Distance):
            add_distance(element, change.before, self._before.get(mend.where, 0))
        elif isinstance(change, NewPage):
            begin_page(element)

    def _page(self, change: Paper | Margins) -> bool:
        if change.section >= len(self._sections):
            return False
        section = self._sections[change.section]
        if isinstance(change, Paper):
            set_paper(section, change)
        else:
            set_margins(section, change)
        return True

    def _numbered(self, change: NumberedPages) -> bool:
        """Number the pages; one set of feet answers all that was told of them."""
        if not self._is_numbered:
            made = number_pages(self._parts, self._sections, change)
            if made is None:
                return False
            self._new |= made
            self._is_numbered = True
        return True


def _mend_table(table: Element, change: RepeatedHeads | WholeRow, at: int) -> bool:
    rows = [*table.iterchildren(f"{W}tr")]
    if isinstance(change, WholeRow):
        wanted, name = rows[at - 1 : at], "cantSplit"
    else:
        wanted, name = rows[: change.rows], "tblHeader"
    for row in wanted:
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = row.makeelement(f"{W}trPr", {})
            row.insert(sum(1 for child in row if child.tag == f"{W}tblPrEx"), properties)
        for old in properties.findall(f"{W}{name}"):
            properties.remove(old)
        properties.append(properties.makeelement(f"{W}{name}", {}))  # in any order
    return bool(wanted)
