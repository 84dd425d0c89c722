"""Lines that stand before anything is known of them: parts of a title, an opening, a cover."""

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadParagraph
from generator.read.placed_values import Unplaced
from generator.read.printed_values import one_line, squeezed
from generator.read.reading_order import Desk

_LONGEST_TITLE, _LONGEST_UNLISTED, _FEWEST_LINES = 45, 4, 3
_SENTENCE = Pattern(r"[，。；：:！？]")
_NUMBER_OF_DOCUMENT = Pattern(r"[〔\[【(（](?:19|20)[0-9]{2}[〕\]】)）]")
_ABOUT = "绩效"


class FrontLines:
    """Keeps lines until a title or a heading says what they are; what stays is listed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: list[ReadParagraph] = []
        self.expect_title = False

    @property
    def place(self) -> DocumentPlace:
        """Return where the lines begin."""
        return self._lines[0].place if self._lines else DocumentPlace()

    @property
    def is_prose(self) -> bool:
        """Tell prose about performance from a letter."""
        said = [line.shown for line in self._lines if "。" in line.shown]
        return len(said) >= _FEWEST_LINES and any(_ABOUT in line.shown for line in self._lines)

    def add(self, paragraph: ReadParagraph) -> None:
        """Keep a line; the one below 第二部分 is its title."""
        if self.expect_title and _is_title(paragraph.shown):
            self._desk.tally.use(paragraph.place, "title")
        else:
            self._lines.append(paragraph)
        self.expect_title = False

    def drop(self, paragraph: ReadParagraph) -> None:
        """Forget a line that has been read as something else."""
        self._lines = [line for line in self._lines if line.place != paragraph.place]

    def title_before(self) -> str:
        """Take the lines right above a title that are parts of it."""
        parts: list[str] = []
        while self._lines and _is_title(self._lines[-1].shown):
            parts.insert(0, self._take_title(self._lines.pop()))
        return "".join(parts)

    def title_first(self) -> str:
        """Take the first lines as a title that nobody knows."""
        parts: list[str] = []
        while self._lines and _is_title(self._lines[0].shown):
            parts.append(self._take_title(self._lines.pop(0)))
        return "".join(parts)

    def take(self) -> list[ReadParagraph]:
        """Give all lines away."""
        taken, self._lines = self._lines, []
        return taken

    def leave(self) -> None:
        """List what nothing took."""
        for line in self.take():
            if len(squeezed(line.shown)) > _LONGEST_UNLISTED:
                said = line.shown.strip()
                self._desk.draft.unplaced.append(Unplaced(line.place, said, "不在任何表格和章节里"))

    def _take_title(self, line: ReadParagraph) -> str:
        self._desk.tally.use(line.place, "title")
        return one_line(line.shown)


def _is_title(text: str) -> bool:
    plain = text.strip()
    is_short = len(plain) <= _LONGEST_TITLE and not _SENTENCE.search(plain)
    return is_short and not _NUMBER_OF_DOCUMENT.search(plain)
