"""What the inputs no longer have: taken out of the person's file, when all in it is ours."""

from generator.roundtrip.differences import is_blank, kind_of, said_of
from generator.roundtrip.edit_account import Answer, Kind, short
from generator.roundtrip.merge_record import MergeRecord
from generator.roundtrip.merged_cells import BEGINS
from generator.roundtrip.text_alignment import Alignment, Group
from generator.word.edited.edited_story import Grid, Line, Node, Passage, Slot
from generator.word.edited.edited_words import REVIEW
from generator.word.edited.removal import remove_block, remove_row


class Departures:
    """Takes out paragraphs, rows and tables; ``dropped`` is what is said of those that stay, and of cells."""

    def __init__(
        self, record: MergeRecord, theirs: Alignment, ours: Alignment, dropped: str
    ) -> None:
        self._record, self._theirs, self._ours, self._said = record, theirs, ours, dropped
        self._there = theirs.partners()

    def take_out(self) -> None:
        """Take out what the inputs no longer have, when all in it is ours."""
        groups = {p: g for g in self._theirs.groups for p in g.left}
        for node in self._ours.gone:
            if isinstance(node, Passage):
                self._drop_passage(node, groups.get(node))
            elif isinstance(node, Line | Grid):
                self._drop(node)
            elif isinstance(node, Slot):
                self._tell_cell(node)

    def _drop_passage(self, node: Passage, group: Group | None) -> None:
        if group is None or len(group.left) > 1:
            return  # deleted by the person already, or joined with others: then its words were weighed
        theirs = group.right[0]
        if len(group.right) == 1 and _is_ours(node, theirs) and remove_block(theirs.element):
            self._record.touch()
            self._record.tell(Answer.MERGED, Kind.PARAGRAPH, theirs.place, node.text, "")
        elif theirs.text.strip() or any(thing.kind != REVIEW for thing in theirs.things):
            text = f"您改过的“{short(said_of(theirs))}”，{self._said}"
            self._record.conflict(theirs, text, theirs.text, "", Kind.PARAGRAPH)

    def _tell_cell(self, node: Slot) -> None:
        """Tell a cell that a row has no longer: taking it out would break the person's table."""
        theirs = self._there.get(node)
        first = None if theirs is None else next(theirs.passages(), None)
        if theirs is not None and first is not None and not is_blank(first):
            text = f"“{short(said_of(theirs))}”这一格，{self._said}"
            self._record.conflict(first, text, said_of(theirs), "", Kind.CELL)

    def _drop(self, node: Line | Grid) -> None:
        theirs = self._there.get(node)
        if theirs is None:
            return
        slots = [
            s for line in (node.lines if isinstance(node, Grid) else [node]) for s in line.slots
        ]
        members = [self._there.get(slot) for slot in slots]
        lines = theirs.lines if isinstance(theirs, Grid) else [theirs]
        others = [s for line in lines if isinstance(line, Line) for s in line.slots]
        is_whole = set(others) == set(members) and len(others) == len(slots)
        pairs = zip(slots, members, strict=True)
        is_ours = is_whole and all(
            isinstance(m, Slot) and _is_ours(s, m) and not _is_shared(s, m) for s, m in pairs
        )
        gone = remove_row if isinstance(node, Line) else remove_block
        if is_ours and gone(theirs.element):
            self._record.touch()
            self._record.tell(Answer.MERGED, kind_of(node), theirs.place, node.text, "")
            return
        text = f"您改过的“{short(theirs.text)}”所在的{kind_of(node)}，{self._said}"
        first = next(theirs.passages(), None)
        if first is not None:
            self._record.conflict(first, text, theirs.text, "", kind_of(node))


def _is_ours(node: Node, theirs: Node) -> bool:
    """Tell whether nothing stands there that we did not write."""
    things = sorted(t.said for p in node.passages() for t in p.things)
    others = sorted(t.said for p in theirs.passages() for t in p.things)
    return node.text == theirs.text and things == others


def _is_shared(slot: Slot, theirs: Slot) -> bool:
    """Tell whether a person let the words of a cell stand for the cells below it as well."""
    return theirs.merge == BEGINS != slot.merge and bool(theirs.text.strip())
