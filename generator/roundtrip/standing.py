"""Whose a file is: free, ours, ours and already right, or somebody's who edited it."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from generator.roundtrip.manifest import digest
from generator.roundtrip.record import FileRecord


class Standing(Enum):
    """How a file on the disk stands to what would be written there."""

    FREE = auto()
    SAME = auto()
    OURS = auto()
    EDITED = auto()


def standing_of(
    path: Path, known: FileRecord | None, wanted: str, pending: Sequence[str], words: str = ""
) -> Standing:
    """Look at a file: by its bytes first, then by its words, since saving again is no edit."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Standing.FREE
    except OSError:
        return Standing.EDITED if path.exists() else Standing.FREE
    if known is not None and known.merged:
        return Standing.EDITED  # a person's own file that we brought up to date
    found = digest(data)
    if found == wanted:
        return Standing.SAME
    if found in pending or (known is not None and found == known.sha256):
        return Standing.OURS
    return Standing.EDITED if known is None else _by_words(_words_of(data), known, wanted, words)


def _by_words(said: str, known: FileRecord, wanted: str, words: str) -> Standing:
    """A file that was saved anew is judged by what it says."""
    if said == words:
        return Standing.SAME  # whoever edited it already says what would be written
    if said != known.text:
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
