"""A difference with the paragraph at which a remark on it hangs."""

from typing import NamedTuple

from generator.roundtrip.edit_account import Entry
from generator.word.edited.edited_story import Passage


class Remarked(NamedTuple):
    """What became of a difference, and the paragraph of the main text to be remarked (if any)."""

    entry: Entry
    passage: Passage | None = None
