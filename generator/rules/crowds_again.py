"""X02: people of the goal told again with two digits changed over: 1.86万农村人口, 农村群众1.68万人."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.finding import Finding, Strength
from generator.rules.form_sentences import goal_places
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.swapped import are_swapped

_SIGNS = 3  # of fewer digits two may well be the same by chance
_SENTENCE = Pattern("[。；;\n]")
_OF_OTHERS = Pattern("上年|去年|往年|同期|20[0-9]{2}年|其中|季度|[上下]半年")


class _Crowd(NamedTuple):
    number: str
    times: str
    around: str
    place: DocumentPlace


def crowds_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Both name the people by one more word: 农村, 搬迁; which is right, only the unit knows."""
    goals = goal_places(form)
    crowds = [*_crowds(form, words)]
    wanted = [crowd for crowd in crowds if crowd.place in goals]
    told = [crowd for crowd in crowds if crowd.place not in goals]
    for one, other in product(wanted, told):
        is_slip = one.times == other.times and are_swapped(
            Decimal(one.number), Decimal(other.number)
        )
        if not is_slip or not _shared(one, other, words):
            continue
        left, right = (f"{plain(Decimal(c.number))}{c.times}人" for c in (other, one))
        yield Finding("crowd-again", other.place, left, right, strength=Strength.INFERRED)
        return


def _crowds(form: PrintedForm, words: Vocabulary) -> Iterator[_Crowd]:
    pattern = _pattern(words.words("crowd"))
    for entry in form.everything:
        if entry.place.table:
            continue
        for sentence in _SENTENCE.split(half_width(entry.text)):
            if _OF_OTHERS.search(sentence.replace(f"{form.year}年", "")):
                continue
            for found in pattern.finditer(sentence):
                if len(found["count"].replace(".", "").strip("0")) >= _SIGNS:
                    around = f"{found['before']}，{found['behind']}"
                    yield _Crowd(found["count"], found["times"] or "", around, entry.place)


def _shared(one: _Crowd, other: _Crowd, words: Vocabulary) -> bool:
    """Tell whether both have a word in common beside that for people."""
    sides = [words.without("crowd", crowd.around) for crowd in (one, other)]
    first, second = ({a + b for a, b in pairwise(side) if "，" not in (a, b)} for side in sides)
    return bool(first & second)


@lru_cache(maxsize=4)
def _pattern(people: tuple[str, ...]) -> Pattern:
    return Pattern(
        r"(?P<before>[一-鿿]{0,8})(?<![0-9.])(?P<count>[0-9]{1,7}(?:\.[0-9]{1,3})?)(?P<times>万)?余?"
        rf"(?!人次|年)(?=(?P<behind>[一-鿿]{{0,6}}?(?:{'|'.join(people)})|[人名]))"
    )
