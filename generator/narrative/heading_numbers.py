"""Numbers of headings and points, computed from their place."""

from collections.abc import Sequence

from generator.base.chinese import numeral


class Numbering:
    """Counts headings as a document is written from top to bottom. Level 0 are the parts."""

    def __init__(self, styles: Sequence[str], part: str = "") -> None:
        self._styles = (part, *styles)
        self._counts = [0] * len(self._styles)

    def next(self, level: int, style: str | None = None) -> str:
        """Return the number of the next heading of a level; deeper levels start again.

        A heading may have a style of its own; an empty one is not counted.
        """
        style = self._styles[level] if style is None else style
        self._counts[level] += bool(style)
        self._counts[level + 1 :] = [0] * (len(self._counts) - level - 1)
        return numbered(style, self._counts[level])


def numbered(style: str, count: int) -> str:
    """Write a number in a style such as ``（{一}）``."""
    return style.replace("{一}", numeral(count)).replace("{1}", str(count))
