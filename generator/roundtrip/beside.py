"""Where a version goes that must not replace a file: beside it, in place of an older one of ours."""

from itertools import chain, count
from pathlib import Path

from generator.roundtrip.manifest import digest
from generator.roundtrip.record import Record
from generator.roundtrip.standing import Standing, standing_of

NEW_VERSION = "（新版{}）"
REDLINE = "（修订{}）"


def place_beside(path: Path, mark: str, data: bytes, record: Record) -> tuple[Path, Standing]:
    """Find a name beside a file that is free or ours; numbered on where somebody edited that one."""
    for number in chain(("",), count(2)):
        beside = path.with_name(f"{path.stem}{mark.format(number)}{path.suffix}")
        known, pending = record.files.get(beside.name), record.pending.get(beside.name, ())
        standing = standing_of(beside, known, digest(data), pending)
        if standing is not Standing.EDITED:
            return beside, standing
    raise AssertionError  # numbers do not end
