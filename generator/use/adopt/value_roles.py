"""Which tag a value has by the captions that stand around it, where reading the form did not tell."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell
from generator.read.label_book import LabelBook
from generator.use.adopt.captions import Captions

# Of a caption with one value beside it.
_ALONE: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in AMOUNTS}, "rate": "rate", "expected": "expected", "achieved": "achieved", "total": "total", "grade": "grade",
        "project-name": "name", "unit-name": "unit", "department-name": "unit",
        "authority": "authority", "implementer": "implementer", "code": "code",
        "deviation": "deviation", "improvement": "improvement", "purpose": "purpose",
    }
)  # fmt: skip
# Of the row of the sums, by its columns.
_OF_SUMS: Mapping[str, str] = MappingProxyType(
    {"score": "total", "weight": "total_weight", "deduction": "lost_total"}
)
_TOTAL, _GRADE = "total", "grade"
_GOALS = frozenset(("goals", "expected"))


def tag_of_label(label: str, said: str, book: LabelBook) -> str:
    """Return what prints the value behind a label in a line; nothing for a label of another kind."""
    return _tag(_ALONE.get(book.role(label), ""), said, book)


def _tag(name: str, said: str, book: LabelBook) -> str:
    """Name the tag; under 自评结论 stands a sentence as often as a grade, and that is no grade."""
    plain = said.strip()
    is_other = name == _GRADE and plain and plain not in book.phrases.words("grade-word")
    return f"form.{name}" if name and not is_other else ""


def tag_of_captions(captions: Captions, cell: ReadCell, book: LabelBook) -> str:
    """Return what prints a cell by its captions alone; nothing where they do not say."""
    row, column = captions.of_row(cell), captions.of_column(cell)
    if row is None or row.row != cell.row:
        return ""
    role = book.role(row.text)
    if role == _TOTAL and column is not None:
        heading = column.text
        name = _OF_SUMS.get(book.columns.role(heading) or book.role(heading), "")
        return f"form.{name}" if name else ""
    block = captions.of_row(row)
    is_of_goal = block is not None and book.role(block.text) in _GOALS
    if is_of_goal and book.columns.role(row.text) == "actual" and column is None:
        return "form.achieved"
    is_alone = row.end == cell.column and len(captions.values_of(row)) == 1
    name = _ALONE.get(role, "") if is_alone else ""
    return _tag(name, cell.text, book)
