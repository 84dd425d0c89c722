"""Files that only we can have written: private, and sealed with a key that only the user can read.

Who plants a file in the folder has no key; who changes one, or gives it another name, breaks its seal.
"""

import hmac
import os
from pathlib import Path
from typing import Final

from generator.base.regular_file import read_private

KEY_FILE: Final = ".key"
_KEY_SIZE, _SEAL_SIZE = 32, 32
_LARGEST = 256 * 1024 * 1024


def read_sealed(path: Path) -> memoryview | None:
    """Return what was sealed in a file (``None``: there is none that is surely ours)."""
    data = read_private(path, _LARGEST)
    if data is None or len(data) < _SEAL_SIZE:
        return None
    key = key_of(path.parent, is_needed=False)
    content = memoryview(data)[_SEAL_SIZE:]
    if key is None or not hmac.compare_digest(data[:_SEAL_SIZE], seal(key, path.name, content)):
        return None
    return content


def write_sealed(path: Path, content: bytes) -> None:
    """Write a file that nobody else can read, sealed. Where that cannot be done nothing is written."""
    key = key_of(path.parent, is_needed=True)
    if key is not None:
        from generator.base.writing import Lasting, write_atomically  # noqa: PLC0415 - most runs only read

        sealed = seal(key, path.name, content) + content
        write_atomically(path, sealed, lasting=Lasting.NOT, is_private=True)


def seal(key: bytes, name: str, content: bytes | memoryview) -> bytes:
    """Return the seal of a file: of what it holds, under its name."""
    digest = hmac.new(key, f"{len(name)} {name}\n".encode(), "sha256")
    digest.update(content)
    return digest.digest()


def key_of(folder: Path, *, is_needed: bool) -> bytes | None:
    """Return the key of a folder; where there is none that can be trusted a new one is made."""
    path = folder / KEY_FILE
    key = read_private(path, _KEY_SIZE)
    if (key is None or len(key) != _KEY_SIZE) and is_needed:
        from generator.base.writing import Lasting, write_atomically  # noqa: PLC0415 - see above

        write_atomically(path, os.urandom(_KEY_SIZE), lasting=Lasting.NOT, is_private=True)
        key = read_private(path, _KEY_SIZE)
    return key if key is not None and len(key) == _KEY_SIZE else None
