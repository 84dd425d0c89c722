"""C09, C07: costs of people and offices as results; a cost that is given in per cent."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary

_RESULTS = ("产出/数量", "产出/质量", "效益", "满意度")


def costs_as_results(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was paid for people and offices is no result of a project."""
    for row in form.rows:
        said = row.target or row.actual  # a standard is no target: 评价标准
        measure = said.measure
        is_money = measure.kind is MeasureKind.NUMBER and (
            measure.unit == "" or said.units.size(measure.unit)[0] == form.money_size[0]
        )
        is_result = row.class_.startswith(_RESULTS) and is_money
        if is_result and words.ends("running-costs", _without_end(row.name.text, words)):
            yield Finding("cost-as-result", row.place, row.class_, name=row.name.text)


def _without_end(name: str, words: Vocabulary) -> str:
    """Return what a name says is paid: 人员经费 of 人员经费保障."""
    ends = sorted(words.words("of-costs"), key=len, reverse=True)
    return name.removesuffix(next((end for end in ends if name.endswith(end)), ""))


def cost_in_per_cent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A cost is an amount; 100 % of it can be held against nothing."""
    for row in form.rows:
        is_cost = "成本" in row.class_ and words.ends("amounts-of-cost", row.name.text)
        if (
            is_cost
            and _is_per_cent(row.target)
            and not (row.actual and not _is_per_cent(row.actual))
        ):
            yield Finding("cost-in-per-cent", row.target.place, row.target.text, name=row.name.text)


def _is_per_cent(said: Text) -> bool:
    return said.measure.kind is MeasureKind.NUMBER and said.measure.unit == "%"
