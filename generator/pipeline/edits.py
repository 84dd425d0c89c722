"""Whose a file is: free, ours, ours and already right, or somebody's who edited it."""

from enum import Enum, auto
from pathlib import Path

from generator.rebuild.manifest import digest
from generator.rebuild.record import FileRecord


class Standing(Enum):
    """How a file on the disk stands to what would be written there."""

    FREE = auto()
    SAME = auto()
    OURS = auto()
    EDITED = auto()


def standing_of(path: Path, known: FileRecord | None, wanted: str, pending: str) -> Standing:
    """Look at a file: by its bytes first, then by its words, since saving again is no edit."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Standing.FREE
    except OSError:
        return Standing.EDITED if path.exists() else Standing.FREE
    found = digest(data)
    if known is not None and known.merged:
        return Standing.EDITED  # a person's own file that we brought up to date
    if found == wanted:
        return Standing.SAME
    if known is None:
        return Standing.OURS if found == pending else Standing.EDITED
    if found in (known.sha256, pending):
        return Standing.OURS
    if _words_of(data) != known.text:
        return Standing.EDITED
    return Standing.SAME if known.sha256 == wanted else Standing.OURS


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
