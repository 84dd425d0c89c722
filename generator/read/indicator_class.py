"""The class of an indicator: what a merged cell covers, what stood above where rows are blank."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.model.reading import ReadCell
from generator.read.label_book import ClassWord, LabelBook, normal
from generator.read.tally import Tally
from generator.read.values import number

NotePoints = Callable[[str, Decimal, DocumentPlace], None]


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
            parts = normal(own.text).replace("-", "/").replace("—", "/").split("/")
            return "/".join(book.class_word(part).name for part in parts)
        one = book.class_word(cells["level1"].text) if "level1" in cells else None
        two = book.class_word(cells["level2"].text) if "level2" in cells else None
        for role, word in (("level1", one), ("level2", two)):
            if word is not None and word.name:
                self._tally.use(cells[role].place, "class")
        if one is not None and not self._book.phrases.says_nothing(one.name):
            self._open(one, cells["level1"])
        if two is not None and not self._book.phrases.says_nothing(two.name):
            self.level2 = two.name
            if two.points is not None and self.level1:
                self._note(self.path, two.points, cells["level2"].place)
        self._note_points(cells)
        return self.path

    def read_alone(self, cell: ReadCell) -> None:
        """Take a class that stands alone in a row over the indicators below it."""
        word = self._book.class_word(cell.text)
        self._tally.use(cell.place, "class")
        if word.is_level2 and not word.is_level1 and self.level1:
            self.level2 = word.name
        else:
            self._open(word, cell)

    @property
    def path(self) -> str:
        """Return the classes from the upper to the lower."""
        if self.level2 and self.level2 != self.level1:
            return f"{self.level1}/{self.level2}" if self.level1 else self.level2
        return self.level1

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
