"""Short set phrases that stand in quotation marks: one character wrong, swapped, missing or too many.

The marks say where such a phrase begins and ends, so that four characters are enough to tell one
that went wrong from another.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.wording_rule import PhraseGroup
from generator.wording.passage import Hit, Passage, is_chinese

SHORTEST = 4
_QUOTED = Pattern("“([一-鿿]{3,12})”")
_NUMERALS = frozenset(NUMERALS) | frozenset("两百千万")


class _Phrase(NamedTuple):
    text: str
    basis: str


class QuotedPhrases:
    """Finds near misses of phrases between quotation marks."""

    def __init__(self, groups: Sequence[PhraseGroup], cited: Sequence[str]) -> None:
        self._right: set[str] = set()
        self._by_shape: dict[str, list[_Phrase]] = defaultdict(list)
        for group, basis in zip(groups, cited, strict=True):
            self._right.update(group.words, group.except_)
            for word in group.words if group.quoted else ():
                if len(word) >= SHORTEST:
                    for shape in _shapes(word):
                        self._by_shape[shape].append(_Phrase(word, basis))

    def find(self, passage: Passage) -> Iterator[Hit]:
        """Give every quotation that is nearly a phrase."""
        if "“" not in passage.plain:
            return
        for found in _QUOTED.finditer(passage.plain):
            said = found[1]
            if said in self._right:
                continue
            near = {p for shape in _shapes(said) for p in self._by_shape.get(shape, ())}
            meant = [phrase for phrase in sorted(near) if _is_slip(said, phrase.text)]
            if len(meant) == 1:
                yield Hit(found.start(1), found.end(1), said, meant[0].text, basis=meant[0].basis)


def _shapes(word: str) -> Iterator[str]:
    """Give what is left of a word without each of its characters, and the word itself."""
    yield word
    for at in range(len(word)):
        yield word[:at] + "\0" + word[at + 1 :]
        yield word[:at] + word[at + 1 :]


def _is_slip(said: str, right: str) -> bool:
    """Tell one edit, and none that makes another number of things."""
    if len(said) == len(right):
        wrong = [at for at, (a, b) in enumerate(zip(said, right, strict=True)) if a != b]
        if len(wrong) == 1:
            return not _NUMERALS.issuperset((said[wrong[0]], right[wrong[0]]))
        first, last = wrong[0], wrong[-1]
        return (
            len(wrong) == 2
            and last == first + 1
            and said[first : last + 1] == right[last] + right[first]
        )
    longer, shorter = (said, right) if len(said) > len(right) else (right, said)
    extra = next(
        (at for at in range(len(longer)) if longer[:at] + longer[at + 1 :] == shorter), None
    )
    return (
        extra is not None
        and len(longer) > SHORTEST
        and is_chinese(longer[extra])
        and longer[extra] not in _NUMERALS
    )
