"""Read how any .docx is laid out, whoever wrote it, within the bounds of all readers."""

from collections.abc import Iterator

from generator.base.archive import Package, UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidOut, LaidSection
from generator.word.reading.automatic_numbers import Numbering
from generator.word.reading.look.page_sections import SectionReader
from generator.word.reading.look.paragraphs import Lists, ParagraphReader
from generator.word.reading.look.style_looks import LookStyles
from generator.word.reading.look.table_rules import TableReader
from generator.word.reading.look.theme import theme_fonts
from generator.word.reading.markup import Element, content, descend, local, parse_part, w
from generator.word.reading.reading_parts import Relation, main_part, relations_of

_CONTROL = "内容控件"


def read_laid_out(data: bytes, shown: str) -> LaidOut:
    """Read the bytes of a file, or raise ``UnsafePackageError``."""
    return _Reader(Package(data)).read(shown)


def placed(body: Element) -> Iterator[tuple[Element, DocumentPlace]]:
    """Go through the paragraphs and tables of a body, each with its place."""
    counts = {("p", True): 0, ("p", False): 0, ("tbl", True): 0, ("tbl", False): 0}
    for element, is_direct in content(body):
        name = local(element)
        counts[name, is_direct] += 1
        part, number = "" if is_direct else _CONTROL, counts[name, is_direct]
        is_table = name == "tbl"
        yield (
            element,
            DocumentPlace(part, table=number) if is_table else DocumentPlace(part, number),
        )


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        main, self._document = main_part(package)
        self._relations = relations_of(package, main)
        lists, numbering = self._lists()
        styles = LookStyles(
            self._part("styles"), theme_fonts(self._part_if_sound("theme")), lists.indents
        )
        self._paragraphs = ParagraphReader(styles, lists, numbering)
        self._tables = TableReader(styles, self._paragraphs)
        self._sections = SectionReader(self._paragraphs, self._by_id)

    def read(self, shown: str) -> LaidOut:
        body = self._document.find(w("body"))
        if body is None:
            raise UnsafePackageError("这个 .docx 没有正文")
        settings = self._part_if_sound("settings")
        is_parted = settings is not None and settings.find(w("evenAndOddHeaders")) is not None
        return LaidOut(shown, tuple(self._read(body)), is_parted)

    def _read(self, body: Element) -> list[LaidSection]:
        """Go through the body; the properties of a section stand at its end."""
        found: list[LaidSection] = []
        blocks: list[LaidBlock] = []
        for element, place in placed(body):
            if place.table:
                blocks.append(self._tables.read(element, place))
                continue
            blocks.append(self._paragraphs.read(element, place))
            section = descend(element, "pPr/sectPr")
            if section is not None:
                found.append(self._sections.read(section, blocks))
                blocks = []
        found.append(self._sections.read(body.find(w("sectPr")), blocks))
        return found

    def _lists(self) -> tuple[Lists, Numbering]:
        root = self._part("numbering")
        return Lists(root), Numbering(root)

    def _part(self, kind: str) -> Element | None:
        return self._opened(next((r for r in self._relations if r.kind == kind), None))

    def _part_if_sound(self, kind: str) -> Element | None:
        """Parse a part that a document does without where it is broken."""
        try:
            return self._part(kind)
        except UnsafePackageError:
            return None

    def _by_id(self, id: str) -> Element | None:
        return self._opened(next((r for r in self._relations if r.id == id), None))

    def _opened(self, relation: Relation | None) -> Element | None:
        """Parse a part; one that a relationship names and the package lacks is passed over."""
        if relation is None or relation.target not in self._package:
            return None
        return parse_part(self._package.read(relation.target), relation.target)
