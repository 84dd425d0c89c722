"""X01, X02: a list of projects against the forms of the same paper, a report against its table."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.base.document_place import DocumentPlace
from generator.base.number import places_of, plain, round_half_up
from generator.read.label_book import normal
from generator.read.printed_values import without_project_code
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Amount
from generator.rules.row_amounts import amounts_beside


def lists_and_forms(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """What a list says of a project is what its form says, which stands in the same paper."""
    full = [form for form in forms if form.rows and form.name.text.strip()]
    for listed in forms:
        if listed.rows or not listed.name.text.strip():
            continue
        named = [form for form in full if _are_of_one(form, listed)]
        own = [form for form in named if form.year == listed.year]
        if not own and len(named) == 1 and _is_of_other_year(named[0], listed, forms):
            own = named
            yield from _year(own[0], listed)
        if len(own) == 1:
            yield from _total(own[0], listed)
            yield from _amounts(own[0], listed.funds.total, listed)
    yield from _spending(full, forms)


def _spending(full: Sequence[PrintedForm], forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """A table of money says of each project what the form of that name does."""
    for listed in forms:
        for one in listed.spending if not listed.rows else ():
            said = one.funds.total
            named = [f for f in full if _called(f.name.text) == _called(said.name)]
            own = [f for f in named if f.year == listed.year and not f.is_department]
            if len(own) == 1 and not one.of:
                yield from _amounts(own[0], said, listed)


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
    is_alike = _called(form.name.text) == _called(listed.name.text)
    return is_alike and form.is_department == listed.is_department


def _called(name: str) -> str:
    """Return a name as it is compared; a form may print the code of its project before it."""
    return normal(without_project_code(name))


def _is_of_other_year(form: PrintedForm, listed: PrintedForm, forms: Sequence[PrintedForm]) -> bool:
    """Tell the one form of a paper whose head has the year before that of the list and of all others.

    A list of another year is no list of this paper: of one project there may be two years.
    """
    paper = [f for f in forms if _file(f) == _file(listed)]
    others = [f for f in paper if f.rows and f is not form]
    lists = [f for f in forms if not f.rows and _are_of_one(f, listed)]
    is_of_one_year = bool(others) and {f.year for f in (*others, *lists)} == {listed.year}
    is_beside = bool(form.year and listed.year) and abs((form.year or 0) - (listed.year or 0)) == 1
    return form in paper and is_of_one_year and is_beside and listed.total is not None


def _file(form: PrintedForm) -> str:
    return form.name.place.file if isinstance(form.name.place, DocumentPlace) else ""


def _year(form: PrintedForm, listed: PrintedForm) -> Iterator[Finding]:
    left, right = f"{form.year}年", f"{listed.year}年"
    yield Finding("listed-year", form.start, left, right, "", form.name.text)


def _total(form: PrintedForm, listed: PrintedForm) -> Iterator[Finding]:
    if form.total is None or listed.total is None or _agree(listed.total, form.total):
        return
    left, right = plain(listed.total.value), plain(form.total.value)
    yield Finding("listed-total", listed.total.place, left, right, "", form.name.text)


def _amounts(form: PrintedForm, said: FundsRow, listed: PrintedForm) -> Iterator[Finding]:
    """Hold the money of the list against that of the form; a list may give the first budget."""
    own = form.funds.total
    pairs = ((said.budget, (own.budget, own.initial)), (said.spent, (own.spent,)))
    for amount, known in pairs:
        rights = [one for one in known if one is not None]
        size = form.money_size[1] / listed.money_size[1]
        if rights and said.budget is amount:  # what there was after a change may stand in between
            beside = amounts_beside(form, rights[0].place)
            rights += [rights[0]._replace(value=value) for value in beside]
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
