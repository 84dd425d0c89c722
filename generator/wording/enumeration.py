"""Enumerations whose order is set: “四个意识”, “四个自信”, “两个维护”; and the marks between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Passages
from generator.wording.word_index import WordIndex

Hits = Iterator[tuple[int, Hit]]

_SENTENCE = Pattern("[^。；！？\n]+")
_FARTHEST = 8  # characters between two members, such as the verb before the next
_WRONG_MARK = Pattern("^[，,;；：:]")


class Enumeration:
    """Two or more members of an enumeration in one sentence, in another order or with other marks."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._index = WordIndex(member for members in rule.orders for member in members)

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each place, with how it should read."""
        del context
        for number, passage in self._index.likely(passages):
            text = passage.plain
            # Most texts hold not two of them, and need not be cut into sentences.
            there = [m for m in self._rule.orders if sum(member in text for member in m) > 1]
            for sentence in _SENTENCE.finditer(text) if there else ():
                for members in there:
                    hit = _hit(sentence[0], members)
                    if hit is not None:
                        at = sentence.start()
                        yield number, hit._replace(start=hit.start + at, end=hit.end + at)


def _hit(sentence: str, members: Sequence[str]) -> Hit | None:
    there = sorted((at, member) for member in members if (at := sentence.find(member)) >= 0)
    if len(there) < 2 or any(sentence.count(member) > 1 for _, member in there):
        return None
    gaps = [sentence[at + len(member) : after] for (at, member), (after, _) in pairwise(there)]
    if any(len(gap) > _FARTHEST for gap in gaps):
        return None
    start, end = there[0][0], there[-1][0] + len(there[-1][1])
    found = [member for _, member in there]
    if found != [member for member in members if member in found]:
        wanted = "、".join(member for member in members if member in found)
        return Hit(start, end, sentence[start:end], wanted)
    if len(there) == len(members) and any(_WRONG_MARK.match(gap) for gap in gaps):
        marked = "".join(
            member + _WRONG_MARK.sub("、", gap)
            for (_, member), gap in zip(there, (*gaps, ""), strict=True)
        )
        return Hit(start, end, sentence[start:end], marked)
    return None
