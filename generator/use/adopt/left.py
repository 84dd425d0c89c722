"""What of a form is not in its template: a cell or line that stays as the form prints it, and why."""

from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject


class Left(NamedTuple):
    """A cell or line that got no tag although something may belong there."""

    place: DocumentPlace
    text: str
    reason: str
    label: str = ""  # what stands beside it

    def as_data(self) -> JsonObject:
        """Lay it out for programs."""
        place = self.place.as_data()
        return {"place": place, "text": self.text, "reason": self.reason, "label": self.label}
