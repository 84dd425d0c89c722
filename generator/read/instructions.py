"""What of a cell asks and what answers: an instruction that was left in, and the words of the unit beside it.

A cell is an instruction only when every sentence of it asks for something. As soon as one
sentence says something, the cell is a value; what asks beside it is taken off.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from generator.base.chinese import NUMERALS, half_width
from generator.base.pattern import Pattern

Words = Callable[[str], tuple[str, ...]]

_BRACKET = Pattern(r"([（(【\[][^（）()【】\[\]]*[）)】\]])")
_STOPS = Pattern(r"([。；;！!\n]+)")
_HALTS = Pattern(r"([：:]|[\u3000\t]+| {2,})")  # they end a sentence that asks, and no other
_COMMAS = Pattern(r"[，,]")
_ORDINAL = Pattern(
    rf"^[\s*★]*(?:[①-⑳]|[0-9]{{1,2}}[.、．)）](?![0-9])|[（(](?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[）)]"
    rf"|[{NUMERALS}]{{1,3}}[、.．])"
)
_FIGURE = Pattern(r"[0-9]{2}")
_FORMULA = Pattern(r"[一-鿿]+[=＝][一-鿿/÷×*+()（）-]+")
_DUTY = Pattern(r"(?:^|的)(?:需|应|须|必须)[一-鿿]{0,4}(?:说明|填写|填报|注明|列明)")
_LOOSE = " \t\u3000\n：:。；;，,"  # stops that an instruction leaves behind
_OF_LIMITS = "限请字数不超过以内下"
_LONGEST_NOUN, _LONGEST_HEAD = 8, 24


class Part(Enum):
    """What a part of a cell does."""

    ASKS = "asks"
    SAYS = "says"
    NEITHER = "neither"


class Answer(NamedTuple):
    """What a cell says once what asks is taken off, and whether it only asks."""

    text: str
    is_asking: bool


class Instructions:
    """Parts cells into what asks and what says, by words that are data."""

    def __init__(self, words: Words, limit: Pattern) -> None:
        """Take the words of each use, and how the limit of a length is written."""
        self._words, self._limit = words, limit
        uses = ("instruction", "standing", "frame", "example", "form-note")
        starts = [word for use in uses for word in words(use)]
        self._hint = Pattern("|".join(map(re.escape, starts)) or "(?!)")
        self._seen: dict[str, Answer] = {}

    def answer(self, text: str) -> Answer:
        """Return what a cell says beside what it asks."""
        if (found := self._seen.get(text)) is None:
            found = self._seen[text] = self._answer(text)
        return found

    def is_of_the_form(self, note: str) -> bool:
        """Tell whether a note only says how its form is filled in or counted."""
        return all(kind is not Part.SAYS for _, kind in self._parts(note, is_note=True))

    def _answer(self, text: str) -> Answer:
        plain = _plain(text)
        if not plain or (not self._hint.search(plain) and not self._limit.search(plain)):
            return Answer(text, is_asking=False)
        parts = list(self._parts(text))
        if all(kind is not Part.ASKS for _, kind in parts):
            return Answer(text, is_asking=False)
        if all(kind is not Part.SAYS for _, kind in parts):
            return Answer("", is_asking=True)
        said = "".join(words for words, kind in parts if kind is not Part.ASKS)
        return Answer(said.lstrip(_LOOSE).rstrip(), is_asking=False)

    def _parts(self, text: str, *, is_note: bool = False) -> Iterator[tuple[str, Part]]:
        """Cut a cell at its stops and at the brackets that ask; say of each part what it does."""
        pieces = _BRACKET.split(text)
        line, limited = "", False
        for number, piece in enumerate(pieces):
            if number % 2 == 0 or not self._bracket_asks(piece):
                line += piece
                continue
            limited = self._limit.search(_plain(piece)) is not None
            yield from self._sentences(line, is_note=is_note, is_limited=limited)
            yield piece, Part.ASKS
            line = ""
        yield from self._sentences(line, is_note=is_note)

    def _bracket_asks(self, bracket: str) -> bool:
        plain = _plain(bracket)
        if self._limit.search(plain):
            return True
        return any(w in plain for w in self._words("instruction")) and not self._is_answered(plain)

    def _sentences(
        self, text: str, *, is_note: bool, is_limited: bool = False
    ) -> Iterator[tuple[str, Part]]:
        """Give each sentence with its stop; ``is_limited`` says that a limit stands behind the last."""
        pieces = _STOPS.split(text)
        count = len(pieces)
        for number in range(0, count, 2):
            stop = pieces[number + 1] if number + 1 < count else ""
            last = is_limited and number == count - 1
            for words, kind in self._halves(pieces[number], is_note=is_note, is_limited=last):
                yield words, kind
            if stop:
                yield stop, kind if pieces[number] else Part.NEITHER

    def _halves(
        self, sentence: str, *, is_note: bool, is_limited: bool
    ) -> Iterator[tuple[str, Part]]:
        """Part a sentence where its beginning asks and a colon or a gap ends that."""
        halt = _HALTS.search(sentence)
        if halt and not self._is_told(sentence, is_note=is_note):
            head = sentence[: halt.end()]
            if self._kind(head, is_note=is_note, is_limited=False) is Part.ASKS:
                yield head, Part.ASKS
                rest = sentence[halt.end() :]
                yield from self._halves(rest, is_note=is_note, is_limited=is_limited)
                return
        yield sentence, self._kind(sentence, is_note=is_note, is_limited=is_limited)

    def _kind(self, sentence: str, *, is_note: bool, is_limited: bool) -> Part:
        plain = _ORDINAL.sub("", _plain(sentence)).strip("：:.…、“”\"'")
        if not plain:
            return Part.NEITHER
        if self._is_told(plain, is_note=is_note):
            return Part.ASKS
        clauses = [clause for clause in _COMMAS.split(plain) if clause]
        kinds = [self._clause(c, is_first=n == 0) for n, c in enumerate(clauses)]
        if is_limited and plain.startswith(self._words("asking")) and not self._is_answered(plain):
            return Part.ASKS
        if Part.SAYS not in kinds and Part.ASKS in kinds:
            return Part.ASKS
        if is_limited and self._is_heading(plain, kinds):
            return Part.NEITHER
        return Part.SAYS

    def _is_told(self, plain: str, *, is_note: bool) -> bool:
        """Tell an example, or what forms print of themselves."""
        bare = _ORDINAL.sub("", _plain(plain)).strip("，,")
        if not bare:
            return False
        if bare.startswith(self._words("example")):
            return True
        if not is_note and bare.startswith(self._words("note")):
            return False
        own = self._is_own(bare)
        return own and (is_note or not _FIGURE.search(bare)) and not self._holds(bare, "answered")

    def _is_own(self, bare: str) -> bool:
        """Tell whether every clause is of the form; one that only goes on with the clause before is, too."""
        first, *others = (clause for clause in _COMMAS.split(bare) if clause)
        tails = self._words("form-tail")
        return self._holds(first, "form-note") and all(
            self._holds(clause, "form-note") or clause.startswith(tails) for clause in others
        )

    def _clause(self, clause: str, *, is_first: bool) -> Part:
        if self._limit.search(clause) and not self._limit.sub("", clause).strip(_OF_LIMITS):
            return Part.ASKS
        starts = self._words("instruction")
        # The last clause of an instruction may tell what to write where there is nothing to say.
        if clause.startswith(starts) or any(w in clause for w in self._words("standing")):
            return Part.SAYS if self._is_answered(clause) else Part.ASKS
        if _DUTY.search(clause) and not self._holds(clause, "answered"):
            return Part.ASKS
        if clause.startswith(self._words("frame")) and not self._is_answered(clause):
            asks = self._limit.search(clause) or self._holds(clause, "asking")
            return Part.ASKS if asks else Part.NEITHER
        if not is_first and clause.startswith(self._words("asking")):
            return Part.SAYS if self._is_answered(clause) else Part.ASKS
        is_noun = len(clause) <= _LONGEST_NOUN and clause.endswith(self._words("asked"))
        is_open = _BRACKET.sub("", clause).endswith("的") or _FORMULA.fullmatch(clause) is not None
        is_neither = (is_noun and not is_first) or is_open
        return Part.NEITHER if is_neither and not self._is_answered(clause) else Part.SAYS

    def _is_heading(self, plain: str, kinds: list[Part]) -> bool:
        """Tell words before a limit that name what is asked for: 项目实施内容及过程概述（500字以内）."""
        if len(kinds) > 1 or len(plain) > _LONGEST_HEAD or self._is_answered(plain):
            return False
        return plain.endswith(self._words("asked-head"))

    def _is_answered(self, plain: str) -> bool:
        rest = self._limit.sub("", plain)
        return _FIGURE.search(rest) is not None or self._holds(rest, "answered")

    def _holds(self, plain: str, use: str) -> bool:
        return any(word in plain for word in self._words(use))


def _plain(text: str) -> str:
    return "".join(half_width(text).split())
