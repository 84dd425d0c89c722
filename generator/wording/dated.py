"""Wording that was right until a day: told in reports of later years, with what is said since."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.model.wording_rule import DatedWording, WordingRule
from generator.wording.passage import Context, Hit, Passages
from generator.wording.word_index import WordIndex, is_inside

Hits = Iterator[tuple[int, Hit]]

_TITLE = Pattern("《[^《》]*》|“[^“”]*”")
_SENTENCE_END = "。；！？\n"
_YEAR = Pattern("(?<![0-9])(20[0-9]{2})(?=年|—|-|－|～|~)")


class Outdated:
    """Looks for old wording; a title keeps its own, and so does a sentence about an earlier year."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._index = WordIndex(each.old for each in rule.dated)
        self._dated = {each.old: each for each in rule.dated}

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give every old wording, where the year of the report is known and later."""
        if not context.year:
            return
        for number, passage in enumerate(passages):
            text = passage.plain
            for at, word in self._index.find(passage):
                each, end = self._dated[word], at + len(word)
                if context.year <= each.since.year or is_inside(
                    text, at, end, (each.now, *self._rule.except_)
                ):
                    continue
                if not _is_in_title(text, at) and not _is_of_then(text, at, each):
                    yield number, Hit(at, end, word, each.now, basis=_basis(each))


def _is_in_title(text: str, at: int) -> bool:
    return any(found.start() < at < found.end() for found in _TITLE.finditer(text))


def _is_of_then(text: str, at: int, each: DatedWording) -> bool:
    """Tell whether the sentence speaks of a year in which that was the wording."""
    start = max(text.rfind(mark, 0, at) for mark in _SENTENCE_END) + 1
    ends = [found for mark in _SENTENCE_END if (found := text.find(mark, at)) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    return any(int(year[1]) <= each.since.year for year in _YEAR.finditer(sentence))


def _basis(each: DatedWording) -> str:
    day = each.since
    said = f"{each.source}（{day.year}年{day.month}月{day.day}日）"
    return said if each.verified else f"{said}，未与原文核对"
