"""Bring a person's file up to date: what we wrote last, what lies there, what would be written now."""

import datetime
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.problem import Problem
from generator.roundtrip.manifest import Written
from generator.roundtrip.record import FileRecord


class Base(NamedTuple):
    """What we wrote last: its record, and its bytes when they are still kept."""

    record: FileRecord
    data: bytes | None


class Brought(NamedTuple):
    """The person's file with ours in it (``None``: it cannot be read), and what became of each difference."""

    data: bytes | None
    account: tuple[Any, ...]
    problems: tuple[Problem, ...]


def bring_up_to_date(
    shown: str, found: bytes, base: Base, new: Written, day: datetime.date | None
) -> Brought:
    """Put our figures and changed sentences into a person's file."""
    from generator.roundtrip.merging import merge_file  # noqa: PLC0415 - only where somebody edited

    del found  # read once more; what was saved in between shows when it is to be replaced
    merged = merge_file(Path(shown), base.record, new, day)
    return Brought(merged.data, (), merged.problems)


def is_only_look(found: bytes, base: Base) -> bool:
    """Tell whether a file says what we wrote: it was only saved again, or formatted."""
    words = base.record.text or (_words_of(base.data) if base.data is not None else "")
    return bool(words) and _words_of(found) == words


def _words_of(data: bytes) -> str:
    """Fingerprint the words of a Word file; of anything else there are none."""
    from generator.word.fingerprint import text_fingerprint  # noqa: PLC0415 - only after an edit
    from generator.word.package import PackageError, read_parts  # noqa: PLC0415 - see above

    try:
        parts = read_parts(data)
    except PackageError:
        return ""
    return text_fingerprint(
        {n: d.decode("utf-8", "replace") for n, d in parts.items() if n.endswith(".xml")}
    )
