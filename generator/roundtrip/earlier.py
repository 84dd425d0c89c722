"""The versions of a file before the last: somebody may still hold a copy of one, and change that."""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from generator.roundtrip.bring import Base
from generator.roundtrip.files_record import Earlier, FileRecord, file_record_from
from generator.roundtrip.manifest import digest
from generator.roundtrip.recorded import SHAPE_FAULTS
from generator.roundtrip.state_folder import StateFolder

_MOST: Final = 8  # versions of a file whose records are kept; a record takes some kilobytes
_RECORD_CEILING: Final = 64 * 1024 * 1024  # of a record unpacked


def with_earlier(record: FileRecord, last: FileRecord | None, state: StateFolder) -> FileRecord:
    """Let a record remember what it takes the place of."""
    if last is None or record is last:
        return record
    earlier = last.earlier
    if last.sha256 != record.sha256 and last.documents:
        kept = state.put(_packed(last._replace(earlier=(), remarks=())))
        earlier = (Earlier(last.sha256, last.stamp, kept), *earlier)
    unlike: dict[str, Earlier] = {}
    for version in earlier:
        if version.sha256 != record.sha256:
            unlike.setdefault(version.sha256, version)
    return record._replace(earlier=tuple(unlike.values())[:_MOST])


def earlier_records(known: FileRecord, state: StateFolder) -> Iterator[FileRecord]:
    """Go through the records of the versions before the last, as far as they are kept."""
    for version in known.earlier:
        if record := _unpacked(state.get(version.record)):
            yield record


def kept_records(files: Mapping[str, FileRecord]) -> frozenset[str]:
    """Return under which names records of earlier versions are kept."""
    return frozenset(version.record for file in files.values() for version in file.earlier)


def stamp_in(data: bytes) -> str:
    """Return the stamp in a file of a person; empty where there is none or it cannot be read."""
    from generator.word.package import PackageError, read_parts  # noqa: PLC0415 - only where somebody edited
    from generator.word.stamp_property import read_stamp  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        return read_stamp(read_parts(data))
    except (PackageError, XmlError):
        return ""


def is_of_last(data: bytes, known: FileRecord) -> bool:
    """Tell whether a file is of the version that was written last, whoever changed it since."""
    found = digest(data)
    if found == known.sha256 or not known.earlier:
        return True
    if found in {version.sha256 for version in known.earlier}:
        return False
    return stamp_in(data) in ("", known.stamp)


def base_of(data: bytes, known: FileRecord, state: StateFolder) -> Base | None:
    """Return the version of ours that a file was made of; ``None``: one that is not remembered."""
    stamp = stamp_in(data)
    if not stamp or not known.stamp or stamp == known.stamp:
        return Base(known, state.get(known.sha256))
    for version in known.earlier:
        if version.stamp == stamp and (record := _unpacked(state.get(version.record))):
            return Base(record, state.get(version.sha256))
    return None


def _packed(record: FileRecord) -> bytes:
    text = json.dumps(record.as_data(), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode())


def _unpacked(data: bytes | None) -> FileRecord | None:
    """Read a record that was kept; what is damaged is as good as not there."""
    if data is None:
        return None
    try:
        text = zlib.decompressobj().decompress(data, _RECORD_CEILING)
        return file_record_from(json.loads(text))
    except (zlib.error, *SHAPE_FAULTS):
        return None
