"""Printed forms typed by hand: no Word, no reading; every value stands at a place that follows."""

import re
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.load.packs import find_packs, load_wording
from generator.load.rule_texts import load_rule_texts
from generator.read.column_words import ROLES
from generator.read.fact import Fact, Pair, Sum
from generator.read.given_answers import Entry
from generator.read.ledger import Ledger
from generator.rules.printed_form import BlankCell, Points, PrintedForm, Row, SharedScore
from generator.rules.printed_funds import Breakdown, Funds, FundsRow, Part, Spending
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_book import RuleBook

FUNDS_ROW, GOAL_ROW, TOTAL_ROW, HEADING_ROW, SPENDING_ROW = 100, 200, 300, 400, 500
CLAIM = DocumentPlace(paragraph=8)
_MARKED = re.compile(r"([^\[\]]*)(?:\[(\w+):([^:\]]*):([^\]]+)\]|$)")
PACKS = find_packs(None)
WORDING, FAMILIES = load_wording(PACKS)[0], load_rule_texts(PACKS)[0]
BOOK, UNITS = RuleBook.of(FAMILIES, WORDING), WORDING.units
_QUANTITY = re.compile(r"([≥≤]?)([0-9.]+)(.*)")


def at(row: int, column: int) -> DocumentPlace:
    """Return the place of a cell in the one table."""
    return DocumentPlace(table=1, row=row, column=column)


def form(**said) -> PrintedForm:
    """Lay a form out: rows are 类|名称|指标值|完成值|分值|得分|原因|扣分|完成率, one after the other."""
    assert set(said.get("columns", ())) <= set(ROLES)  # a rule that asks for another never speaks
    return PrintedForm(
        name=Text(said.get("name", "绿道养护"), at(HEADING_ROW, 1)),
        title=said.get("title", "2023年度项目支出绩效自评表"),
        year=said.get("year", 2023) or None,
        money=said.get("money", "万元"),
        money_size=UNITS.size(said.get("money", "万元")),
        rows=tuple(_rows(said)),
        shared=tuple(_shared(text) for text in said.get("shared", ())),
        points=tuple(_points(said.get("points", {}))),
        blocks=tuple(_points(said.get("blocks", {}))),
        units=tuple(said.get("units", ())),
        funds=_funds(said),
        spending=tuple(_spending(said)),
        blank_cells=tuple(_blank_cell(text) for text in said.get("blank-cells", ())),
        expected=Text(said.get("expected", ""), at(GOAL_ROW, 1)),
        achieved=Text(_marked(said.get("achieved", ""), at(GOAL_ROW, 2))[0], at(GOAL_ROW, 2)),
        adjusted=Text(said.get("adjusted", ""), at(GOAL_ROW, 3)),
        total=_amount(said.get("total", ""), TOTAL_ROW, 2),
        total_weight=_amount(said.get("total-weight", ""), TOTAL_ROW, 1),
        total_again=_amount(said.get("total-again", ""), TOTAL_ROW, 6),
        rate_again=_amount(said.get("rate-again", ""), TOTAL_ROW, 7),
        column_totals={
            role: Amount(Decimal(text), at(TOTAL_ROW, 5))
            for role, text in said.get("column-totals", {}).items()
        },
        grade=Text(said.get("grade", ""), at(TOTAL_ROW, 3)),
        claimed_total=Amount(Decimal(said["claimed-total"]), CLAIM)
        if said.get("claimed-total")
        else None,
        claimed_grade=Text(said.get("claimed-grade", ""), CLAIM),
        signed=Text(said.get("signed", ""), at(HEADING_ROW, 2)),
        explanations=tuple(said.get("explanations", ())),
        reason_cells=tuple(said.get("reason-cells", ())),
        reasons_given=tuple(said.get("reasons-given", ())),
        ledger=_ledger(said),
        asked=frozenset(said.get("asked", ())),
        no_place=frozenset(said.get("no-place", ())),
        asks_actuals=frozenset({("", 1)} if said.get("asks-actuals") else ()),
        columns=frozenset(said.get("columns", ("target", "actual", "weight", "score"))),
        entries=_entries(said),
        whole=_entries(said),
        is_department=said.get("is-department", False),
        is_typed=said.get("typed", False),
        start=at(HEADING_ROW, 1),
    )


