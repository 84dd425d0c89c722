"""What was given of one source: the budget that a rate of execution of just that source is held against."""

from collections.abc import Iterator, Sequence

from generator.base.document_place import DocumentPlace
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHORTEST = 3  # signs of the name of a source


def budgets_of_source(
    form: PrintedForm, spent: Fact, named: Sequence[Fact], words: Vocabulary
) -> list[Fact]:
    """Return the budgets of what 省级资金执行380万元 was spent of: those of the table, else those of sentences."""
    source = source_of(spent, words)
    if len(source) < _SHORTEST or words.is_one("whole-amount", source):
        return []
    told = [
        f for f in named if normal(f.name).endswith(source) and not words.has("is-left", f.name)
    ]
    own = [*_of_the_table(form, source)] or told
    return [fact for fact in own if (in_base(fact) or 0) > 0]


def source_of(spent: Fact, words: Vocabulary) -> str:
    """Return the name of a source without the word for spending behind it."""
    name = normal(spent.name)
    ending = next((word for word in words.words("spending") if name.endswith(word)), "")
    return name.removesuffix(ending)


def _of_the_table(form: PrintedForm, source: str) -> Iterator[Fact]:
    for row in form.funds.sources:
        if normal(row.name) == source and row.base is not None:
            size = form.money_size
            yield Fact("", row.base.value, form.money, "budget", DocumentPlace(), size=size)
