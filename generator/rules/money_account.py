"""A09: what there was, with what was added, is the budget: 年初预算300万元，追加40万元，调整后340万元."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import places_of, plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_STOP = "。"
_CLAUSE = Pattern("[，,。；;：:（(\n]")


def adjusted_budget(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“年初预算300万元，追加40万元，调整后预算350万元”: the third is the first with the second."""
    for one in said(form):
        for change, last in zip(one.facts, one.facts[1:], strict=False):
            first = _begun_with(one, change)
            if first is None or not all(
                words.are_comparable(f.unit, "元") and f.unit for f in (first, change, last)
            ):
                continue
            sign = _sign(one, change, words)
            is_budget = first.role in ("initial", "budget") and last.role == "budget"
            is_one = _STOP not in one.text[first.end : last.start] and not change.is_about
            if not sign or not is_budget or not is_one:
                continue
            # 年初批复320万元，年中追加30万元，全年预算350万元: named as what it has become.
            is_initial = first.role == "initial" or words.has("called-initial", one.before(first))
            is_of_year = is_initial and words.ends(
                "called-of-year", one.before(last).rstrip("为共计达 ")
            )
            if not (words.has("after-change", one.before(last)) or is_of_year):
                continue
            changes = [(sign, change), *_changes_before(one, first, change, words)]
            due = _worth(first) + sum((n * _worth(fact) for n, fact in changes), Decimal(0))
            facts = [fact for _, fact in changes]
            if abs(due - _worth(last)) > slack(first, *facts, last):
                told = (f"{'+' if n > 0 else '-'}{shown(fact)}" for n, fact in reversed(changes))
                how = f"{shown(first)}{''.join(told)}"
                right = f"{plain(due / last.size[1])}{last.unit}"
                yield Finding("money-account", last.place, shown(last), right, how, "调整后的预算")


def _begun_with(one: Said, change: Fact) -> Fact | None:
    """Return the amount before a change; its parts may stand between: 预算300万元，其中……，追加40万元."""
    start = one.text.rfind(_STOP, 0, change.start) + 1
    before = [f for f in one.between(start, change.start) if f.dimension == change.dimension]
    if before and before[-1].role in ("part", "count", "amount"):
        return next((f for f in reversed(before) if f.role in ("initial", "budget")), before[-1])
    return before[-1] if before else None


def _changes_before(
    one: Said, first: Fact, change: Fact, words: Vocabulary
) -> Iterator[tuple[int, Fact]]:
    """Give what else was added or taken away since, the last first; parts of the first change nothing."""
    for fact in reversed(one.between(first.end, change.start)):
        if fact.dimension == change.dimension and (sign := _sign(one, fact, words)):
            yield sign, fact


def _worth(fact: Fact) -> Decimal:
    return in_base(fact) or Decimal(0)


def _sign(one: Said, change: Fact, words: Vocabulary) -> int:
    """Tell which way a change goes (0: it is none)."""
    before = one.before(change).rstrip("了资金预算")
    if words.ends("takes-away", before):
        return -1
    if words.ends("adds-to", before):
        return 1
    # 年中追加市级康复补助30万元: what was added is called by a name of its own.
    clause = _CLAUSE.split(before)[-1]
    signs = {n for id, n in (("takes-away", -1), ("adds-to", 1)) if words.has(id, clause)}
    return signs.pop() if len(signs) == 1 else 0


def slack(*facts: Fact) -> Decimal:
    """Return what rounding may explain; whole numbers of an amount are exact."""
    sizes = [
        f.size[1].scaleb(-places_of(f.value))
        for f in facts
        if isinstance(f.value, Decimal) and places_of(f.value)
    ]
    return sum(sizes, Decimal(0)) / 2 if len(set(sizes)) > 1 else Decimal(0)