def _blank_cell(text: str) -> BlankCell:
    label, role, row, column = text.split("|")
    return BlankCell(label, role, at(int(row), int(column)))


def _entries(said) -> tuple[Entry, ...]:
    return (*(_entry(text) for text in said.get("entries", ())), *_sentences(said)[0])


def _rows(said):
    for number, text in enumerate(said.get("rows", ()), 1):
        described = [*said.get("descriptions", ()), *[""] * number][number - 1]
        ways, reviews = said.get("directions", ()), said.get("reviews", ())
        yield _row(text, number)._replace(
            description=Text(described, at(number, 8)),
            direction=ways[number - 1] if number <= len(ways) else "",
            review=_amount(reviews[number - 1], number, 7) if number <= len(reviews) else None,
            criteria=Text([*said.get("criteria", ()), *[""] * number][number - 1], at(number, 10)),
        )


def _row(text: str, number: int) -> Row:
    cells = [cell.strip() for cell in text.split("|")]
    class_, name, target, actual, weight, score, reason, off, done = (*cells, *[""] * 6)[:9]
    goal, _, own = class_.rpartition("#")
    return Row(
        Text(name, at(number, 2)),
        own,
        Text(target, at(number, 3), UNITS),
        Text(actual, at(number, 4), UNITS),
        _amount(weight, number, 5),
        _amount(score, number, 6),
        Text(reason, at(number, 7)),
        int(goal) if goal else -1,
        deduction=_amount(off, number, 8),
        done_rate=Text(done, at(number, 9)),
    )


def _shared(text: str) -> SharedScore:
    class_, score = text.split("|")
    return SharedScore(class_, Amount(Decimal(score), at(1, 6)))


def _points(said: dict[str, str]):
    for column, (said_of, value) in enumerate(said.items(), 1):
        goal, _, name = said_of.rpartition("#")
        place = at(HEADING_ROW, column)
        yield Points(name, Decimal(value), place, int(goal) if goal else -1)


def _spending(said):
    """Give projects or tasks, 名称|预算|执行|原因, and parts of the whole, 说法|名称|预算|执行|名称|预算|执行."""
    for number, text in enumerate(said.get("spending", ())):
        name, budget, spent, *reason = text.split("|")
        amounts = (_amount(t, SPENDING_ROW + number, n) for n, t in enumerate((budget, spent), 2))
        row = FundsRow(name, None, *amounts, place=at(SPENDING_ROW + number, 1))
        yield Spending(Funds(total=row, reason="".join(reason)), has_reason=bool(reason))
    for text in said.get("columns-of-parts", ()):
        of, *cells = text.split("|")
        rows = tuple(
            FundsRow(
                name,
                None,
                _amount(budget, SPENDING_ROW + number, 2),
                _amount(spent, SPENDING_ROW + number, 3),
                place=at(SPENDING_ROW + number, 1),
            )
            for number, (name, budget, spent) in enumerate(zip(*[iter(cells)] * 3, strict=True))
        )
        yield Spending(Funds(total=_funds(said).total._replace(rate=None), sources=rows), of=of)


def _funds(said) -> Funds:
    cells = [*(cell.strip() for cell in said.get("funds", "").split("|")), *[""] * 6]
    amounts = [_amount(text, FUNDS_ROW, column) for column, text in enumerate(cells[:6], 1)]
    beside = {
        name: _amount(text, FUNDS_ROW, column)
        for column, (name, text) in enumerate(said.get("beside-funds", {}).items(), 7)
    }
    return Funds(
        FundsRow("", *amounts[:4], at(FUNDS_ROW, 0), **beside),
        tuple(_source(text, n) for n, text in enumerate(said.get("sources", ()), FUNDS_ROW + 1)),
        amounts[4],
        amounts[5],
        said.get("funds-reason", ""),
        said.get("formula", False),
        row_weights=tuple(
            Amount(Decimal(text), at(number, 5))
            for number, text in enumerate(said.get("row-weights", ()), FUNDS_ROW + 1)
        ),
        row_scores=tuple(
            Amount(Decimal(text), at(number, 6))
            for number, text in enumerate(said.get("row-scores", ()), FUNDS_ROW + 1)
        ),
        breakdowns=(
            *_uses(said.get("uses", ()), amounts[2]),
            *(_split(name, text, amounts[1:3]) for name, text in said.get("splits", {}).items()),
        ),
        source_parts=tuple(_parts_of_a_source(text) for text in said.get("source-parts", ())),
    )


