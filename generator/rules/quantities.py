"""X02: one quantity with two values: sentences against the form's rows, its funds, and each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import (
    Said,
    goal_places,
    is_of_other_times,
    is_planned,
    is_scale,
    of_sentences,
    places_of,
    said,
    shown,
)
from generator.rules.named_rows import NamedRows, comparable, rows_named
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Amount, Text
from generator.rules.row_cores import SHORTEST as _SHORTEST
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs
from generator.rules.same_value import is_given, is_same, with_bound
from generator.rules.scope import is_beyond_scope
from generator.rules.swapped import are_swapped

_TELLING = 6
_CLAUSE = Pattern("[，,。；;、（(\n]")
_YEAR = Pattern("^20[0-9]{2}年度?")
_LEADS_ON = Pattern("[为是:：约达到共计]+$")
_ROW_ROLES = ("target", "actual", "count", "rate")


@of_sentences
def against_rows(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence names a row of the form, and gives it another value than the form does."""
    named = rows_named(form, words)
    goals = goal_places(form)
    results = {aim.achieved.place for aim in form.said_aims if aim.achieved}
    for one in said(form) if named else ():
        for fact in one.facts:
            is_of_other_year = form.year is not None and fact.year not in (None, form.year)
            if fact.role not in _ROW_ROLES or is_of_other_times(one, fact, words):
                continue
            if is_of_other_year or is_scale(one, fact, words) or _was_changed(form, fact):
                continue
            # Of goals and limits the target is meant as well: 满意度达到90%以上.
            is_wanted = one.place in goals or words.begins("bound-behind", one.text[fact.end :])
            role = "count" if is_wanted else fact.role
            if role == "count" and one.place in results:
                role = "actual"  # what became of the goal is no goal
            row = named.exactly(_whole_name(one, fact))
            if row is None and one.place in results and fact.unit != "%":
                row = named.turned(fact.name)  # the goal's own cell tells of the row itself
            if row is None:
                yield from _nearly_named(fact._replace(role=role), named, words)
                continue
            known = comparable(fact, row, _texts(row, role))
            if role != "target" and not _has_actual(row, known):
                continue  # what was reached says nothing of what was wanted
            bound = with_bound(fact, one.text[fact.end :], words)
            if known and not is_given(row, bound, known, is_goal=one.place in goals):
                right = "、".join(dict.fromkeys(text.text for text, _ in known))
                yield Finding("two-values", fact.place, shown(fact), right, "", row.name.text)


def _was_changed(form: PrintedForm, fact: Fact) -> bool:
    """Tell what was wanted at first and was changed in the year: the row has what it was changed to."""
    if not form.adjusted or fact.place != form.expected.place:
        return False
    later = [f for f in form.ledger.facts if f.place == form.adjusted.place]
    named = [
        f for f in later if f.dimension == fact.dimension and normal(f.name) == normal(fact.name)
    ]
    return bool(named) and all(in_base(f) != in_base(fact) for f in named)


def _nearly_named(fact: Fact, named: NamedRows, words: Vocabulary) -> Iterator[Finding]:
    """A sentence calls a row nearly so (完成定量检测 and 定量检测批次), and its value is near, too."""
    if fact.unit == "%":
        return
    row, is_shortened = named.nearly(fact.name)
    if row is None:
        return
    known = comparable(fact, row, _texts(row, fact.role))
    if any(is_same(fact, value) for _, value in known):
        return
    for text, value in known:
        # A shorter name may be that of a wider thing: only a slip of the pen tells that it is not.
        is_near = not is_shortened and _is_near(
            Fraction(in_base(fact) or 0), Fraction(value), words
        )
        if is_near or are_swapped(in_base(fact) or Decimal(0), value):
            place, name = fact.place, row.name.text
            yield Finding("two-values-doubtful", place, shown(fact), text.text, "", name)
            return


