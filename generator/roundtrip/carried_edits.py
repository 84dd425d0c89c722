"""A person's changes of some paragraphs, carried over to what would be printed there now.

Three versions meet here as in a merge; but the person's changes are followed, character by
character, to our new version, so that each can be taken to the input that it concerns.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.spans import Span
from generator.model.units import Units
from generator.roundtrip.bare_text import bare
from generator.roundtrip.edit_account import Answer, Entry, Kind, context_of
from generator.roundtrip.figure_place import figure_within, places_of, whole_number
from generator.roundtrip.joined_text import PARAGRAPH, joined, marks_of
from generator.roundtrip.person_edit import FigureEdit, Left, PersonEdit, Spot, Stretch, WordEdit
from generator.roundtrip.printed_text import FIGURE, Printed, Quoted, Token, tokens_around
from generator.roundtrip.said_now import SaidNow
from generator.roundtrip.text_alignment import Group
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
from generator.word.edited.edited_story import Passage
from generator.word.edited.edited_words import READ, hidden_places

MOVED_ON = "输入里也改了这一处"
SAME_AMOUNT = "和输入是同一个数，只是写法不同，合并时会留在文件里"
GONE_NOW = "输入里已经没有这一处"
HOLE = "中间有域、公式或符号，只取文字会缺一块，没有取"
HIDDEN = "是隐藏的文字，取回就印出来了，没有取"
UNCLEAR = "有几个数都印成这样，分不清写的是哪一个，请改输入"
_CLAUSE = Pattern("[，。；：、]")
_TELLING = 3  # digits by which a number without a unit is known; “5” may be anything


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
        self._changes = changes_between(self._before.text, self._there)
        self._plain = Shift(self._changes)
        self._said_now = SaidNow(self._there, self._after.text)
        self._marks = marks_of(group.right)
        self._holes = _holes(group)
        self._hidden = _hidden(group)
        self._unclear: list[tuple[int, int]] = []
        self._kept = self._figures()

    def edits(self) -> Iterator[PersonEdit]:
        """Give the changes of words, then what was typed over figures."""
        partners = _partners(self._before, self._after)
        mine = _tokens(
            self._before.text, ((q.start, q.end, n) for n, q in enumerate(self._before.quoted))
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
            if self._after.text[start:end] == said or self._said_now.has(change):
                continue  # the inputs say so by now
            if any(
                meets(change, m.start, m.end) or meets(m, change.start, change.end) for m in moved
            ):
                yield Left(entry._replace(answer=Answer.CONFLICT, reason=MOVED_ON))
            elif any(change.new_start <= at <= change.new_end for at in self._holes):
                yield Left(entry._replace(reason=HOLE))
            elif any(change.new_start <= at < change.new_end for at in self._hidden):
                yield Left(entry._replace(reason=HIDDEN))
            elif any(change.new_start < b and a < change.new_end for a, b in self._unclear):
                yield Left(entry._replace(reason=UNCLEAR))
            else:
                spot = Spot(self._group.right, change.new_start, change.new_end)
                yield WordEdit(entry, self._where, start, end, pieces, spot)
        yield from self._typed_over(partners)

    def _typed_over(self, partners: dict[int, Quoted]) -> Iterator[PersonEdit]:
        place = self._group.right[0].place
        for number, (start, end) in self._kept.items():
            quoted = self._before.quoted[number]
            was, words = self._before.text[quoted.start : quoted.end], self._there[start:end]
            if bare(words) == bare(was):
                continue
            around = context_of(self._there, start, end)
            entry = Entry(Answer.NOT_CARRIED, Kind.FIGURE, place, was, words, "", around)
            now = partners.get(number)
            shown = "" if now is None else self._after.text[now.start : now.end]
            if bare(shown) == bare(words):
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
        if self._is_all_one_figure():
            return {0: (0, len(self._there))}
        found: dict[int, tuple[int, int]] = {}
        at = 0
        for number, quoted in enumerate(self._before.quoted):
            place = self._place_of(quoted)
            if place is not None and place[0] >= at:
                found[number] = place
                at = place[1]
        return self._with_retyped(found)

    def _is_all_one_figure(self) -> bool:
        """Tell a cell with nothing but a figure: all that stands there now is its value.

        Programs that replace words may leave the anchor around a part of what they wrote.
        """
        quoted = self._before.quoted
        whole = len(quoted) == 1 and (quoted[0].start, quoted[0].end) == (0, len(self._before.text))
        return whole and bool(self._there.strip()) and PARAGRAPH not in self._there

    def _with_retyped(self, found: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
        """Find figures that a person wrote down again, here or elsewhere: they stay figures.

        Which of two figures it is that show the same, nobody can tell: such places are unclear.
        """
        missing: dict[str, list[int]] = {}
        for number, quoted in enumerate(self._before.quoted):
            old = self._before.text[quoted.start : quoted.end]
            is_touched = any(meets(c, quoted.start, quoted.end) for c in self._changes)
            if number not in found and is_touched and is_telling(old):
                missing.setdefault(old, []).append(number)
        for old, numbers in missing.items():
            news = [
                (start, end)
                for start, end in places_of(self._there, old)
                if any(c.new_start < end and start < c.new_end for c in self._changes)
                and not any(a < end and start < b for a, b in found.values())
            ]
            if len({self._before.quoted[n].figure for n in numbers}) > 1:
                self._unclear += news
            else:
                found.update(zip(numbers, news, strict=False))
        return found

    def _place_of(self, quoted: Quoted) -> tuple[int, int] | None:
        old = self._before.text[quoted.start : quoted.end]
        start, end = self._marks.get(quoted.name, (0, 0))
        if start < end and _could_be(self._there[start:end], old):
            return figure_within(self._there, start, end, old)
        around = [c for c in self._changes if meets(c, quoted.start, quoted.end)]
        if any(c.start < quoted.start or c.end > quoted.end for c in around):
            return None
        start, end = self._plain.begin(quoted.start), self._plain.finish(quoted.end)
        if start >= end or _is_clause(self._there[start:end], old):
            return None
        return whole_number(self._there, start, end, old)

    def _pieces(
        self, theirs: Sequence[Token], change: Change, partners: dict[int, Quoted]
    ) -> Iterator[Span]:
        words = ""
        for token in theirs:
            if not change.new_start <= token.start < change.new_end:
                continue
            number = int(token.key.removeprefix(FIGURE)) if token.is_figure else -1
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
    if not _has_digit(old):
        return PARAGRAPH not in words
    return _has_digit(words) and len(words) <= _longest(old)


def _is_clause(words: str, old: str) -> bool:
    """Tell words that came to stand where a number stood from what is typed over a number."""
    return _has_digit(old) and (len(words) > _longest(old) or bool(_CLAUSE.search(words)))


def _longest(old: str) -> int:
    return max(2 * len(old), len(old) + 8)


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


def is_telling(shown: str) -> bool:
    """Tell whether a printed number is known by itself."""
    return _has_digit(shown) and (len(shown) >= _TELLING or not shown.isdigit())


def _tokens(text: str, figures: Iterable[tuple[int, int, int]]) -> list[Token]:
    """Cut words up; every figure is one token that bears its number."""
    return tokens_around(
        text, [(start, end, str(number)) for start, end, number in sorted(figures)]
    )


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


def _holes(group: Group) -> list[int]:
    """Return where the person put what is read like words and is none: a field, a formula."""
    ours = {thing.kind for passage in group.left for thing in passage.words.things}
    found: list[int] = []
    at = 0
    for passage in group.right:
        things = passage.words.things
        found += [at + t.at for t in things if t.kind in READ and t.kind not in ours]
        at += len(passage.text) + 1
    return found


def _hidden(group: Group) -> list[int]:
    """Return which characters of the person are hidden."""
    found: list[int] = []
    at = 0
    for passage in group.right:
        found += [at + own for own in hidden_places(passage.words)]
        at += len(passage.text) + 1
    return found


def _entry(place: DocumentPlace, before: str, there: str, change: Change) -> Entry:
    was = before[change.start : change.end].replace(PARAGRAPH, "¶")
    now = there[change.new_start : change.new_end].replace(PARAGRAPH, "¶")
    around = context_of(there, change.new_start, change.new_end).replace(PARAGRAPH, "¶")
    return Entry(Answer.NOT_CARRIED, Kind.WORDS, place, was, now, "", around)