def _parts_of_a_source(text: str) -> Breakdown:
    name, *values = text.split("|")
    whole, *parts = (Amount(Decimal(v), at(FUNDS_ROW + n, 2)) for n, v in enumerate(values, 1))
    own = tuple(Part("经费", part) for part in parts)
    return Breakdown("全年预算数", name, (whole,), own, whole.place)


def _uses(said, spent):
    pairs = zip(said[::2], said[1::2], strict=True)
    parts = tuple(Part(item, Amount(Decimal(v), at(FUNDS_ROW + 2, 1))) for item, v in pairs)
    if parts:
        yield Breakdown("资金用途明细", "全年执行数", (spent,), parts, at(FUNDS_ROW + 2, 0))


def _source(text: str, number: int) -> FundsRow:
    name, *rest = (cell.strip() for cell in text.split("|"))
    cells = [*rest, "", "", "", ""]
    amounts = [_amount(cell, number, column) for column, cell in enumerate(cells[:4], 1)]
    return FundsRow(name, *amounts, at(number, 0))


def _amount(text: str, row: int, column: int) -> Amount | None:
    value = Decimal(text.removesuffix("%") or 0)
    return Amount(value, at(row, column), text.endswith("%")) if text else None


def _entry(text: str) -> Entry:
    row, column, answer, what, words = text.split("|", 4)
    place = at(int(row), int(column)) if int(row) else DocumentPlace(paragraph=int(column))
    return Entry(place, words, answer, what)


def _ledger(said) -> Ledger:
    """Sentences: pairs are 名称|指标|实际, sums 名称|合计|分项…, facts 角色|名称|数, each in a paragraph."""
    place = DocumentPlace(paragraph=9)
    pairs = []
    for text in said.get("pairs", ()):
        name, target, actual = text.split("|")
        pairs.append(
            Pair(name, _fact("target", name, target, place), _fact("actual", name, actual, place))
        )
    sums = []
    for text in said.get("sums", ()):
        name, whole, *parts = text.split("|")
        sums.append(
            Sum(
                _fact("budget", name, whole, place),
                tuple(_fact("part", "项", p, place) for p in parts),
            )
        )
    facts = [_fact(*text.split("|"), place) for text in said.get("facts", ())]
    facts += _sentences(said)[1]
    return Ledger(tuple(facts), tuple(pairs), tuple(sums))


def _sentences(said) -> tuple[list[Entry], list[Fact]]:
    """Read paragraphs from the 11th on: “收回[count:收回:190份]” holds a fact where it stands."""
    entries, facts = [], []
    for number, marked in enumerate(said.get("sentences", ()), 11):
        place = DocumentPlace(paragraph=number)
        text, own = _marked(marked, place)
        facts += own
        entries.append(Entry(place, text, "used", "report"))
    return entries, facts + _marked(said.get("achieved", ""), at(GOAL_ROW, 2))[1]


def _marked(marked: str, place: DocumentPlace) -> tuple[str, list[Fact]]:
    """Part a text into its words and the facts that are marked in it."""
    text, facts = "", []
    for words, role, name, value in _MARKED.findall(marked):
        text += words
        if not role:
            continue
        printed, _, held = value.partition("=")
        start, end = len(text), len(text) + len(printed)
        found = _QUANTITY.fullmatch(printed) if role not in ("date", "grade") else None
        fact = _fact(role, name, printed, place) if found else None
        fact = fact or Fact(name, held or printed, "", role, place)
        facts.append(fact._replace(start=start, end=end))
        text += printed
    return text, facts


def _split(name: str, text: str, wholes) -> Breakdown:
    parts = tuple(
        Part(n, Amount(Decimal(v), at(FUNDS_ROW + 9, column)))
        for column, (n, v) in enumerate((part.split("=") for part in text.split("|")), 1)
    )
    return Breakdown(name, "预算数", tuple(wholes), parts, parts[0].amount.place)


def _fact(role, name, text, place) -> Fact:
    sign, number, unit = _QUANTITY.fullmatch(text).groups()
    return Fact(
        name, Decimal(number), unit, role, place, start=1, end=9, sign=sign, size=UNITS.size(unit)
    )
