"""Footnotes that are written wrongly: marks without a note, notes without a mark."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.narrative.masked_lines import MarkFault, MaskedLine
from generator.narrative.placed_marks import CAPTION, DEFINITION, references_in

NOTE_MARK: Final = Pattern(r"[\[［【][\^＾][^\[\]［］【】]{0,20}[\]］】]?")
_HEADING: Final = Pattern(r"##? ")
_HOW: Final = "脚注在正文里写 [^1]，另起一行写 [^1]: 脚注的内容"


class _Marks(NamedTuple):
    """The notes that lines say, and the marks that refer to them."""

    said: dict[str, MaskedLine]
    asked: list[tuple[str, MaskedLine, int]]


def footnote_faults(lines: Sequence[MaskedLine]) -> Iterator[MarkFault]:
    """Find all of them in the lines of a text."""
    marks = _Marks({}, [])
    for line in lines:
        found = DEFINITION.match(line.masked)
        if found is not None:
            yield from _definition(line, found[1], line.masked[found.end() :], marks)
        yield from _references(line, found.end() if found else 0, marks)
    for name, line, at in marks.asked:
        if name not in marks.said:
            hint = f"另起一行写 [^{name}]: 脚注的内容"
            yield line.fault(at, f"脚注 [^{name}] 没有写内容", hint, f"[^{name}]")
    asked = {name for name, _, _ in marks.asked}
    for name, line in marks.said.items():
        if name not in asked:
            yield line.fault(0, f"正文里没有引用脚注 [^{name}]", _HOW, f"[^{name}]")


def _definition(line: MaskedLine, name: str, words: str, marks: _Marks) -> Iterator[MarkFault]:
    if name in marks.said:
        yield line.fault(0, f"脚注 [^{name}] 写了两次", "请换一个号", f"[^{name}]")
    elif not words.strip():
        yield line.fault(0, f"脚注 [^{name}] 没有内容", _HOW, f"[^{name}]")
    marks.said.setdefault(name, line)


def _references(line: MaskedLine, begin: int, marks: _Marks) -> Iterator[MarkFault]:
    """Look at the marks behind the one that a line may begin with."""
    found = [(name, cut.start) for name, cut in references_in(line.masked)]
    good = {at for _, at in found}
    for mark in NOTE_MARK.finditer(line.masked):
        if mark.start() not in good:
            message = f"脚注的记号“{mark[0]}”写得不对，会照样印出"
            yield line.fault(mark.start(), message, _HOW, mark[0])
    has_none = begin or _HEADING.match(line.masked) or CAPTION.match(line.masked)
    for name, at in found:
        if at < begin:
            continue
        marks.asked.append((name, line, at))
        if has_none:
            yield line.fault(at, "标题、题注和脚注里不能加脚注", _HOW, f"[^{name}]")
