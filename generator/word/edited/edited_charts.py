"""The charts of a file as its text shows them: where each stands, what it shows, and its workbook."""

from typing import Final, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.word.chart_data import C, ChartData, read_chart
from generator.word.edited.edited_story import Passage
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT
from generator.word.relations import relations_of, targets
from generator.word.xml import R, XmlError, parse

_FOLDER: Final = "word/charts/"
_PACKAGE: Final = "/package"


class FoundChart(NamedTuple):
    """A chart of the main text (``data`` is ``None``: of a kind that we never write)."""

    passage: Passage
    part: str
    data: ChartData | None
    workbook: str  # empty: there is none

    @property
    def place(self) -> DocumentPlace:
        """Say where it stands."""
        return DocumentPlace(part=f"{self.passage.place}的图表")


def charts_of(file: WordFile) -> list[FoundChart]:
    """Find the charts of the main text in their order."""
    if not any(name.startswith(_FOLDER) for name in file.parts):
        return []
    names = targets(file.parts)
    found = []
    for passage in (p for block in file.blocks(DOCUMENT) for p in block.passages()):
        seen = set()
        for thing in passage.things:
            for mark in thing.element.iter(f"{C}chart"):
                part = names.get(mark.get(f"{R}id") or "", "")
                if part in file.parts and part not in seen:
                    seen.add(part)
                    found.append(
                        FoundChart(passage, part, _data(file, part), _workbook(file, part))
                    )
    return found


def _data(file: WordFile, part: str) -> ChartData | None:
    try:
        return read_chart(file.root(part))
    except XmlError:
        return None


def _workbook(file: WordFile, part: str) -> str:
    names = targets(file.parts, part)
    for relation in parse(file.parts[relations_of(part)]) if names else ():
        name = names.get(relation.get("Id") or "", "")
        if (relation.get("Type") or "").endswith(_PACKAGE) and name in file.parts:
            return name
    return ""
