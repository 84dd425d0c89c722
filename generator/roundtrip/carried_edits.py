"""A person's changes of some paragraphs, carried over to what would be printed there now.

Three versions meet here as in a merge; but the person's changes are followed, character by
character, to our new version, so that each can be taken to the input that it concerns.
"""

from collections.abc import Iterator, Sequence

from generator.base.document_place import DocumentPlace
from generator.model.blocks import Span
from generator.model.units import Units
from generator.roundtrip.account import Answer, Entry, Kind, context_of
from generator.roundtrip.alignment import Group
from generator.roundtrip.figure_place import figure_within, whole_number
from generator.roundtrip.joined_text import PARAGRAPH, joined, marks_of
from generator.roundtrip.person_edit import FigureEdit, Left, PersonEdit, Spot, Stretch, WordEdit
from generator.roundtrip.printed_text import Printed, Quoted, Token, tokens_of
from generator.roundtrip.text_changes import (
    Change,
    Shift,
    changes_between,
    gathered,
    meets,
    token_changes,
)
from generator.roundtrip.typed_in import is_same_amount
from generator.roundtrip.version import Version
from generator.word.edited.story import Passage

MOVED_ON = "输入里也改了这一处"
SAME_AMOUNT = "和输入是同一个数，只是写法不同，合并时会留在文件里"
GONE_NOW = "输入里已经没有这一处"


class CarriedEdits:
    """One group: the person's changes, carried over to what would be printed now."""

    def __init__(
        self, base: Version, new: Version, group: Group, now: tuple[Passage, ...], units: Units
    ) -> None:
        self._units = units
        self._group, self._where = group, Stretch(now)
        self._before = joined([base.printed(p) for p in group.left])
        self._after = joined([new.printed(p) for p in now])
        self._there = PARAGRAPH.join(p.text for p in group.right)
        self._plain = Shift(changes_between(self._before.text, self._there))
        self._still = changes_between(self._there, self._after.text)
        self._marks = marks_of(group.right)
        self._kept = self._figures()

    def edits(self) -> Iterator[PersonEdit]:
        """Give the changes of words, then what was typed over figures."""
        partners = _partners(self._before, self._after)
        mine = _tokens(
            self._before.text, [(q.start, q.end, n) for n, q in enumerate(self._before.quoted)]
        )
        theirs = _tokens(self._there, [(a, b, n) for n, (a, b) in self._kept.items()])
        ours = _tokens(self._after.text, [(q.start, q.end, n) for n, q in partners.items()])
        moved = token_changes(mine, ours, len(self._before.text), len(self._after.text))
        shift = Shift(moved)
        place = self._group.right[0].place
        changes = token_changes(mine, theirs, len(self._before.text), len(self._there))
        for change in gathered(changes, len(self._before.text)):
            entry = _entry(place, self._before.text, self._there, change)
            start, end = _carried(shift, change)
            pieces = tuple(self._pieces(theirs, change, partners))
            said = "".join(piece.text for piece in pieces)
            if self._after.text[start:end] == said or self._is_said(change):
                continue  # the inputs say so by now
            if any(
                meets(change, m.start, m.end) or meets(m, change.start, change.end) for m in moved
            ):
                yield Left(entry._replace(answer=Answer.CONFLICT, reason=MOVED_ON))
            else:
                spot = Spot(self._group.right, change.new_start, change.new_end)
                yield WordEdit(entry, self._where, start, end, pieces, spot)
        yield from self._typed_over(partners)

    def _is_said(self, change: Change) -> bool:
        """Tell whether the inputs say by now what the person wrote: nothing differs there any more."""
        start, end = change.new_start, change.new_end
        return not any(
            (c.start < end and start < c.end) or start <= c.start == c.end <= end
            if start < end
            else c.start <= start <= c.end
            for c in self._still
        )

    def _typed_over(self, partners: dict[int, Quoted]) -> Iterator[PersonEdit]:
        place = self._group.right[0].place
        for number, (start, end) in self._kept.items():
            quoted = self._before.quoted[number]
            was, words = self._before.text[quoted.start : quoted.end], self._there[start:end]
            if _bare(words) == _bare(was):
                continue
            around = context_of(self._there, start, end)
            entry = Entry(Answer.NOT_CARRIED, Kind.FIGURE, place, was, words, "", around)
            now = partners.get(number)
            shown = "" if now is None else self._after.text[now.start : now.end]
            if _bare(shown) == _bare(words):
                continue
            if is_same_amount(shown, words, self._units):
                yield Left(entry._replace(reason=SAME_AMOUNT))
            elif now is None or shown != was:
                reason = GONE_NOW if now is None else f"{MOVED_ON}：现在是 {shown}"
                yield Left(entry._replace(answer=Answer.CONFLICT, reason=reason))
            else:
                spot = Spot(self._group.right, start, end)
                yield FigureEdit(entry, self._where, now.start, quoted.figure, words, spot)

    def _figures(self) -> dict[int, tuple[int, int]]:
        """Find the figures in the person's text: by their anchors, else between words that stayed."""
        found: dict[int, tuple[int, int]] = {}
        at = 0
        for number, quoted in enumerate(self._before.quoted):
            place = self._place_of(quoted)
            if place is not None and place[0] >= at:
                found[number] = place
                at = place[1]
        return found

    def _place_of(self, quoted: Quoted) -> tuple[int, int] | None:
        old = self._before.text[quoted.start : quoted.end]
        start, end = self._marks.get(quoted.name, (0, 0))
        if start < end and _could_be(self._there[start:end], old):
            return figure_within(self._there, start, end, old)
        changes = changes_between(self._before.text, self._there)
        around = [c for c in changes if meets(c, quoted.start, quoted.end)]
        if any(c.start < quoted.start or c.end > quoted.end for c in around):
            return None
        start, end = self._plain.begin(quoted.start), self._plain.finish(quoted.end)
        if start >= end:
            return None
        return whole_number(self._there, start, end, old)

    def _pieces(
        self, theirs: Sequence[Token], change: Change, partners: dict[int, Quoted]
    ) -> Iterator[Span]:
        words = ""
        for token in theirs:
            if not change.new_start <= token.start < change.new_end:
                continue
            number = int(token.key[1:]) if token.key.startswith("\0") else -1
            if number not in partners:
                words += self._there[token.start : token.end]
                continue
            if words:
                yield Span(words.replace(PARAGRAPH, "\n"))
                words = ""
            now = partners[number]
            yield Span(self._after.text[now.start : now.end], now.figure)
        if words:
            yield Span(words.replace(PARAGRAPH, "\n"))


