"""Whom findings are told to: who wrote the inputs, or whoever looks at somebody's document."""

from typing import NamedTuple


class Audience(NamedTuple):
    """What stands before the reader, and how much of it is known."""

    is_document: bool = False
    is_sure: bool = True  # that the scheme is the one of the document
    has_report: bool = False  # among the documents


WRITERS = Audience()
