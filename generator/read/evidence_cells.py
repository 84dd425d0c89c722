"""What a cell looks like, whatever column it stands in: a number, a sign, a unit, a class, words."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.form_words import any_of
from generator.read.label_book import LabelBook, class_name, normal
from generator.read.printed_values import number, squeezed

_MEASURED = Pattern(r"^[^0-9一-鿿]{0,3}[-+]?[0-9][0-9,.]*(?:[-~—至到][0-9][0-9,.]*)?(.{0,8})$")
_DATE = Pattern(r"[0-9]{1,4}[年月日]|[0-9]{4}[-./][0-9]{1,2}")
_JOINED = Pattern(r"[/／\\>—-]")
_TICK = Pattern("[□☐○◯☑☒✓✔√■●]")
_LONGEST_UNIT, _LONGEST_CLASS, _LONGEST_HEADING = 3, 12, 40


class Look(NamedTuple):
    """The look of a cell."""

    kind: str  # nothing, placeholder, number, percent, measure, sign, unit, class1, class2, class, joined, text
    value: Decimal | None = None
    is_signed: bool = False
    length: int = 0
    core: str = ""  # without blanks and without its sign: what a target and its actual share


class CellLens:
    """Looks at cells with the words of one book, at equal ones once."""

    def __init__(self, book: LabelBook) -> None:
        """Take the words."""
        self.book = book
        self._units = book.units
        compared = book.units.reader.comparisons
        signs = any_of((*compared.before, *book.columns.signs))
        bounds = any_of((*compared.behind, *book.phrases.words("bound"), "+", "±"))
        self._signed, self._bound = re.compile(f"^(?:{signs})"), re.compile(f"(?:{bounds})$")
        self._seen: dict[str, Look] = {}
        self._roles: dict[str, str] = {}
        self._columns: dict[str, str] = {}
        # Headings that were understood once, with the roles of their columns: forms of one file are alike.
        self.decided: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {}

    def look(self, text: str) -> Look:
        """Return the look of a cell."""
        if (found := self._seen.get(text)) is None:
            found = self._seen[text] = self._look(text)
        return found

    def role(self, text: str) -> str:
        """Return the label that a cell is (empty: none)."""
        if text not in self._roles:
            self._roles[text] = self.book.role(text)
        return self._roles[text]

    def column_role(self, text: str) -> str:
        """Return the column of indicators that a cell surely names (empty: none)."""
        if text not in self._columns:
            is_short = len(text) <= _LONGEST_HEADING
            self._columns[text] = self.book.columns.role(text) if is_short else ""
        return self._columns[text]

    def _look(self, text: str) -> Look:
        plain = squeezed(text)
        if self.book.phrases.says_nothing(text):
            return Look("nothing")
        columns = self.book.columns
        if columns.is_sign(text):
            return Look("sign", length=len(plain), core=plain)
        if columns.phrases.is_placeholder(text):
            return Look("placeholder", length=len(plain), core=plain)
        core = self._signed.sub("", plain)
        if (value := number(text)) is not None:
            kind = "percent" if plain.endswith("%") else "number"
            return Look(kind, value, is_signed=False, length=len(plain), core=core)
        is_signed = core != plain or self._bound.search(plain) is not None
        if self._is_measured(plain):
            return Look("measure", number(core), is_signed, len(plain), core)
        if kind := self._class(text, plain):
            return Look(kind, length=len(plain), core=plain)
        units = self._units
        is_short = len(plain) <= _LONGEST_UNIT or "/" in plain or plain in units.plain
        if is_short and units.is_unit(plain):
            return Look("unit", length=len(plain), core=plain)
        return Look("text", None, is_signed, len(plain), core)

    def _is_measured(self, plain: str) -> bool:
        found = _MEASURED.fullmatch(self._signed.sub("", plain))
        if found is None or plain.endswith(self.book.phrases.words("asked-head")):
            return False  # 1-6月执行情况 is a heading
        rest = self._bound.sub("", found[1])
        return self._units.is_unit(rest) or _DATE.search(plain) is not None or len(rest) <= 2

    def _class(self, text: str, plain: str) -> str:
        """Tell a class of indicators by its words, also one that is in no list but called 指标."""
        if len(plain) > _LONGEST_CLASS + 8 or self.role(text):
            return ""
        word = self.book.classes.word(text)
        if word.is_level1:
            return "class1"
        if word.is_level2:
            return "class2"
        name = normal(text)
        parts = [p for p in _JOINED.split(name) if p]
        if len(parts) > 1 and all(self._is_class(class_name(p)) for p in parts):
            return "joined"
        if len(self.book.classes.words_in(text)) > 1:
            return "joined"
        if (
            name.endswith("指标")
            and 4 <= len(name) <= _LONGEST_CLASS
            and not self._is_heading(text)
        ):
            return "class"
        return ""

    def _is_class(self, name: str) -> bool:
        word = self.book.classes.word(name)
        return word.is_level1 or word.is_level2

    def _is_heading(self, text: str) -> bool:
        return bool(self.column_role(text))


def is_ticked(text: str) -> bool:
    """Tell whether a cell asks for a tick."""
    return _TICK.search(text) is not None


CLASSES = frozenset(("class1", "class2", "class", "joined"))
KNOWN_CLASSES = CLASSES - {"class"}
NUMBERS = frozenset(("number", "percent"))
FIGURES = frozenset(("number", "percent", "measure"))
EMPTY = frozenset(("nothing", "placeholder"))
