"""The compound files of old Office programs (.doc, .xls, .wps, .et): which streams they hold.

Only so much of the format is read as tells one kind from another, and whether there is a password.
Every step is bounded: a chain of sectors that turns in a circle ends.
"""

import struct
from collections.abc import Iterator, Mapping

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_MOST_SECTORS = 4096  # of the directory: some ten thousand streams
_STREAM = 2
_SMALL = 4096  # shorter streams lie in the stream of the root
_FREE = 0xFFFFFFFA  # sector numbers from here on mean something else than a sector


def streams_of(data: bytes) -> Mapping[str, bytes]:
    """Return the streams by name with what stands at their beginning (empty for short ones)."""
    try:
        return dict(_Compound(data).streams())
    except (struct.error, ValueError, IndexError):
        return {}


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise ValueError(shift)
        self._size = 1 << shift
        self._directory: int = struct.unpack_from("<I", data, 48)[0]
        self._table: tuple[int, ...] = struct.unpack_from("<109I", data, 76)

    def streams(self) -> Iterator[tuple[str, bytes]]:
        for entry in self._entries():
            length, kind = struct.unpack_from("<HB", entry, 64)
            if kind != _STREAM or not 2 <= length <= 64:
                continue
            name = entry[: length - 2].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<IQ", entry, 116)
            # Of a short stream the place is not worked out; no kind is told by what is in one.
            yield name, self._sector(start) if size & 0xFFFFFFFF >= _SMALL else b""

    def _entries(self) -> Iterator[bytes]:
        sector = self._directory
        for _ in range(_MOST_SECTORS):
            if sector >= _FREE:
                return
            block = self._sector(sector)
            for at in range(0, len(block) - _ENTRY + 1, _ENTRY):
                yield block[at : at + _ENTRY]
            sector = self._next(sector)

    def _next(self, sector: int) -> int:
        """Follow the chain; tables beyond the header's own (files of 7 MB and more) end it."""
        index, at = divmod(sector, self._size // 4)
        if index >= len(self._table) or self._table[index] >= _FREE:
            return _FREE
        number: int = struct.unpack_from("<I", self._sector(self._table[index]), at * 4)[0]
        return number

    def _sector(self, number: int) -> bytes:
        start = _HEADER if self._size == _HEADER else self._size
        at = start + number * self._size
        return self._data[at : at + self._size]
