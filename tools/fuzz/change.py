"""Change data at random: bytes, words, lines, and the parts of a package one by one."""

import io
import random
import zipfile
from collections.abc import Sequence

_NUMBERS = (b"0", b"-1", b"1e999", b"99999999999999999999", b"0.1", "９５".encode(), b"NaN")
_MOST_CHANGES = 6
_PACKAGE = b"PK\x03\x04"


def changed(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    """Return data that differs in a few places; of a package one part is changed."""
    if data.startswith(_PACKAGE) and chance.random() < 0.9:
        return _in_package(data, words, chance)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        data = chance.choice(_CHANGES)(data, words, chance)
    return data


def _in_package(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError):
        return data
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    bodies = [name for name in names if name.endswith(("document.xml", "sheet1.xml"))]
    name = chance.choice(bodies if bodies and chance.random() < 0.6 else names or [*parts])
    if chance.random() < 0.05:
        del parts[name]
    else:
        parts[name] = changed(parts[name], words, chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content)
    return target.getvalue()


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 3, 8, 40, 400)))


def _cut(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    del words
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _twice(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    del words
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50)) + data[end:]


def _put(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    if chance.random() < 0.5:
        end = start
    return data[:start] + chance.choice((*words, *_NUMBERS)) + data[end:]


def _flipped(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    del words
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _lines_moved(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    del words
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _ended(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    del words
    return data[: chance.randrange(len(data) + 1)]


_CHANGES = (_cut, _cut, _twice, _put, _put, _put, _flipped, _lines_moved, _ended)
