"""A10: a rate behind a difference and its two values: 预算8万元，实际支出5.6万元，减少2.4万元，下降30%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.two_values import are_numbers, two_values

_PERCENT = 100
_POINTS = ("个百分点", "百分点")
_THAN = Pattern(r"[，,]?(?:比|较)[^0-9，,。；;]{0,10}$")
_MORE_THAN = Pattern(
    r"[，,]?(?:比|较)(?P<of>[一-鿿]{2,8}?)数?(?:减少|增加|节约|下降|增长|压减|少|多|超支|超出|降低|提高)了?"
)
# 就业54人，比目标60人少6人
_THAN_TARGET = Pattern(r"[，,]?(?:比|较)(?:年初|年度|原定)?(?:目标|计划|任务|指标)[数值量]?的?$")
_SHORT_OF = Pattern(r"(?:少|多|减少|增加|超出?|低)了?")
_APART = Pattern(r"的?(?:目标|指标值|要求)?(?:高出?|低|超出|超过|多|少)了?")


def difference_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Which of the two values it is a part of, the words seldom say: it has to be of one of them."""
    for one in said(form):
        for first, second, by, rate in zip(
            one.facts, one.facts[1:], one.facts[2:], one.facts[3:], strict=False
        ):
            if _are_told(one, (first, second, by), rate, words):
                two = two_values(one, first, second)
                # 较上年的24万元减少2.4万元 is a part of what there was the year before.
                wholes = (first, second) if two is None else (two.old,)
                if _is_than(one, first, by):
                    wholes = (first,)
                yield from _held(wholes, by, rate)


def differences(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“预算18万元，支出14.4万元，比预算减少3.6万元”: the third is what the second is less than the first."""
    for one in said(form):
        for first, second, by in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            is_alike = first.unit == second.unit == by.unit not in ("", "%")
            if (
                not is_alike
                or not (_is_than(one, first, by) or _is_than_target(one, second, by))
                or one.start_of(first) != one.start_of(by)
            ):
                continue
            values = [f.value for f in (first, second, by) if isinstance(f.value, Decimal)]
            is_exact = are_numbers(first, second, by) and not (first.sign or second.sign or by.sign)
            if not is_exact:
                continue
            if words.has("no-direction", one.before(by)):
                continue
            due = abs(values[0] - values[1])
            if values[2] != due and values[2] != round_half_up(Fraction(due), places_of(values[2])):
                how = f"{shown(first)} → {shown(second)}"
                yield Finding("change", by.place, shown(by), f"{plain(due)}{by.unit}", how)


def _is_than(one: Said, first: Fact, by: Fact) -> bool:
    """Tell 比预算减少 behind an amount that is called 预算 itself."""
    found = _MORE_THAN.fullmatch(one.before(by))
    return found is not None and one.before(first).rstrip("数为是共计 ").endswith(found["of"])


def points_apart(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“满意度96%，比目标值90%高6个百分点”: the third is what the first two differ by."""
    for one in said(form):
        for first, second, by in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            is_told = first.unit == second.unit == "%" and by.unit in _POINTS
            is_held = bool(_THAN.search(one.before(second))) and bool(
                _APART.fullmatch(one.before(by))
            )
            if not is_told or not is_held or any(f.is_about for f in (first, second, by)):
                continue
            if one.start_of(first) != one.start_of(by) or words.has("no-direction", one.before(by)):
                continue
            values = [f.value for f in (first, second, by) if isinstance(f.value, Decimal)]
            due = abs(values[0] - values[1])
            places = places_of(values[2])
            if values[2] not in (due, round_half_up(Fraction(due), places)):
                how = f"{shown(second)} → {shown(first)}"
                yield Finding("change", by.place, shown(by), f"{plain(due)}{by.unit}", how)


def _are_told(one: Said, amounts: tuple[Fact, Fact, Fact], rate: Fact, words: Vocabulary) -> bool:
    first, _, by = amounts
    is_alike = {f.dimension for f in amounts} == {first.dimension} and bool(first.unit)
    if rate.unit != "%" or not is_alike or any(f.is_about or f.sign for f in (*amounts, rate)):
        return False
    values = [in_base(f) or Decimal(0) for f in amounts]
    is_difference = abs(values[0] - values[1]) == values[2] and min(values) > 0
    lead = one.text[by.end : rate.start].strip("，,；;（(")
    is_by = bool(_BY.fullmatch(lead)) and (
        words.has("grows", one.before(by)) or words.has("shrinks", one.before(by))
    )
    return is_difference and is_by and one.start_of(first) == one.start_of(rate)


def _held(wholes: tuple[Fact, ...], by: Fact, rate: Fact) -> Iterator[Finding]:
    part = Fraction(in_base(by) or 0)
    exact = [part / Fraction(in_base(whole) or 0) * _PERCENT for whole in wholes]
    places = places_of(rate.value) if isinstance(rate.value, Decimal) else 0
    if any(rate.value in (round_half_up(e, places), truncate(e, places)) for e in exact):
        return
    nearest = min(
        exact, key=lambda e: abs(e - Fraction(rate.value if isinstance(rate.value, Decimal) else 0))
    )
    whole = wholes[exact.index(nearest)]
    right = f"{plain(round_half_up(nearest, max(2, places)))}%"
    yield Finding("change", rate.place, shown(rate), right, f"{shown(by)} ÷ {shown(whole)}")


_BY = Pattern(
    r"(?:同比)?(?:下降|降低|减少|压减|压缩|节约|增长|增加|上升|提高|降幅|增幅)(?:了|率|幅度)?(?:为|达)?"
)


def _is_than_target(one: Said, target: Fact, by: Fact) -> bool:
    is_led = _THAN_TARGET.search(one.before(target)) is not None
    return is_led and _SHORT_OF.fullmatch(one.before(by)) is not None
