"""What differs from the last build, as values: figures with their causes, words that changed."""

from typing import NamedTuple

from generator.roundtrip.called import called


class Cause(NamedTuple):
    """Why a figure changed: a line of the inputs, or something that is said in words.

    ``words`` say for people what ``text`` says with ids.
    """

    text: str
    file: str = ""
    line: int = 0
    key: str = ""
    words: str = ""

    @property
    def said(self) -> str:
        """Return the cause as people read it, the line of the inputs first."""
        words = self.words or self.text
        return f"{self.file}:{self.line} {self.key}：{words}" if self.file else words


class Where(NamedTuple):
    """A place that shows a figure: document, key of the block, and the place in words."""

    document: str
    key: str
    words: str


class FigureChange(NamedTuple):
    """A figure that changed. ``old`` or ``new`` is empty where there was or is none."""

    figure: str
    label: str
    old: str
    new: str
    causes: tuple[Cause, ...]
    follows: tuple[str, ...]
    places: tuple[Where, ...]
    subject: str = ""

    @property
    def name(self) -> str:
        """Return what people call the figure: ``图书购置 · 预算执行率得分``."""
        return called(self.subject, self.label, self.figure)

    @property
    def short(self) -> str:
        """Return what it is called where its subject is known."""
        return called("", self.label, self.figure)

    @property
    def is_root(self) -> bool:
        """Tell a figure that somebody changed from one that follows from others."""
        return any(cause.file for cause in self.causes) or not self.causes


class TextChange(NamedTuple):
    """Words that changed where no figure did."""

    where: Where
    old: str
    new: str


class Changes(NamedTuple):
    """Everything that differs."""

    figures: tuple[FigureChange, ...] = ()
    texts: tuple[TextChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.figures or self.texts)

    def followers(self, change: FigureChange) -> tuple[str, ...]:
        """Name what follows from a change; what is of the same subject by its label alone."""
        known = {other.figure: other for other in self.figures}
        found = (known[name] for name in change.follows if name in known)
        return tuple(
            other.short if other.subject == change.subject else other.name for other in found
        )


NO_CHANGES = Changes()
