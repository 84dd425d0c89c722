"""A09: what was given, less what was spent, is left: 到位500万元，支出480万元，结余30万元, in any order."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.base.number import plain
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.money_account import slack
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_GIVEN = ("budget", "initial", "amount", "part", "target")
_RATE, _MONEY = "比率", "元"
_STOP = "。"
_STOPS = ("。", "；", ";")
_MARKS = "，,；;、（() "
_SLIP = 10  # what is off by more than so small a part was left of another whole


def left_of_given(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold what is said to be left behind what was spent, and elsewhere in its sentence."""
    for one in said(form):
        if not words.has("is-left", one.text):
            continue
        told: set[Fact] = set()
        for at, left in enumerate(one.facts):
            if left not in told and is_left(one, left, words):
                lefts = [left, *_further(one, at, words)]
                told |= set(lefts)
                yield from _of_those_before(one, at, lefts, words)
                yield from _of_one_behind(one, lefts, words)


def _further(one: Said, at: int, words: Vocabulary) -> list[Fact]:
    """Return what else was left: 结转15万元、收回5万元."""
    start = one.start_of(one.facts[at])
    return [
        *takewhile(
            lambda fact: one.start_of(fact) == start and is_left(one, fact, words),
            (fact for fact in one.facts[at + 1 :] if fact.size[0] != _RATE),
        )
    ]


def _of_those_before(one: Said, at: int, lefts: list[Fact], words: Vocabulary) -> Iterator[Finding]:
    """Hold it against any amount that was given before, or all of them."""
    # A rate may stand between: 支出480万元，执行率96%，结余20万元.
    amounts = [f for f in one.facts[:at] if f.size[0] != _RATE]
    if not amounts:
        return
    *known, spent = amounts
    if one.start_of(spent) != one.start_of(lefts[0]):
        # 实际支出799万元，……。剩余51万元: it begins a sentence, and one amount is all that was spent.
        known, spent = _spent_before(one, amounts, lefts[0], words) or (known, lefts[0])
    if not is_spent(spent):
        return
    if given := [f for f in known if is_given(f, words) or _is_handed_on(one, f, spent, words)]:
        yield from _held(one, lefts, given, spent, words)


def _spent_before(
    one: Said, amounts: list[Fact], left: Fact, words: Vocabulary
) -> tuple[list[Fact], Fact] | None:
    """Return what there was before all that was spent, and that (``None``: it is not told so plainly)."""
    spent = [f for f in amounts if is_spent(f) and not _is_among(one, f, words)]
    is_alone = len(spent) == 1 and one.before(left).startswith(_STOPS)
    if not is_alone or not words.begins("is-left", one.before(left).lstrip("".join(_STOPS))):
        return None
    known = [fact for fact in amounts if fact.end <= spent[0].start]
    return (known, spent[0]) if known else None


def _is_among(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell one of the parts of what was told before: 其中设备支出375万元."""
    return words.has("parts-begin", one.text[one.start_of(fact) : fact.start])


def _of_one_behind(one: Said, lefts: list[Fact], words: Vocabulary) -> Iterator[Finding]:
    """Hold it against the only amounts of its sentence, where what was given stands behind."""
    own = [f for f in _amounts(one, lefts[0], words) if f not in lefts]
    given = [f for f in own if not is_spent(f) and words.has("came-in", one.before(f))]
    spent = [f for f in own if is_spent(f)]
    if len(own) != 2 or len(given) != 1 or len(spent) != 1:
        return
    is_first = lefts[0].start < min(given[0].start, spent[0].start)
    is_in_order = given[0].start < spent[0].start < lefts[0].start
    # 结转30万元，到位500万元: perhaps what was left the year before.
    if is_in_order or (is_first and not words.has("left-at-end", one.before(lefts[0]))):
        return
    if not words.has("of-other-years", one.sentence(lefts[0])):
        yield from _held(one, lefts, given, spent[0], words)


def _amounts(one: Said, fact: Fact, words: Vocabulary) -> list[Fact]:
    """Return the amounts of the sentence of a fact."""
    inside = one.between(one.start_of(fact), one.sentence_end(fact))
    return [f for f in inside if words.are_comparable(f.unit, _MONEY) and f.unit]


def _held(
    one: Said, lefts: list[Fact], given: list[Fact], spent: Fact, words: Vocabulary
) -> Iterator[Finding]:
    together = sum(map(_value, given), Decimal(0))
    wholes = [*map(_value, given), together]
    due = [whole - _value(spent) for whole in wholes]
    # Behind what was left may stand what became of it: 结余20万元，收回财政20万元.
    sums = [sum(map(_value, lefts[: end + 1]), Decimal(0)) for end in range(len(lefts))]
    near = slack(*given, spent, *lefts)
    if any(abs(d - value) <= near for d in due for value in (*sums, *map(_value, lefts))):
        return
    # A slip changes little; what is far off was left of another whole.
    value = sums[-1]
    known = [d for d, w in zip(due, wholes, strict=True) if abs(d - value) * _SLIP <= w]
    if not known or (known[0] > value and _is_part(one, lefts[-1], words)):
        return
    left = lefts[-1]
    rest = known[0] - sum(map(_value, lefts[:-1]), Decimal(0))
    how = "-".join(map(shown, (given[0], spent, *lefts[:-1])))
    right = f"{plain(rest / left.size[1])}{left.unit}"
    yield Finding("money-account", left.place, shown(left), right, how, left.name or "结余")


def _is_part(one: Said, left: Fact, words: Vocabulary) -> bool:
    """Tell what was taken back or paid in: some of what was left, the rest may be kept."""
    return words.has("left-in-part", one.before(left))


def is_left(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell an amount with nothing before it but that it was left: 年末结转结余, 结转下年使用."""
    if fact.is_about or not fact.unit or not words.are_comparable(fact.unit, _MONEY):
        return False
    before = one.before(fact).strip(_MARKS + _STOP)
    if not words.has("is-left", before):
        return False
    for id in ("left-lead", "is-left", "left-tail"):
        before = _stripped(before, words.words(id))
    return not before


def _stripped(text: str, known: tuple[str, ...]) -> str:
    """Return a text without the words that it begins with."""
    while found := next((word for word in known if text.startswith(word)), ""):
        text = text[len(found) :]
    return text


def is_spent(fact: Fact) -> bool:
    """Tell an amount that was spent, to the last digit."""
    return fact.role == "spent" and not fact.is_about


def is_given(fact: Fact, words: Vocabulary) -> bool:
    """Tell an amount that there was to spend."""
    return fact.role in _GIVEN and words.are_comparable(fact.unit, _MONEY) and not fact.is_about


def _is_handed_on(one: Said, fact: Fact, spent: Fact, words: Vocabulary) -> bool:
    """Tell what was paid to those who spent it: 拨付86万元，实际列支79.8万元."""
    is_paid_on = words.has("handed-on", one.before(fact))
    return is_spent(fact) and is_paid_on and not words.has("handed-on", one.before(spent))


def _value(fact: Fact) -> Decimal:
    return in_base(fact) or Decimal(0)
