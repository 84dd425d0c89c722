"""How memory that was given back is kept for the next document."""

from typing import Final

_LARGEST: Final = 8 << 20  # bytes: more than the parts of nearly all documents


def keep_memory() -> None:
    """Have the system keep what large texts give back, and not take it away after each of them.

    The allocator of Linux learns from the largest block that was ever given back: smaller ones are
    then used again, where otherwise every page of every document is fetched anew from the system,
    at the price of a third of the writing. Nothing is touched, so this costs some microseconds.
    """
    bytes(_LARGEST)
