"""X02: what was reached is told again with two digits changed over: 临时救助1356人次, 实际救助1365人次."""

from collections import defaultdict
from collections.abc import Container, Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, said, shown
from generator.rules.named_rows import comparable
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs
from generator.rules.swapped import are_swapped

_SIGNS = 3  # of fewer digits two may well be the same by chance
_SHORTEST = 4  # signs of a name, without what it counts by
_COUNTED_BY = Pattern("(?:人次|人数|数量|次数|户数|个数|面积|里程|长度|总数|总量|数|量)$")
_LONGEST = 20
_OF_YEAR = Pattern("^(?:全年|本年度?|年度?)")
_CLAUSE = Pattern("[，,。；;：:（(\n]")


def swapped_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A result beside its target, and the same thing in the same unit in another paragraph."""
    wanted = {
        core: (pair.actual, pair.name)
        for pair in pairs(form, words)
        if len(core := _COUNTED_BY.sub("", normal(pair.name))) >= _SHORTEST
    }
    goals = goal_places(form)
    for one in said(form) if wanted else ():
        for fact in one.facts if one.place not in goals else ():
            if not isinstance(fact.value, Decimal) or fact.unit in ("", "%") or fact.sign:
                continue
            clause = normal(_CLAUSE.split(one.before(fact))[-1])
            for core, (actual, name) in wanted.items():
                is_same = fact.unit == actual.unit and fact.place != actual.place
                if not is_same or not clause.endswith(core) or is_of_other_times(one, fact, words):
                    continue
                if _are_swapped(fact.value, actual.value):
                    yield Finding("two-said", fact.place, shown(fact), shown(actual), "", name)


def swapped_of_rows(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A row says 年出院人次 1.79万人次, and a sentence 出院1.97万人次: a short name must be the whole clause."""
    wanted: dict[str, list[Row]] = defaultdict(list)
    for row in form.rows or form.rows_beside:
        if len(core := _COUNTED_BY.sub("", _OF_YEAR.sub("", normal(row.name.text)))) > 1:
            wanted[core].append(row)
    goals = goal_places(form)
    for one in said(form) if wanted else ():
        for fact in one.facts if one.place not in goals else ():
            if fact.unit in ("", "%") or fact.sign or fact.is_about:
                continue
            clause = _OF_YEAR.sub("", normal(_CLAUSE.split(one.before(fact))[-1]))
            rows = wanted.get(_core_of(clause, wanted), ())
            if len(rows) != 1 or is_of_other_times(one, fact, words):
                continue
            for text, value in comparable(fact, rows[0], (rows[0].actual,)):
                if _are_swapped(in_base(fact) or Decimal(0), value):
                    name = rows[0].name.text
                    yield Finding("two-said", fact.place, shown(fact), text.text, "", name)


def _core_of(clause: str, wanted: Container[str]) -> str:
    """Return the name that is a clause, or a longer one that it ends with."""
    if clause in wanted:
        return clause
    sizes = range(min(len(clause), _LONGEST), _SHORTEST - 1, -1)
    return next((clause[-size:] for size in sizes if clause[-size:] in wanted), "")


def _are_swapped(one: Decimal, other: Decimal | str) -> bool:
    is_long = len(plain(one).replace(".", "").strip("0")) >= _SIGNS
    return is_long and isinstance(other, Decimal) and are_swapped(one, other)
