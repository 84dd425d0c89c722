"""A cell in three versions: as it was written, as it came back, as the file says now."""

from enum import Enum, auto

from generator.excel.form.plain_words import same_words
from generator.use.fill.taken_before import digest_of


class Verdict(Enum):
    """What becomes of a cell."""

    NOTHING = auto()
    TAKE = auto()
    CONFLICT = auto()


def weigh(base: str, now: str, file: str, before: str = "") -> Verdict:
    """Say whether a cell goes into the file; ``before`` is the digest of what was taken from it last.

    What the file says may be taken over when it is what the workbook was written with, or what was
    last taken from it. A cell that nobody touched since changes nothing.
    """
    if same_words(now, file):
        return Verdict.NOTHING
    is_changed = not same_words(now, base)
    if is_changed and same_words(file, base):
        return Verdict.TAKE
    if not before:
        return Verdict.CONFLICT if is_changed else Verdict.NOTHING
    is_changed_since = digest_of(now) != before
    if is_changed_since and digest_of(file) == before:
        return Verdict.TAKE
    return Verdict.CONFLICT if is_changed_since else Verdict.NOTHING
