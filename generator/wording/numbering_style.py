"""Kinds for typed numbers: their marks, their order, and headings that bear one or end with a mark."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Passages

Hits = Iterator[tuple[int, Hit]]

# 一、→（一）→1.→（1）→①, with the slips that people make in the mark.
_CHINESE = f"[{NUMERALS}]{{1,3}}"
STYLES = (
    ("一、", Pattern(rf"(?P<n>{_CHINESE})(?P<mark>[、，,.．。])(?!是)")),
    ("（一）", Pattern(rf"[（(](?P<n>{_CHINESE})[）)](?P<mark>[、，,.．。]?)")),
    ("1.", Pattern(r"(?P<n>[0-9]{1,2})(?P<mark>[、，,.．])(?![0-9])")),
    ("（1）", Pattern(r"[（(](?P<n>[0-9]{1,2})[）)](?P<mark>[、，,.．。]?)")),
    ("①", Pattern(r"(?P<n>[①-⑳])(?P<mark>[、，,.．。]?)")),
)
_LABEL = Pattern(r"\s*[^\W\d_]{1,8}[：:](?=\s*[0-9（(①-⑳])")
_MISSED = 2  # a list that goes on with so much more has left one out
_STOP = Pattern(r"[。；;]")
_RIGHT_MARKS = {"一、": "、", "（一）": "", "1.": ".", "（1）": "", "①": ""}


class Typed(NamedTuple):
    """A number typed at the beginning of a passage."""

    style: int
    value: int
    start: int
    end: int
    mark: str

    @property
    def form(self) -> str:
        """Return the right form of its style, as a model."""
        return STYLES[self.style][0]

    @property
    def has_right_mark(self) -> bool:
        """Tell whether the mark behind it is that of its style."""
        return self.mark == _RIGHT_MARKS[self.form]


def typed_number(text: str, start: int = 0) -> Typed | None:
    """Read the number at the beginning of a text, or from a place on; ``None`` without one."""
    start += len(text[start:]) - len(text[start:].lstrip())
    for style, (_, pattern) in enumerate(STYLES):
        if found := pattern.match(text, start):
            value = _value(found["n"])
            if value is not None:
                return Typed(style, value, start, found.end(), found["mark"])
    return None


def _value(text: str) -> int | None:
    if text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return to_number(text)


def _behind_label(text: str) -> Typed | None:
    """Read the number that begins a list behind its label: notes are often written “备注：1.……”."""
    found = _LABEL.match(text)
    typed = typed_number(text, found.end()) if found else None
    return typed if typed and typed.value == 1 else None


def _last_of(text: str, typed: Typed) -> int:
    """Count on within the passage: “1.……；2.……” is followed by 3."""
    value, at = typed.value, typed.end
    while found := _STOP.search(text, at):
        further, at = typed_number(text, found.end()), found.end()
        if further and further.style == typed.style and further.value == value + 1:
            value = further.value
    return value


class NumberMark:
    """The mark behind a number: brackets take none, digits a point, 一 a 顿号."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every number with a wrong mark."""
        del context
        for number, passage in enumerate(passages):
            typed = typed_number(passage.plain)
            if typed is None or typed.has_right_mark:
                continue
            end = typed.end
            start = end - len(typed.mark)
            right = _RIGHT_MARKS[typed.form]
            found = passage.plain[typed.start : end]
            yield number, Hit(start, end, found, found[: len(found) - len(typed.mark)] + right)


class NumberOrder:
    """Numbers in order: which fault it looks for is told by its code."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give the numbers of a fault: N01 another style, N02 a gap or repeat, N03 a style reused."""
        del context
        last: dict[int, int] = {}
        group = None
        found_in = [
            (number, passage, typed)
            for number, passage in enumerate(passages)
            if (typed := typed_number(passage.plain) or _behind_label(passage.plain))
        ]
        for at, (number, passage, typed) in enumerate(found_in):
            if passage.group != group:
                group, last = passage.group, {}
            following = [t for _, p, t in found_in[at + 1 :] if p.group == group]
            before = last.get(typed.style, 0)
            code, style = _judge(typed, last, following)
            for deeper in [s for s in last if s > style]:
                del last[deeper]
            is_misnumbered = code == "N02" and _stands_between(typed, before, following)
            last[style] = before + 1 if is_misnumbered else _last_of(passage.plain, typed)
            if code == self._rule.code:
                found = passage.plain[typed.start : typed.end]
                yield number, Hit(typed.start, typed.end, found, STYLES[style][0])


def _judge(typed: Typed, last: dict[int, int], following: Sequence[Typed]) -> tuple[str, int]:
    """Say what is wrong with a number (empty: nothing), and on which level it really stands."""
    before = last.get(typed.style, 0)
    if typed.value == before + 1:
        return "", typed.style
    continued = [s for s, value in last.items() if value == typed.value - 1 and s != typed.style]
    if continued and typed.value > 1:
        if (
            _stands_between(typed, before, following)
            or _opens_part(typed, before, max(continued), following)
            or _is_repeat(typed, before, max(continued), following)
        ):
            return "N02", typed.style
        return "N01", max(continued)
    if typed.value == 1:
        return ("N03" if before else ""), typed.style
    return "N02", typed.style


def _stands_between(typed: Typed, before: int, following: Sequence[Typed]) -> bool:
    """Tell the 三、 of 四、三、六、: those around it leave room for one, which it was to be."""
    on = next((t for t in following if t.style <= typed.style), None)
    is_beside = on is not None and on.style == typed.style
    return bool(before) and is_beside and on is not None and on.value == before + 2


def _opens_part(typed: Typed, before: int, below: int, following: Sequence[Typed]) -> bool:
    """Tell the 四、 behind 二、 and （三）: below it a list begins anew, or 五、 goes on, so 三、 is missing."""
    if not before or typed.value - before != _MISSED or below <= typed.style or not following:
        return False
    begins = following[0].style == below and following[0].value == 1
    goes_on = following[0].style == typed.style and following[0].value == typed.value + 1
    return begins or goes_on


def _is_repeat(typed: Typed, before: int, above: int, following: Sequence[Typed]) -> bool:
    """Tell a number that was given twice, or one left out, from the next one of the level above.

    The level above goes on without it, or its own list goes on behind it.
    """
    if not 0 <= typed.value - before <= _MISSED or not before or above > typed.style:
        return False
    on = next((t for t in following if t.style <= typed.style and t.value > 1), None)
    if on is None:
        return typed.value == before
    return on.value != typed.value + 1 if on.style == above else on.style == typed.style


class HeadingNumber:
    """A number typed into a heading or name, which the program or Word would number again."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every typed number."""
        del context
        for number, passage in enumerate(passages):
            typed = typed_number(passage.plain)
            if typed is not None:
                found = passage.plain[typed.start : typed.end]
                yield number, Hit(typed.start, typed.end, found, "")


class HeadingEnd:
    """A heading or name that ends with a mark."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every closing mark."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain.rstrip()
            for mark in self._rule.words:
                if len(text) > 1 and text.endswith(mark):
                    start = len(text) - len(mark)
                    yield number, Hit(start, len(text), mark, "", self._rule.certain)
