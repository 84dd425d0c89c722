"""The tags that a form uses: what each had printed where it stood first, and the fields of the form's own."""

import itertools

from generator.read.reading_map import Use
from generator.tables.tag_keys import FIELDS, field_name, field_tag, tag_of
from generator.use.adopt.cell_parts import solid

_WORKED_OUT = frozenset(("form.total", "form.total_weight", "form.rate", "form.grade"))


class ChosenTags:
    """Chooses a tag for each value; what a form says twice, and otherwise, is two things."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self.fields: dict[str, None] = {}

    def is_used(self, tag: str) -> bool:
        """Tell whether a tag stands somewhere already."""
        return tag in self._said

    def may_print(self, tag: str, said: str) -> bool:
        """Tell whether a tag may stand in a place: what is worked out may stand in several."""
        if tag not in self._said:
            return True
        return tag in _WORKED_OUT and self._said[tag] in ("", solid(said))

    def use(self, tag: str, said: str) -> None:
        """Note that a tag stands somewhere."""
        self._said.setdefault(tag, solid(said))

    def numbered(self, name: str) -> str:
        """Return a name with the first number that makes it another."""
        numbers = (f"{name}{count}" for count in itertools.count(2))
        return next(n for n in numbers if not self.is_used(field_tag(n)))

    def field(self, name: str, said: str) -> str:
        """Return the tag of a field of the form's own; nothing for a name that no tag can hold."""
        tag = field_tag(name)
        if tag:
            self._said[tag] = solid(said)
            self.fields.setdefault(field_name(name))
        return tag

    def of_use(self, use: Use, said: str) -> str:
        """Return the tag of a use in a line; nothing where no tag prints it."""
        return self.choose(use, tag_of(use.keys), said, "")

    def choose(self, use: Use, tag: str, said: str, label: str) -> str:
        """Return the tag of a use; a second value of another kind is a field called by its label."""
        if not tag:
            return ""
        plain = solid(said)
        is_second = tag in self._said and self._said[tag] != plain
        self._said.setdefault(tag, plain)
        name = solid(label).strip("：:")
        own = field_tag(name) if name else ""
        if is_second and own and own not in self._said:
            return self.field(name, said)
        if is_second and plain and not own:
            return ""  # one tag cannot print two things
        if use.keys[0] == FIELDS and tag == tag_of(use.keys):
            self.fields.setdefault(field_name(str(use.keys[1])))
        return tag
