"""X02: an amount of a sentence that names a row of a list in the same paper, against that row."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import is_of_other_times, places_of, said, shown
from generator.rules.list_tables import ListTable, list_tables, value_of
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_HEADS = {"spent": "spent-head", "budget": "budget-head", "initial": "budget-head"}
_SHORTEST = 4


def said_of_lists(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Near the value of its column, but no value of the row at all: one of the two is a slip."""
    tables = [table for table in list_tables(form) if _unit(table, form, words)]
    for one in said(form) if tables else ():
        for fact in one.facts:
            heads = _HEADS.get(fact.role, "")
            if not heads or fact.place.table or is_of_other_times(one, fact, words):
                continue
            for table in tables:
                yield from _against(table, fact, heads, form, words)


def _against(
    table: ListTable, fact: Fact, heads: str, form: PrintedForm, words: Vocabulary
) -> Iterator[Finding]:
    unit = _unit(table, form, words)
    size = Fraction(words.units.size(unit)[1] if words.units else 1)
    for row in table.rows:
        names = [normal(e.text) for e in row.values() if value_of(e) is None]
        if not any(_is_called(fact, name, words) for name in names if len(name) >= _SHORTEST):
            continue
        values = {c: v for c, e in row.items() if (v := value_of(e)) is not None}
        if any(_is_same(fact, Fraction(v) * size) for v in values.values()):
            return
        for column, value in values.items():
            head = table.heads.get(column)
            if head is None or not words.has(heads, head.text):
                continue
            near = sorted((Fraction(value) * size, Fraction(in_base(fact) or 0)))
            if near[1] and words.percent("near-value") <= near[0] / near[1]:
                right = f"{plain(value)}{unit}"
                yield Finding("two-values", fact.place, shown(fact), right, "", names[0])
                return


def _is_called(fact: Fact, name: str, words: Vocabulary) -> bool:
    """Tell an amount of all that a row names: 高标准农田建设项目支出, and no part of it."""
    own = normal(fact.name)
    if name not in own:
        return False
    rest = own.replace(name, "", 1)
    for word in words.words("whole-amount"):
        rest = rest.replace(word, "")
    return not rest


def _is_same(fact: Fact, value: Fraction) -> bool:
    printed = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    return round_half_up(value / Fraction(fact.size[1]), places_of(printed)) == printed


def _unit(table: ListTable, form: PrintedForm, words: Vocabulary) -> str:
    """Return the unit of the amounts of a table (empty: it has none)."""
    heads = [head.text for head in table.heads.values()]
    if not any(words.has("spent-head", head) or words.has("budget-head", head) for head in heads):
        return ""
    known = words.units.money if words.units else ()
    return next((unit for unit in known if any(unit in head for head in heads)), form.money)
