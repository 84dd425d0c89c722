"""The class of an indicator: what a merged cell covers, what stood above where rows are blank."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell
from generator.read.class_words import ClassWord
from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import number
from generator.read.tally import Tally

_BETWEEN = Pattern(r"[-—–/／\\>·:：]+")
NotePoints = Callable[[str, Decimal, DocumentPlace], None]


_SENTENCE = Pattern("[。；]")


class ClassPath:
    """Keeps the classes while going down the rows."""

    def __init__(self, book: LabelBook, tally: Tally, note: NotePoints) -> None:
        """Begin without a class; the points that classes print are told to ``note``."""
        self._book, self._tally, self._note = book, tally, note
        self.level1 = self.level2 = ""

    def read(self, cells: Mapping[str, ReadCell]) -> str:
        """Take the class cells of a row; return the path of the class."""
        book = self._book
        if (own := cells.get("class")) is not None and not self._book.phrases.says_nothing(
            own.text
        ):
            self._tally.use(own.place, "class")
            return path_of(own.text, book)
        for role, take in (("level1", self._take_upper), ("level2", self._take_lower)):
            cell = cells.get(role)
            if cell is None or _SENTENCE.search(cell.text):
                continue  # a sentence is no class; what nobody takes is listed
            found = book.classes.words_in(cell.text)
            if found[0].name:
                self._tally.use(cell.place, "class")
            if not book.phrases.says_nothing(found[0].name):
                take(found, cell)
        self._note_points(cells)
        return self.path

    def read_alone(self, cell: ReadCell) -> None:
        """Take a class that stands alone in a row over the indicators below it."""
        found = self._book.classes.words_in(cell.text)
        self._tally.use(cell.place, "class")
        if found[0].is_level2 and not found[0].is_level1 and self.level1:
            self.level2 = found[0].name
        else:
            self._take_upper(found, cell)

    @property
    def path(self) -> str:
        """Return the classes from the upper to the lower."""
        if self.level2 and self.level2 != self.level1:
            return f"{self.level1}/{self.level2}" if self.level1 else self.level2
        return self.level1

    def _take_upper(self, found: Sequence[ClassWord], cell: ReadCell) -> None:
        """Take a class of the first level, and the one that stands with it in the cell."""
        self._open(found[0], cell)
        if len(found) > 1:
            self._lower(found[1], cell)

    def _take_lower(self, found: Sequence[ClassWord], cell: ReadCell) -> None:
        """Take a class of the second level; below another parent both words are its name: 绩效/产出数量."""
        if len(found) > 1 and found[0].name != self.level1:
            if self.level1:
                found = (self._book.classes.word(cell.text),)
            else:
                self._open(found[0], cell)
        self._lower(found[-1], cell)

    def _lower(self, word: ClassWord, cell: ReadCell) -> None:
        self.level2 = word.name
        if word.points is not None and self.level1:
            self._note(self.path, word.points, cell.place)

    def _open(self, word: ClassWord, cell: ReadCell) -> None:
        if word.name != self.level1:
            self.level2 = ""
        self.level1 = word.name
        if word.points is not None:
            self._note(word.name, word.points, cell.place)

    def _note_points(self, cells: Mapping[str, ReadCell]) -> None:
        """Take the points of a class from a column of their own."""
        for role, path in (("points1", self.level1), ("points2", self.path)):
            cell = cells.get(role)
            if cell is None or self._book.phrases.says_nothing(cell.text) or not path:
                continue
            value = number(cell.text)
            if value is None:
                continue
            self._note(path, value, cell.place)
            self._tally.use(cell.place, "class points")


def path_of(text: str, book: LabelBook) -> str:
    """Return the classes that one cell names, as the path of the class."""
    parts = [part for part in _BETWEEN.split(normal(text)) if part]
    known = book.classes.words_in(text) if len(parts) < 2 else ()
    words = known if len(known) > 1 else [book.classes.word(part) for part in parts]
    return "/".join(word.name for word in words)
