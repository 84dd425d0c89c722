"""A subject as the page fills it in: cells with their keys, what is worked out, problems at their cells."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from generator.base.number import plain
from generator.base.problem_data import problems_as_data
from generator.base.toml import KeyPath
from generator.figures.figure import Figure
from generator.model.dossier import Subject
from generator.model.funds import Funds, FundSource
from generator.model.indicator import Indicator
from generator.score.sheet import IndicatorScore, ScoreSheet
from generator.use.check.examine import Examined
from generator.web.cells import COLUMNS, FUND_COLUMNS, Column, column_at, value_of
from generator.web.subjects import subject_title

_DEEPEST: Final = 2
_SHORT: Final = frozenset({"name", "code", "authority", "implementer"})
_BASICS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("name", "code", "authority", "implementer", "overview"),
    "department": ("name", "overview"),
}


def sheet_data(examined: Examined, subject: Subject) -> dict[str, Any]:
    """Lay a subject out for the page."""
    own = _Sheet(examined, subject)
    return {
        "id": subject.id,
        "title": subject_title(subject),
        "digest": subject.source.digest,
        "columns": [
            column._asdict() for key in COLUMNS if (column := column_at(Indicator, (key,)))
        ],
        "rows": [*own.rows()],
        "texts": [*own.texts(own.basics)],
        "funds": own.funds(),
        "goals": [*own.texts(own.goals)],
        "prose": [*own.texts(own.prose)],
        "scores": own.scores(),
        "classes": [*own.classes()],
        "problems": own.problems(),
        "figures": [*own.figures()],
    }


def computed_data(examined: Examined, subject: Subject) -> dict[str, Any]:
    """Lay out what is worked out of a subject, and nothing that somebody fills in."""
    own = _Sheet(examined, subject)
    return {
        "rows": [*own.computed()],
        "scores": own.scores(),
        "rate": own.rate,
    }


class _Sheet:
    def __init__(self, examined: Examined, subject: Subject) -> None:
        self.subject, self.examined = subject, examined
        self.sheet: ScoreSheet | None = examined.sheets.get(subject.id)
        self.file = subject.source

    def rows(self) -> Iterator[dict[str, Any]]:
        for at, computed in zip(self.subject.indicators, self.computed(), strict=True):
            cells = [self._cell((*at.keys, key), at.indicator.name) for key in COLUMNS]
            yield {**computed, "name": at.indicator.name, "goal": at.goal, "cells": cells}

    def computed(self) -> Iterator[dict[str, Any]]:
        """Give what is worked out of each indicator."""
        scored: Mapping[KeyPath, IndicatorScore] = (
            {row.at.keys: row for row in self.sheet.indicators} if self.sheet is not None else {}
        )
        for at in self.subject.indicators:
            row = scored.get(at.keys)
            yield {
                "keys": [*at.keys],
                "computed": self._computed(row),
                "wants_reason": row is not None and _wants_reason(row) and not at.indicator.reason,
            }

    def _computed(self, row: IndicatorScore | None) -> dict[str, str]:
        if row is None:
            return {"score": "", "formula": "", "basis": ""}
        figure = self._figure(f"{row.id}.score")
        return {
            "score": figure.shown if figure is not None else "",
            "formula": figure.formula if figure is not None else str(row.judgement.score.trace),
            "basis": figure.basis if figure is not None else "",
        }

    def texts(self, paths: Iterable[KeyPath]) -> Iterator[dict[str, Any]]:
        model = type(self.subject.entry)
        for keys in paths:
            column = column_at(model, keys)
            if column is not None:
                yield {
                    **self._cell(keys),
                    "title": self._title(keys, column),
                    "help": column.help,
                    "is_long": keys[-1] not in _SHORT,
                }

    def _title(self, keys: KeyPath, column: Column) -> str:
        """Return how a text is called: a section by its heading, a row by its number."""
        if keys[0] == "text":
            return self.sections.get(str(keys[-1]), str(keys[-1]))
        number = next((key + 1 for key in keys if isinstance(key, int)), 0)
        return f"{column.title} {number}" if number else column.title

    @property
    def basics(self) -> Iterator[KeyPath]:
        owner = self.subject.kind
        names = _BASICS[owner]
        yield from ((owner, name) for name in names)

    @property
    def goals(self) -> Iterator[KeyPath]:
        for goal in self.subject.goals:
            yield from ((*goal.keys, name) for name in ("expected", "achieved"))

    @property
    def prose(self) -> Iterator[KeyPath]:
        """Give the texts of the report: money, findings, use of the results, sections."""
        yield from (("funds", name) for name in ("purpose", "adjustment", "explanation"))
        for number, _ in enumerate(self.subject.entry.problem):
            yield from (("problem", number, name) for name in ("text", "cause", "measure"))
        yield from (("result", name) for name in ("use", "publicity", "deviation", "improvement"))
        written = [str(name) for name in self.file.data.get("text", {})]
        yield from (("text", name) for name in dict.fromkeys((*self.sections, *written)))

    @cached_property
    def sections(self) -> dict[str, str]:
        """Return the sections of the subject's report with their headings."""
        evidence = self.examined.evidence
        if evidence is None:
            return {}
        return {
            section.id: section.title
            for outline in evidence.outlines.values()
            for section in outline.section
        }

    def funds(self) -> dict[str, Any]:
        columns = [column for key in FUND_COLUMNS if (column := column_at(Funds, (key,)))]
        rows = [self._fund_row("年度资金总额", ("funds",))]
        sources = (
            getattr(self.subject.entry.funds, "sources", ()) if self.subject.entry.funds else ()
        )
        for number, source in enumerate(sources):
            rows.append(self._fund_row(source.name, ("funds", "sources", number), source))
        return {
            "columns": [column._asdict() for column in columns],
            "rows": rows,
            "rate": self.rate,
        }

    @property
    def rate(self) -> str:
        figure = self._figure("funds.rate")
        return figure.shown if figure is not None else ""

    def _fund_row(
        self, name: str, keys: KeyPath, source: FundSource | None = None
    ) -> dict[str, Any]:
        row = "" if source is None else source.name
        return {"name": name, "cells": [self._cell((*keys, key), row) for key in FUND_COLUMNS]}

    def scores(self) -> dict[str, Any]:
        if self.sheet is None:
            return {"total": "", "grade": "", "parts": []}
        total = self._figure("score.total")
        return {
            "total": total.shown if total is not None else "",
            "formula": total.formula if total is not None else "",
            "grade": self.sheet.grade,
            "parts": [
                {
                    "label": part.label,
                    "weight": plain(part.weight) if part.weight is not None else "",
                    "score": figure.shown
                    if (figure := self._figure(f"score.part[{part.id}].score"))
                    else "",
                }
                for part in self.sheet.parts
            ],
        }

    def classes(self) -> Iterator[str]:
        seen: set[str] = set()
        scheme = self.examined.scheme
        known = scheme.scheme.classes if scheme is not None else ()
        names = [f"{own.name}/{child}" for own in known for child in own.children]
        for path in (*names, *(at.indicator.class_ for at in self.subject.indicators)):
            if path not in seen:
                seen.add(path)
                yield path

    def problems(self) -> list[dict[str, Any]]:
        own = [
            p for p in self.examined.problems if p.place.file == self.file.shown and not p.accepted
        ]
        data: list[dict[str, Any]] = problems_as_data(own)["problems"]
        return data

    def figures(self) -> Iterator[dict[str, str]]:
        """Give what a text of the subject can quote, with what it shows now."""
        yield from _quotable(self.examined.names.get(self.subject.id, {}), "")
        for at in self.subject.indicators:
            for side in ("target", "actual", "score"):
                figure = self._figure(
                    f"indicator[{at.indicator.class_}/{at.indicator.name}].{side}"
                )
                if figure is not None:
                    yield {
                        "name": f'indicator("{at.indicator.name}").{side}',
                        "shown": figure.shown,
                    }

    def _cell(self, keys: KeyPath, row: str = "") -> dict[str, Any]:
        place = self.file.place(keys)
        return {
            "keys": [*keys],
            "key": self.file.key_text(keys),
            "value": value_of(self.file, keys),
            "row": row,
            "line": place.line,
        }

    def _figure(self, name: str) -> Figure | None:
        book = self.examined.book
        found: Figure | None = None if book is None else book.get(f"{self.subject.id}/{name}")
        return found


def _wants_reason(row: IndicatorScore) -> bool:
    score = row.judgement.score.value
    weight = row.at.indicator.weight
    return weight is not None and score is not None and score < weight


def _quotable(names: Mapping[str, Any], above: str) -> Iterator[dict[str, str]]:
    for name, value in names.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, Figure):
            yield {"name": path, "shown": value.shown}
        elif isinstance(value, Mapping) and above.count(".") < _DEEPEST:
            yield from _quotable(value, path)
