"""The closed set of kinds: which of them there are, and what each needs to be told."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from generator.base.problem import Severity
from generator.model.wording_rule import RuleKind, WordingRule
from generator.wording import (
    abbreviations,
    dated,
    dates,
    enumeration,
    figure_style,
    law_titles,
    mark_style,
    numbering_style,
    official_numbers,
    own_name,
    particles,
    quantity_style,
    sentence_style,
    set_sentences,
    skipped_level,
    word_kinds,
)
from generator.wording.passage import Context, Passages
from generator.wording.word_kinds import Hits


class Finder(Protocol):
    """One rule, ready to look at any number of documents."""

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give what is wrong, with the index of its passage."""


class Kind(NamedTuple):
    """A kind of rule: how it is made, which keys it needs, and which others it understands."""

    make: Callable[[WordingRule], Finder]
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


# Two are made elsewhere: near-miss looks at the phrases of all files together, and what slips there
# are is looked for once for all rules about them.
KINDS: Mapping[RuleKind, Kind] = MappingProxyType(
    {
        "substitution": Kind(word_kinds.Substitution, ("swap",), ("certain", "between")),
        "forbidden": Kind(word_kinds.Forbidden, ("words",), ("home", "stage", "unnumbered")),
        "consistency": Kind(word_kinds.Consistency, ("forms",)),
        "doubled": Kind(word_kinds.Doubled, ("words",), ("certain",)),
        "measure-word": Kind(word_kinds.MeasureWord, ("words",)),
        "repetition": Kind(sentence_style.Repetition, ("shortest",)),
        "counterpart": Kind(sentence_style.Counterpart, (), ("swap",)),
        "brackets": Kind(sentence_style.Brackets),
        "cut": Kind(sentence_style.Cut, ("words",), ("shortest",)),
        "width": Kind(mark_style.Width),
        "spaces": Kind(mark_style.Spaces, (), ("words",)),
        "pause": Kind(mark_style.Pause, (), ("certain",)),
        "money": Kind(mark_style.Money, ("words",)),
        "range": Kind(mark_style.Range, (), ("certain",)),
        "leftover": Kind(mark_style.Leftover),
        "number-mark": Kind(numbering_style.NumberMark),
        "number-order": Kind(numbering_style.NumberOrder),
        "skipped-level": Kind(skipped_level.SkippedLevel),
        "heading-number": Kind(numbering_style.HeadingNumber),
        "enumeration": Kind(enumeration.Enumeration, ("orders",)),
        "outdated": Kind(dated.Outdated, ("dated",)),
        "sentence": Kind(set_sentences.SetSentence, ("words",)),
        "short-early": Kind(abbreviations.ShortEarly, (), ("swap",)),
        "short-again": Kind(abbreviations.ShortAgain),
        "full-again": Kind(abbreviations.FullAgain),
        "document-number": Kind(official_numbers.DocumentNumber, (), ("certain",)),
        "date-form": Kind(dates.DateForm, (), ("certain",)),
        "span": Kind(dates.Span, (), ("certain",)),
        "mixed-numeral": Kind(figure_style.MixedNumeral, ("words",), ("certain",)),
        "amount-range": Kind(figure_style.AmountRange, ("words", "forms")),
        "percent-words": Kind(figure_style.PercentWords, ("swap",), ("certain",)),
        "long-number": Kind(figure_style.LongNumber, ("swap", "words"), ("shortest",)),
        "doubled-estimate": Kind(figure_style.DoubledEstimate, ("forms",)),
        "doubled-figure": Kind(figure_style.DoubledFigure),
        "unit-symbol": Kind(figure_style.UnitSymbol, ("swap",), ("certain",)),
        "particle": Kind(particles.Particle, ("words", "forms"), ("certain",)),
        "title": Kind(law_titles.IssuedTitle, ("words",), ("forms",)),
        "bare-title": Kind(law_titles.BareTitle, ("words",)),
        "own-name": Kind(own_name.OwnName, ("words", "forms")),
        "straight-quotes": Kind(mark_style.StraightQuotes),
        "fall-by-times": Kind(quantity_style.FallByTimes, ("words",)),
        "points-of-share": Kind(quantity_style.PointsOfShare, ("words",)),
        "estimate-mark": Kind(quantity_style.EstimateMark, ("words",), ("certain",)),
        "heading-end": Kind(numbering_style.HeadingEnd, ("words",), ("certain",)),
    }
)

_ELSEWHERE: Mapping[RuleKind, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {"near-miss": ((), ()), "slip": (("slips",), ("certain",))}
)

OPTIONS = (
    "swap",
    "certain",
    "between",
    "words",
    "unnumbered",
    "home",
    "stage",
    "forms",
    "slips",
    "orders",
    "dated",
    "shortest",
)


def options_of(kind: RuleKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys that a kind needs, and the others that it understands."""
    if kind in _ELSEWHERE:
        return _ELSEWHERE[kind]
    return KINDS[kind].needs, KINDS[kind].may


_NOTES = (
    "N03",
    "N04",
    "N06",
    "N07",
    "W02",
    "W04",
    "W06",
    "F01",
    "F02",
    "F04",
    "F05",
    "F06",
    "F07",
    "F08",
)


def severity_of(rule: WordingRule) -> Severity:
    """Return how much a rule weighs: as it says itself, else by its code."""
    if rule.severity is not None:
        return Severity(rule.severity)
    return Severity.NOTE if rule.code in _NOTES else Severity.WARNING
