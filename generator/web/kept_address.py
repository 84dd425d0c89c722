"""The key and the port of a folder's page over a restart: a tab that is open goes on where it was.

They lie sealed in the user's own cache, which nobody else can read, and hold for a day; a page that
others may reach, or a user without a safe place, gets a new key each time.
"""

import os
import time
from pathlib import Path
from typing import Any, Final

from generator.base import cache
from generator.web.address import Address, is_here, usual_port

LIFE: Final = 24 * 3600.0  # seconds
_LENGTH: Final = 32  # of a key, at least


def kept_address(root: Path, host: str) -> Address | None:
    """Return where the page of a folder was last, if its key still holds."""

    def read(data: Any) -> Address | None:
        key, port, until = data
        is_key = isinstance(key, str) and len(key) >= _LENGTH
        is_valid = is_key and 0 < float(until) - time.time() <= LIFE
        return Address(host, usual_port(port), key) if is_valid else None

    return cache.load(_name(root), read) if is_here(host) else None


def keep_address(root: Path, address: Address) -> None:
    """Keep where the page of a folder is; another day of it begins."""
    if is_here(address.host):
        cache.keep(_name(root), [address.key, address.port, str(time.time() + LIFE)])


def _name(root: Path) -> str:
    return cache.cache_key((), b"serve", os.fsencode(root))
