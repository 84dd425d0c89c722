"""Large data in parts that is laid before us and not read: of megabytes a run looks at a few pages.

Parts are bytes and nothing else, so there is nothing to execute. To check a seal would be to read
them all; a file is taken for ours when only the user can open it, and when its first line says its
name and the size of each part, which together are the whole of it.
"""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from generator.base.regular_file import map_private

Buffer = bytes | memoryview
ENDING: Final = ".parts"
_LONGEST_LINE = 4096
_LARGEST = 256 * 1024 * 1024


def write_parts(path: Path, parts: Iterable[Buffer]) -> None:
    """Write some parts. Where that cannot be done nothing is written."""
    from generator.base.writing import Lasting, write_atomically  # noqa: PLC0415 - most runs only read

    content = [*parts]
    line = " ".join((path.name, *(str(len(part)) for part in content)))
    whole = b"".join((line.encode(), b"\n", *content))
    write_atomically(path, whole, lasting=Lasting.NOT, is_private=True)


def map_parts(path: Path) -> list[memoryview] | None:
    """Return the parts of a file (``None``: there is none that is ours and whole)."""
    data = map_private(path, _LARGEST)
    if data is None:
        return None
    line, is_ended, _ = bytes(data[:_LONGEST_LINE]).partition(b"\n")
    name, *sizes = line.decode("utf-8", "replace").split(" ")
    if not is_ended or name != path.name or not all(map(str.isdecimal, sizes)):
        return None
    bounds = [*accumulate(map(int, sizes), initial=len(line) + 1)]
    return [data[start:end] for start, end in pairwise(bounds)] if bounds[-1] == len(data) else None
