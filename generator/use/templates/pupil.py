"""A template that learns how it is to look."""

from generator.layout.pack import type_setting
from generator.word.learning.compared import WIDTHS, Otherwise
from generator.word.learning.looks_written import put, put_page, put_widths
from generator.word.learning.origin import members
from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.xml import W, bytes_of, parse


class Pupil:
    """Takes up changes of look; what nobody changes stays byte for byte as it is."""

    def __init__(self, data: bytes) -> None:
        self._data, self._parts = data, read_parts(data)
        self._root = parse(self._parts[DOCUMENT])
        self._members = members(self._root)
        self._sections = list(self._root.iter(f"{W}sectPr"))
        self.is_changed = False

    @property
    def sections(self) -> int:
        """Return how many sections it has."""
        return len(self._sections)

    def take(self, change: Otherwise) -> bool:
        """Take up a change of a paragraph, a row or a table; tells whether there is a place for it."""
        if change.origin.member >= len(self._members):
            return False
        member = self._members[change.origin.member]
        if change.name != WIDTHS:
            put(member, change.name, change.new)
        else:
            table = next(member.iterancestors(f"{W}tbl"), None)
            widths = [int(width) for width in change.new.split()]
            mark = type_setting().columns.keep_mark
            if table is None or not put_widths(table, widths, mark):
                return False
        self.is_changed = True
        return True

    def set_up(self, number: int, name: str, value: str) -> None:
        """Take up another paper or margin of a section."""
        put_page(self._sections[number], name, value)
        self.is_changed = True

    def bytes(self) -> bytes:
        """Write it."""
        if not self.is_changed:
            return self._data
        return join_plain({**self._parts, DOCUMENT: bytes_of(self._root)})
