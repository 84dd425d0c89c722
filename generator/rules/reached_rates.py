"""A10: “计划42公里，实际36公里，完成率90%”, “到位资金810万元，到位率98%”: a rate of what was wanted."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import agrees, of_whole_behind, share_finding, whole_behind

_WHOLE = 100
_DOWNWARDS = ("≤", "<")
_GIVEN = ("budget", "initial", "amount")


def reached_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Any target that stands before it, over what was reached, may give the printed rate."""
    given: list[Fact] = []  # what the paper says so far that was given
    for one in said(form):
        for rate in one.facts:
            has_come = words.has("reached-before", one.before(rate))
            if rate.role in _GIVEN and not rate.is_about and not has_come:
                given.append(rate)
            if not _is_rate(rate, words):
                continue
            actual = _reached(one, rate)
            if actual is None:
                continue
            if _is_limited(one, actual) or _is_of_whole_behind(one, rate, actual):
                continue
            targets = _wanted(one, rate, actual, given, words)
            if (behind := whole_behind(one, rate, actual)) is not None:
                targets = [behind]
            yield from _compared(rate, actual, targets)


def _wanted(
    one: Said, rate: Fact, actual: Fact, given: list[Fact], words: Vocabulary
) -> list[Fact]:
    """Return what the rate may be of: of money also what was given elsewhere, and is near."""
    targets = _targets(one, actual, words)
    if words.are_comparable(actual.unit, "元"):
        near = [f for f in given if f != actual and _is_near(actual, f, rate, words)]
        return (targets or near) if words.has("reached-before", one.before(actual)) else []
    is_less = words.has("less-is-better", actual.name) or words.is_one("time-units", actual.unit)
    return [] if is_less else targets


def _is_rate(fact: Fact, words: Vocabulary) -> bool:
    name = normal(fact.name)
    is_named = words.ends("reached-rate", name) and not words.ends("rate-head", name)
    return fact.unit == "%" and is_named and not fact.is_about


def _reached(one: Said, rate: Fact) -> Fact | None:
    """Return the quantity right before a rate, if it is one that can have been reached."""
    before = one.same_sentence(rate)[-1:]
    if not before or not before[0].unit or before[0].unit == "%":
        return None
    is_exact = not before[0].is_about and not before[0].sign
    return before[0] if is_exact and (in_base(before[0]) or 0) > 0 else None


def _is_of_whole_behind(one: Said, rate: Fact, actual: Fact) -> bool:
    """Tell a rate of what is named behind it: 到位450万元，到位率90%（应到位500万元）."""
    shares = of_whole_behind(one, rate, actual)
    return isinstance(rate.value, Decimal) and any(
        agrees(rate.value, share, is_loose=True) for share in shares
    )


def _targets(one: Said, actual: Fact, words: Vocabulary) -> list[Fact]:
    """Return what its sentence says was wanted."""
    alike = _alike(one, actual)
    wanted = [f for f in alike if f.role == "target" or words.has("wanted-before", one.before(f))]
    if not wanted:
        return []
    # A target may have been changed: 计划420户，调减至380户. What is called one stands last.
    return [*(f for f in alike if f not in wanted), *wanted]


def _is_near(actual: Fact, given: Fact, rate: Fact, words: Vocabulary) -> bool:
    """Tell what the rate may well be of: an amount of which it would be a third is another thing."""
    printed = Fraction(rate.value) if isinstance(rate.value, Decimal) else Fraction(0)
    exact = Fraction(in_base(actual) or 0) / Fraction(in_base(given) or 1) * _WHOLE
    least = words.percent("near-value")
    return bool(printed) and least <= exact / printed <= 1 / least


def _is_limited(one: Said, actual: Fact) -> bool:
    """Tell a limit, of which there are several ways to reckon a rate."""
    return any(f.sign in _DOWNWARDS for f in _alike(one, actual))


def _alike(one: Said, actual: Fact) -> list[Fact]:
    return [f for f in one.same_sentence(actual) if f.dimension == actual.dimension]


def _compared(rate: Fact, actual: Fact, targets: list[Fact]) -> Iterator[Finding]:
    known = [f for f in targets if f.dimension == actual.dimension and (in_base(f) or 0) > 0]
    if not known or not isinstance(rate.value, Decimal):
        return
    exact = [Fraction(in_base(actual) or 0) / Fraction(in_base(f) or 1) for f in known]
    is_capped = rate.value == _WHOLE and max(exact) >= 1 and any(f.role == "target" for f in known)
    if not is_capped and not any(agrees(rate.value, one, is_loose=True) for one in exact):
        yield share_finding(rate, actual, known[-1], exact[-1])
