"""Whether the inputs say by now what a person wrote: nothing differs there any more."""

from generator.roundtrip.joined_text import PARAGRAPH
from generator.roundtrip.text_changes import Change, changes_between


class SaidNow:
    """What a person's text and what would be printed now still differ in."""

    def __init__(self, there: str, now: str) -> None:
        # In a cell a line of the inputs is what a person writes as a paragraph.
        self._there, self._now = _in_lines(there), _in_lines(now)
        self._breaks = [at for at, sign in enumerate(now) if sign == "\n"]
        self._still = changes_between(self._there, self._now)

    def has(self, change: Change) -> bool:
        """Tell whether nothing differs where the person changed something.

        Where a title breaks into lines is not for the inputs to say, nor are spaces beside words.
        """
        start, end = change.new_start, change.new_end
        has_words = bool(self._there[start:end].strip())
        still = [c for c in self._still if not (has_words and self._is_blank(c))]
        return not any(
            (c.start < end and start < c.end)
            or (start <= c.start == c.end <= end and not self._is_break(c))
            if start < end
            else c.start <= start <= c.end
            for c in still
        )

    def _is_break(self, change: Change) -> bool:
        """Tell a line that begins in what we print, and nothing else."""
        return change.new_end - change.new_start == 1 and change.new_start in self._breaks

    def _is_blank(self, change: Change) -> bool:
        """Tell spaces that came or went, but no line."""
        was = self._there[change.start : change.end]
        now = self._now[change.new_start : change.new_end]
        return not (was + now).strip() and was.count("\n") == now.count("\n")


def _in_lines(text: str) -> str:
    return text.replace(PARAGRAPH, "\n")
