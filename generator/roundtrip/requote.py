"""Change a text that quotes figures at places of what it printed: our quotations, a person's words.

Nothing is searched for: every printed character knows the stretch of the text that printed it. The
new text is rendered again, and has to print exactly what the person's words ask for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.base.strange_text import FORBIDDEN
from generator.language.quoting_fault import LanguageError
from generator.model.spans import Span, Spans, plain_text
from generator.model.units import Units
from generator.prose.prose_render import render
from generator.prose.segments import Segment, Traced, trace

Quote = Callable[[Span], str]

_MARKS = Pattern(r"\{(?=[{%#]|\Z)|[%}](?=\})")


class TextEdit(NamedTuple):
    """What stands from one character of the printed text to another is replaced.

    A piece with a figure is a quotation that stays, or one that is to be made; a quotation that is
    covered and not among the pieces goes.
    """

    start: int
    end: int
    pieces: Spans


class NotRequoted(NamedTuple):
    """Why a text cannot be changed so."""

    reason: str


def requote(
    raw: str,
    names: Mapping[str, Any],
    units: Units,
    edits: Sequence[TextEdit],
    quote: Quote = lambda _: "",
) -> str | NotRequoted:
    """Return the text of an input with its edits; ``quote`` writes one for a figure span."""
    traced = trace(raw, names, units)
    if traced is None:
        return NotRequoted("原文渲染不出来，或写法太复杂")
    prints = _prints(traced)
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    if fault := _fault(prints, ordered):
        return NotRequoted(fault)
    changes = _Changes(raw, traced.segments, prints)
    wanted: list[Span] = []
    at = 0
    try:
        for edit in ordered:
            wanted += _between(prints, at, edit.start)
            for part in _parts(edit, prints):
                changes.take(edit, part, quote)
                wanted += _printed(part, names, units, quote)
            at = edit.end
        wanted += _between(prints, at, prints[-1].end if prints else 0)
        changed = changes.text()
        if _joined(render(changed, names, units)) == _joined(wanted):
            return changed
    except LanguageError:
        pass
    except NotPossibleError as error:
        return NotRequoted(str(error))
    return NotRequoted("改后的文字与文件里的对不上")


class NotPossibleError(Exception):
    """An edit cannot be made; says why."""


class _Print(NamedTuple):
    """A segment as it was printed once."""

    segment: int
    start: int
    end: int
    spans: Spans
    is_quotation: bool

    @property
    def figure(self) -> str:
        """Return the figure that it quotes, when it is one."""
        return self.spans[0].figure if self.is_quotation and len(self.spans) == 1 else ""


class _Part(NamedTuple):
    """New words in the place of some prints, and the quotation that stays behind them."""

    pieces: Spans
    covered: tuple[_Print, ...]
    at: int
    kept: _Print | None


def _prints(traced: Traced) -> tuple[_Print, ...]:
    made = []
    for _, group in groupby(traced.runs, key=lambda run: run.turn):
        runs = list(group)
        spans = tuple(Span(run.text, run.figure) for run in runs)
        segment = runs[0].segment
        is_quotation = traced.segments[segment].is_quotation
        made.append(_Print(segment, runs[0].start, runs[-1].end, spans, is_quotation))
    return tuple(made)


def _fault(prints: Sequence[_Print], edits: Sequence[TextEdit]) -> str:
    """Say what is wrong with edits before anything is tried."""
    at = 0
    end = prints[-1].end if prints else 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= end:
            return "改动的位置重叠，或不在这段文字里"
        at = edit.end
        if any(FORBIDDEN.search(piece.text) or "\r" in piece.text for piece in edit.pieces):
            return "文字里有不能用的字符"
        for own in prints:
            is_cut = own.start < edit.start < own.end or own.start < edit.end < own.end
            if own.is_quotation and is_cut:
                return f"只改了引用的“{plain_text(own.spans)}”的一部分"
    return ""


def _parts(edit: TextEdit, prints: Sequence[_Print]) -> Iterator[_Part]:
    """Split an edit at the quotations that stay, so that words change between the same ones."""
    rest = [own for own in prints if own.start < edit.end and own.end > edit.start]
    pieces: list[Span] = []
    at = edit.start
    for piece in edit.pieces:
        kept = next((o for o in rest if piece.figure and o.figure == piece.figure), None)
        if kept is None:
            pieces.append(piece)
            continue
        covered = rest[: rest.index(kept)]
        yield _Part(tuple(pieces), tuple(covered), at, kept)
        pieces, rest, at = [], rest[len(covered) + 1 :], kept.end
    yield _Part(tuple(pieces), tuple(rest), at, None)


class _Changes:
    """What becomes of every segment, each time that it was printed."""

    def __init__(self, raw: str, segments: Sequence[Segment], prints: Sequence[_Print]) -> None:
        self._raw, self._segments, self._prints = raw, segments, prints
        self._asked: dict[_Print, list[tuple[int, int, str]]] = defaultdict(list)
        self._behind = ""

    def take(self, edit: TextEdit, part: _Part, quote: Quote) -> None:
        """Write the new words where the first of the old ones stood; the others go."""
        said = written_quoting(part.pieces, quote)
        words = [own for own in part.covered if not own.is_quotation]
        target = next(iter((*words, *part.covered)), None)
        for own in part.covered:
            start, end = self._stretch(own, edit)
            self._asked[own].append((start, end, said if own is target else ""))
        if target is None and said:
            self._insert(part.at, said)

    def _stretch(self, own: _Print, edit: TextEdit) -> tuple[int, int]:
        """Return what of a segment an edit covers: of a quotation always all."""
        if own.is_quotation:
            return 0, self._length(own)
        return max(edit.start, own.start) - own.start, min(edit.end, own.end) - own.start

    def _length(self, own: _Print) -> int:
        segment = self._segments[own.segment]
        return segment.end - segment.start

    def _insert(self, at: int, said: str) -> None:
        """Write words where nothing stood: beside other words, rather than in what is repeated."""
        around = [own for own in self._prints if own.start <= at <= own.end]
        again = [sum(o.segment == own.segment for o in self._prints) > 1 for own in around]
        order = sorted(range(len(around)), key=lambda n: (again[n], around[n].is_quotation, n))
        if not around:
            self._behind += said
            return
        own = around[order[0]]
        place = at - own.start
        if own.is_quotation and place:
            place = self._length(own)
        self._asked[own].append((place, place, said))

    def text(self) -> str:
        """Write the text anew; what is printed several times has to change alike each time."""
        by_segment: dict[int, list[list[tuple[int, int, str]]]] = defaultdict(list)
        for own in self._prints:
            by_segment[own.segment].append(self._asked.get(own, []))
        pieces: list[str] = []
        at = 0
        for number in sorted(by_segment):
            asked = by_segment[number]
            if any(changes != asked[0] for changes in asked):
                raise NotPossibleError("这段文字重复印出，各处改得不一样")
            start = self._segments[number].start
            for first, last, said in sorted(asked[0], key=lambda change: change[:2]):
                pieces += (self._raw[at : start + first], said)
                at = start + last
        return "".join((*pieces, self._raw[at:], self._behind))


def written(words: str) -> str:
    """Write words for a text that is rendered: what would open or close a tag is quoted itself."""
    return _MARKS.sub(lambda mark: f'{{{{ "{mark[0]}" }}}}', words)


def written_quoting(spans: Iterable[Span], quote: Quote) -> str:
    """Write spans for a text that is rendered: a figure is quoted, or nothing is written at all.

    A figure that were written as the number that it shows would stay when the figure moves.
    """
    return "".join(_written(span, quote) for span in spans)


def _written(piece: Span, quote: Quote) -> str:
    if not piece.figure:
        return written(piece.text)
    made = quote(piece)
    if not made:
        raise NotPossibleError(f"“{piece.text}”不能写成引用，抄成数字就不会跟着改")
    return made


def _printed(part: _Part, names: Mapping[str, Any], units: Units, quote: Quote) -> Iterator[Span]:
    """Give what an edit is to print."""
    for piece in part.pieces:
        if piece.figure:
            yield from render(quote(piece), names, units)
        else:
            yield piece
    if part.kept is not None:
        yield from part.kept.spans


def _between(prints: Sequence[_Print], start: int, end: int) -> Iterator[Span]:
    """Give what stays of what was printed."""
    for own in prints:
        at = own.start
        for span in own.spans:
            text = span.text[max(0, start - at) : max(0, end - at)]
            at += len(span.text)
            if text:
                yield Span(text, span.figure)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Join words that stand beside each other."""
    joined: list[Span] = []
    for span in spans:
        if joined and not span.figure and not joined[-1].figure:
            joined[-1] = Span(joined[-1].text + span.text)
        elif span.text:
            joined.append(span)
    return joined
