"""The names that text may use: figures laid out as ``funds.spent`` or ``indicator("…").actual``."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from generator.base.suggestion import nearest, suggest
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import LanguageError, NobodysNameError
from generator.model import figure_parts as of
from generator.model.dossier import Dossier, Subject
from generator.model.figure_id import UNIT, FigureId
from generator.model.row_key import RowKey
from generator.prose.own_names import blank, own_names
from generator.prose.snippet_names import renamed

Names = Mapping[str, Any]
Kinds = Mapping[str, Sequence[Figure]]


def dossier_names(dossier: Dossier, book: FigureBook) -> dict[str, dict[str, Any]]:
    """Give the names for the texts of every subject: its own short forms, then those of the unit.

    Under the empty id stand the names for texts that are the unit's, such as reports over projects.
    """
    views = {s.id: _view(s, book) for s in dossier.subjects}
    unit = book.kinds_of(UNIT)
    common = _common(dossier, book, views)
    return {"": {**common, "fact": _facts(unit)}} | {
        s.id: {**common, **views[s.id], "fact": _facts(unit, book.kinds_of(s.id))}
        for s in dossier.subjects
    }


def _facts(*owners: Kinds) -> Callable[[str], Any]:
    """Give facts by name; a subject's own go before the unit's."""
    return _lookup(
        lambda: {n: f for kinds in owners for n, f in _by_name(kinds, of.FACT).items()},
        "自定义数据",
    )


def report_names(
    book: FigureBook, names: Names, report_id: str, wanted: Sequence[str]
) -> dict[str, Any]:
    """Give the names for a report: where it takes only some projects, counts and sums are theirs."""
    if not wanted:
        return dict(names)
    unit = book.kinds_of(UNIT)
    views = [view for view in names["projects"]["all"] if view["id"] in wanted]
    own = {
        "projects": {"count": book[FigureId.project_count(report_id)], "all": views},
        "total": _lookup(lambda: _sides(unit, of.TOTAL, report_id), "合计"),
    }
    return renamed(names, own)


def _common(dossier: Dossier, book: FigureBook, views: Mapping[str, Names]) -> dict[str, Any]:
    projects = [views[p.id] for p in dossier.projects]
    unit = book.kinds_of(UNIT)
    said = _sides(unit, of.NAMED)
    names: dict[str, Any] = {
        "year": said.pop("year"),
        "unit": {
            **said,
            "short": next(iter(dossier.unit.unit.short), dossier.unit.unit.name),
        },
        "projects": {"count": book[FigureId.project_count()], "all": projects},
        "total": _lookup(lambda: _sides(unit, of.TOTAL), "合计"),
        "project": _lookup(lambda: views, "项目"),
    }
    if dossier.department is not None:
        names["department"] = views[dossier.department.id]
    return names


def _view(subject: Subject, book: FigureBook) -> dict[str, Any]:
    """Give the names of one subject."""
    money, kinds = subject.entry.funds, book.kinds_of(subject.id)
    funds: dict[str, Any] = _sides(kinds, of.FUNDS)
    sources = _grouped(kinds, of.SOURCE) if money.sources else {}
    uses = _by_name(kinds, of.USE) if money.uses else {}
    # Sources without an amount are rows of the form, not something to tell of.
    funds["sources"] = [
        {"name": s.name, **sources[s.name]} for s in money.sources if s.name in sources
    ]
    funds["uses"] = [{"name": u.item, "amount": uses[u.item]} for u in money.uses if u.item in uses]
    funds["source"] = _lookup(lambda: sources, "资金来源")
    funds["row"] = _lookup(lambda: _grouped(kinds, of.MONEY_ROW), "资金表的行")
    funds["amount"] = _lookup(lambda: _further(kinds), "金额")
    funds["use"] = _lookup(lambda: uses, "资金用途")
    funds["plan"] = _lookup(lambda: _by_name(kinds, of.PLAN), "资金支出计划")
    funds["income"] = _lookup(lambda: _breakdown(kinds, of.INCOME), "细分")
    funds["expenditure"] = _lookup(lambda: _breakdown(kinds, of.EXPENDITURE), "细分")
    score: dict[str, Any] = _sides(kinds, of.SCORE)
    score["part"] = _lookup(lambda: _grouped(kinds, of.PART), "组成部分")
    return {
        "id": subject.id,
        **_sides(kinds, of.NAMED),
        "project_info": _sides(kinds, of.PROJECT),
        "spending": _sides(kinds, of.DEPARTMENT),
        "duties": _sides(kinds, of.DUTIES),
        "funds": funds,
        "score": score,
        "indicator": _lookup(lambda: _indicators(kinds), "指标"),
        "item": _lookup(lambda: _grouped(kinds, of.ITEM), "逐项打分的项"),
        "goal": _lookup(lambda: _grouped(kinds, of.GOAL), "目标"),
        **{name: _lookup(*own) for name, own in own_names(subject, book).items()},
    }


def _sides(kinds: Kinds, kind: str, report: str = "") -> dict[str, Any]:
    """Take the figures of the one thing of a kind: what all the money comes to, no row of it."""
    parts = ((figure, figure.id.parts) for figure in kinds.get(kind, ()))
    return {p.side: figure for figure, p in parts if not p.own and p.report == report}


def _by_name(kinds: Kinds, kind: str) -> dict[str, Any]:
    """Take the figures of a kind of which each thing has one, by their names."""
    return {figure.id.parts.name: figure for figure in kinds.get(kind, ())}


def _further(kinds: Kinds) -> dict[str, Any]:
    """Take the further amounts of all the money, by their names."""
    parts = ((figure, figure.id.parts) for figure in kinds.get(of.FUNDS, ()))
    return {p.own: figure for figure, p in parts if p.own}


def _grouped(kinds: Kinds, kind: str) -> dict[str, dict[str, Any]]:
    """Take the figures of a kind as tables by the names of the things."""
    groups: dict[str, dict[str, Any]] = {}
    for figure in kinds.get(kind, ()):
        parts = figure.id.parts
        groups.setdefault(parts.name, {})[parts.tail] = figure
    return groups


def _breakdown(kinds: Kinds, kind: str) -> dict[str, Any]:
    """List the lines of a breakdown, and the lines below them, by their names."""
    found: dict[str, Any] = {}
    for figure in kinds.get(kind, ()):
        found.setdefault(figure.id.parts.name, figure)
    return found


def _indicators(kinds: Kinds) -> dict[str, dict[str, Any]]:
    """List indicators under every name that is unambiguous: 名称, 二级/名称, 一级/二级/名称."""
    full: dict[str, dict[str, Any]] = {}
    for figure in kinds.get(of.INDICATOR, ()):
        parts = figure.id.parts
        goal = f"{RowKey.goal(parts.goal)}/" if parts.goal else ""
        row = full.setdefault(f"{goal}{parts.name}", {})
        if parts.own:
            row.setdefault(parts.side, {})[parts.own] = figure
        else:
            row[parts.side] = figure
    found: dict[str, list[str]] = {}
    for path in full:
        steps = [step.strip() for step in path.split("/")]
        if not steps[-1]:
            continue  # a row that has no name yet
        for start in range(len(steps)):
            found.setdefault("/".join(steps[start:]), []).append(path)
    return {name: full[paths[0]] for name, paths in found.items() if len(paths) == 1}


def _lookup(
    make: Callable[[], Mapping[str, Any]], what: str, declared: Collection[str] = ()
) -> Callable[[str], Any]:
    """Look names up in a table that is made when somebody first asks: most are never asked.

    A name that is ``declared`` and not in the table is one that nobody filled in.
    """
    made: list[Mapping[str, Any]] = []

    def look_up(name: str) -> Any:
        if not made:
            made.append(make())
        table = made[0]
        if name in declared and name not in table:
            raise blank(what, name)
        if not isinstance(name, str) or name not in table:
            same = _longer(str(name), table)
            if len(same) > 1:
                message = f"有几个{what}叫“{name}”，分不清是哪一个"
                hint = f"引用时写明类别：{'、'.join(same)}"
                raise LanguageError(message, word=str(name), hint=hint)
            hint = suggest(str(name), table) or f"这里还没有{what}，请先写上，或改写这一句"
            # To ask whether a name is there is no fault, but for one that is nearly another.
            kind = LanguageError if nearest(str(name), table) else NobodysNameError
            raise kind(f"没有{what}“{name}”", word=str(name), hint=hint)
        return table[name]

    return look_up


def _longer(name: str, table: Mapping[str, Any]) -> list[str]:
    """Return the shortest names that end in a name: 数量/购书册数 and 社会效益/购书册数."""
    found = [full for full in table if full.endswith(f"/{name}")]
    return [own for own in found if not any(own.endswith(f"/{other}") for other in found)]
