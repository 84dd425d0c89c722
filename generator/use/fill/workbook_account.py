"""What became of every difference between a workbook and the inputs."""

from enum import StrEnum
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject
from generator.base.problem import Place, Problem, Severity

_LONGEST = 40


class Answer(StrEnum):
    """The only answers."""

    TAKEN = "taken"
    CONFLICT = "conflict"  # both sides changed it
    REFUSED = "refused"  # what stands there is no value of this cell
    UNPLACED = "unplaced"  # no cell of ours stands there
    LOCKED = "locked"  # it is printed or worked out, and never taken
    HELD = "held"  # it would be taken, but for what is refused in the same workbook

    @property
    def said(self) -> str:
        """Return the word for people."""
        return _SAID[self]


_SAID = {
    Answer.TAKEN: "填入",
    Answer.CONFLICT: "两边都改过",
    Answer.REFUSED: "没有填入",
    Answer.UNPLACED: "没有地方填",
    Answer.LOCKED: "没有取",
    Answer.HELD: "暂不写",
}


class Entry(NamedTuple):
    """A difference: where it stands in the workbook, what it is of, what becomes of it and why."""

    answer: Answer
    place: DocumentPlace
    title: str
    was: str = ""
    now: str = ""
    reason: str = ""

    def line(self) -> str:
        """Write it for people."""
        if self.answer is Answer.TAKEN:
            note = f"（{self.reason}）" if self.reason else ""
            return f"{self.place} {self.title}：{_short(self.was)} → {_short(self.now)}{note}"
        return f"{self.answer.said}：{self.title}“{_short(self.now)}”：{self.reason}"

    def problem(self, shown: str) -> Problem:
        """Say what did not go into the inputs as a problem at its cell."""
        return Problem(
            "O32", Severity.WARNING, self.line(), Place.in_document(self.place, shown), ""
        )

    def as_data(self) -> JsonObject:
        """Lay it out as the documented JSON shape."""
        return {
            "answer": self.answer.value,
            "place": self.place.as_data(),
            "title": self.title,
            "was": self.was,
            "now": self.now,
            "reason": self.reason,
        }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…") or "（空）"


def refused_file(shown: str, message: str, hint: str = "") -> Problem:
    """Say why nothing of a workbook can be taken."""
    return Problem("O31", Severity.ERROR, message, Place(shown), hint)
