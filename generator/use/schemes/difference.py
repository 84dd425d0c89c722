"""Two schemes side by side: the values that differ, and what that does to scores."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.load.dossier_inputs import load_dossier
from generator.load.own_values import with_declared
from generator.load.scheme_files import LoadedScheme
from generator.model.dossier import Dossier
from generator.score.score_sheet import ScoreSheet
from generator.score.score_terms import Rules
from generator.score.scorer import score_dossier
from generator.use.library import Library
from generator.use.schemes.scheme_table import Value, values_of

AT = "@"  # between the id of a scheme and a year: mof-2020@2025


class Difference(NamedTuple):
    """A value that two schemes have differently; one that only one of them has lacks the other."""

    name: str
    left: Value | None
    right: Value | None

    @property
    def is_of_value(self) -> bool:
        """Tell a value that differs from one that only rests on something else."""
        return self.left is None or self.right is None or self.left.content != self.right.content


class RowEffect(NamedTuple):
    """A row or part whose score differs."""

    name: str
    left: Decimal | None
    right: Decimal | None


class Effect(NamedTuple):
    """What a subject scores by both."""

    path: Path
    subject: str
    left: ScoreSheet
    right: ScoreSheet
    rows: tuple[RowEffect, ...]

    @property
    def differs(self) -> bool:
        """Tell whether total, grade or any row differs."""
        totals = (self.left.total.value, self.right.total.value)
        return totals[0] != totals[1] or self.left.grade != self.right.grade or bool(self.rows)


Named = tuple[LoadedScheme | None, tuple[Problem, ...]]


def named_scheme(text: str, library: Library, command: str = "jixiao schemes diff") -> Named:
    """Find the scheme that ``id`` or ``id@year`` names."""
    id, at, year = text.partition(AT)
    asked_at = partial(Place, f"{command} {text}")
    if at and not (year.isdecimal() and len(year) == 4):
        message, hint = f"“{text}”里的年度不是四位数", f"写作 {id}{AT}2025"
        return None, (Problem("I12", Severity.ERROR, message, asked_at(), hint, quote=year),)
    return library.scheme(id, asked_at, int(year) if at else None)


def differences(left: LoadedScheme, right: LoadedScheme) -> tuple[Difference, ...]:
    """List the values that differ: by what they are, or by what they rest on."""
    ours = {value.key: value for value in values_of(left.scheme)}
    theirs = {value.key: value for value in values_of(right.scheme)}
    found = []
    for key in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(key), theirs.get(key)
        if _said(one) != _said(other):
            shown = one or other
            found.append(Difference(shown.name if shown else key, one, other))
    return tuple(found)


def _said(value: Value | None) -> tuple[str, str, bool] | None:
    return None if value is None else (value.content, value.basis, value.verified)


def effects(
    folder: Path, left: str, right: str, library: Library
) -> tuple[tuple[Effect, ...], tuple[Problem, ...]]:
    """Score a dossier by both schemes; one that is named without a year is taken as it is in its year."""
    loaded = load_dossier(folder)
    dossier = loaded.dossier
    if dossier is None:
        return (), loaded.problems
    ours, theirs = (_scored(dossier, name, library) for name in (left, right))
    return tuple(
        Effect(
            folder,
            dossier.name_of(subject),
            ours[subject.id],
            theirs[subject.id],
            tuple(_rows(ours[subject.id], theirs[subject.id])),
        )
        for subject in dossier.subjects
        if subject.id in ours and subject.id in theirs
    ), tuple(problem for problem in loaded.problems if problem.stops)


def _scored(dossier: Dossier, name: str, library: Library) -> dict[str, ScoreSheet]:
    named = name if AT in name else f"{name}{AT}{dossier.unit.year}"
    loaded, _ = named_scheme(named, library)
    if loaded is None:  # told before: nobody asks for effects of a scheme that is not there
        return {}
    scheme = loaded.scheme
    rules = Rules(scheme, library.units, dossier.unit.year)
    return score_dossier(with_declared(dossier, scheme), rules)


def _rows(left: ScoreSheet, right: ScoreSheet) -> Iterator[RowEffect]:
    """Give the execution row and the indicators whose scores differ."""
    parts = [("预算执行率", sheet.part_of_kind("execution")) for sheet in (left, right)]
    values = [part.score.value if part is not None else None for _, part in parts]
    if values[0] != values[1]:
        yield RowEffect(parts[0][0], values[0], values[1])
    others = {row.id: row for row in right.indicators}
    for row in left.indicators:
        other = others.get(row.id)
        if other is None or row.is_shared:
            continue
        before, after = row.judgement.score.value, other.judgement.score.value
        if before != after:
            yield RowEffect(row.at.indicator.name, before, after)
