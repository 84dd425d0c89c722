"""A subject as the page fills it in: cells with their keys, what is worked out, problems at their cells."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.json_shape import JsonObject
from generator.base.number import plain
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.figures.figure import Figure
from generator.model.amounts import WHOLE
from generator.model.blocks import Table
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.funds import Funds, FundSource
from generator.score.score_sheet import IndicatorScore, ScoreSheet
from generator.use.build.standard_words import standard_words
from generator.use.check.examine import Examined
from generator.use.form.form_shape import FormShape
from generator.use.library import Library
from generator.web.class_paths import classes_of
from generator.web.fillable_cells import COLUMNS, FUND_COLUMNS, column_at
from generator.web.form_grid import columns_of
from generator.web.form_unit import staying
from generator.web.offered_mends import Mends, offered_mends
from generator.web.printed_form import form_data, printed_words
from generator.web.quoting import quotable, quoted
from generator.web.sheet_texts import SheetTexts
from generator.web.spoken import Spoken
from generator.web.subjects import subject_title
from generator.web.told import NOBODY, Told


def sheet_data(
    examined: Examined,
    subject: Subject,
    library: Library,
    shape: FormShape | None = None,
    told: Told = NOBODY,
) -> JsonObject:
    """Lay a subject out for the page; ``shape`` is its form as it is issued."""
    columns = list(dict.fromkeys((*((key,) for key in COLUMNS), *columns_of(shape))))
    own, texts = _Sheet(examined, subject), SheetTexts(subject, library.units)
    form = form_data(shape, subject, own.sheet, texts)
    quotes = {quote.name: quote.figure for quote in quotable(examined, subject)}
    by_figure: dict[str, str] = {figure.id: name for name, figure in reversed(quotes.items())}
    words = standard_words(examined, subject, library)
    return {
        "id": subject.id,
        "title": subject_title(subject),
        "digest": subject.source.digest,
        "columns": [
            column._replace(key="-".join(map(str, keys)))._asdict()
            for keys in columns
            if (column := column_at(type(subject.entry), ("indicator", 0, *keys), subject.declared))
        ],
        "rows": [*own.rows(texts, columns)],
        "row_lists": own.row_lists(),
        "texts": texts.basics(),
        "funds": own.funds(texts),
        "own": texts.own_fields(),
        "goals": texts.goals(is_scored=own.scores_goal),
        "lists": texts.lists(),
        "prose": texts.prose(),
        "placed": texts.placed(),
        "sections": texts.sections(words, by_figure),
        "scores": own.scores(),
        "classes": [*own.classes(library)],
        "problems": problems_at(examined, own.file, subject, library, told),
        "elsewhere": elsewhere(examined, subject.source, told),
        "figures": [
            {"name": name, "shown": figure.shown, "label": figure.label}
            for name, figure in quotes.items()
        ],
        "quoted": quoted(examined, subject, library.units),
        "form": form.parts,
        "tables": form.tables,
        "fields": form.fields,
        "printed": form.printed,
    }


def computed_data(examined: Examined, subject: Subject, form: Table | None = None) -> JsonObject:
    """Lay out what is worked out of a subject, and nothing that somebody fills in."""
    own = _Sheet(examined, subject)
    printed = {} if form is None else printed_words(form)
    return {
        "rows": [*own.computed()],
        "scores": own.scores(),
        "rate": own.rate,
        "printed": printed,
    }


class _Sheet:
    def __init__(self, examined: Examined, subject: Subject) -> None:
        self.subject, self.examined = subject, examined
        self.sheet: ScoreSheet | None = examined.sheets.get(subject.id)
        self.file = subject.source

    def rows(self, texts: SheetTexts, columns: Sequence[KeyPath]) -> Iterator[JsonObject]:
        for at, computed in zip(self.subject.indicators, self.computed(), strict=True):
            cells = [texts.cell((*at.keys, *keys), at.indicator.name) for keys in columns]
            yield {**computed, "name": at.indicator.name, "goal": at.goal, "cells": cells}

    def computed(self) -> Iterator[JsonObject]:
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
        figure = self._figure(FigureId.indicator(self.subject.id, row.id, "score"))
        if figure is None:
            why_not = Spoken(None).words(str(row.judgement.score.trace))
            return {"score": "", "formula": why_not, "basis": ""}
        return {"score": figure.shown, "formula": figure.formula, "basis": figure.basis}

    def row_lists(self) -> list[JsonObject]:
        """Give the lists that a new indicator can go to: that of the subject, or of one of its goals."""
        of_goals = [at for at in self.subject.goals if len(at.keys) > 1]
        if not of_goals or self.subject.entry.indicator:
            return [{"keys": ["indicator"], "title": ""}]
        return [
            {"keys": [*at.keys, "indicator"], "title": at.goal.name or f"年度目标{at.number}"}
            for at in of_goals
        ]

    def funds(self, texts: SheetTexts) -> JsonObject:
        columns = [column for key in FUND_COLUMNS if (column := column_at(Funds, (key,)))]
        rows = [self._fund_row(WHOLE, ("funds",), texts)]
        for number, source in enumerate(self.subject.entry.funds.sources):
            rows.append(self._fund_row(source.name, ("funds", "sources", number), texts, source))
        unit = column_at(Funds, ("unit",))
        choices = unit.choices if unit else ()
        money = self.subject.entry.funds.unit
        return {
            "columns": [column._asdict() for column in columns],
            "rows": rows,
            "rate": self.rate,
            "unit": {
                **texts.cell(("funds", "unit")),
                "title": unit.title if unit else "",
                "choices": choices,
                "usual": money,
            },
            "usual": Funds().unit,
            "turned": texts.in_units(choices, Funds().unit),
            "stays": [*staying(self.subject)],
        }

    @property
    def scores_goal(self) -> bool:
        """Tell whether the unit scores its goal as a whole itself."""
        parts = self.sheet.parts if self.sheet is not None else ()
        return any(part.weighted.part.kind == "goal" for part in parts)

    @property
    def rate(self) -> str:
        figure = self._figure(FigureId.money(self.subject.id, "rate"))
        return figure.shown if figure is not None else ""

    def _fund_row(
        self, name: str, keys: KeyPath, texts: SheetTexts, source: FundSource | None = None
    ) -> JsonObject:
        row = "" if source is None else source.name
        cells = [texts.cell((*keys, key), row) for key in FUND_COLUMNS]
        return {"name": name, "keys": [*keys], "cells": cells}

    def scores(self) -> JsonObject:
        if self.sheet is None:
            return {"total": "", "grade": "", "parts": []}
        total = self._figure(FigureId.score(self.subject.id, "total"))
        return {
            "total": total.shown if total is not None else "",
            "formula": total.formula if total is not None else "",
            "is_scored": self.sheet.layout is not None,
            "grade": self.sheet.grade,
            "parts": [
                {
                    "label": part.label,
                    "weight": plain(part.weight) if part.weight is not None else "",
                    "score": figure.shown if (figure := self._figure(id)) else "",
                }
                for part in self.sheet.parts
                for id in (FigureId.part(self.subject.id, part.id, "score"),)
            ],
        }

    def classes(self, library: Library) -> Iterator[str]:
        seen: set[str] = set()
        scheme = self.examined.scheme
        names = classes_of(scheme.scheme, library.packs) if scheme is not None else []
        for path in (*names, *(at.indicator.class_ for at in self.subject.indicators)):
            if path and path not in seen:
                seen.add(path)
                yield path

    def _figure(self, id: FigureId) -> Figure | None:
        book = self.examined.book
        return None if book is None else book.find(id)


def problems_at(
    examined: Examined, file: TomlFile, subject: Subject | None, library: Library, told: Told
) -> list[JsonObject]:
    """Lay the problems of a file out that nobody accepted; what mends one is with it."""
    own = [p for p in examined.problems if p.place.file == file.shown and not p.accepted]
    if not own:
        return []
    return mended_rows(own, offered_mends(examined, file, subject, library.units), told)


def mended_rows(problems: Sequence[Problem], mends: Mends, told: Told) -> list[JsonObject]:
    """Lay problems out, each with what mends it."""
    return [
        {**row, "mend": mend.as_data() if (mend := mends.of(one)) else None}
        for one, row in zip(problems, told.rows(problems), strict=True)
    ]


def elsewhere(examined: Examined, file: TomlFile, told: Told) -> list[JsonObject]:
    """Lay out what is wrong with the dossier at another place than a file: the worst comes first."""
    open_ones = [p for p in examined.problems if p.place.file != file.shown and not p.accepted]
    return told.rows(sorted(open_ones, key=lambda own: [*Severity].index(own.severity)))


def _wants_reason(row: IndicatorScore) -> bool:
    score = row.judgement.score.value
    weight = row.at.indicator.weight
    return weight is not None and score is not None and score < weight
