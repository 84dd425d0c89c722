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
from generator.model.amounts import AMOUNT_LABELS, BUDGET, SPENT
from generator.model.dossier import Dossier, Subject
from generator.model.figure_id import UNIT, FigureId
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
    yield Figure(
        FigureId.named(UNIT, "year"), year, str(unit.year), "", "年度", (Source(source, ("year",)),)
    )
    named = (Source(source, ("unit", "name")),)
    yield text_figure(FigureId.named(UNIT, "name"), unit.unit.name, label="单位名称", sources=named)
    signature, key = (
        (unit.unit.signature, "signature") if unit.unit.signature else (unit.unit.name, "name")
    )
    signed = (Source(source, ("unit", key)),)
    yield text_figure(FigureId.named(UNIT, "signature"), signature, label="落款", sources=signed)
    if unit.unit.date is not None:
        dated = (Source(source, ("unit", "date")),)
        shown = date_text(unit.unit.date)
        yield text_figure(FigureId.named(UNIT, "date"), shown, label="落款日期", sources=dated)
    yield from _facts(UNIT, source, unit.facts, units)


def _names(dossier: Dossier, subject: Subject) -> Iterator[Figure]:
    entry = subject.entry
    source = subject.source
    keys: KeyPath = (subject.kind, "name")
    if not subject.name:
        source, keys = dossier.source, ("unit", "name")
    if named := dossier.name_of(subject):
        origin = Source(source, keys)
        yield text_figure(
            FigureId.named(subject.id, "name"), named, label="名称", sources=(origin,)
        )
    if isinstance(entry, ProjectEntry):
        for name in ("code", "authority", "implementer"):
            if text := getattr(entry.project, name):
                title = entry.project.fields()[name].title
                origin = Source(subject.source, ("project", name))
                id = FigureId.project(subject.id, name)
                yield text_figure(id, text, label=title, sources=(origin,))
    if isinstance(entry, DepartmentEntry):
        count = len(entry.duty)
        if count:
            yield Figure(
                FigureId.duties(subject.id),
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
                id = FigureId.department(subject.id, name)
                yield number_figure(id, amount, unit, label=label, sources=(origin,))


def _facts(owner: str, file: TomlFile, texts: Mapping[str, str], units: Units) -> Iterator[Figure]:
    """Give what the unit named itself."""
    for name, text in texts.items():
        source = Source(file, ("facts", name))
        yield written_figure(FigureId.fact(owner, name), name, text, units, source)


def _all_sums(dossier: Dossier, units: Units) -> Iterator[Figure]:
    """Add up all projects, and those of every report that takes only some of them."""
    yield from _sums("", dossier.projects, units)
    for report in dossier.unit.report:
        if report.projects:
            own = tuple(p for p in dossier.projects if p.id in report.projects)
            yield from _sums(report.id, own, units, f"报告“{report.id}”")


def _sums(report: str, projects: Sequence[Subject], units: Units, of: str = "") -> Iterator[Figure]:
    """Add up projects in the unit of the first one that has the amount."""
    count = len(projects)
    named = tuple(Source(own.source, ("project", "name")) for own in projects)
    id = FigureId.project_count(report)
    yield Figure(id, Decimal(count), f"{count}个", "个", f"{of}项目个数", named)
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
            FigureId.of_all(name, report),
            value,
            unit,
            label=f"{of}{label}",
            formula=f"{terms} = {plain(value)}{unit}",
            rule="各项目相加",
            inputs=[FigureId.amount(p.id, name) for p, _, _ in amounts],
        )
    if totals.get(BUDGET) and SPENT in totals:
        rate = round_half_up(totals[SPENT] / totals[BUDGET] * 100, 2)
        yield number_figure(
            FigureId.of_all("rate", report),
            rate,
            "%",
            label=f"{of}项目预算执行率",
            formula=f"合计执行数 ÷ 合计预算数 = {plain(rate)}%",
            inputs=(FigureId.of_all(SPENT, report), FigureId.of_all(BUDGET, report)),
        )
