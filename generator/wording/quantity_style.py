"""Kinds for what is said of quantities: how far something fell, by how many points, about how many."""

import re
from decimal import Decimal
from itertools import pairwise

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Hits, Passages, hit_of, matches
from generator.wording.word_index import is_inside

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_DIGITS = NUMERALS[:-1]


class FallByTimes:
    """Something that fell (``words``) by times: what falls once over is gone."""

    def __init__(self, rule: WordingRule) -> None:
        words = "|".join(map(re.escape, rule.words)) or "(?!)"
        self._found = Pattern(
            rf"(?:{words})了?(?:近|约|超过)?(?:{_NUMBER}|[{NUMERALS}两几数]+)余?倍"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each."""
        del context
        return ((number, hit_of(found)) for number, found in matches(passages, self._found))


class PointsOfShare:
    """From one share to another, and the difference called a share as well: it is of points."""

    def __init__(self, rule: WordingRule) -> None:
        words = "|".join(map(re.escape, rule.words)) or "(?!)"
        self._found = Pattern(
            rf"[由从](?P<before>{_NUMBER})%(?:{words})[到至为]?(?:了)?(?P<after>{_NUMBER})%"
            rf"，(?:{words})了?(?P<share>(?P<points>{_NUMBER})%)(?![0-9])"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each whose difference is what is said; another may be a rate of growth."""
        del context
        for number, found in matches(passages, self._found):
            before, after, points = (Decimal(found[name]) for name in ("before", "after", "points"))
            if abs(after - before) == points:
                wanted = f"{found['points']}个百分点"
                yield number, Hit(*found.span("share"), found["share"], wanted)


class EstimateMark:
    """Two numerals that follow each other say about how many, without a mark between: 三、四十人."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        units = "|".join(map(re.escape, rule.words)) or "(?!)"
        pairs = "|".join(f"{one}、{other}" for one, other in pairwise(_DIGITS))
        self._found = Pattern(rf"(?<![第、{NUMERALS}])(?:{pairs}|两、三)(?=[十百千万]*(?:{units}))")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each without its mark."""
        del context
        for number, found in matches(passages, self._found):
            if found.start() and not is_inside(found.string, *found.span(), self._rule.except_):
                wanted = found[0].replace("、", "")
                yield number, hit_of(found, wanted, is_certain=self._rule.certain)
