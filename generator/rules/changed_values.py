"""A10: changes that follow from the two values before them: “从12起下降到9起，下降25%”, “由82%升至88%，提高6个百分点”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding, Strength
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.two_values import are_numbers, two_values

_UP_BY = Pattern(r"[，,](?:(?:比|较)(?:上年|去年)(?:同期)?|同比)(?P<by>[^0-9，。；]{1,8})$")
_WAS = Pattern(r"[，,（(](?:上年|去年)(?:同期)?[^0-9，。；]{0,6}$")
_BY_THEN_FROM = Pattern(
    r"[，,][从由](?:上年|去年|20[0-9]{2}年)?度?(?:同期)?(?:每[一-鿿]{1,4}|[一-鿿]{0,6}的)?"
)
_TO = Pattern(r"(?:到|至|为)(?:了|本年的?|今年的?|20[0-9]{2}年底?的?)?$")
_THAN_YEAR = Pattern(r"(?:比|较)(?:上年|去年|20[0-9]{2}年)度?(?:同期)?的?$")
_REACHES = Pattern(
    r"[人次件]?[，,](?:总数|总量|全年|本年|合计|累计)?(?:达到|达|为|增至|减至|降至|升至|至)"
)
_BY = Pattern(
    r"(?:下降|降低|减少|增长|增加|上升|提高|提升|增幅|降幅)(?:[一-鿿]{0,3}标准)?(?:了|率|为|幅度为|达|达到)*$"
)
_ONLY_BY = Pattern(
    r"[，,；;、（(]?(?:同比|净|共|累计|实际)?"
    r"(?:下降|降低|减少|缩短|压缩|压减|增长|增加|上升|提高|提升|升高|缩减|净增|净减|增|减|升|降|提)"
    r"(?:了|幅度?为|为|达到?|近)*"
)
_OVER_YEAR = Pattern(
    r"^[人次]?[，,；;)）]*(?:(?:实际|净)?同比|较?上年(?:同期)?)?(?:下降|降低|减少|增长|增加|上升|提高|提升|增幅|降幅)"
)
_MORE = Pattern("[增上提升]")
_MINUS = "-－—负"
_PERCENT, _PAIR, _PARTS_CEILING, _SHORTEST_NAME = 100, 2, 12, 3
_POINTS = ("个百分点", "百分点")


class _Change(NamedTuple):
    """Two values of one thing, and what is printed of the way from one to the other."""

    one: Said
    old: Fact
    new: Fact
    by: Fact


def changes(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold the printed change against the one from the first value to the second."""
    for change in _changes(form):
        held = [(_held(reading, words), reading) for reading in _readings(change, words)]
        found, likeliest = min(held, key=lambda one: len(one[0]), default=([], change))
        others = _others(change) if found else []
        if any(not _held(change._replace(new=other), words) for other in others):
            continue  # 资金881万元。第一批440万元……比上年的792万元增加89万元: it is the first that grew
        is_guess = bool(others) and _is_taken_up(likeliest)
        strength = Strength.INFERRED if is_guess else Strength.CERTAIN
        yield from (finding._replace(strength=strength) for finding in found)


def _is_taken_up(change: _Change) -> bool:
    """Tell a new sentence that only says 比上年的, and not what grew: 项目支出比上年的."""
    one, old, new, by = change
    called = re.split("[，,。；;：:]", one.before(new))[-1]
    is_named = len(called) >= _SHORTEST_NAME and called in one.before(old)
    return not is_named and one.start_of(new) != one.start_of(by)


def _others(change: _Change) -> list[Fact]:
    """Return what else may have changed: values of the unit before the one that stands next to 比上年的."""
    one, old, new, by = change
    if not new.start < old.start < by.start:
        return []
    before = one.between(0, new.start)[-_PARTS_CEILING:]
    return [f for f in before if f.unit == new.unit and are_numbers(f)]


def _held(change: _Change, words: Vocabulary) -> list[Finding]:
    if change.by.unit == "%":
        found = [*_in_percent(change, words)]
    elif _is_difference(change):
        found = [*_in_units(change)]
    else:
        return []
    return found or [*_in_direction(change, words)]


def _in_direction(change: _Change, words: Vocabulary) -> Iterator[Finding]:
    """Where the size is right, the word for it says which way: 149.56万元，较上年的142万元下降5.32%."""
    one, old, new, by = change
    before, after, clause = in_base(old), in_base(new), one.before(by)
    if before is None or after is None or before == after or _is_increase(change, words):
        return
    if words.has("no-direction", clause) or _BY.search(one.before(old)):
        return  # 486万元，较上年减少54万元，下降10%: the second is no value of another year
    start, way = max((_last_of(clause, words.words(id)), id) for id in ("grows", "shrinks"))
    if start < 0 or one.text[by.start - 1] in _MINUS or old.unit != new.unit:
        return
    if (way == "grows") != (after > before):
        said = f"{clause[start:].strip()}{shown(by)}"
        yield Finding("change-direction", by.place, said, f"{shown(old)} → {shown(new)}")


def _last_of(text: str, known: tuple[str, ...]) -> int:
    return max((text.rfind(word) for word in known), default=-1)


