"""Paragraphs with their looks, counted as they are met."""

from collections.abc import Iterator
from itertools import groupby

from generator.base.archive import UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.base.time_limit import TimeLimit
from generator.model.laid_out import LaidParagraph, LaidRun
from generator.word.reading.automatic_numbers import Numbering
from generator.word.reading.look.run_looks import find_runs
from generator.word.reading.look.stated_looks import SaidSetting, said_setting
from generator.word.reading.look.style_looks import LookStyles
from generator.word.reading.markup import Element, child, value, w

MOST_PARAGRAPHS = 500_000
_LEVELS = 9


class Lists:
    """The lists of numbering.xml: the indents and the formats of their levels."""

    def __init__(self, root: Element | None) -> None:
        self.indents: dict[tuple[str, str], SaidSetting] = {}
        self.formats: dict[tuple[str, int], str] = {}
        if root is None:
            return
        shared = {
            element.get(w("abstractNumId"), ""): [*element.iterfind(w("lvl"))][:_LEVELS]
            for element in root.iterfind(w("abstractNum"))
        }
        for element in root.iterfind(w("num")):
            own = [
                level for o in element.iterfind(w("lvlOverride")) for level in o.iterfind(w("lvl"))
            ]
            id = element.get(w("numId"), "")
            for level in (*shared.get(value(element, "abstractNumId"), ()), *own[:_LEVELS]):
                self._add(id, level)

    def _add(self, id: str, level: Element) -> None:
        at = level.get(w("ilvl"), "0")
        self.indents[id, at] = said_setting(child(level, "pPr"))
        if at.isdecimal():
            self.formats[id, int(at)] = value(level, "numFmt", "decimal")


class ParagraphReader:
    """Reads paragraphs in their order: lists count along."""

    def __init__(self, styles: LookStyles, lists: Lists, numbering: Numbering) -> None:
        self._styles, self._lists, self._numbering = styles, lists, numbering
        self._limit, self._count = TimeLimit(), 0

    def read(
        self,
        element: Element,
        place: DocumentPlace,
        table: str | None = None,
        *,
        marks_pages: bool = False,
    ) -> LaidParagraph:
        """Read a paragraph; ``table`` is the style of the table that it stands in."""
        self._limit.check()
        self._count += 1
        if self._count > MOST_PARAGRAPHS:
            message = f"文件太长（最多 {MOST_PARAGRAPHS:,} 段，表格在内）"
            raise UnsafePackageError(message, "请分成几个文件，或只留要用的部分")
        properties = child(element, "pPr")
        base = self._styles.base(properties, table)
        id, level = self._styles.list_of(properties, base)
        found = find_runs(element, marks_pages=marks_pages)
        runs = (LaidRun(r.text, self._styles.letters(r.properties, base)) for r in found.runs)
        mark = None if properties is None else child(properties, "rPr")
        number = self._numbering.number(id, level)
        counted = self._lists.formats.get((id, level), "")
        return LaidParagraph(
            place,
            tuple(_joined(runs)),
            self._styles.setting(properties, base),
            self._styles.letters(mark, base),
            number,
            counted,
            found.breaks_before,
            found.breaks_after,
            found.holds_more,
        )


def _joined(runs: Iterator[LaidRun]) -> Iterator[LaidRun]:
    """Join neighbours that look alike: programs cut runs wherever somebody typed."""
    for letters, alike in groupby(runs, key=lambda run: run.letters):
        yield LaidRun("".join([run.text for run in alike]), letters)
