"""What the new version has in a paragraph beside words: notes, comments, pictures."""

from generator.roundtrip.edit_account import Answer, Kind
from generator.roundtrip.merge_record import MergeRecord
from generator.roundtrip.text_changes import Shift, changes_between
from generator.word.edited.edited_story import Passage
from generator.word.edited.edited_words import MOVABLE, read_words
from generator.word.edited.transplant import Transplant


def bring_things(
    old: Passage, new: Passage, theirs: Passage, transplant: Transplant, record: MergeRecord
) -> None:
    """Bring those of which a paragraph has none yet; what cannot be moved is told."""
    known = [thing.kind for thing in (*old.things, *theirs.things)]
    fresh = []
    for thing in new.things:
        if thing.kind in known:
            known.remove(thing.kind)
        else:
            fresh.append(thing)
    for thing in reversed(fresh):
        if thing.kind not in MOVABLE:
            reason = f"{thing.kind}没有带过来"
            record.tell(Answer.NOT_CARRIED, Kind.THING, theirs.place, "", thing.said, reason)
            continue
        words = read_words(theirs.element)
        at = Shift(changes_between(new.text, words.text)).finish(thing.at)
        transplant.place(thing, words, at)
        record.touch()
        record.tell(Answer.MERGED, Kind.THING, theirs.place, "", thing.said)
