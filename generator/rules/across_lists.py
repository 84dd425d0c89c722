"""X01, X02: a list of projects against the forms of the same paper, a report against its table."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.base.number import places_of, plain, round_half_up
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.printed_value import Amount


def lists_and_forms(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """What a list says of a project is what its form says, which stands in the same paper."""
    full = [form for form in forms if form.rows and form.name.text.strip()]
    for listed in forms:
        if listed.rows or not listed.name.text.strip():
            continue
        own = [form for form in full if _are_of_one(form, listed)]
        if len(own) == 1:
            yield from _total(own[0], listed)
            yield from _amounts(own[0], listed)


def report_and_table(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """The total that a report claims is that of the only table of indicators that it has."""
    tables = [form for form in forms if form.rows and form.total is not None]
    told = [form for form in forms if form.claimed_total is not None]
    if len(tables) != 1 or len(told) != 1 or told[0] is tables[0] or told[0].rows:
        return
    table, report = tables[0], told[0]
    name = normal(table.name.text)
    is_of_it = not name or name in normal(report.title) or name == normal(report.name.text)
    if not is_of_it or table.is_department != report.is_department or report.total is not None:
        return
    said, own = report.claimed_total, table.total
    if said is not None and own is not None and not _agree(said, own):
        yield Finding("claimed-total", said.place, plain(said.value), plain(own.value))


def _are_of_one(form: PrintedForm, listed: PrintedForm) -> bool:
    is_alike = normal(form.name.text) == normal(listed.name.text)
    return is_alike and form.year == listed.year and form.is_department == listed.is_department


def _total(form: PrintedForm, listed: PrintedForm) -> Iterator[Finding]:
    if form.total is None or listed.total is None or _agree(listed.total, form.total):
        return
    left, right = plain(listed.total.value), plain(form.total.value)
    yield Finding("listed-total", listed.total.place, left, right, "", form.name.text)


def _amounts(form: PrintedForm, listed: PrintedForm) -> Iterator[Finding]:
    """Hold the money of the list against that of the form; a list may give the first budget."""
    own, said = form.funds.total, listed.funds.total
    pairs = ((said.budget, (own.budget, own.initial)), (said.spent, (own.spent,)))
    for amount, known in pairs:
        rights = [one for one in known if one is not None]
        size = form.money_size[1] / listed.money_size[1]
        if amount is None or not rights:
            continue
        if not any(_agree(amount, one._replace(value=one.value * size)) for one in rights):
            left, right = (
                f"{plain(amount.value)}{listed.money}",
                f"{plain(rights[0].value)}{form.money}",
            )
            yield Finding("listed-amount", amount.place, left, right, "", form.name.text)


def _agree(said: Amount, own: Amount) -> bool:
    """Tell one value, of which either may be printed rounded."""
    return any(
        round_half_up(Fraction(other.value), places_of(one.value)) == one.value
        for one, other in ((said, own), (own, said))
    )
