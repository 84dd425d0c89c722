"""What a report claims in its sentences: the total and the grade."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.form_words import Vocabulary, any_of

# 得分90分（含）以上为优 tells of a scale, not of what was reached.
_WITHIN = r"\s*(?:[（(]\s*不?包?含\s*(?:本数|[0-9]{2,3}\s*分?)?\s*[)）])?\s*"
BAND = rf"{_WITHIN}分?{_WITHIN}(?:及?以[上下]|至|到|[-—~～])"
_FULL = Decimal(100)
_ENDS = Pattern(r"[。！？\n]")
# What gives a grade to scores: 90（含）-100分为优.
_OF_SCALE = Pattern(rf"[^0-9]{{0,40}}[0-9]{{2,3}}(?:\.[0-9]+)?分?{BAND}")
_NUMBERS = Pattern(r"[0-9]{2,3}(?:\.[0-9]+)?")
_BAND = Pattern(BAND)
_CLAUSE = Pattern("[，,。；;\n]")
_AND_BEYOND = Pattern(r"[”\"’']?(?:等级|等次)?及?以[上下]")
_NUMBER = r"([0-9]{1,3}(?:\.[0-9]{1,4})?)"


def scale_behind(text: str, score: Decimal, end: int) -> int | None:
    """Return where a scale begins whose bound a score is (``None``: the score is none).

    自评得分90（含）分以上为优, 总分100分，90-100分为优. What was reached stands before a scale, too,
    自评得分95分（90-100分为优), and ends none. ``end`` is where the score ends in a text in half width.
    """
    stop = _ENDS.search(text, end)
    rest = text[end : stop.start() if stop else len(text)]
    if _BAND.match(rest):
        return end
    found = _OF_SCALE.match(rest)
    if found is None or score != max(_FULL, *map(Decimal, _NUMBERS.findall(rest))):
        return None
    return end + found.end()


class Claims:
    """Finds claims by the words that announce them."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def total(self, text: str) -> Decimal | None:
        """Return the one total that a text claims; several that differ are none."""
        plain = _plain(text)
        for pattern in self._totals:
            found = {
                one[1]
                for one in pattern.finditer(plain)
                if not self._is_of_scale(plain, one[1], one.end())
            }
            if found:
                return Decimal(found.pop()) if len(found) == 1 else None
        return None

    def _is_of_scale(self, text: str, score: str, end: int) -> bool:
        begins = scale_behind(text, Decimal(score), end)
        if begins is None:
            return False
        # 得分100分，等级为优（90-100分为优） claims it; 等级分为优、良、中、差 does not.
        own = (g for g in self._grade.finditer(text, end, begins))
        return not any(text[g.end() : g.end() + 1] not in ("、", "/") for g in own)

    def grade(self, text: str) -> str:
        """Return the one grade that a text claims."""
        found = {"".join(one.groups("")) for one in self._claimed(_plain(text))}
        return found.pop() if len(found) == 1 else ""

    def grades_in(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Give each grade that a text in half width claims, with where it stands."""
        for found in self._claimed(text.replace("：", ":")):
            which = next(n for n in (1, 2, 3, 4) if found[n])
            yield found[which], found.start(which), found.end(which)

    def _claimed(self, text: str) -> Iterator[re.Match[str]]:
        """Give the grades of the evaluation: not 良 of another examination, nor “中”及以下 of a rule."""
        others = self._words.words("other-examination")
        for found in self._grade.finditer(text):
            clause = _CLAUSE.split(text[: found.start()])[-1]
            is_other = any(word in clause for word in others)
            if not is_other and not _AND_BEYOND.match(text, found.end()):
                yield found

    @cached_property
    def _totals(self) -> tuple[Pattern, ...]:
        """Patterns from the surest on: a total by its name, a bare score, an evaluation."""
        total, score, evaluation = (
            any_of(self._words.words(f"{use}-claim")) for use in ("total", "score", "evaluation")
        )
        return (
            Pattern(rf"(?:{total})[数值]?(?:合计)?(?:为|是|:|达到?|得)?{_NUMBER}分(?!{BAND})"),
            Pattern(rf"(?<![一-鿿])(?:{score})(?:为|是|:)?{_NUMBER}分(?!{BAND})"),
            Pattern(
                rf"(?:{evaluation})(?:结果)?(?:为|得|:|(?=[5-9][0-9](?![0-9])|100)){_NUMBER}分(?!{BAND})"
            ),
        )

    @cached_property
    def _grade(self) -> Pattern:
        """Grades behind the word for them, before it, or right behind the score: 评价等级为优, 属于“优”等级, 92分，为优."""
        claim, grade, verb, behind = (
            any_of(self._words.words(use))
            for use in ("grade-claim", "grade-word", "grade-verb", "grade-behind")
        )
        return Pattern(
            rf"(?:{claim})(?:评定)?(?:结果)?(?:为|是|:|属于)(?:[“\"‘']([一-鿿]{{1,4}})[”\"’']"
            rf"|({grade})(?![化质先势]))"
            rf"|(?:{verb})[“\"‘']?({grade})[”\"’']?(?:{behind})"
            rf"|(?<=分[，,])(?:{verb})[“\"‘']?({grade})[”\"’']?(?=[。；;，,]|$)"
        )


def _plain(text: str) -> str:
    return "".join(half_width(text).split()).replace("：", ":")
