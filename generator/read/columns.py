"""Columns of a table of indicators: where they stand, what they were found to hold, and why."""

from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell

EXECUTION = "execution"  # the kind of a row that gives the points of the execution
OTHER = ""  # the role of a column that was not understood


class Strip(NamedTuple):
    """A column as it stands in the grid: its headings from top to bottom, its cells row by row."""

    start: int
    end: int
    headings: tuple[str, ...]
    cells: tuple[ReadCell | None, ...]
    place: DocumentPlace
    is_split: bool = False  # its heading spans other columns as well

    @property
    def heading(self) -> str:
        """Return the headings in one, the wider one first."""
        return "".join(dict.fromkeys(h for h in self.headings if h))


class Choice(NamedTuple):
    """What a column was taken for: by how much it beats the runner-up, and what speaks for it."""

    strip: Strip
    role: str
    evidence: tuple[tuple[str, float], ...] = ()
    runner_up: str = ""
    margin: float = 99.0

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing else came near."""
        return self.margin >= SURE

    def as_data(self) -> JsonObject:
        """Return the decision for programs, and for who asks why."""
        return {
            "heading": self.strip.heading,
            "place": self.strip.place.as_data(),
            "role": self.role,
            "evidence": {name: round(score, 2) for name, score in self.evidence},
            "runner-up": self.runner_up,
            "margin": round(self.margin, 2),
            "sure": self.is_sure,
        }


SURE = 1.2


class RowRead(NamedTuple):
    """What a row was taken for, and why."""

    place: DocumentPlace
    kind: str
    why: str


class BandRead(NamedTuple):
    """How a block of indicators was read: each column, each row."""

    place: DocumentPlace
    columns: tuple[Choice, ...]
    rows: tuple[RowRead, ...] = ()
    is_continued: bool = False
    span: tuple[int, int] = (0, 0)  # its rows in the grid, without the header
    within: KeyPath = ()  # the goal whose indicators they are

    @property
    def first(self) -> int:
        """Return the first row of an indicator: the points of the execution may stand before it."""
        return self.span[0] + sum(row.kind == EXECUTION for row in self.rows)

    @property
    def unsure(self) -> tuple[Choice, ...]:
        """Return the columns of which nobody is sure."""
        return tuple(c for c in self.columns if c.role and not c.is_sure)

    def stamped(self, file: str) -> "BandRead":
        """Say of everything which file it is from."""
        place = self.place.in_file(file)
        columns = tuple(
            c._replace(strip=c.strip._replace(place=c.strip.place.in_file(file)))
            for c in self.columns
        )
        rows = tuple(r._replace(place=r.place.in_file(file)) for r in self.rows)
        return self._replace(place=place, columns=columns, rows=rows)

    def as_data(self) -> JsonObject:
        """Return the reading for programs, and for who asks why."""
        return {
            "place": self.place.as_data(),
            "continued": self.is_continued,
            "columns": [column.as_data() for column in self.columns],
            "rows": [
                {"place": row.place.as_data(), "kind": row.kind, "why": row.why}
                for row in self.rows
            ],
        }


class UnreadColumn(NamedTuple):
    """A column with data that was not understood."""

    heading: str
    place: DocumentPlace
    cells: int
