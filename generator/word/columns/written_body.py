"""What a template has written, before its tables are arranged."""

from typing import Final, NamedTuple

from generator.word.columns.table_looks import Looks

TABLE: Final = "<w:tbl>"


class Body(NamedTuple):
    """The text of one document: its template, its XML, the looks of its styles."""

    template: str
    text: str
    looks: Looks
    is_own: bool = (
        False  # a template that somebody here made: its widths stand unless they break something
    )
    smallest: int = 0  # half points: no letters of its tables may be made smaller
    repeats_labels: bool = True  # a group that goes on on the next page says its name again
