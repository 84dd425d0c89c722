"""Read any .docx, whoever wrote it, into paragraphs and tables with their places."""

from collections.abc import Mapping

from generator.base.archive import Package, UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem
from generator.base.time_limit import TimeLimit
from generator.model.foreign_document import ReadBlock, ReadDocument, ReadParagraph
from generator.word.reading.automatic_numbers import Numbering
from generator.word.reading.markup import Element, child, content, is_on, local, w
from generator.word.reading.printed_runs import NO_FIGURES, read_words
from generator.word.reading.reading_grid import DEEPEST, nested_place, read_grid
from generator.word.reading.reading_parts import Parts, find_parts

_REVISED = "文件里有修订，按全部接受读取"
MOST_PARAGRAPHS = 500_000
MOST_LETTERS = 20_000_000


def read_docx_bytes(
    data: bytes, shown: str, figures: Mapping[str, str] = NO_FIGURES
) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    """Read the bytes of a file; what keeps it from being read is a problem, in words for its owner.

    In a file of ours ``figures`` names the figures by their anchors: they are marked in its texts.
    """
    try:
        limit = TimeLimit()
        return _Reader(find_parts(Package(data)), limit, figures).read(shown), ()
    except UnsafePackageError as error:
        return None, (error.problem(shown),)


class _Reader:
    """Goes through the parts in their order, counting as it goes."""

    def __init__(self, parts: Parts, limit: TimeLimit, figures: Mapping[str, str]) -> None:
        self._parts, self._limit, self._figures = parts, limit, figures
        self._styles = parts.styles
        self._numbering = Numbering(parts.numbering)
        self._blocks: list[ReadBlock] = []
        self._aside: list[ReadParagraph] = []
        self._boxes = self._paragraphs = self._letters = 0
        self._is_revised = False

    def read(self, shown: str) -> ReadDocument:
        body = self._parts.document.find(w("body"))
        if body is None:
            raise UnsafePackageError("这个 .docx 没有正文")
        self._read_body(body)
        for name, root in self._parts.others:
            self._read_aside(root, name)
        remarks = (_REVISED,) if self._is_revised else ()
        return ReadDocument(shown, "word", tuple(self._blocks), tuple(self._aside), remarks)

    def _read_body(self, body: Element) -> None:
        paragraphs = tables = 0
        hidden_paragraphs = hidden_tables = 0
        joined: ReadParagraph | None = None
        for element, is_direct in content(body):
            if local(element) == "tbl":
                tables, hidden_tables = tables + is_direct, hidden_tables + (not is_direct)
                place = (
                    DocumentPlace(table=tables)
                    if is_direct
                    else DocumentPlace("内容控件", table=hidden_tables)
                )
                self._read_table(element, place, 0)
                continue
            paragraphs, hidden_paragraphs = (
                paragraphs + is_direct,
                hidden_paragraphs + (not is_direct),
            )
            place = (
                DocumentPlace(paragraph=paragraphs)
                if is_direct
                else DocumentPlace("内容控件", paragraph=hidden_paragraphs)
            )
            read = self._paragraph(element, place)
            if joined is not None:
                read = joined._replace(text=joined.text + read.text, is_revised=True)
                joined = None
            # The end of this paragraph was deleted: with changes accepted it runs on.
            if is_on(element, "pPr/rPr/del"):
                joined = read
            else:
                self._blocks.append(read)
        if joined is not None:
            self._blocks.append(joined)

    def _paragraph(self, element: Element, place: DocumentPlace, depth: int = 0) -> ReadParagraph:
        properties, words = child(element, "pPr"), read_words(element, self._figures)
        is_revised = words.is_revised or is_on(properties, "rPr/del")
        self._is_revised = self._is_revised or is_revised
        for box in words.boxes if depth < DEEPEST else ():
            self._boxes += 1
            self._read_aside(box, f"文本框 {self._boxes}", depth + 1)
        setting = self._styles.setting(properties)
        number = self._numbering.number(setting.list, setting.list_level)
        read = ReadParagraph(words.text, place, number, setting.level, setting.style, is_revised)
        self._count(read)
        return read

    def _count(self, read: ReadParagraph) -> None:
        """Stop where it would be too much: an automatic number can be long, and printed often."""
        self._limit.check()
        self._paragraphs += 1
        self._letters += len(read.text) + len(read.number)
        if self._paragraphs > MOST_PARAGRAPHS or self._letters > MOST_LETTERS:
            message = f"文件太长（最多 {MOST_PARAGRAPHS:,} 段、{MOST_LETTERS:,} 字，表格在内）"
            raise UnsafePackageError(message, "请分成几个文件，或只留要用的部分")

    def _read_table(self, table: Element, place: DocumentPlace, depth: int) -> None:
        read, nested = read_grid(table, place, lambda p: self._cell_text(p, place))
        self._blocks.append(read)
        for number, (inner, at) in enumerate(nested if depth < DEEPEST else (), 1):
            self._read_table(inner, nested_place(at, number), depth + 1)

    def _cell_text(self, paragraph: Element, place: DocumentPlace) -> str:
        return self._paragraph(paragraph, place).shown

    def _read_aside(self, root: Element, part: str, depth: int = 0) -> None:
        for number, element in enumerate(root.iter(w("p")), 1):
            place = DocumentPlace(part, paragraph=number)
            read = self._paragraph(element, place, depth if depth else 1)
            if read.text.strip():
                self._aside.append(read)
