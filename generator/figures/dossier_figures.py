"""All figures of a dossier: the unit's, each subject's, and sums over the projects."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import date_text, numeral
from generator.base.number import plain, round_half_up
from generator.base.toml import KeyPath, TomlFile
from generator.figures.figure import Figure, Source, exact_decimal, number_figure, text_figure
from generator.figures.figure_book import FigureBook
from generator.figures.funds_figures import fund_figures
from generator.figures.own_figures import own_figures, written_figure
from generator.figures.score_figures import score_figures
from generator.model.amounts import AMOUNT_LABELS
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.units import Units
from generator.score.score_sheet import ScoreSheet

_SUMMED = {name: f"{label}合计" for name, label in AMOUNT_LABELS.items()}


def make_figures(dossier: Dossier, sheets: Mapping[str, ScoreSheet], units: Units) -> FigureBook:
    """Gather the figure book of a dossier."""
    return FigureBook(_all(dossier, sheets, units))


def _all(dossier: Dossier, sheets: Mapping[str, ScoreSheet], units: Units) -> Iterator[Figure]:
    yield from _unit(dossier, units)
    for subject in dossier.subjects:
        yield from _names(dossier, subject)
        yield from _facts(subject.id, subject.source, subject.entry.facts, units)
        yield from own_figures(subject, units)
        yield from fund_figures(subject, sheets[subject.id].rate_of)
        yield from score_figures(subject, sheets[subject.id])
    yield from _all_sums(dossier, units)


def _unit(dossier: Dossier, units: Units) -> Iterator[Figure]:
    unit, source = dossier.unit, dossier.source
    year = Decimal(unit.year)
    yield Figure("unit/year", year, str(unit.year), "", "年度", (Source(source, ("year",)),))
    yield text_figure(
        "unit/name", unit.unit.name, label="单位名称", sources=(Source(source, ("unit", "name")),)
    )
    signature, key = (
        (unit.unit.signature, "signature") if unit.unit.signature else (unit.unit.name, "name")
    )
    yield text_figure(
        "unit/signature", signature, label="落款", sources=(Source(source, ("unit", key)),)
    )
    if unit.unit.date is not None:
        shown = date_text(unit.unit.date)
        yield text_figure(
            "unit/date", shown, label="落款日期", sources=(Source(source, ("unit", "date")),)
        )
    yield from _facts("unit", source, unit.facts, units)


def _names(dossier: Dossier, subject: Subject) -> Iterator[Figure]:
    entry = subject.entry
    source = subject.source
    keys: KeyPath = (subject.kind, "name")
    if not subject.name:
        source, keys = dossier.source, ("unit", "name")
    if named := dossier.name_of(subject):
        origin = Source(source, keys)
        yield text_figure(f"{subject.id}/name", named, label="名称", sources=(origin,))
    if isinstance(entry, ProjectEntry):
        for name in ("code", "authority", "implementer"):
            if text := getattr(entry.project, name):
                title = entry.project.fields()[name].title
                origin = Source(subject.source, ("project", name))
                yield text_figure(
                    f"{subject.id}/project.{name}", text, label=title, sources=(origin,)
                )
    if isinstance(entry, DepartmentEntry):
        count = len(entry.duty)
        if count:
            yield Figure(
                f"{subject.id}/duties.count",
                Decimal(count),
                f"{numeral(count)}项",
                "项",
                "职责",
                (Source(subject.source, ("duty",)),),
            )
        for name, label in (("basic", "基本支出总额"), ("projects", "项目支出总额")):
            amount: Decimal | None = getattr(entry.department, name)
            if amount is not None:
                origin = Source(subject.source, ("department", name))
                unit = entry.funds.unit
                yield number_figure(
                    f"{subject.id}/department.{name}", amount, unit, label=label, sources=(origin,)
                )


def _facts(owner: str, file: TomlFile, texts: Mapping[str, str], units: Units) -> Iterator[Figure]:
    """Give what the unit named itself."""
    for name, text in texts.items():
        source = Source(file, ("facts", name))
        yield written_figure(f"{owner}/fact[{name}]", name, text, units, source)


def _all_sums(dossier: Dossier, units: Units) -> Iterator[Figure]:
    """Add up all projects, and those of every report that takes only some of them."""
    yield from _sums("unit/", dossier.projects, units)
    for report in dossier.unit.report:
        if report.projects:
            own = tuple(p for p in dossier.projects if p.id in report.projects)
            yield from _sums(f"unit/report[{report.id}].", own, units, f"报告“{report.id}”")


def _sums(prefix: str, projects: Sequence[Subject], units: Units, of: str = "") -> Iterator[Figure]:
    """Add up projects in the unit of the first one that has the amount."""
    count = len(projects)
    named = tuple(Source(own.source, ("project", "name")) for own in projects)
    yield Figure(
        f"{prefix}projects.count", Decimal(count), f"{count}个", "个", f"{of}项目个数", named
    )
    totals: dict[str, Fraction] = {}
    for name, label in _SUMMED.items():
        amounts = [
            (p, Fraction(amount), p.entry.funds.unit)
            for p in projects
            if (amount := getattr(p.entry.funds, name)) is not None
        ]
        if not amounts or len(amounts) < len(projects):
            continue
        unit = amounts[0][2]
        totals[name] = sum((units.convert(a, u, unit) for _, a, u in amounts), Fraction(0))
        value = exact_decimal(totals[name])
        terms = " + ".join(plain(exact_decimal(units.convert(a, u, unit))) for _, a, u in amounts)
        yield number_figure(
            f"{prefix}total.{name}",
            value,
            unit,
            label=f"{of}{label}",
            formula=f"{terms} = {plain(value)}{unit}",
            rule="各项目相加",
            inputs=[f"{p.id}/funds.{name}" for p, _, _ in amounts],
        )
    if totals.get("budget") and "spent" in totals:
        rate = round_half_up(totals["spent"] / totals["budget"] * 100, 2)
        yield number_figure(
            f"{prefix}total.rate",
            rate,
            "%",
            label=f"{of}项目预算执行率",
            formula=f"合计执行数 ÷ 合计预算数 = {plain(rate)}%",
            inputs=(f"{prefix}total.spent", f"{prefix}total.budget"),
        )
