"""Kind for 的 where 地 belongs: between an adverb that is nothing else and a verb with an object."""

import re
from collections.abc import Iterable

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hits, Passages, hit_of

_BEGINS, _NO_OBJECT = "[，。；、：,;\n]", "[，。；、：,;的是和与及程工）)]"


class Particle:
    """``words`` are adverbs and nothing else; ``forms`` hold the verbs, and adjectives.

    Behind an adjective 的 is wrong for certain only where the verb has 了: 有效的改善了路况; or where
    the verb is of a third list, of those that never stand before a noun but with an object, at the
    beginning of a clause or behind one of the fourth, the last characters of who does it. ``except``
    holds nouns that make of such a verb what it is not: 有效的开展方式.
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        verbs, adjectives, plain, ends = (*rule.forms, (), (), (), ())[:4]
        adverb, verb = _one_of(rule.words), _one_of(verbs)
        either = _one_of((*rule.words, *adjectives))
        begins = rf"(?:^|(?<={_BEGINS}))"
        behind = f"(?:{begins}|(?<=[{re.escape(''.join(ends))}]))" if ends else begins
        # At the beginning of a clause, and with something behind it, it can only be a verb.
        self._found = Pattern(
            rf"{begins}{adverb}的{verb}(?=(?!{_NO_OBJECT})[一-鿿《“])|{either}的{verb}(?=了)"
            rf"|{behind}{either}的{_one_of(plain)}(?=(?!{_NO_OBJECT}|{_one_of(rule.except_)})[一-鿿《“])"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with 地."""
        del context
        for number, passage in enumerate(passages):
            for found in self._found.finditer(passage.plain) if "的" in passage.plain else ():
                wanted = found[0].replace("的", "地", 1)
                yield number, hit_of(found, wanted, is_certain=self._rule.certain)


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words)) or '(?!)'})"
