"""W09: a sentence was taken from elsewhere, and another's name or another year still stands in it.

Where others write their own name or year in the same place of the same sentence, one that is not
one's own was left from the model.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.rules.finding import Finding
from generator.rules.tree.tree_texts import TreeText, places
from generator.wording.masking import YEAR, Slot

_FEWEST_SAID = 12
_MANY = 3  # dossiers that name the same: a partner of theirs, if fewer call it their own
_IDS = {YEAR: "year-left"}

Written = tuple[TreeText, Slot]


def left_names(alike: Iterable[Sequence[TreeText]]) -> Iterator[Finding]:
    """Look at every place of every sentence that several files share."""
    for texts in alike:
        first = texts[0].masked
        if len(texts) < 2 or first is None or not first.slots or first.said < _FEWEST_SAID:
            continue
        for number in range(len(first.slots)):
            written = [(t, t.masked.slots[number]) for t in texts if t.masked is not None]
            yield from _of_slot(written)


def _of_slot(written: Sequence[Written]) -> Iterator[Finding]:
    own = [(text, slot) for text, slot in written if _is_own(text, slot)]
    by_word: dict[str, list[Written]] = defaultdict(list)
    owners = {text.source.shown for text, _ in own}
    for text, slot in written:
        # A file that writes both its own year and others tells of several years.
        if not _is_own(text, slot) and text.source.shown not in owners:
            by_word[slot.word].append((text, slot))
    users = len({text.home.dossier for text, _ in own})
    for word, others in by_word.items():
        strangers = {text.home.dossier for text, _ in others}
        if users and (len(strangers) < _MANY or len(strangers) < users):
            yield from _told(word, others, own)


def _told(word: str, others: Sequence[Written], own: Sequence[Written]) -> Iterator[Finding]:
    model = [text for text, slot in own if slot.word == word] or [text for text, _ in own]
    for text, slot in others:
        seen = places([one.at() for one in model])
        proper = text.home.proper(slot.kind) or f"本{slot.kind}"
        id = _IDS.get(slot.kind, "name-left")
        yield Finding(id, text.at(slot.start), word, proper, seen, slot.kind, word)


def _is_own(text: TreeText, slot: Slot) -> bool:
    return slot.start < 0 or text.home.owns(slot.kind, slot.word)
