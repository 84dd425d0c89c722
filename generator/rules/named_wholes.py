"""Wholes that a sentence names, 占全年预算的5.05%, among the quantities before it."""

from decimal import Decimal

from generator.base.pattern import Pattern
from generator.read.fact import Fact, Role, in_base
from generator.rules.form_sentences import Said, said
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHORTEST = 2  # signs of a name
_CLAUSE = Pattern("[，,。；;：:、（(\n]")
_IN_ALL = ("总额", "总数", "总量", "总人数", "总户数", "总面积")


def wholes_called(one: Said, wholes: list[Fact], called: str) -> list[Fact]:
    """Return the wholes of the paragraph that are called so right before their number, the greatest last."""
    name = _plain_name(called.strip("了的"))
    own = [w for w in wholes if w.place == one.place and _is_called(_plain_before(one, w), name)]
    return (
        sorted(own, key=lambda whole: in_base(whole) or Decimal(0))
        if len(name) >= _SHORTEST
        else []
    )


def wholes_elsewhere(form: PrintedForm, part: Fact, called: str, words: Vocabulary) -> list[Fact]:
    """Return the budget of the year where another paragraph has it; there is only one of it."""
    if not words.is_one("called-of-year", _plain_name(called.strip("了的"))):
        return []
    return [
        fact
        for fact in _budgets(form, words)
        if fact.dimension == part.dimension
        and fact.place != part.place
        and (in_base(fact) or 0) >= (in_base(part) or 0) > 0
    ]


def whole_money(wholes: list[Fact], called: str, words: Vocabulary) -> list[Fact]:
    """Return the wholes that are all the money, where a share is said to be of it: 占预算的3%.

    A source or a part of what was spent may stand nearer, and is not what 预算 means.
    """
    if words.without("whole-amount", called.strip("了的")) or not called.strip("了的"):
        return []
    is_spent = words.has("spending", called)
    roles: tuple[Role, ...] = ("spent",) if is_spent else ("budget", "initial", "amount", "target")
    return [
        whole
        for whole in wholes
        if whole.role in roles and not words.without("whole-amount", whole.name)
    ]


@once_for_a_form
def _budgets(form: PrintedForm, words: Vocabulary) -> tuple[Fact, ...]:
    return tuple(
        fact
        for one in said(form)
        for fact in one.facts
        if not fact.is_about and words.ends("called-of-year", _plain_before(one, fact))
    )


def _is_called(before: str, name: str) -> bool:
    """Tell one name: 全年预算 of 专项资金全年预算, and 支出 as 全年支出."""
    return before.endswith(name) or (len(before) >= _SHORTEST and name.endswith(before))


def _plain_before(one: Said, fact: Fact) -> str:
    return _plain_name(_CLAUSE.split(one.before(fact))[-1].rstrip("为是共计了达 "))


def _plain_name(name: str) -> str:
    """Return what a whole is called without the word that it is all of it: 职工 of 职工总数."""
    return next((name.removesuffix(e) for e in _IN_ALL if name.endswith(e)), name)
