"""Kinds that look words up: substitution, forbidden, consistency, doubled, measure words."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import BLANK, Context, Hit, Passage, Passages, is_chinese, matches
from generator.wording.word_index import WordIndex, is_inside

Hits = Iterator[tuple[int, Hit]]
# Of any width and writing, with space behind it or without; a figure that is quoted is one as well.
_NUMBER_BEFORE = Pattern(rf"[0-9０-９{NUMERALS}廿卅{BLANK}][\s\u3000]*$")
_FARTHEST = 8  # characters of space


class Substitution:
    """A variant stands where another form is wanted."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._index = WordIndex(rule.swap)

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every variant, unless the right form is what stands there."""
        del context
        for number, passage in self._index.likely(passages):
            for at, word in self._index.find(passage):
                end = at + len(word)
                wanted = self._rule.swap[word]
                if is_inside(passage.plain, at, end, (wanted, *self._rule.except_)):
                    continue
                if self._rule.between and not _is_between(passage.plain, at, end):
                    continue
                yield number, Hit(at, end, word, wanted, self._rule.certain)


class Forbidden:
    """A word that does not belong there: for this body, in this stage, or at all."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._index = WordIndex(rule.words)

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every word, where the rule holds for the document."""
        rule = self._rule
        if rule.stage and rule.stage != context.stage:
            return
        if rule.home and (not context.bodies or _is_home(rule.home, context.bodies)):
            return
        for number, passage in self._index.likely(passages):
            for at, word in self._index.find(passage):
                end = at + len(word)
                if word in rule.unnumbered and _is_behind_number(passage.plain, at):
                    continue  # 11月30日前 is a day, 日前 by itself is not
                if not is_inside(passage.plain, at, end, rule.except_):
                    yield number, Hit(at, end, word)


def _is_behind_number(text: str, at: int) -> bool:
    """Tell whether a number stands right before a place."""
    return _NUMBER_BEFORE.search(text[max(0, at - _FARTHEST) : at]) is not None


class Consistency:
    """One document uses two forms of the same expression."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._index = WordIndex(form for forms in rule.forms for form in forms)
        self._group = {form: forms for forms in rule.forms for form in forms}

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give the rarer forms; among equals the one listed first is preferred."""
        del context
        places: dict[tuple[str, ...], list[tuple[int, int, str]]] = defaultdict(list)
        for number, passage in self._index.likely(passages):
            for at, word in self._index.find(passage):
                if not is_inside(passage.plain, at, at + len(word), self._rule.except_):
                    places[self._group[word]].append((number, at, word))
        for forms, found in places.items():
            used = [word for _, _, word in found]
            best = max(forms, key=used.count)
            for number, at, word in found:
                if word != best:
                    yield number, Hit(at, at + len(word), word, best)


class Doubled:
    """A character, mark or word typed twice. Only those listed: many may stand twice in grammar."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._twice = {word * 2: word for word in rule.words}
        self._index = WordIndex(self._twice)
        self._long = Pattern(r"([一-鿿]{3,12})\1")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give everything doubled; a run of three or more Chinese characters needs no list."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain
            for at, word in self._index.find(passage):
                end = at + len(word)
                if not is_inside(text, at, end, self._rule.except_):
                    yield number, Hit(at, end, word, self._twice[word], self._rule.certain)
            if self._rule.certain:
                continue  # a long run is a guess, and a rule that is certain makes none
            for found in self._long.finditer(text):
                if not is_inside(text, found.start(), found.end(), self._rule.except_):
                    yield number, Hit(found.start(), found.end(), found[0], found[1])


class MeasureWord:
    """A number stands right before a noun that wants a measure word: 14问题."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        nouns = "|".join(map(re.escape, rule.words)) or "(?!)"
        self._found = Pattern(rf"(?<![0-9.第年月日号])(?<![0-9][.,])[0-9]+(?:{nouns})")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give numbers without a measure word."""
        del context
        for number, found in matches(passages, self._found):
            if not is_inside(found.string, found.start(), found.end(), self._rule.except_):
                yield number, Hit(found.start(), found.end(), found[0])


def _is_home(home: tuple[str, ...], bodies: tuple[str, ...]) -> bool:
    return any(word in body for word in home for body in bodies)


def _is_between(text: str, start: int, end: int) -> bool:
    return is_chinese(text[start - 1 : start] if start else "") and is_chinese(text[end : end + 1])


def each(passages: Passages, rule: WordingRule) -> Iterator[tuple[int, Passage]]:
    """Go through the passages that a rule is meant for."""
    return (
        (number, passage)
        for number, passage in enumerate(passages)
        if not rule.scope or passage.scope in rule.scope
    )
