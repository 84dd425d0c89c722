"""The stamp of a file: which version of it this is, in a property that programs carry along when they save.

Words cannot tell a copy of an earlier version from a new one in which somebody set figures back.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

PROPERTIES: Final = "docProps/custom.xml"
NO_STAMP: Final = "0" * 16


def stamp_of(parts: Iterable[bytes]) -> str:
    """Return the stamp of what a file says."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()[: len(NO_STAMP)]


def stamped(properties: bytes, stamp: str) -> bytes:
    """Put a stamp into the place that a template has for it."""
    return properties.replace(f">{NO_STAMP}<".encode(), f">{stamp}<".encode())
