"""Printed forms from inputs: what the form of a subject prints, each value with its key.

Where the inputs say what an older paper printed (``stated``), that is what is printed.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.toml import KeyPath
from generator.model.dossier import IndicatorAt, Subject
from generator.model.subject import ProjectEntry
from generator.rules.by_scheme import ruled
from generator.rules.dossier.evidence import Evidence
from generator.rules.inputs_funds import typed_funds
from generator.rules.items_of import items_of
from generator.rules.printed_form import Aim, Points, PrintedForm, Row, SharedScore
from generator.rules.printed_value import Amount, Text
from generator.rules.where import KeyPlace
from generator.score.score_sheet import GroupScore, IndicatorScore, ScoreSheet

_UNITS = ("authority", "implementer")


def forms_of(evidence: Evidence) -> Iterator[tuple[Subject, PrintedForm]]:
    """Give the form of every subject."""
    for subject in evidence.dossier.subjects:
        yield subject, form_of(subject, evidence)


def form_of(subject: Subject, evidence: Evidence) -> PrintedForm:
    """Give the form of one subject."""
    return _Typed(subject, evidence.sheets[subject.id], evidence).form()


class _Typed:
    """The values of one subject, found by their keys."""

    def __init__(self, subject: Subject, sheet: ScoreSheet, evidence: Evidence) -> None:
        self._subject, self._sheet, self._evidence = subject, sheet, evidence
        self._entry = subject.entry

    def form(self) -> PrintedForm:
        """Lay the form out."""
        stated = self._entry.stated
        goals = tuple(
            Aim(
                self._text((*at.keys, "expected"), at.goal.expected),
                self._text((*at.keys, "achieved"), at.goal.achieved),
            )
            for at in self._subject.goals
        )
        goal = self._sheet.part_of_kind("goal")
        at_goal = goal.keys if goal is not None else ()
        return PrintedForm(
            name=self._text((self._subject.kind, "name"), self._subject.name),
            year=self._evidence.dossier.unit.year,
            money=self._entry.funds.unit,
            money_size=self._evidence.wording.units.size(self._entry.funds.unit),
            units=tuple(self._units()),
            rows=tuple(self._row(row) for row in self._sheet.indicators),
            shared=tuple(self._shared(g) for g in self._sheet.groups if g.shared is not None),
            funds=typed_funds(self._subject, self._sheet),
            goals=goals,
            goal_weight=self._amount(at_goal, goal.weight) if goal is not None else None,
            goal_score=self._goal_score(),
            items=tuple(items_of(self._subject, self._sheet)),
            total=self._amount(("stated", "total"), stated.total),
            total_weight=self._amount(("stated", "weight"), stated.weight),
            grade=self._text(("stated", "grade"), stated.grade),
            claimed_total=self._amount(("stated", "narrative", "total"), stated.narrative.total),
            claimed_grade=self._text(("stated", "narrative", "grade"), stated.narrative.grade),
            signed=self._signed(),
            explanations=tuple(filter(None, self._explanations())),
            reason_cells=(self._entry.result.deviation,),
            foot_reason=self._entry.result.deviation,
            no_place=frozenset(self._evidence.scheme.no_place),
            columns=frozenset(self._columns()),
            is_evaluation=self._evidence.is_evaluation,
            start=self._at(()),
            is_typed=True,
            ours=self._amount((), self._sheet.total.value),
            ruled=ruled(self._subject, self._evidence),
            blocks=tuple(self._blocks()),
        )

    def _explanations(self) -> Iterator[str]:
        """Give what may say why: the cells that are there for it, and fields of the form's own."""
        funds, result = self._entry.funds, self._entry.result
        yield from (funds.adjustment, funds.explanation, result.deviation, result.improvement)
        yield from (text for p in self._entry.problem for text in (p.text, p.cause, p.measure))
        yield from (value for value in self._entry.fields_.values() if isinstance(value, str))
        yield from (row.at.indicator.reason for row in self._sheet.indicators)

    def _columns(self) -> Iterator[str]:
        """Tell whether rows have cells of their own for reasons: one of them says something there."""
        if any(row.at.indicator.reason.strip() for row in self._sheet.indicators):
            yield "reason"

    def _blocks(self) -> Iterator[Points]:
        """Give the points of the yearly goals, if each of them has its own."""
        goals = self._subject.goals
        weights = [at.goal.weight for at in goals]
        for at, weight in zip(goals, weights, strict=True) if None not in weights else ():
            if weight is not None:
                yield Points(f"年度目标{at.number}", weight, self._at(at.keys))

    def _units(self) -> Iterator[str]:
        unit = self._evidence.dossier.unit.unit
        yield from (name for name in (unit.name, unit.signature) if name)
        if isinstance(self._entry, ProjectEntry):
            yield from (name for key in _UNITS if (name := getattr(self._entry.project, key)))

    def _signed(self) -> Text:
        dossier = self._evidence.dossier
        day = dossier.unit.unit.date
        at = KeyPlace(dossier.source, ("unit", "date"))
        return Text(day.isoformat(), at) if day is not None else Text()

    def _row(self, row: IndicatorScore) -> Row:
        keys, indicator = row.at.keys, row.at.indicator
        stated = indicator.stated
        own = self._amount((*keys, "score"), None if row.is_shared else row.judgement.score.value)
        printed = self._amount((*keys, "stated", "score"), stated.score)
        return Row(
            name=Text(indicator.name, self._at(keys)),
            class_=indicator.class_,
            target=self._text((*keys, "target"), indicator.target),
            actual=self._text((*keys, "actual"), row.actual_text or indicator.actual_text),
            weight=self._weight(row.at, is_shared=row.is_shared),
            score=None if stated.blank else printed or own,
            reason=self._text((*keys, "reason"), indicator.reason),
            goal=row.at.goal - 1 if row.at.goal else -1,
            description=self._text((*keys, "description"), indicator.description),
            direction=indicator.direction or "",
            ours=own,
            is_deduction=indicator.constraint,
            is_told=not row.actual_text.strip(),
            keys=keys,
        )

    def _weight(self, at: IndicatorAt, *, is_shared: bool) -> Amount | None:
        indicator = at.indicator
        return self._amount((*at.keys, "weight"), None if is_shared else indicator.weight)

    def _shared(self, group: GroupScore) -> SharedScore:
        assert group.shared is not None  # noqa: S101 - asked by the caller
        shared, keys = group.shared.shared, group.shared.keys
        printed = self._amount((*keys, "stated", "score"), shared.stated.score)
        own = self._amount((*keys, "score"), group.score.value)
        reasons = (shared.reason, *(row.at.indicator.reason for row in group.rows))
        return SharedScore(
            group.class_path,
            None if shared.stated.blank else printed or own,
            self._amount((*keys, "weight"), group.weight),
            group.goal - 1 if group.goal else -1,
            "；".join(s for s in (*reasons, self._entry.result.deviation) if s.strip()),
            self._at(keys),
        )

    def _goal_score(self) -> Amount | None:
        """Add up what the goals print, where the scheme scores them apart from their rows."""
        part = self._sheet.part_of_kind("goal")
        if part is None:
            return None
        printed = [
            at.goal.score if at.goal.stated.score is None else at.goal.stated.score
            for at in self._subject.goals
        ]
        if not printed or any(score is None for score in printed):
            return None
        together = sum((score for score in printed if score is not None), Decimal(0))
        return self._amount(part.keys, together)

    def _text(self, keys: KeyPath, text: str) -> Text:
        return Text(text, self._at(keys), self._evidence.wording.units)

    def _amount(self, keys: KeyPath, value: Decimal | None) -> Amount | None:
        return Amount(value, self._at(keys)) if value is not None else None

    def _at(self, keys: KeyPath) -> KeyPlace:
        return KeyPlace(self._subject.source, keys)
