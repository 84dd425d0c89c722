"""Kinds for figures of GB/T 15835: 3000元 and not 3千元, 10万—15万元 and not 10-15万元, 约100人 and not 约100余人, 12% and not 百分之12."""

import re

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hits, Passages, hit_of, matches
from generator.wording.word_index import is_inside

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_RANGES = tuple("-—~～至到")
_FURTHEST = 100  # times the first number: beyond it both are hardly counted alike
_TIMES = {"十": 10, "百": 100, "千": 1000}


class MixedNumeral:
    """Digits with 十, 百 or 千 before a unit: only 万 and 亿 go with digits."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        units = "|".join(map(re.escape, rule.words)) or "(?!)"
        self._found = Pattern(
            rf"(?<![0-9.])(?P<number>{_NUMBER})(?P<times>[十百千])(?P<more>[余多]?)(?={units})"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with its digits written out."""
        del context
        for number, found in matches(passages, self._found):
            if is_inside(found.string, *found.span(), self._rule.except_):
                continue
            value = float(found["number"]) * _TIMES[found["times"]]
            if value == int(value):
                wanted = f"{int(value)}{found['more']}"
                yield number, hit_of(found, wanted, is_certain=self._rule.certain)


class AmountRange:
    """A range whose first number has lost its 万 or 亿 (``words``) before a unit (``forms``): 10-15万元."""

    def __init__(self, rule: WordingRule) -> None:
        times = "|".join(map(re.escape, rule.words)) or "(?!)"
        units = "|".join(re.escape(unit) for units in rule.forms for unit in units) or "(?!)"
        self._found = Pattern(
            rf"(?<![0-9.,，A-Za-z〔第年月日/-])(?P<low>{_NUMBER})(?P<dash>[-－–—~～]{{1,2}})"
            rf"(?P<high>{_NUMBER})(?P<times>{times})(?={units})"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with its word behind both numbers; what does not rise, or far too far, is none."""
        del context
        for number, found in matches(passages, self._found):
            low, high = float(found["low"]), float(found["high"])
            if 0 < low < high <= low * _FURTHEST:
                wanted = (
                    f"{found['low']}{found['times']}{found['dash']}{found['high']}{found['times']}"
                )
                yield number, hit_of(found, wanted)


class PercentWords:
    """A word for a share before digits, each with the sign that goes with digits: 百分之12 is 12%."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        words = "|".join(map(re.escape, rule.swap)) or "(?!)"
        self._found = Pattern(rf"(?P<word>{words})(?P<number>{_NUMBER})(?![0-9.]*[%％‰])")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with digits and sign; which sign the end of a range has nobody knows."""
        del context
        for number, found in matches(passages, self._found):
            wanted = f"{found['number']}{self._rule.swap[found['word']]}"
            is_range = found.string[found.end() : found.end() + 1] in _RANGES
            yield number, hit_of(found, wanted, is_certain=self._rule.certain and not is_range)


class LongNumber:
    """A whole number of many digits (``shortest``) before a unit, in one piece: 1000000元.

    ``swap`` says how many noughts a word stands for, the most first; what does not end in so many
    is parted by thousands.
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        units = "|".join(map(re.escape, rule.words)) or "(?!)"
        self._found = Pattern(
            rf"(?<![0-9.,，A-Za-z〔\[-])(?P<whole>[1-9][0-9]{{{rule.shortest - 1},}})"
            rf"(?P<part>\.[0-9]+)?(?={units})"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each as it is read more easily."""
        del context
        for number, found in matches(passages, self._found):
            yield number, hit_of(found, self._short(found["whole"], found["part"] or ""))

    def _short(self, whole: str, part: str) -> str:
        for word, noughts in self._rule.swap.items() if not part else ():
            if whole.endswith(noughts):
                return whole.removesuffix(noughts) + word
        return f"{int(whole):,}{part}"


class DoubledEstimate:
    """A number that is called rough before and behind: 约100余人, 超过3次以上.

    Of each pair of ``forms``, the first word stands before and the second behind; ``except`` holds
    words that the first may be a part of (节约).
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        pairs = "|".join(
            rf"(?:{re.escape(before)}){_NUMBER}[万亿千百]?[一-鿿%]{{0,3}}?{re.escape(behind)}"
            for before, behind in rule.forms
        )
        self._found = Pattern(pairs or "(?!)")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each."""
        del context
        for number, found in matches(passages, self._found):
            start = found.start()
            if not is_inside(found.string, start, start + 1, self._rule.except_):
                yield number, hit_of(found)


class DoubledFigure:
    """A number that stands twice with its unit, right behind itself: 10%10%, 37场37场."""

    def __init__(self, rule: WordingRule) -> None:
        del rule
        self._found = Pattern(
            rf"(?<![0-9.,，])(?P<once>{_NUMBER}(?:%|[一-鿿]{{1,3}}))(?P=once)(?!每)"
        )

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each, and that it stands once."""
        del context
        for number, found in matches(passages, self._found):
            yield number, hit_of(found, found["once"])


class UnitSymbol:
    """A symbol of a unit in wrong letters right behind a number: 5KG, 3Km."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        symbols = "|".join(map(re.escape, sorted(rule.swap, key=len, reverse=True))) or "(?!)"
        self._found = Pattern(rf"(?<=[0-9])(?:{symbols})(?![A-Za-z0-9])")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with the letters that it has."""
        del context
        for number, found in matches(passages, self._found):
            wanted = self._rule.swap[found[0]]
            yield number, hit_of(found, wanted, is_certain=self._rule.certain)
