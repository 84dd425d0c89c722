"""What of a form is not in its template: a cell or line that stays as the form prints it, and why."""

from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace


class Left(NamedTuple):
    """A cell or line that got no tag although something may belong there."""

    place: DocumentPlace
    text: str
    reason: str
    label: str = ""  # what stands beside it

    def as_data(self) -> dict[str, Any]:
        """Lay it out for programs."""
        place = self.place.as_data()
        return {"place": place, "text": self.text, "reason": self.reason, "label": self.label}
