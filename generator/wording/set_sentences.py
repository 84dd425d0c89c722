"""Sentences that are to be written in one way: one that nearly is one of them is told."""

from collections.abc import Iterator

from generator.model.wording_rule import WordingRule
from generator.wording.masking import PROJECT, UNIT, Names, filled, key_of, mask
from generator.wording.near_sentences import SHORTEST, NearSentences, sentences
from generator.wording.passage import Context, Hit, Passages

Hits = Iterator[tuple[int, Hit]]


class SetSentence:
    """A sentence that differs in few characters from a set one; names and figures differ rightly."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._keys = {key_of(words) for words in rule.words}
        self._near = NearSentences()
        for key in sorted(self._keys):
            self._near.add(key)

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each such sentence with the set one, its own names and figures put in."""
        kinds = dict.fromkeys(context.names, PROJECT) | dict.fromkeys(context.bodies, UNIT)
        names = Names(kinds)
        for number, passage in enumerate(passages):
            for at, sentence in sentences(passage.text):
                if len(sentence) < SHORTEST:
                    continue
                masked = mask(sentence, names)
                if masked.key in self._keys or sentence in self._rule.except_:
                    continue
                if key := self._near.near(masked.key):
                    wanted = filled(key, masked.gaps) + sentence[len(sentence.rstrip("。；！？")) :]
                    yield number, Hit(at, at + len(sentence), sentence, wanted)
