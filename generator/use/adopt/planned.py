"""What is planned so far for a form: its edits, loops and lists, and what was left; all planners write into it."""

from collections.abc import Mapping

from generator.base.document_place import DocumentPlace
from generator.read.given_answers import Entry
from generator.read.label_book import LabelBook
from generator.tables.tag_keys import written
from generator.use.adopt.choices import Choices
from generator.use.adopt.chosen_tags import ChosenTags
from generator.use.adopt.free_list import FreeList
from generator.use.adopt.left import Left
from generator.use.adopt.looking import Looked
from generator.word.form_tags import Edit, Loop


class Planned:
    """Gathers the plan of one form."""

    def __init__(self, looked: Looked, book: LabelBook) -> None:
        self.looked, self.book = looked, book
        self.entries: Mapping[DocumentPlace, Entry] = {
            entry.place: entry for account in looked.full.accounts for entry in account.entries
        }
        self.tags = ChosenTags()
        self.choices = Choices(book, looked.uses, self.tags.fields)
        self.edits: list[Edit] = []
        self.loops: list[Loop] = []
        self.left: list[Left] = []
        self.columns: dict[str, bool] = {}
        self.lists: list[FreeList] = []
        self.is_of_another = False  # what stands here is said of another project

    @property
    def count(self) -> int:
        """Count what was tagged or told so far."""
        choices = self.choices
        own = (self.edits, self.loops, self.left, self.lists, choices.edits, choices.left)
        return sum(len(one) for one in own)

    def tag(self, place: DocumentPlace, tag: str, old: str = "") -> None:
        """Let a tag print a cell or line, or some words in it."""
        self.edits.append(Edit(place, written(tag), old))

    def leave(self, place: DocumentPlace, text: str, reason: str, label: str = "") -> None:
        """Leave a place as the form prints it, and say why."""
        self.left.append(Left(place, text, reason, label))

    def is_edited(self, place: DocumentPlace) -> bool:
        """Tell whether something of a place is tagged."""
        return any(edit.place == place for edit in self.edits)
