"""The fingerprint of the program, known from another run where none of its files was touched since.

To look at sizes and times of the files takes a fifth of the time that reading them takes.
"""

from functools import cache as once

from generator.base import cache
from generator.base.program_state import program_state


@once
def known_program_state() -> str:
    """Fingerprint the program by its code; as sure as what Python believes of compiled modules."""
    key = cache.cache_key((), b"program state")
    known = cache.load(key, str)
    if known is None:
        known = program_state()
        cache.keep(key, known)
    return known
