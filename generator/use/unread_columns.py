"""Columns of a form that hold data and were not understood: faults of the reading, told first.

In an import they are errors. In an audit they are warnings: that we do not know a heading is no fault of
the paper, and an error is certain from the paper alone.
"""

from collections.abc import Iterator

from generator.base.problem import Place, Problem, Severity
from generator.read.draft import Draft


def unread_columns(draft: Draft, shown: str, severity: Severity) -> Iterator[Problem]:
    """Give a problem for each column that no reader understood."""
    for column in draft.unread_columns:
        name = f"“{column.heading}”一栏" if column.heading else "没有栏目名的一栏"
        yield Problem(
            "D07",
            severity,
            f"{name}没有读懂：{column.cells} 格有内容，没有用上，也没有核对",
            Place(column.place.file or shown, document=column.place._replace(file="")),
            "请自行核对这一栏；栏目叫法可在 templates/labels/ 里补充，再读一次",
        )