def _readings(change: _Change, words: Vocabulary) -> Iterator[_Change]:
    """Give what may have changed: behind 7.92万元，其中……5.80万元 it is the whole, or its last part."""
    one, new = change.one, change.new
    sentence = one.text[one.start_of(new) : new.start]
    lead = max((sentence.rfind(word) for word in words.words("parts-begin")), default=-1)
    begins = one.start_of(new) + lead
    wholes = [f for f in one.between(0, begins) if f.unit == new.unit] if lead >= 0 else []
    if not wholes and (whole := _whole_of_parts(one, new)) is not None:
        wholes = [whole]
    is_whole = bool(wholes) and change.old.start > new.start
    if is_whole:
        yield change._replace(new=wholes[-1])
    if not is_whole or one.start_of(new) == one.start_of(change.by):
        yield change


def _whole_of_parts(one: Said, last: Fact) -> Fact | None:
    """Return the whole of parts up to the last of them: 48期，上、下半年分别举办20期和28期."""
    before = one.same_sentence(last)[-_PARTS_CEILING:]
    alike = [f for f in (*before, last) if f.unit == last.unit and isinstance(f.value, Decimal)]
    for first in range(len(alike) - _PAIR, 0, -1):
        together = sum((in_base(part) or Decimal(0) for part in alike[first:]), Decimal(0))
        if together == in_base(alike[first - 1]):
            return alike[first - 1]
    return None


def _changes(form: PrintedForm) -> Iterator[_Change]:
    for one in said(form):
        for first, second, by in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            yield from _change(one, first, second, by)


def _change(one: Said, first: Fact, second: Fact, by: Fact) -> Iterator[_Change]:
    """Give the change where three quantities are two values and the way between them, in any order."""
    if not are_numbers(first, second, by):
        return
    if first.unit == by.unit and _UP_BY.search(one.before(second)) and _WAS.search(one.before(by)):
        yield _Change(one, by, first, second)  # 96件，同比增长20%（上年80件）
    if second.unit == by.unit and _BY.search(one.before(first)):
        is_behind = _BY_THEN_FROM.fullmatch(one.before(second)) and _TO.search(one.before(by))
        if is_behind and one.start_of(first) == one.start_of(by):
            yield _Change(one, second, by, first)  # 增长20%，由80件增加到96件
    is_reached = _REACHES.fullmatch(one.before(by)) and _THAN_YEAR.search(one.before(first))
    if first.unit == by.unit and is_reached and _ONLY_BY.fullmatch(one.before(second)):
        yield _Change(one, first, by, second)  # 较上年的400人增加120人，达到520人
    two = two_values(one, first, second)
    if two is not None and (two.is_plain or _OVER_YEAR.search(one.before(by))):
        yield _Change(one, two.old, two.new, by)


def _in_percent(change: _Change, words: Vocabulary) -> Iterator[Finding]:
    one, old, new, by = change
    before, after = in_base(old), in_base(new)
    if before is None or after is None or not _BY.search(one.before(by)):
        return
    # 792万元，比上年增加189万元，增长31%: the second is the difference of the two.
    if old.start > new.start and (found := _BY.search(one.before(old))):
        before = after + before * (-1 if _MORE.search(found[0]) else 1)
    if before <= 0:
        return
    exact = [abs(Fraction(after) - Fraction(before)) / Fraction(before) * _PERCENT]
    if _is_increase(change, words):
        # 新增26家，较上年末的65家增长40%: the first is the increase; 较上年新增的20家: or its own new value.
        exact.append(Fraction(after) / Fraction(before) * _PERCENT)
    places = places_of(by.value) if isinstance(by.value, Decimal) else 0
    if not any(by.value in (round_half_up(e, places), truncate(e, places)) for e in exact):
        right = f"{plain(round_half_up(exact[-1], max(2, places)))}%"
        how = f"{plain(before / old.size[1])}{old.unit} → {shown(new)}"
        if len(exact) > 1:
            how = f"{shown(new)} ÷ {shown(old)}"
        yield Finding("change", by.place, shown(by), right, how)


def _is_increase(change: _Change, words: Vocabulary) -> bool:
    """Tell what was added in the year from what there was at its end."""
    before = re.split("[，,。；;]", change.one.before(change.new))[-1]
    return change.old.start > change.new.start and words.has("newly", before)


def _is_difference(change: _Change) -> bool:
    """Tell a third value of the same kind, or in percentage points, with nothing but 提高了 before it."""
    one, old, new, by = change
    is_alike = by.unit in _POINTS if old.unit == "%" else by.unit == old.unit != ""
    if new.start < by.start < old.start:  # 46.8%，比上年提高1.5个百分点，上年为45.8%
        found = _UP_BY.search(one.before(by))
        return is_alike and found is not None and _ONLY_BY.fullmatch(found["by"]) is not None
    return is_alike and _ONLY_BY.fullmatch(one.before(by)) is not None


def _in_units(change: _Change) -> Iterator[Finding]:
    _, old, new, by = change
    if not isinstance(old.value, Decimal) or not isinstance(new.value, Decimal):
        return
    exact = abs(new.value - old.value)
    # A difference that is printed more coarsely was rounded; one that is as exact was worked out.
    places = places_of(by.value) if isinstance(by.value, Decimal) else 0
    is_finer = places > max(places_of(old.value), places_of(new.value))
    if not is_finer and by.value not in (round_half_up(Fraction(exact), places), exact):
        right = f"{plain(exact)}{by.unit}"
        yield Finding("change", by.place, shown(by), right, f"{shown(old)} → {shown(new)}")
