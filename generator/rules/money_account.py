"""A09: what was given, less what was spent, is left; what there was, with what was added, is the budget."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import places_of, plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, said, shown
from generator.rules.vocabulary import Vocabulary

_LEFT = Pattern(
    r"[，,；;、](?:年末|年底|尚|还|实际|全年|资金)?(?:剩余|结余|余额|节余|未执行|未支出|未使用)"
    r"(?:资金|指标|数额|额|数|为|共|有|了|部分)*"
)
_GIVEN = ("budget", "initial", "amount", "part", "target")


def left_of_given(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“到位500万元，支出480万元，结余30万元”: any that was given, or all of it, less what was spent."""
    for one in said(form):
        for at, left in enumerate(one.facts[2:], 2):
            spent = one.facts[at - 1]
            before = one.before(left)
            if not words.are_comparable(left.unit, "元") or spent.role != "spent" or left.is_about:
                continue
            if (
                not _LEFT.fullmatch(before)
                or one.start_of(spent) != one.start_of(left)
                or spent.is_about
            ):
                continue
            given = [f for f in one.facts[: at - 1] if _is_given(f, words)]
            if given:
                yield from _held(left, given, spent)


def adjusted_budget(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“年初预算300万元，追加40万元，调整后预算350万元”: the third is the first with the second."""
    for one in said(form):
        for first, change, last in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            if not all(
                words.are_comparable(f.unit, "元") and f.unit for f in (first, change, last)
            ):
                continue
            sign = _sign(one, change, words)
            is_budget = first.role in ("initial", "budget") and last.role == "budget"
            is_one = one.start_of(first) == one.start_of(last) and not change.is_about
            if not sign or not is_budget or not is_one:
                continue
            if not words.has("after-change", one.before(last)):
                continue
            due = (in_base(first) or Decimal(0)) + sign * (in_base(change) or Decimal(0))
            if abs(due - (in_base(last) or Decimal(0))) > _slack(first, change, last):
                how = f"{shown(first)}{'+' if sign > 0 else '-'}{shown(change)}"
                right = f"{plain(due / last.size[1])}{last.unit}"
                yield Finding("money-account", last.place, shown(last), right, how, "调整后的预算")


def _held(left: Fact, given: list[Fact], spent: Fact) -> Iterator[Finding]:
    together = sum((in_base(f) or Decimal(0) for f in given), Decimal(0))
    wholes = [*(in_base(f) or Decimal(0) for f in given), together]
    due = [whole - (in_base(spent) or Decimal(0)) for whole in wholes]
    value, slack = in_base(left) or Decimal(0), _slack(*given, spent, left)
    # A slip changes little; what is far off was left of another whole.
    known = [d for d, whole in zip(due, wholes, strict=True) if abs(d - value) * 10 <= whole]
    if known and not any(abs(one - value) <= slack for one in due):
        right = f"{plain(known[0] / left.size[1])}{left.unit}"
        how = f"{shown(given[0])}-{shown(spent)}"
        yield Finding("money-account", left.place, shown(left), right, how, left.name or "结余")


def _is_given(fact: Fact, words: Vocabulary) -> bool:
    return fact.role in _GIVEN and words.are_comparable(fact.unit, "元") and not fact.is_about


def _sign(one: Said, change: Fact, words: Vocabulary) -> int:
    """Tell which way a change goes (0: it is none)."""
    before = one.before(change)
    if words.ends("takes-away", before.rstrip("了资金预算")):
        return -1
    return 1 if words.ends("adds-to", before.rstrip("了资金预算")) else 0


def _slack(*facts: Fact) -> Decimal:
    """Return what rounding may explain; whole numbers of an amount are exact."""
    sizes = [
        f.size[1].scaleb(-places_of(f.value))
        for f in facts
        if isinstance(f.value, Decimal) and places_of(f.value)
    ]
    return sum(sizes, Decimal(0)) / 2 if len(set(sizes)) > 1 else Decimal(0)
