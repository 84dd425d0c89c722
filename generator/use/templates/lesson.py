"""A lesson: one thing of its look that an edited file teaches a template."""

from typing import NamedTuple

from generator.base.document_place import DocumentPlace


class Lesson(NamedTuple):
    """A thing that is learnt: of which template, where, what, from what to what, seen how often."""

    template: str
    place: DocumentPlace
    name: str
    old: str
    new: str
    times: int
