"""Where a version goes that must not replace a file: beside it, in place of an older one of ours."""

from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from generator.base.pattern import Pattern
from generator.roundtrip.file_owner import Lying, Standing, look
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.manifest import digest

NEW_VERSION = "（新版{}）"
REDLINE = "（修订{}）"
REDLINE_MODE = "redline"
_IS_NEW_VERSION = Pattern(r"(.+)（新版\d*）(\.\w+)")


def place_beside(path: Path, mark: str, data: bytes, record: Record) -> tuple[Path, Lying]:
    """Find a name beside a file that is free or ours; numbered on where somebody edited that one."""
    for beside in names_beside(path, mark):
        lying = look(beside, known_digests(record, beside.name), digest(data))
        if lying.standing is not Standing.PERSONS:
            return beside, lying
    raise AssertionError  # numbers do not end


def names_beside(path: Path, mark: str) -> Iterator[Path]:
    """Give the names beside a file, one after the other."""
    for number in chain(("",), count(2)):
        yield path.with_name(f"{path.stem}{mark.format(number)}{path.suffix}")


def known_digests(record: Record, name: str) -> set[str]:
    """Return the digests of what we wrote or were about to write under a name."""
    known, pending = record.files.get(name), record.pending.get(name, ())
    if known is None:
        return {*pending}
    return {*pending, known.sha256, *(version.sha256 for version in known.earlier)}


def stands_beside(file: FileRecord) -> str:
    """Return the name of the file that a new version stands beside; empty for any other file."""
    if file.mode == REDLINE_MODE:
        return ""
    if file.beside:
        return file.beside
    return version_of(file.file)  # a record of 0.1.0 tells it by the name alone


def version_of(name: str) -> str:
    """Return the name of which another is that of a new version; empty where it is none."""
    named = _IS_NEW_VERSION.fullmatch(name)
    return f"{named[1]}{named[2]}" if named else ""
