"""What readers say of cells and paragraphs that become no value: used all the same, or furniture."""

from dataclasses import dataclass, field

from generator.base.document_place import DocumentPlace


@dataclass
class Tally:
    """Uses that make no key, and furniture with what it is."""

    uses: dict[DocumentPlace, str] = field(default_factory=dict)
    furniture: dict[DocumentPlace, str] = field(default_factory=dict)

    def use(self, place: DocumentPlace, what: str) -> None:
        """Say that something was read, and as what: the class of the rows below, the year."""
        self.uses.setdefault(place, what)

    def furnish(self, place: DocumentPlace, what: str) -> None:
        """Say that words are of the form itself: a label, a number of a row, a note, a placeholder."""
        self.furniture.setdefault(place, what)
