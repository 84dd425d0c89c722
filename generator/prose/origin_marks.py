"""Private marks that carry the origin of words through a template engine, and out again as spans.

Documents are laid out so only when somebody asks where each printed character came from; what is
built to be written bears none of these marks. Like those of figures they are noncharacters.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, TomlFile
from generator.model.spans import Span, Spans
from generator.prose.figure_marks import CLOSE as FIGURE_CLOSE
from generator.prose.figure_marks import MIDDLE as FIGURE_MIDDLE
from generator.prose.figure_marks import OPEN as FIGURE_OPEN
from generator.prose.figure_marks import join_marked, split_spans

_OPEN, _MIDDLE, _CLOSE = "\ufdd8", "\ufdd9", "\ufdda"
_MARK = Pattern(
    f"{_OPEN}[^{_MIDDLE}]*{_MIDDLE}|[{_CLOSE}{FIGURE_OPEN}{FIGURE_MIDDLE}{FIGURE_CLOSE}]"
)


class Text(NamedTuple):
    """A text that is printed: of an input file, or the standard wording of a section.

    For standard wording there is no file; ``document`` and ``section`` say which it is.
    """

    source: TomlFile | None
    keys: KeyPath = ()
    owner: str = ""
    document: str = ""
    section: str = ""

    @property
    def is_standard(self) -> bool:
        """Tell standard wording from what the unit wrote."""
        return self.source is None


class Origin(NamedTuple):
    """Where printed words came from: a text, and the character of what it printed."""

    text: Text
    start: int


class Origins:
    """The texts of a traced layout by short ids."""

    def __init__(self) -> None:
        self._texts: list[Text] = []
        self._ids: dict[tuple[str, KeyPath, str, str, str], int] = {}

    def wrap(self, words: str, text: Text) -> str:
        """Mark what a text printed; blank words stay as they are, for templates ask about them."""
        return f"{_OPEN}{self._id(text)}@0{_MIDDLE}{words}{_CLOSE}" if words.strip() else words

    def of(self, origin: str) -> Origin:
        """Return what the origin of a span stands for."""
        number, _, start = origin.partition("@")
        return Origin(self._texts[int(number)], int(start))

    def attach(self, spans: Spans, text: Text) -> Spans:
        """Give spans that are all that a text printed their origins."""
        return settle((Span(self.wrap(join_marked(spans), text)),))

    def _id(self, text: Text) -> int:
        shown = text.source.shown if text.source is not None else ""
        key = (shown, text.keys, text.owner, text.document, text.section)
        if key not in self._ids:
            self._ids[key] = len(self._texts)
            self._texts.append(text)
        return self._ids[key]


def unwrap(marked: str) -> tuple[str, list[str]]:
    """Take the marks of origins out; returns the origin of every character that is left.

    Figures keep their marks, which stand for no character of their own: all of them have the
    origin of what they show.
    """
    if _OPEN not in marked:
        return marked, [""] * len(marked)
    reader = _Unwrapping()
    at = 0
    for found in _MARK.finditer(marked):
        reader.words(marked[at : found.start()])
        reader.mark(found[0])
        at = found.end()
    reader.words(marked[at:])
    return "".join(reader.bare), reader.origins


class _Unwrapping:
    """Reads stretches of words and the marks between them."""

    def __init__(self) -> None:
        self.bare: list[str] = []
        self.origins: list[str] = []
        self._stack: list[tuple[str, int]] = []
        self._is_printed = True

    def words(self, words: str) -> None:
        """Take words; those which name a figure are printed nowhere and all have one origin."""
        length = len(words)
        self.bare.append(words)
        if not self._stack or not self._is_printed:
            self.origins += [self._here()] * length
            return
        number, start = self._stack[-1]
        self.origins += [f"{number}@{place}" for place in range(start, start + length)]
        self._stack = [(name, begin + length) for name, begin in self._stack]

    def mark(self, mark: str) -> None:
        """Take a mark: those of origins are left out, those of figures stay."""
        if mark[0] == _OPEN:
            number, _, start = mark[1:-1].partition("@")
            self._stack.append((number, int(start)))
        elif mark == _CLOSE:
            self._stack.pop()
        else:
            self.bare.append(mark)
            self.origins.append(self._here())
            if mark != FIGURE_CLOSE:
                self._is_printed = mark == FIGURE_MIDDLE

    def _here(self) -> str:
        return "{}@{}".format(*self._stack[-1]) if self._stack else ""


def rewrap(bare: str, origins: Sequence[str]) -> str:
    """Mark words again, each stretch for itself: a part of a line bears all that it needs."""
    pieces: list[str] = []
    for begin, end in _stretches(bare, origins):
        words, origin = bare[begin:end], origins[begin]
        pieces.append(f"{_OPEN}{origin}{_MIDDLE}{words}{_CLOSE}" if origin else words)
    return "".join(pieces)


def settle(spans: Spans) -> Spans:
    """Turn the marks in spans into the origins of spans; a span ends where its origin does."""
    if not any(_OPEN in span.text for span in spans):
        return spans
    bare, origins = unwrap(join_marked(spans))
    return tuple(
        span._replace(origin=origins[begin])
        for begin, end in _stretches(bare, origins)
        for span in split_spans(bare[begin:end])
    )


def follow_breaks(broken: Spans, spans: Spans) -> Spans:
    """Give a title with line ends put into it the origins that it had without them."""
    origins = [_moved(span.origin, n) for span in spans for n in range(len(span.text)) if span.text]
    made: list[Span] = []
    at = 0
    for span in broken:
        for number, line in enumerate(span.text.split("\n")):
            if number:
                made.append(Span("\n"))
            if line:
                made.append(Span(line, span.figure, origins[at] if at < len(origins) else ""))
                at += len(line)
    return tuple(made)


def _moved(origin: str, by: int) -> str:
    number, _, start = origin.partition("@")
    return f"{number}@{int(start) + by}" if origin else ""


def _stretches(bare: str, origins: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Split words where the origin does not go on from one character to the next.

    A figure with its marks is a stretch of its own.
    """
    begin = 0
    while begin < len(bare):
        if bare[begin] == FIGURE_OPEN:
            end = bare.find(FIGURE_CLOSE, begin) + 1 or len(bare)
        else:
            end = _steady_end(bare, origins, begin)
        yield begin, end
        begin = end


def _steady_end(bare: str, origins: Sequence[str], begin: int) -> int:
    """Return where words end whose origin goes on from one character to the next."""
    figure = bare.find(FIGURE_OPEN, begin)
    end = len(bare) if figure < 0 else figure
    if not origins[begin]:
        return next((at for at in range(begin, end) if origins[at]), end)
    number, _, start = origins[begin].partition("@")
    first = int(start) - begin
    return next((at for at in range(begin, end) if origins[at] != f"{number}@{first + at}"), end)


__all__ = ["Origin", "Origins", "Text", "follow_breaks", "rewrap", "settle", "unwrap"]
