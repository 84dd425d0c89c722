"""Numbers of headings and points, computed from their place."""

from collections.abc import Sequence

from generator.base.chinese import numeral


class Numbering:
    """Counts headings as a document is written from top to bottom."""

    def __init__(self, styles: Sequence[str]) -> None:
        self._styles = styles
        self._counts = [0] * len(styles)

    def next(self, level: int) -> str:
        """Return the number of the next heading of a level (from 1); deeper levels start again."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        count = self._counts[level - 1]
        return self._styles[level - 1].replace("{一}", numeral(count)).replace("{1}", str(count))
