"""How a form is laid out by its template: what stands in which order, and what the form calls it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class FormColumn(NamedTuple):
    """A column of rows that repeat: what it prints, and the words over it."""

    name: str
    heading: str


class FormLayout(NamedTuple):
    """The tags of a form in their order (a list counts as one), and the words beside or over them."""

    order: tuple[str, ...] = ()
    labels: Mapping[str, str] = MappingProxyType({})
    sides: Mapping[str, str] = MappingProxyType({})  # words to the left of what has words over it
    blocks: Mapping[str, str] = MappingProxyType({})  # words at the left of all rows of a block
    columns: Mapping[str, tuple[FormColumn, ...]] = MappingProxyType({})  # by their list

    def place(self, *tags: str) -> int | None:
        """Return where the first of some tags stands (``None``: the form prints none of them)."""
        found = [self.order.index(tag) for tag in tags if tag in self.order]
        return min(found, default=None)

    def place_of(self, beginning: str) -> int | None:
        """Return where the first tag stands that begins so: all options of a choice, rows of a table."""
        found = (at for at, tag in enumerate(self.order) if tag.startswith(beginning))
        return next(found, None)

    def label(self, tag: str, usual: str) -> str:
        """Return what the form calls what a tag prints."""
        return self.labels.get(tag) or usual

    def block(self, usual: str, *tags: str) -> str:
        """Return what the form calls the block of some tags."""
        return next((self.blocks[tag] for tag in tags if self.blocks.get(tag)), usual)


NO_LAYOUT = FormLayout()
