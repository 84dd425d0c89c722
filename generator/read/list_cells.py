"""Cells of a list of projects that are blank where those of the other projects are not."""

from collections.abc import Iterator, Mapping

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadTable
from generator.read.draft import SubjectDraft
from generator.read.table_rows import Column

# What a project that is not scored, or that began within the year, has as well.
_WANTED = ("budget", "spent", "rate", "score", "total", "grade")


class ListCells:
    """Remembers whose rows were read, and looks at them together."""

    def __init__(self, table: ReadTable, columns: Mapping[str, Column]) -> None:
        self._table = table
        self._columns = [column for role, column in columns.items() if role in _WANTED]
        self._rows: dict[int, SubjectDraft] = {}

    def add(self, row: int, subject: SubjectDraft) -> None:
        """Take the row of a project."""
        self._rows[row] = subject

    def blanks(self) -> Iterator[tuple[SubjectDraft, DocumentPlace, str, str]]:
        """Give each blank cell of a column that most of the projects have filled."""
        for column in self._columns:
            blank = [row for row in self._rows if self._is_blank(row, column)]
            filled = len(self._rows) - len(blank)
            if filled <= len(blank):
                continue
            for row in blank:
                cell = self._table.at(row, column.start)
                if cell is not None:
                    yield self._rows[row], cell.place, column.label, column.role

    def _is_blank(self, row: int, column: Column) -> bool:
        """Tell a cell without a sign in it; a dash says that there is nothing to say."""
        cell = self._table.at(row, column.start)
        return cell is not None and cell.row == row and not cell.text.strip()
