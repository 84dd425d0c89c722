"""Which word stands behind which in official prose: met, or not, and no more than that.

Two words that sound alike are told apart by what stands beside them; a table of pairs says so where
counts of characters cannot. Only a number is kept of each pair, so that the table stays small.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32

from generator.base.mapped import Buffer

EDGE = ""  # before it a word stands that was met at all


def make_joined(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Make the table of pairs of words."""
    return array("I", sorted({_number(first, second) for first, second in pairs})).tobytes()


def _number(first: str, second: str) -> int:
    return crc32(f"{first} {second}".encode())


class Joined:
    """Pairs to ask."""

    def __init__(self, numbers: Buffer) -> None:
        self._numbers = memoryview(numbers).cast("I")

    def met(self, first: str, second: str) -> bool:
        """Tell whether one word was met right before another."""
        number = _number(first, second)
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and self._numbers[at] == number
