"""Titles and lines of a form: the names of the unit and the project in them, and the year."""

from collections.abc import Sequence

from generator.base.document_place import DocumentPlace
from generator.base.region import region_of
from generator.tables.tag_keys import written
from generator.use.adopt.looking import Looked
from generator.word.form_tags import Edit

TITLE, LINE = "title", "line"
_FEWEST = 4  # characters of a name that is looked for inside a title


class Headings:
    """Adds the tags of titles to the edits of a form."""

    def __init__(self, looked: Looked, edits: list[Edit]) -> None:
        self._looked, self._edits = looked, edits
        subject = looked.subject
        names = (looked.draft.unit.get("name"), subject and subject.get(("project", "implementer")))
        self._region = region_of(str(next(filter(None, names), "")))

    def tag(self, place: DocumentPlace, text: str) -> None:
        """Tag names and year in a title, the year in another line of the form."""
        tally = self._looked.draft.tally
        if tally.uses.get(place) == TITLE:
            self._title(place, text)
        elif place in tally.furniture or tally.uses.get(place) == LINE:
            self._names(place, text, [self._year])
            self.region(place, text)

    def _title(self, place: DocumentPlace, text: str) -> None:
        draft, subject = self._looked.draft, self._looked.subject
        unit = draft.unit.get("name")
        named = [(subject.name if subject else "", "form.name"), (unit, "form.unit")]
        self._names(place, text, [*named, self._year])
        self.region(place, text)

    def region(self, place: DocumentPlace, text: str) -> None:
        """Tag the place of the form where it is the unit's own, in words that nothing else prints."""
        done = [edit.old for edit in self._edits if edit.place == place]
        rest = text
        for old in filter(None, done):
            rest = rest.replace(old, "")
        for _ in range(rest.count(self._region) if self._region else 0):
            self._edits.append(Edit(place, written("form.region"), self._region))

    @property
    def _year(self) -> tuple[str, str]:
        year = self._looked.draft.year
        return ("" if year is None else str(year), "form.year")

    def _names(
        self, place: DocumentPlace, text: str, named: Sequence[tuple[str | None, str]]
    ) -> None:
        """Tag names and the year where a line says them."""
        done = "".join(edit.text + edit.old for edit in self._edits if edit.place == place)
        for said, tag in named:
            is_new = said and said not in done and written(tag) not in done
            if said and is_new and len(said) >= _FEWEST and said in text:
                self._edits.append(Edit(place, written(tag), said))
                done += said
