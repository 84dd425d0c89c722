"""A09, C04, C05: sources against their sum, changes of the budget, and what was not spent."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product, takewhile

from generator.base.number import apart, plain, round_half_up
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNT_LABELS
from generator.read.printed_values import number, squeezed
from generator.rules.carried_column import is_carried_over
from generator.rules.causes import is_no_reason, says_why, sentences_of
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.funds_splits import splits
from generator.rules.held_figures import Held, differing
from generator.rules.magnitudes import are_of_two_units
from generator.rules.own_place import own_place
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import Funds, FundsRow
from generator.rules.printed_value import Amount
from generator.rules.rows_of_parts import without_parts
from generator.rules.rule_words import Vocabulary
from generator.rules.ruled import Bound
from generator.rules.unread_beside import unread_of

_TEN_THOUSAND = 10_000  # one of them is in 元: told as that
_SHORTEST = 4  # of a reason
_SENTENCE = Pattern("[。；;\n]")
_SO = Pattern(
    r"因(?![此而素地人])[^，,。；;]{2,30}?(?P<change>(?:调|追|核|增|减|预算)[^，,。；;]{0,20})"
)
_FEWEST, _ROUNDED = 2, Decimal("0.02")  # of a breakdown that was read


def sources(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The sources of a column come to its total."""
    return differing(sources_held(form, words))


