"""The account of a file that came back: every difference, and what became of it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import blake2s
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject

_LONGEST = 40
_AROUND = 8


class Answer(StrEnum):
    """What became of a difference; there are no other answers."""

    KEPT = "保留"
    MERGED = "并入"
    PULLED = "取回"
    CONFLICT = "两边都改"
    NOT_CARRIED = "没有带过来"


_KEYS = {
    Answer.KEPT: "kept",
    Answer.MERGED: "merged",
    Answer.PULLED: "pulled",
    Answer.CONFLICT: "conflict",
    Answer.NOT_CARRIED: "not-carried",
}


class Kind(StrEnum):
    """What differs."""

    WORDS = "文字"
    FIGURE = "数"
    PARAGRAPH = "段落"
    ROW = "行"
    CELL = "单元格"
    TABLE = "表"
    THING = "对象"
    LOOK = "版式"


class Entry(NamedTuple):
    """One difference: where, what stood there, what stands there, and what became of it."""

    answer: Answer
    kind: Kind
    place: DocumentPlace
    was: str = ""
    now: str = ""
    reason: str = ""
    context: str = ""  # the words around it, where it is only a part of a paragraph

    @property
    def key(self) -> str:
        """Name the difference: what differs, where and how, and not what became of it."""
        said = f"{self.kind}\n{self.place}\n{self.was}\n{self.now}\n{self.context}"
        return blake2s(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def what(self) -> str:
        """Say what differs: the words before and now."""
        around = f"（{short(self.context)}）" if self.context else ""
        if self.was and self.now:
            return f"{self.kind}“{short(self.was)}”→“{short(self.now)}”{around}"
        if self.was or self.now:
            return f"{self.kind}{'加' if self.now else '删'}“{short(self.now or self.was)}”{around}"
        return f"{self.kind}{around}"

    def line(self) -> str:
        """Write the difference for people."""
        reason = f"：{' '.join(self.reason.split())}" if self.reason else ""
        return f"{self.place} {self.answer} {self.what()}{reason}".strip()


Account = tuple[Entry, ...]


def counted(account: Iterable[Entry]) -> dict[Answer, int]:
    """Count the differences by what became of them."""
    counts = dict.fromkeys(Answer, 0)
    for entry in account:
        counts[entry.answer] += 1
    return counts


def of_answer(account: Iterable[Entry], *answers: Answer) -> Iterator[Entry]:
    """Go through the differences that had one of these answers."""
    return (entry for entry in account if entry.answer in answers)


def account_as_data(account: Account) -> JsonObject:
    """Lay the account out for JSON: how many of each answer, and every difference."""
    return {
        "counts": {_KEYS[answer]: count for answer, count in counted(account).items()},
        "differences": [
            {
                "answer": _KEYS[entry.answer],
                "kind": str(entry.kind),
                "place": str(entry.place),
                "was": entry.was,
                "now": entry.now,
                "reason": entry.reason,
                "context": entry.context,
                "key": entry.key,
            }
            for entry in account
        ],
    }


def context_of(text: str, start: int, end: int) -> str:
    """Return a stretch of a text with what stands around it."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    head, tail = "……" if first else "", "……" if last < len(text) else ""
    return f"{head}{text[first:last]}{tail}" if (first, last) != (start, end) else ""


def short(text: str) -> str:
    """Return the beginning of a text on one line."""
    bare = " ".join(text.split())
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST]}……"
