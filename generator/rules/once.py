"""What a dozen rules ask of a form, one after the other, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.rules.printed import PrintedForm

FoundT = TypeVar("FoundT")


def once_for_a_form(work: Callable[[PrintedForm], FoundT]) -> Callable[[PrintedForm], FoundT]:
    """Remember what was found in the last form, until another one is asked about.

    It is known by being the same one: to compare two forms of ten thousand rows takes as long as to look.
    """
    last: list[tuple[PrintedForm, FoundT]] = []

    @wraps(work)
    def found(form: PrintedForm) -> FoundT:
        if not last or last[0][0] is not form:
            last[:] = [(form, work(form))]
        return last[0][1]

    return found
