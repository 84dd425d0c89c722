"""Which fields of a unit's own hold for one year only: by words of their names, as data."""

from collections.abc import Iterable

from generator.base.pattern import Pattern
from generator.model.entry import Entry, Text, field

_SENTENCE = Pattern(r"[。；\n]")


class CarriedFields(Entry):
    """Words in the names of fields."""

    standing: tuple[Text, ...] = field((), title="照旧的栏目名里的字")
    yearly: tuple[Text, ...] = field((), title="只管一年的栏目名里的字")
    yearly_whole: tuple[Text, ...] = field((), title="只管一年的栏目名的结尾")
    source: Text = field(title="来源")


class Carrying:
    """Tells fields of one year from those that stand: persons, telephone numbers, kinds and terms."""

    def __init__(self, words: Iterable[CarriedFields], amounts: Iterable[str]) -> None:
        """Take the words, and the units in which amounts are written."""
        known = tuple(words)
        self._standing = tuple(word for one in known for word in one.standing)
        self._yearly = tuple(word for one in known for word in one.yearly)
        self._ends = tuple(word for one in known for word in one.yearly_whole)
        self._amounts = ("%", *amounts, "")

    def is_of_one_year(self, name: str, text: str) -> bool:
        """Tell whether a field is of its year: an amount, a date or a sentence of what was done."""
        if any(word in name for word in self._standing):
            return False
        if any(word in name for word in self._yearly) or name.endswith(self._ends):
            return True
        return _SENTENCE.search(text) is not None or self._is_amount(text.strip())

    def _is_amount(self, text: str) -> bool:
        unit = next(unit for unit in self._amounts if text.endswith(unit))
        digits = text.removesuffix(unit)
        return bool(digits) and not digits.strip("-0123456789,.")