def breakdowns(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What an amount was broken down into comes to it."""
    return differing(breakdowns_held(form, words))


def sources_held(form: PrintedForm, words: Vocabulary) -> Iterator[Held]:
    """Hold the sources of every column against its total."""
    funds = _of_the_first_whole(form.funds, words)
    lists = (funds.sources,) if funds.is_whole else splits(funds)
    for (column, title), rows in product(AMOUNT_LABELS.items(), lists):
        whole = getattr(form.funds.total, column)
        named = [(s, p) for s in rows if (p := getattr(s, column)) is not None]
        parts = [part for _, part in named]
        if whole is None or not parts:
            continue
        together = sum((part.value for part in parts), Decimal(0))
        own = [part for source, part in named if not words.has("part-of-source", source.name)]
        agrees = (
            together == whole.value
            if form.funds.is_whole
            else _comes_to(parts, whole)
            or _comes_to(own, whole)
            or (together < whole.value and len(parts) < 2)
            or _TEN_THOUSAND
            in (together / whole.value if whole.value else 0, together and whole.value / together)
        )
        upper = () if agrees or form.funds.is_whole else without_parts(rows, form.funds.total)
        if upper and len(upper) < len(rows):
            parts = [p for s in upper if (p := getattr(s, column)) is not None]
            together = sum((part.value for part in parts), Decimal(0))
            agrees = _comes_to(parts, whole)
        how = "+".join(plain(part.value) for part in parts)
        left, right = plain(whole.value), plain(together)
        finding = Finding("sources", whole.place, left, right, how, title)
        yield Held(finding, whole.value, together, agrees, form.money, is_money=True)


def _of_the_first_whole(funds: Funds, words: Vocabulary) -> Funds:
    """Leave 支出合计 below 收入合计 out, and what stands below it: it is a whole of its own."""
    above = takewhile(lambda row: not words.is_one("whole-of-spending", row.name), funds.sources)
    return funds._replace(sources=tuple(above))


def breakdowns_held(form: PrintedForm, words: Vocabulary) -> Iterator[Held]:
    """Hold what was listed one by one against its whole.

    What was typed is exact, and parts of a part stand below it. A form that was read lists them
    all alike and rounds, and its list may be of any of its amounts.
    """
    for one in form.funds.breakdowns:
        is_typed = form.is_typed
        parts = [p.amount for p in one.parts if is_typed or not words.has("part-of-part", p.name)]
        together = sum((part.value for part in parts), Decimal(0))
        if not is_typed and (len(parts) < _FEWEST or not together):
            continue
        slack = Decimal(0) if is_typed else _ROUNDED
        agrees = any(abs(together - whole.value) <= slack for whole in one.wholes)
        how = "+".join(plain(part.value) for part in parts)
        # Which amount a form that was read lists, it seldom says: the nearest.
        nearest = min(one.wholes, key=lambda amount: abs(together - amount.value))
        whole = (one.wholes[0] if is_typed else nearest).value
        finding = Finding("breakdown", one.place, plain(whole), plain(together), how, one.name)
        yield Held(finding, whole, together, agrees, form.money, of=one.of, is_money=True)


def overspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """More was spent than there was."""
    for row in form.funds.rows:
        base = row.base
        if base is None or row.spent is None or row.spent.value <= base.value:
            continue
        if base.value <= 0 or are_of_two_units(base, row.spent):
            continue
        if not is_explained(form, words, "overspending", row.spent):
            left, right = plain(row.spent.value), plain(base.value)
            yield Finding("overspent", row.spent.place, left, right, name=row.name)
            return


def adjusted(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The budget was changed, and nobody says why."""
    if "funds.adjustment" in form.no_place:
        return
    total = form.funds.total
    has_total = bool(total.initial and total.budget and (total.initial.value or total.budget.value))
    rows = [total] if has_total else list(form.funds.sources)
    is_whole = form.funds.is_whole
    if has_total and not _is_changed(total, is_whole=is_whole):
        yield from _shifted(form, words)
    for row in rows:
        if _is_changed(row, is_whole=is_whole) and row.initial and row.budget:
            if is_explained(form, words, "adjustment", row.budget) or is_carried_over(
                form, row, words
            ):
                return
            left, right = plain(row.budget.value), plain(row.initial.value)
            yield Finding("adjusted", row.budget.place, left, right, _change(row), row.name)


def _shifted(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Sources that changed while their total did not."""
    for row in form.funds.sources:
        if _is_changed(row, is_whole=form.funds.is_whole) and row.initial and row.budget:
            if is_explained(form, words, "adjustment"):
                return
            left, right = plain(row.budget.value), plain(row.initial.value)
            yield Finding("adjusted-source", row.budget.place, left, right, _change(row), row.name)


def unspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Much was left, and nobody says why."""
    rate = execution_rate(form.funds.total)
    spent = form.funds.total.spent
    by_scheme = form.ruled.low_rate if form.ruled is not None else None
    bound = by_scheme or (None if form.is_typed else Bound(words.percent("spent-enough")))
    is_asked = form.is_evaluation and "funds.explanation" not in form.no_place
    if rate is None or spent is None or bound is None or not is_asked:
        return
    if rate < bound.at and not is_explained(form, words, "unspent", spent):
        left = f"{plain(apart(rate * 100, bound.at * 100, 2))}%"
        right = f"{plain(round_half_up(bound.at * 100, 2))}%"
        at = own_place(form, spent, "funds.spent")
        yield Finding("unspent", at, left, right, basis=bound.basis)


def is_explained(
    form: PrintedForm, words: Vocabulary, id: str, beside: Amount | None = None
) -> bool:
    """Tell whether the cells for it hold words, or anything that explains speaks of it.

    Words in the row of an amount below no heading, or below one that nobody knows, are for it.
    """
    funds = form.funds
    beside_it = unread_of(form).in_row(beside.place) if beside is not None else ()
    if any(_is_reason(t, words) and not _tells_only_of_change(t, id, words) for t in beside_it):
        return True
    has_own = id == "adjustment" and funds.changed is not None
    own = squeezed(funds.changed or "" if has_own else funds.reason)
    if _is_reason(own, words) and not _tells_only_of_change(own, id, words):
        return True
    if any(
        words.has(id, text)
        and not _is_of_work(text, id, words)
        and not _tells_only_of_change(text, id, words)
        for text in form.reason_cells
    ):
        return True
    return any(
        words.has(id, sentence)
        and (says_why(sentence, words) or (id == "adjustment" and _is_changed_so(sentence, words)))
        and not _is_of_work(sentence, id, words)
        and not _tells_only_of_change(sentence, id, words)
        for text in form.explanations
        for sentence in sentences_of(text, words)
    )


def _is_changed_so(sentence: str, words: Vocabulary) -> bool:
    """Tell 年中因设计变更调增240万元: cause and change of the money in one clause."""
    return any(words.has("budget-changed", found["change"]) for found in _SO.finditer(sentence))


def _is_reason(text: str, words: Vocabulary) -> bool:
    is_said = len(text) >= _SHORTEST and not is_no_reason(text, words)
    return is_said and number(text) is None


def _tells_only_of_change(text: str, id: str, words: Vocabulary) -> bool:
    """Tell 年中追加20万元, which says why the budget was changed, and not why it was not spent."""
    sentences = [one for one in _SENTENCE.split(text) if one.strip()]
    return (
        id == "unspent" and bool(sentences) and all(_is_of_change(one, words) for one in sentences)
    )


def _is_of_change(sentence: str, words: Vocabulary) -> bool:
    if not words.has("budget-changed", sentence) or words.has("came-late", sentence):
        return False
    rest = words.without("money-of-budget", words.without("budget-changed", sentence))
    return not words.has("unspent", rest)


def _is_of_work(text: str, id: str, words: Vocabulary) -> bool:
    """Tell 1座调整至2024年实施 and 选址调整: what was changed is work, and no money is spoken of."""
    if id != "adjustment" or words.has("speaks-of-money", text):
        return False
    return words.has("put-off", text) or not words.has(id, words.without("change-of-work", text))


def _is_changed(row: FundsRow, *, is_whole: bool) -> bool:
    if row.initial is None or row.budget is None:
        return False
    if is_whole:
        return row.initial.value != row.budget.value
    return round_half_up(row.initial.value, 2) != round_half_up(row.budget.value, 2)


def _change(row: FundsRow) -> str:
    if row.initial is None or row.budget is None or row.initial.value == 0:
        return ""
    change = Fraction(row.budget.value - row.initial.value) / Fraction(row.initial.value) * 100
    sign = "+" if change > 0 else ""
    return f"{sign}{plain(round_half_up(change, 2))}%"


def _comes_to(parts: list[Amount], whole: Amount) -> bool:
    """Tell whether parts come to the whole, each rounded for itself; one may repeat the whole."""
    slack = Decimal(len(parts) + 1) / 2 / 10 ** max(2, whole.places)
    together = sum((part.value for part in parts), Decimal(0))
    return any(abs(together - other) <= slack for other in (whole.value, whole.value * 2)) and (
        abs(together - whole.value) <= slack or any(part.value == whole.value for part in parts)
    )
