"""Tracked changes taken as accepted, or as rejected: what the file says then."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from generator.base.pattern import Pattern
from generator.word.package import PackageError, join_plain, read_parts
from generator.word.redline.inline import MARKERS, RUN
from generator.word.redline.resolve_properties import resolve_properties
from generator.word.redline.revisions import element
from generator.word.xml import Element, W, XmlError, bytes_of, parse

COMMENTS: Final = "word/comments.xml"
# Headers of bound documents bear the number of their document.
_STORY = Pattern(r"word/(?:part\d+-)*(?:document|header|footer|footnotes|endnotes)\d*\.xml")
_WRITTEN, _STRUCK = ("ins", "moveTo"), ("del", "moveFrom")
_TRACKED = tuple(
    f"{W}{name}"
    for name in (
        *(*_WRITTEN, *_STRUCK, "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *(f"{kind}Change" for kind in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr")),
        *("sectPrChange", "tblGridChange"),
    )
)
_RANGES = tuple(
    f"{W}{kind}Range{end}"
    for kind in (
        *("moveFrom", "moveTo", "customXmlIns", "customXmlDel"),
        *("customXmlMoveFrom", "customXmlMoveTo"),
    )
    for end in ("Start", "End")
)
_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_HOLDERS = tuple(f"{W}{n}" for n in ("hyperlink", "smartTag", "sdtContent", "customXml"))
_PAIRS = (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd"))
_BLOCKS = frozenset((_PARAGRAPH, _TABLE, f"{W}sdt", f"{W}customXml", f"{W}altChunk"))
_REFERENCE = f"{W}commentReference"
_NO_WORDS = frozenset((f"{W}rPr", f"{W}annotationRef", _REFERENCE))
_LIVE = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def accept_all(data: bytes) -> bytes:
    """Return a file with all its tracked changes accepted; raises ``PackageError``."""
    return _resolved(data, lambda root: resolve(root, accepts=True))


def reject_all(data: bytes) -> bytes:
    """Return a file with all its tracked changes rejected; raises ``PackageError``."""
    return _resolved(data, lambda root: resolve(root, accepts=False))


def is_story(name: str) -> bool:
    """Tell whether a part holds text that can have tracked changes."""
    return _STORY.fullmatch(name) is not None


def resolve(root: Element, *, accepts: bool) -> bool:
    """Accept or reject every tracked change of a part; tells whether there was one."""
    if next(root.iter(*_TRACKED, *_RANGES), None) is None:
        return False
    gone, kept = (_STRUCK, _WRITTEN) if accepts else (_WRITTEN, _STRUCK)
    _Resolver(root, gone, kept, accepts=accepts).run()
    return True


class _Resolver:
    def __init__(
        self, root: Element, gone: tuple[str, ...], kept: tuple[str, ...], *, accepts: bool
    ) -> None:
        self._root, self._accepts = root, accepts
        self._gone = tuple(f"{W}{name}" for name in gone)
        self._kept = tuple(f"{W}{name}" for name in kept)

    def run(self) -> None:
        self._rows()
        ended = [
            p for p in self._root.iter(_PARAGRAPH) if self._is_marked(p.find(f"{W}pPr/{W}rPr"))
        ]
        touched = self._words()
        resolve_properties(self._root, accepts=self._accepts)
        for name, live in _LIVE.items():
            for text in self._root.iter(name):
                text.tag = live
        for leftover in list(self._root.iter(*_RANGES)):
            leftover.getparent().remove(leftover)
        _drop_empty(touched)
        holders = [p.getparent() for p in ended]
        for paragraph in ended:
            _join(paragraph)
        _drop_empty(holder for holder in holders if holder.tag in _HOLDERS)
        _mend_holders(self._root)
        _mend_pairs(self._root)

    def _is_marked(self, properties: Element | None) -> bool:
        return properties is not None and any(c.tag in self._gone for c in properties)

    def _rows(self) -> None:
        """Take out rows and cells; a table without rows goes too."""
        emptied = set()
        for row in list(self._root.iter(_ROW)):
            if self._is_marked(row.find(f"{W}trPr")):
                emptied.add(row.getparent())
                row.getparent().remove(row)
        cell_mark = f"{W}cellDel" if self._accepts else f"{W}cellIns"
        for mark in list(self._root.iter(cell_mark)):
            cell = mark.getparent().getparent()
            if cell is None or cell.tag != _CELL or cell.getparent() is None:
                continue
            row = cell.getparent()
            row.remove(cell)
            if next(row.iter(_CELL), None) is None and row.getparent() is not None:
                emptied.add(row.getparent())
                row.getparent().remove(row)
        for table in emptied:
            if next(table.iter(_ROW), None) is None and table.getparent() is not None:
                table.getparent().remove(table)

    def _words(self) -> list[Element]:
        """Take out stretches of text, and the frames of those that stay."""
        touched: list[Element] = []
        for stretch in list(self._root.iter(*self._gone)):
            holder = stretch.getparent()
            for marker in list(stretch.iter(*MARKERS)):
                stretch.addprevious(marker)
            holder.remove(stretch)
            if holder.tag in _HOLDERS:
                touched.append(holder)
        for stretch in list(self._root.iter(*self._kept)):
            for child in list(stretch):
                stretch.addprevious(child)
            stretch.getparent().remove(stretch)
        return touched


def _join(paragraph: Element) -> None:
    """Take away the mark at the end of a paragraph: what it says goes on in the next one."""
    holder = paragraph.getparent()
    if holder is None:
        return
    after = _block(paragraph.itersiblings())
    if _says_something(paragraph):
        if after is not None and after.tag == _PARAGRAPH:
            at = 1 if after.find(f"{W}pPr") is not None else 0
            said = [child for child in paragraph if child.tag != f"{W}pPr"]
            after[at:at] = said
            holder.remove(paragraph)
        return
    before = _block(paragraph.itersiblings(preceding=True))
    has_company = before is not None and before.tag == _PARAGRAPH
    if after is not None or has_company or holder.tag == f"{W}body" or holder.tag in _HOLDERS:
        for marker in [child for child in paragraph if child.tag in MARKERS]:
            paragraph.addprevious(marker)
        holder.remove(paragraph)


def _says_something(paragraph: Element) -> bool:
    """Tell whether a paragraph holds more than marks and references to comments."""
    return any(
        isinstance(child.tag, str)
        and child.tag != f"{W}pPr"
        and child.tag not in MARKERS
        and not (child.tag == RUN and all(c.tag in _NO_WORDS for c in child))
        for child in paragraph
    )


def _block(siblings: Iterator[Element]) -> Element | None:
    return next((block for block in siblings if block.tag in _BLOCKS), None)


def _drop_empty(holders: Iterable[Element]) -> None:
    """Take out links and controls of which nothing is left; the marks in them stay."""
    for holder in holders:
        if next(holder.iter(RUN, _PARAGRAPH, _TABLE, _ROW), None) is not None:
            continue
        whole = holder.getparent() if holder.tag == f"{W}sdtContent" else holder
        if whole is None or whole.getparent() is None:
            continue
        for marker in list(whole.iter(*MARKERS)):
            whole.addprevious(marker)
        whole.getparent().remove(whole)


def _mend_holders(root: Element) -> None:
    """A cell ends with a paragraph, and a header holds one."""
    for cell in root.iter(_CELL):
        if not _ends_well(cell):
            cell.append(element("p"))
    if root.tag in (f"{W}hdr", f"{W}ftr") and _block(iter(root)) is None:
        root.append(element("p"))


def _ends_well(cell: Element) -> bool:
    last = _block(reversed(cell))
    return last is not None and last.tag != _TABLE


def _mend_pairs(root: Element) -> None:
    """Take out marks that lost their other half, and a second bookmark of one name."""
    names: set[str] = set()
    for first, second in _PAIRS:
        starts, ends = list(root.iter(f"{W}{first}")), list(root.iter(f"{W}{second}"))
        closed = {end.get(f"{W}id") for end in ends}
        if first == "commentRangeStart":
            closed &= {found.get(f"{W}id") for found in root.iter(_REFERENCE)}
        opened = set()
        for start in starts:
            name = start.get(f"{W}name") or ""
            if start.get(f"{W}id") not in closed or (name and name in names):
                start.getparent().remove(start)
            else:
                opened.add(start.get(f"{W}id"))
                names.add(name)
        for end in ends:
            if end.get(f"{W}id") not in opened:
                end.getparent().remove(end)


def _resolved(data: bytes, work: Callable[[Element], bool]) -> bytes:
    parts = read_parts(data)
    changed: dict[str, bytes] = {}
    referred: set[str] = set()
    try:
        for name in parts:
            if is_story(name):
                root = parse(parts[name])
                if work(root):
                    changed[name] = bytes_of(root)
                referred.update(found.get(f"{W}id") or "" for found in root.iter(_REFERENCE))
        if changed and COMMENTS in parts:
            changed[COMMENTS] = _without_lost_comments(parts[COMMENTS], referred)
    except XmlError as error:
        raise PackageError("文件已损坏") from error
    return join_plain({**parts, **changed}) if changed else data


def _without_lost_comments(data: bytes, referred: set[str]) -> bytes:
    root = parse(data)
    for comment in list(root):
        if comment.get(f"{W}id") not in referred:
            root.remove(comment)
    return bytes_of(root)
