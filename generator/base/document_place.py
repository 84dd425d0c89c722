"""Where something stands in a Word, Excel or text file that somebody else wrote."""

from typing import NamedTuple

from generator.base.pattern import Pattern

_WORDS = Pattern(
    r"工作表“[^”]*”[A-Z]+[0-9]+|(?:表 [0-9]+)?第 [0-9]+ 行(?:第 [0-9]+ 列)?|表 [0-9]+|第 [0-9]+ 段"
)


class DocumentPlace(NamedTuple):
    """Where something stands in a document; what does not apply is empty.

    Paragraphs and tables are counted from 1 as python-docx counts them, columns by grid. What
    those counts leave out (headers, text boxes, nested tables) names its ``part``. A sheet is a
    table, and so are lines of a text with tabs: rules ask for table and row whatever the file is.
    Which names are shown follows the kind of file: a cell by its name, a text by its lines.
    """

    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""
    line: int = 0
    file: str = ""  # where drafts of several files were joined

    def in_file(self, file: str) -> "DocumentPlace":
        """Return the place as one of a file; thousands are, and ``_replace`` takes twice the time."""
        return DocumentPlace(*self[:-1], file)

    def told(self, here: "DocumentPlace | None" = None) -> str:
        """Write the place with its file; at a place ``here`` of that file, without."""
        is_same = here is not None and here.file == self.file
        return str(self) if is_same else f"{self.file} {self}".strip()

    def as_data(self) -> dict[str, str | int]:
        """Lay the place out as the documented JSON shape."""
        names: tuple[str, ...] = ("part", "paragraph", "table", "row", "column")
        if self.sheet or self.line:
            names = ("sheet", "cell", "line") if self.sheet else ("column", "line")
        return {name: value for name in names if (value := getattr(self, name))}

    def __str__(self) -> str:
        """Write the place for people."""
        if self.cell:
            return f"工作表“{self.sheet}”{self.cell}"
        if self.sheet:
            return f"工作表“{self.sheet}”"
        if self.line:
            return f"第 {self.line} 行" + (f"第 {self.column} 列" if self.column else "")
        words = self.part
        if self.table:
            words += f"表 {self.table}"
        if self.row:
            words += f"第 {self.row} 行" + (f"第 {self.column} 列" if self.column else "")
        if self.paragraph:
            words += f"第 {self.paragraph} 段"
        return words


def without_places(text: str) -> str:
    """Return a text without the places that it names, as they are written for people."""
    return _WORDS.sub("", text)
