"""What is certain to be wrong with the look of a page, as changes that leave every word alone.

Lengths are twips, sizes of letters half points, as Word keeps them.
"""

from typing import NamedTuple

from generator.base.document_place import DocumentPlace


class Letters(NamedTuple):
    """Another Chinese font (empty: the same), another size (0: the same), behind so many characters."""

    font: str = ""
    size: int = 0
    behind: int = 0


class ChineseMarks(NamedTuple):
    """Marks that both scripts have are set in the Chinese font."""

    marks: str


class Pitch(NamedTuple):
    """Lines stand so far apart, whatever stands in them (0: as far as their letters need)."""

    line: int


class Indent(NamedTuple):
    """The first line begins so many characters in, the others at the edge."""

    characters: int
    em: int


class Side(NamedTuple):
    """A paragraph stands in the middle or on the right, with so many characters free behind it."""

    side: str
    right: int = 0
    em: int = 0


class NoSpaces(NamedTuple):
    """The spaces in front of the words go."""


class Distance(NamedTuple):
    """So much more room above."""

    before: int


class NewPage(NamedTuple):
    """A page begins with it."""


class Gone(NamedTuple):
    """An empty paragraph goes."""


class RepeatedHeads(NamedTuple):
    """So many first rows of a table are repeated on every page."""

    rows: int


class WholeRow(NamedTuple):
    """The row stays on one page."""


class Paper(NamedTuple):
    """The paper of a section, upright; it lies across where it did."""

    section: int
    width: int
    height: int


class Margins(NamedTuple):
    """The edges of the pages of a section."""

    section: int
    top: int
    right: int
    bottom: int
    left: int


class NumberedPages(NamedTuple):
    """Pages are numbered on their outer side, between dashes."""

    font: str
    size: int
    dash: str


Change = (
    Letters
    | ChineseMarks
    | Pitch
    | Indent
    | Side
    | NoSpaces
    | Distance
    | NewPage
    | Gone
    | RepeatedHeads
    | WholeRow
    | Paper
    | Margins
    | NumberedPages
)


class Mend(NamedTuple):
    """A change for what a finding told, at its place."""

    finding: str
    where: DocumentPlace
    change: Change
