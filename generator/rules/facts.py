"""Printed forms from drafts: the values of a draft with their places, and the cells around them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.units import Units
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.given_answers import Entry
from generator.read.ledger import Ledger
from generator.read.printed_values import squeezed
from generator.rules.draft_values import amount_at, text_at
from generator.rules.explained import (
    explanations,
    headed_reasons,
    reason_cells,
    reasons_given,
    told_beside,
    with_remarks,
)
from generator.rules.funds_facts import funds_of
from generator.rules.items_of import items_in
from generator.rules.paper_entries import entries_of, files_of, whole_paper
from generator.rules.printed_form import Aim, BlankCell, Points, PrintedForm, Row, SharedScore
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_words import Vocabulary
from generator.rules.side_columns import cells_beside, with_beside
from generator.rules.signing import signed_on
from generator.rules.task_money import spending_of
from generator.rules.told_elsewhere import tellings, told_elsewhere
from generator.rules.where import NOWHERE

_POINTS = Pattern(r"[（(]([0-9]{1,3}(?:\.[0-9]{1,2})?)分[)）]")
_ONLY_CHARACTERS = Pattern(r"[^一-鿿0-9]")


def printed_forms(
    draft: Draft, units: Units, words: Vocabulary, *, is_spring: bool = False
) -> Iterator[PrintedForm]:
    """Give the form of every subject that has one."""
    told = tellings(draft, words)
    for subject in draft.subjects:
        entries = entries_of(draft, subject)
        form = _form(draft, subject, entries, units, words, is_spring=is_spring)
        beside = told_elsewhere(form, subject, told)
        yield form._replace(explanations=(*form.explanations, *beside))
    if len(draft.subjects) != 1 and draft.ledger.facts:
        yield _paper(draft, units, words, is_spring=is_spring)


def _paper(draft: Draft, units: Units, words: Vocabulary, *, is_spring: bool) -> PrintedForm:
    """Give the sentences of a paper that holds several forms, or none: of which one, they seldom say."""
    return PrintedForm(
        year=draft.year,
        rows_beside=tuple(
            _row(s, keys, row, units) for s in draft.subjects for keys, row in rows_in(s.values)
        ),
        aims_beside=tuple(aim for s in draft.subjects for aim in _aims(s)),
        explanations=(
            *(said for s in draft.subjects for said in explanations(draft, s, words)),
            *(entry.text for a in draft.accounts if not draft.subjects for entry in a.entries),
        ),
        reasons_given=tuple(
            said for s in draft.subjects for said in reasons_given(draft, s, words)
        ),
        reason_cells=tuple(said for s in draft.subjects for said in reason_cells(s, words)),
        ledger=draft.ledger,
        entries=tuple(whole_paper(draft)),
        whole=tuple(whole_paper(draft)),
        signed=signed_on(draft),
        is_evaluation=not is_spring,
    )


def _form(
    draft: Draft,
    subject: SubjectDraft,
    entries: tuple[Entry, ...],
    units: Units,
    words: Vocabulary,
    *,
    is_spring: bool,
) -> PrintedForm:
    cells = cells_beside(draft, files_of(subject), words)
    rows = tuple(
        with_beside(_row(subject, keys, row, units), cells, words)
        for keys, row in rows_in(subject.values)
    )
    points = _points(subject, rows)
    later = {place for _, _, place in subject.later_points}
    funds = with_remarks(funds_of(subject, entries), subject, words)
    loose = tuple(told_beside(draft, words)) if len(draft.subjects) == 1 else ()
    return PrintedForm(
        name=text_at(subject, ("project", "name")) or Text(subject.name),
        title=subject.title or draft.title,
        year=subject.year or draft.year,
        money=subject.money_unit or "万元",
        money_size=units.size(subject.money_unit or "万元"),
        units=tuple(_units(draft, subject)),
        rows=rows,
        shared=tuple(_shared(subject)),
        points=tuple(p for p in points if p.place not in later),
        later_points=tuple(p for p in points if p.place in later),
        blocks=tuple(_blocks(subject, entries)),
        funds=funds,
        spending=tuple(spending_of(subject, funds.total)),
        blank_cells=tuple(BlankCell(*blank) for blank in subject.blank_cells),
        expected=text_at(subject, ("goal", "expected")),
        achieved=text_at(subject, ("goal", "achieved")),
        goal_weight=amount_at(subject, ("goal", "stated", "weight"))
        or amount_at(subject, ("goal", "weight")),
        goal_score=amount_at(subject, ("goal", "stated", "score")),
        items=tuple(items_in(subject)),
        total=amount_at(subject, ("stated", "total")),
        total_weight=amount_at(subject, ("stated", "weight")),
        total_again=_again(subject, ("stated", "total")),
        rate_again=_again(subject, ("funds", "stated", "rate")),
        column_totals={role: Amount(*said) for role, said in subject.column_totals.items()},
        grade=text_at(subject, ("stated", "grade")),
        claimed_total=amount_at(subject, ("stated", "narrative", "total")),
        claimed_grade=text_at(subject, ("stated", "narrative", "grade")),
        signed=signed_on(draft),
        explanations=(*explanations(draft, subject, words), *loose),
        told_beside=loose,
        reason_cells=tuple(reason_cells(subject, words)),
        foot_reason=str(subject.get(("result", "deviation")) or ""),
        reasons_given=tuple(reasons_given(draft, subject, words)),
        headed_reasons=tuple(headed_reasons(draft, words)),
        ledger=draft.ledger if len(draft.subjects) == 1 else Ledger(),
        asked=frozenset(subject.asked),
        columns=frozenset(_columns(draft, subject)),
        asks_actuals=frozenset(_asks_actuals(draft)),
        entries=entries,
        whole=tuple(whole_paper(draft)) if len(draft.subjects) == 1 else (),
        is_department=subject.kind == "department",
        is_in_report=subject.is_in_report,
        is_evaluation=not is_spring,
        start=_start(subject),
        goals=tuple(_goals(subject)),
        adjusted=text_at(subject, ("goal", "adjusted")),
    )


def _row(subject: SubjectDraft, keys: KeyPath, row: Mapping[str, Any], units: Units) -> Row:
    stated = amount_at(subject, (*keys, "stated", "score"))
    return Row(
        name=text_at(subject, (*keys, "name")),
        class_=str(row.get("class", "")),
        target=text_at(subject, (*keys, "target"))._replace(units=units),
        actual=text_at(subject, (*keys, "actual"))._replace(units=units),
        weight=amount_at(subject, (*keys, "weight")),
        score=stated or amount_at(subject, (*keys, "score")),
        reason=text_at(subject, (*keys, "reason")),
        goal=int(keys[1]) if keys[0] == "goals" else -1,
        description=text_at(subject, (*keys, "description")),
        deduction=Amount(*subject.deductions[keys]) if keys in subject.deductions else None,
        review=amount_at(subject, (*keys, "review", "score")),
        direction=str(row.get("direction", "")),
        keys=keys,
    )


def _aims(subject: SubjectDraft) -> Iterator[Aim]:
    """Give the goal of a form, or its several goals."""
    yield Aim(text_at(subject, ("goal", "expected")), text_at(subject, ("goal", "achieved")))
    yield from _goals(subject)


def _goals(subject: SubjectDraft) -> Iterator[Aim]:
    for number_ in range(len(subject.get(("goals",)) or ())):
        keys = ("goals", number_)
        yield Aim(text_at(subject, (*keys, "expected")), text_at(subject, (*keys, "achieved")))


def _shared(subject: SubjectDraft) -> Iterator[SharedScore]:
    lists: list[tuple[int, KeyPath, Any]] = [(-1, (), subject.values)]
    lists += [(n, ("goals", n), goal) for n, goal in enumerate(subject.values.get("goals", ()))]
    for goal, keys, values in lists:
        for number_, shared in enumerate(values.get("shared-score", ())):
            own = (*keys, "shared-score", number_)
            score = amount_at(subject, (*own, "stated", "score")) or amount_at(
                subject, (*own, "score")
            )
            weight = amount_at(subject, (*own, "weight"))
            yield SharedScore(str(shared.get("class", "")), score, weight, goal)
    for joint in subject.joint_scores:
        uppers = {path.partition("/")[0] for path in joint.paths}
        class_ = uppers.pop() if len(uppers) == 1 else ""
        yield SharedScore(class_, Amount(joint.value, joint.place), None, joint.goal)


def _again(subject: SubjectDraft, keys: KeyPath) -> Amount | None:
    """Return what the form itself prints, where a list before it gave the project another value.

    Where the two give other amounts as well, a rate of the one says nothing of those of the other.
    """
    found = {c.keys: c for c in subject.conflicts}
    one = found.get(keys)
    tables = {(p.file, p.sheet, p.table) for k, p in subject.places.items() if "indicator" in k}
    if one is None or not isinstance(one.new, Decimal):
        return None
    is_own = (one.place.file, one.place.sheet, one.place.table) in tables
    is_listed = (one.first.file, one.first.sheet, one.first.table) not in tables
    has_other_money = keys[0] == "funds" and any(("funds", a) in found for a in AMOUNTS)
    return Amount(one.new, one.place) if is_own and is_listed and not has_other_money else None


def _points(subject: SubjectDraft, rows: Sequence[Row]) -> list[Points]:
    """Give the points that headings print; a heading is of the goal whose rows it stands beside."""
    first = [(n, v, subject.point_places.get(n, NOWHERE)) for n, v in subject.points.items()]
    goals = [(row.place.table, row.place.row, row.goal) for row in rows]
    found = []
    for name, value, place in (*first, *subject.later_points):
        at = place.table, place.row
        beside = (goal for table, row, goal in goals if (table, row) >= at)
        found.append(Points(name, value, place, next(beside, -1)))
    return found


def _blocks(subject: SubjectDraft, entries: Sequence[Entry]) -> Iterator[Points]:
    """Give the points of whole blocks: 年度绩效目标（80分）, 绩效指标（90分）."""
    tables = {
        (place.file, place.table) for keys, place in subject.places.items() if "indicator" in keys
    }
    for entry in entries:
        if entry.what != "block" or (entry.place.file, entry.place.table) not in tables:
            continue
        found = _POINTS.search(squeezed(entry.text))
        if found:
            yield Points(
                _ONLY_CHARACTERS.sub("", entry.text.split("（")[0]), Decimal(found[1]), entry.place
            )


def _columns(draft: Draft, subject: SubjectDraft) -> Iterator[str]:
    tables = {
        (place.file, place.table) for keys, place in subject.places.items() if "indicator" in keys
    }
    for band in draft.bands:
        if (band.place.file, band.place.table) in tables:
            yield from (column.role for column in band.columns if column.role)


def _asks_actuals(draft: Draft) -> Iterator[tuple[str, int]]:
    """Give the tables in which every block has a column of actuals."""
    lacking = {
        (band.place.file, band.place.table)
        for band in draft.bands
        if not any(column.role == "actual" for column in band.columns)
    }
    for band in draft.bands:
        if (at := (band.place.file, band.place.table)) not in lacking:
            yield at


def _units(draft: Draft, subject: SubjectDraft) -> Iterator[str]:
    yield from (str(draft.unit[k]) for k in ("name", "signature") if draft.unit.get(k))
    for key in ("authority", "implementer"):
        if said := subject.get(("project", key)):
            yield str(said)


def _start(subject: SubjectDraft) -> DocumentPlace:
    return next(iter(subject.places.values()), DocumentPlace(file=subject.source))
