"""What becomes of a text while it is merged: entries of the account, and comments in the file."""

from generator.base.document_place import DocumentPlace
from generator.roundtrip.edit_account import Answer, Entry, Kind
from generator.word.comments import Comments
from generator.word.edited.edited_story import Passage
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT


class MergeRecord:
    """Says what was done, and remembers that the text was changed."""

    def __init__(self, found: WordFile, name: str, comments: Comments) -> None:
        self._found, self._name, self._comments = found, name, comments
        self.entries: list[Entry] = []
        self.remarks: list[str] = []

    def touch(self) -> None:
        """Remember that the text was changed."""
        self._found.touch(self._name)

    def conflict(
        self, passage: Passage, text: str, was: str, now: str, kind: Kind = Kind.WORDS
    ) -> None:
        """Tell what both sides changed, in the account and beside the paragraph."""
        self.remark(passage, text)
        self.tell(Answer.CONFLICT, kind, passage.place, was, now, text)

    def remark(self, passage: Passage, text: str) -> None:
        """Hang a comment on a paragraph; headers and notes cannot have any."""
        if self._name == DOCUMENT:
            self.remarks.append(text)
            self._comments.add(passage.element, text)
            self.touch()

    def tell(
        self, answer: Answer, kind: Kind, place: DocumentPlace, was: str, now: str, reason: str = ""
    ) -> None:
        """Put something down in the account."""
        self.entries.append(Entry(answer, kind, place, was, now, reason))
