"""A form held against what was printed of it: cell by cell, and merge by merge."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.chinese import has_chinese
from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadDocument, ReadParagraph, ReadTable
from generator.read.list_alignment import aligned

_BLANKS = Pattern(r"\s+")
_GAP = Pattern(r"[ \u3000\u00a0]{3,}")
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "words": "文字不同",
        "blanks": "空格不同",
        "merge": "合并不同",
        "missing": "印出来没有这一格",
        "extra": "印出来多了行",
        "line": "没有原样印出",
    }
)


class Difference(NamedTuple):
    """A cell or line that does not come out as it stands in the form."""

    place: DocumentPlace
    was: str
    now: str
    kind: str = "words"  # or: blanks, merge, missing, extra, line

    @property
    def shown(self) -> tuple[str, str]:
        """Return both, with the blanks counted where nothing else differs."""
        texts = (self.was, self.now)
        if self.kind != "blanks":
            was, now = (" ".join(text.split()) for text in texts)
            return was, now
        was, now = (_BLANKS.sub(lambda m: f"（{len(m[0])} 个空格）", text) for text in texts)
        return was, now

    @property
    def reason(self) -> str:
        """Say how it differs."""
        return _REASONS[self.kind]

    def as_data(self) -> JsonObject:
        """Lay it out for programs."""
        place = self.place.as_data()
        return {"place": place, "was": self.was, "now": self.now, "kind": self.kind}


class Comparison(NamedTuple):
    """How much of a form comes out again."""

    cells: int
    same_cells: int
    merges: int
    same_merges: int
    lines: int
    same_lines: int
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Return the share of cells that come out as they are."""
        return self.same_cells / self.cells if self.cells else 1.0

    def as_data(self) -> JsonObject:
        """Lay it out for programs."""
        counts = self._asdict()
        counts["differences"] = [one.as_data() for one in self.differences]
        return {name.replace("_", "-"): value for name, value in counts.items()}


def compare(form: ReadDocument, made: ReadDocument) -> Comparison:
    """Compare two documents that should be the same form."""
    differences: list[Difference] = []
    counts = [0, 0, 0, 0]
    ours = [b for b in made.blocks if isinstance(b, ReadTable)]
    theirs = [b for b in form.blocks if isinstance(b, ReadTable)]
    for number, table in enumerate(theirs):
        other = ours[number] if number < len(ours) else ReadTable((), table.place)
        found, cells, same, merges, kept = _tables(table, other)
        differences += found
        counts = [a + b for a, b in zip(counts, (cells, same, merges, kept), strict=True)]
    lines, texts = _lines(form), _lines(made)
    pairs = dict(aligned(lines, texts, lambda a, b: float(_plain(a.text) == _plain(b.text))))
    left = (line for number, line in enumerate(lines) if number not in pairs)
    differences += [Difference(line.place, line.text, "", "line") for line in left]
    closer = [
        Difference(lines[a].place, lines[a].text, texts[b].text, "blanks")
        for a, b in pairs.items()
        if _gaps(lines[a].text) != _gaps(texts[b].text)
    ]
    differences += closer
    cells, same_cells, merges, same_merges = counts
    return Comparison(
        cells,
        same_cells,
        merges,
        same_merges,
        len(lines),
        len(pairs) - len(closer),
        tuple(differences),
    )


def _tables(table: ReadTable, other: ReadTable) -> tuple[list[Difference], int, int, int, int]:
    found: list[Difference] = []
    cells = same = merges = kept = 0
    for cell in _own(table):
        cells += 1
        twin = other.at(cell.row, cell.column)
        is_there = twin is not None and (twin.row, twin.column) == (cell.row, cell.column)
        said = twin.text if twin is not None and is_there else ""
        if is_there and _plain(said) == _plain(cell.text) and _indent(said) == _indent(cell.text):
            same += 1
        else:
            kind = "blanks" if _plain(said) == _plain(cell.text) else "words"
            found.append(Difference(cell.place, cell.text, said, kind if is_there else "missing"))
        if cell.height > 1 or cell.width > 1:
            merges += 1
            if (
                twin is not None
                and is_there
                and (twin.height, twin.width) == (cell.height, cell.width)
            ):
                kept += 1
            else:
                found.append(Difference(cell.place, cell.text, said, "merge"))
    extra = len(other.grid) - len(table.grid)
    if extra > 0:
        found.append(Difference(table.place, "", f"多 {extra} 行", "extra"))
    return found, cells, same, merges, kept


def _own(table: ReadTable) -> Iterator[ReadCell]:
    for number in range(len(table.grid)):
        yield from (cell for cell in table.cells(number) if cell.row == number)


def _lines(document: ReadDocument) -> Sequence[ReadParagraph]:
    return [b for b in document.blocks if isinstance(b, ReadParagraph) and b.shown.strip()]


def _indent(text: str) -> str:
    """Return the blanks before words that stand below others: 其中：…; before a figure they say nothing."""
    blanks = text[: len(text) - len(text.lstrip())]
    return blanks if len(blanks) > 1 and has_chinese(text) and "\n" not in text else ""


def _gaps(text: str) -> list[int]:
    """Return how wide the places are that a line leaves between its words, to sign or to write in."""
    return [len(gap[0]) for gap in _GAP.finditer(text.strip())]


def _plain(text: str) -> str:
    return "".join(text.split())