def against_funds(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence gives the whole budget or all that was spent otherwise than the form does."""
    known = list(_amounts(form))
    if not known or (len(form.units) == 0 and not form.rows):
        return
    for one in said(form):
        for fact in one.facts:
            own = getattr(form.funds.total, fact.role, None) if fact.role in AMOUNTS else None
            if own is None or not _is_whole(form, fact, words):
                continue
            # What is called as the cell is, is the cell; other words may mean another amount.
            is_called = words.is_one("amount-of-a-cell", _called(one, fact))
            right_ones = [own] if is_called else known
            if is_of_other_times(one, fact, words) or any(
                is_same(fact, _worth(amount, form)) for amount in right_ones
            ):
                continue
            pair = Fraction(in_base(fact) or 0), Fraction(_worth(own, form))
            if is_called or _is_near(*pair, words):
                right = f"{plain(own.value)}{form.money}"
                yield Finding("two-amounts", fact.place, shown(fact), right, "", fact.name)


def against_rate(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence gives the rate of the whole budget otherwise than the amounts of the form do."""
    total = form.funds.total
    # A department's rate has parts, and the words seldom say which is meant.
    base = total.base
    if form.is_department or total.spent is None or base is None or not base.value:
        return
    exact = Fraction(total.spent.value) / Fraction(base.value) * 100
    printed = {total.rate.value} if total.rate is not None else set()
    wanted = {row.name.place for row in form.rows if not row.target}
    for one in said(form):
        for fact in one.facts:
            is_rate = fact.unit == "%" and words.is_one("rate-of-the-whole", normal(fact.name))
            if not is_rate or is_of_other_times(one, fact, words) or fact.sign:
                continue
            if is_scale(one, fact, words) or _is_of_source(form, one, fact):
                continue
            places = places_of(fact.value) if isinstance(fact.value, Decimal) else 0
            if fact.value in printed | {round_half_up(exact, places), truncate(exact, places)}:
                continue
            if fact.place in wanted or _is_reached(one, fact, exact, words):
                continue
            right = f"{plain(round_half_up(exact, max(places, 2)))}%"
            yield Finding("two-rates", fact.place, shown(fact), right)


def _is_reached(one: Said, rate: Fact, exact: Fraction, words: Vocabulary) -> bool:
    """Tell a bound that was reached indeed, and is not said to be the rate: 执行率达到90%，无需说明."""
    value = Fraction(rate.value) if isinstance(rate.value, Decimal) else Fraction(0)
    is_round = value % words.number("rate-bound-step") == 0
    return is_round and value <= exact and words.ends("rate-reached", one.text[: rate.start])


def _is_of_source(form: PrintedForm, one: Said, rate: Fact) -> bool:
    """Tell 区级配套支出198万元，执行率91.67%: what the rate is of is what was spent of a source."""
    spent = one.same_sentence(rate)[-1:]
    own = {_worth(s.spent, form) for s in form.funds.sources if s.spent is not None}
    whole = form.funds.total.spent
    is_whole = whole is not None and bool(spent) and is_same(spent[0], _worth(whole, form))
    return bool(spent) and not is_whole and any(is_same(spent[0], value) for value in own)


@of_sentences
def across_sentences(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two sentences give one thing of one name two values that are near each other."""
    named: dict[tuple[str, str, str, int], list[Fact]] = defaultdict(list)
    rows = rows_named(form, words)
    # 救助困难群众1200人次 as the name of a row says what is wanted.
    goals = goal_places(form) | {row.name.place for row in (*form.rows, *form.rows_beside)}
    for one in said(form):
        for fact in one.facts:
            name = _told_name(one, fact, words)
            is_told = fact.role in ("count", "actual", "target", "spent")
            is_bound = fact.unit == "%" or words.begins("bound-behind", one.text[fact.end :])
            is_told = is_told and not is_bound
            if len(name) < _SHORTEST or not is_told or is_of_other_times(one, fact, words):
                continue
            is_wanted = fact.role == "target" or fact.place in goals or is_planned(one, fact, words)
            role = "target" if is_wanted else "told"
            if is_wanted and form.adjusted and fact.place == form.adjusted.place:
                role = "changed"  # what was wanted at first stands in another cell
            # 改造农村危房 and 农村危房改造 are one thing.
            signs = "".join(sorted(name))
            named[signs, fact.dimension, role, fact.year or form.year or 0].append(fact)
    planned = _planned(form, words)
    for facts in named.values():
        first = facts[0]
        values = {in_base(fact) for fact in facts}
        others = [f for f in facts if in_base(f) != in_base(first) and f.place != first.place]
        if len(values) != 2 or not others or not first.unit:
            continue
        other = others[0]
        pair = Fraction(in_base(other) or 0), Fraction(in_base(first) or 0)
        if _is_near(*pair, words) and not _is_rounded(other, first):
            if _is_planned_and_done(other, first, rows) or _is_difference_told(form, other, first):
                continue
            if _are_pair(other, first, planned) or is_beyond_scope(form, first, other, words):
                continue
            id = "two-said" if len(normal(first.name)) >= _TELLING else "two-said-doubtful"
            yield Finding(id, other.place, shown(other), shown(first), "", first.name)


def _is_planned_and_done(one: Fact, other: Fact, rows: NamedRows) -> bool:
    """Tell the target and the actual of a row: a part of the paper may speak of what was planned."""
    row = rows.any(one.name)
    if row is None:
        return False
    known = comparable(one, row, (row.target, row.actual))
    return all(any(is_same(fact, value) for _, value in known) for fact in (one, other))


def _are_pair(one: Fact, other: Fact, planned: Mapping[str, set[Decimal | None]]) -> bool:
    """Tell what was wanted, said once more without the word for it: a sentence says both, 目标96场，完成100场."""
    known = planned.get(_told_of(one), set())
    return {in_base(one), in_base(other)} <= known


def _planned(form: PrintedForm, words: Vocabulary) -> dict[str, set[Decimal | None]]:
    """Gather the targets and actuals that sentences set side by side, by what they are of."""
    found: dict[str, set[Decimal | None]] = defaultdict(set)
    for pair in pairs(form, words):
        values = {in_base(pair.target), in_base(pair.actual)}
        for fact in (pair.target, pair.actual):
            found[_told_of(fact)] |= values
    return found


def _told_name(one: Said, fact: Fact, words: Vocabulary) -> str:
    """Return the name of a quantity; a short one with its verb, which tells it apart as well: 完成营造林."""
    name = normal(fact.name)
    if len(name) != _SHORTEST - 1 or not fact.unit:
        return name
    act = _YEAR.sub("", _called(one, fact).removesuffix(name))
    while act and not words.is_one("leading-acts", act):
        act = act[len(next((w for w in words.words("act-leads") if act.startswith(w)), act)) :]
    return f"{act}{name}"


def _told_of(fact: Fact) -> str:
    return "".join(sorted(normal(fact.name)))


def _is_difference_told(form: PrintedForm, one: Fact, other: Fact) -> bool:
    """Tell “安装4992块，未完成的208块……”: the sentence itself says what is missing."""
    missing = abs((in_base(one) or Decimal(0)) - (in_base(other) or Decimal(0)))
    places = (one.place, other.place)
    return any(
        fact.dimension == one.dimension and in_base(fact) == missing
        for place in places
        for fact in form.ledger.at(place)
    )


def _whole_name(one: Said, fact: Fact) -> str:
    """Return the name of a quantity with its 数: 购书册数为 leads to a number, too."""
    name = normal(fact.name)
    counted = f"{name}数"
    return counted if counted in normal(one.before(fact)) else name


def _called(one: Said, fact: Fact) -> str:
    """Return the clause before a number without what leads on to it."""
    return _LEADS_ON.sub("", normal(_CLAUSE.split(one.before(fact))[-1]))


def _texts(row: Row, role: str) -> tuple[Text, ...]:
    if role == "target":
        return (row.target,)
    return (row.actual,) if role == "actual" else (row.actual, row.target)


def _has_actual(row: Row, known: Sequence[tuple[Text, Decimal]]) -> bool:
    return not row.actual or any(text is row.actual for text, _ in known)


def _is_rounded(one: Fact, other: Fact) -> bool:
    return is_same(one, in_base(other) or Decimal(0)) or is_same(other, in_base(one) or Decimal(0))


def _amounts(form: PrintedForm) -> Iterator[Amount]:
    for row in form.funds.rows:
        yield from (amount for _, amount in row.columns() if amount is not None)


def _worth(amount: Amount, form: PrintedForm) -> Decimal:
    return amount.value * form.money_size[1]


def _is_whole(form: PrintedForm, fact: Fact, words: Vocabulary) -> bool:
    """Tell an amount of the whole project from one of a part: its name says no more than 预算."""
    name = normal(fact.name)
    for word in (normal(form.name.text), *words.words("whole-amount")):
        name = name.replace(word, "")
    return not name


def _is_near(one: Fraction, other: Fraction, words: Vocabulary) -> bool:
    """Tell values that may well be one: a slip of the pen changes little, another thing much."""
    least = words.percent("near-value")
    return bool(one and other) and least <= min(one, other) / max(one, other)
