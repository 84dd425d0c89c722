"""Room between the letters of some stretches of a paragraph, written into its runs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.word.columns.xml_text import escape, unescape

_RUN: Final = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?P<look>.*?)</w:rPr>|<w:rPr/>)?(?P<inner>.*?)</w:r>", re.DOTALL
)
_PIECE: Final = re.compile(
    r"<w:t(?: [^>]*)?>(?P<words>[^<]*)</w:t>|<w:(?:br|cr|tab)(?: [^>]*)?/>|<w:t/>"
)
_OWN: Final = re.compile(r"<w:spacing [^>]*/>")
_BEHIND: Final = re.compile(
    r"<w:(?:w|kern|position|sz|szCs|highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang"
    r"|eastAsianLayout|specVanish|oMath|rPrChange)[ />]"
)


class Spacing(NamedTuple):
    """Characters of a paragraph, and the room between them in twips that they are set with."""

    start: int
    end: int
    room: int


def spaced(paragraph: str, spacings: Sequence[Spacing]) -> str:
    """Set stretches of a paragraph closer or wider; as it is, where its words stand in what is no plain run."""
    pieces: list[str] = []
    at = said = 0
    for run in _RUN.finditer(paragraph):
        number = _length(run["inner"])
        if number is None:
            return paragraph
        pieces.append(paragraph[at : run.start()])
        pieces += _runs(run, said, spacings) if number else [run[0]]
        said, at = said + number, run.end()
    return "".join((*pieces, paragraph[at:]))


def _length(inner: str) -> int | None:
    """Return how many characters a run says; nothing where it holds something else."""
    if _PIECE.sub("", inner).strip():
        return None
    return sum(_said(piece) for piece in _PIECE.finditer(inner))


def _said(piece: re.Match[str]) -> int:
    if piece["words"] is not None:
        return len(unescape(piece["words"]))
    return 0 if piece[0] == "<w:t/>" else 1


def _runs(run: re.Match[str], begin: int, spacings: Sequence[Spacing]) -> Iterator[str]:
    """Cut a run where the room between its letters changes."""
    look = run["look"] or ""
    at = begin
    end = begin + (_length(run["inner"]) or 0)
    own = [s for s in spacings if s.start < end and s.end > begin]
    if not own:
        yield run[0]
        return
    for spacing in own:
        if spacing.start > at:
            yield _run(look, _between(run["inner"], at - begin, spacing.start - begin))
            at = spacing.start
        stop = min(spacing.end, end)
        yield _run(_with(look, spacing.room), _between(run["inner"], at - begin, stop - begin))
        at = stop
    if at < end:
        yield _run(look, _between(run["inner"], at - begin, end - begin))


def _between(inner: str, start: int, end: int) -> str:
    """Return what a run says between two characters."""
    found: list[str] = []
    at = 0
    for piece in _PIECE.finditer(inner):
        number = _said(piece)
        first, last = max(start - at, 0), min(end - at, number)
        if first < last and piece["words"] is not None:
            words = escape(unescape(piece["words"])[first:last])
            found.append(f'<w:t xml:space="preserve">{words}</w:t>')
        elif first < last:
            found.append(piece[0])
        at += number
    return "".join(found)


def _run(look: str, inner: str) -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def _with(look: str, room: int) -> str:
    inner = _OWN.sub("", look)
    behind = _BEHIND.search(inner)
    at = behind.start() if behind else len(inner)
    return f'{inner[:at]}<w:spacing w:val="{room}"/>{inner[at:]}'