def _could_be(words: str, old: str) -> bool:
    """Tell whether words in an anchor still are what the figure was, typed over: a number, one line."""
    if not any(character.isdigit() for character in old):
        return PARAGRAPH not in words
    return any(c.isdigit() for c in words) and len(words) <= max(2 * len(old), len(old) + 8)


def _tokens(text: str, figures: Sequence[tuple[int, int, int]]) -> list[Token]:
    """Cut words up; every figure is one token that bears its number."""
    found: list[Token] = []
    at = 0
    for start, end, number in sorted(figures):
        found += tokens_of(text, at, start)
        found.append(Token(f"\0{number}", start, end))
        at = end
    return [*found, *tokens_of(text, at, len(text))]


def _partners(before: Printed, after: Printed) -> dict[int, Quoted]:
    """Pair the figures of both versions: the first of its kind with the first, and so on."""
    left: dict[str, list[Quoted]] = {}
    for quoted in after.quoted:
        left.setdefault(quoted.figure, []).append(quoted)
    return {
        number: left[quoted.figure].pop(0)
        for number, quoted in enumerate(before.quoted)
        if left.get(quoted.figure)
    }


def _carried(shift: Shift, change: Change) -> tuple[int, int]:
    if change.start == change.end:
        at = shift.finish(change.start)
        return at, at
    return shift.begin(change.start), shift.finish(change.end)


def _entry(place: DocumentPlace, before: str, there: str, change: Change) -> Entry:
    was = before[change.start : change.end].replace(PARAGRAPH, "¶")
    now = there[change.new_start : change.new_end].replace(PARAGRAPH, "¶")
    around = context_of(there, change.new_start, change.new_end).replace(PARAGRAPH, "¶")
    return Entry(Answer.NOT_CARRIED, Kind.WORDS, place, was, now, "", around)


def _bare(text: str) -> str:
    return "".join(text.split())
