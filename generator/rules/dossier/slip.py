"""A slip in a line of text: where it stands, what it says, and what the rest of the text makes of it."""

from typing import NamedTuple

from generator.rules.finding import Finding
from generator.rules.where import Where


class Slip(NamedTuple):
    """A number that does not fit the others: where it stands in its line, and against what."""

    id: str
    start: int
    quote: str
    left: str
    right: str
    how: str = ""
    name: str = ""

    def at(self, where: Where) -> Finding:
        """Make it a finding."""
        return Finding(self.id, where, self.left, self.right, self.how, self.name, self.quote)
