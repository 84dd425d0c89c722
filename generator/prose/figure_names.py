"""The names that text may use: figures laid out as ``funds.spent`` or ``indicator("…").actual``."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any

from generator.base.suggestion import suggest
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import LanguageError
from generator.model.dossier import Dossier, Subject
from generator.model.funds import FundPart
from generator.prose.own_names import blank, own_names
from generator.prose.snippet_names import renamed

_FURTHER = frozenset("[].")  # what the id of a figure further below holds

Names = Mapping[str, Any]
Figures = Mapping[str, Figure]


def dossier_names(dossier: Dossier, book: FigureBook) -> dict[str, dict[str, Any]]:
    """Give the names for the texts of every subject: its own short forms, then those of the unit.

    Under the empty id stand the names for texts that are the unit's, such as reports over projects.
    """
    views = {s.id: _view(s, book.owned_by(s.id)) for s in dossier.subjects}
    unit = book.owned_by("unit")
    common = _common(dossier, unit, views)
    return {"": {**common, "fact": _facts(unit)}} | {
        s.id: {**common, **views[s.id], "fact": _facts(unit, book.owned_by(s.id))}
        for s in dossier.subjects
    }


def _facts(*owners: Figures) -> Callable[[str], Any]:
    """Give facts by name; a subject's own go before the unit's."""
    return _lookup(
        lambda: {n: f for figures in owners for n, f in _bracketed(figures, "fact[").items()},
        "自定义数据",
    )


def report_names(
    book: FigureBook, names: Names, report_id: str, wanted: Sequence[str]
) -> dict[str, Any]:
    """Give the names for a report: where it takes only some projects, counts and sums are theirs."""
    if not wanted:
        return dict(names)
    unit = book.owned_by("unit")
    prefix = f"report[{report_id}]."
    views = [view for view in names["projects"]["all"] if view["id"] in wanted]
    own = {
        "projects": {"count": unit[f"{prefix}projects.count"], "all": views},
        "total": _lookup(lambda: _children(unit, f"{prefix}total."), "合计"),
    }
    return renamed(names, own)


def _common(dossier: Dossier, unit: Figures, views: Mapping[str, Names]) -> dict[str, Any]:
    projects = [views[p.id] for p in dossier.projects]
    names: dict[str, Any] = {
        "year": unit["year"],
        "unit": {
            **{name: unit[name] for name in ("name", "signature", "date") if name in unit},
            "short": next(iter(dossier.unit.unit.short), dossier.unit.unit.name),
        },
        "projects": {"count": unit["projects.count"], "all": projects},
        "total": _lookup(lambda: _children(unit, "total."), "合计"),
        "project": _lookup(lambda: views, "项目"),
    }
    if dossier.department is not None:
        names["department"] = views[dossier.department.id]
    return names


def _view(subject: Subject, figures: Figures) -> dict[str, Any]:
    """Give the names of one subject."""
    money = subject.entry.funds
    funds: dict[str, Any] = _children(figures, "funds.")
    sources = _grouped(figures, "funds.source[") if money.sources else {}
    uses = _bracketed(figures, "funds.use[") if money.uses else {}
    # Sources without an amount are rows of the form, not something to tell of.
    funds["sources"] = [
        {"name": s.name, **sources[s.name]} for s in money.sources if s.name in sources
    ]
    funds["uses"] = [{"name": u.item, "amount": uses[u.item]} for u in money.uses if u.item in uses]
    funds["source"] = _lookup(lambda: sources, "资金来源")
    funds["row"] = _lookup(lambda: _grouped(figures, "funds.row["), "资金表的行")
    funds["amount"] = _lookup(lambda: _bracketed(figures, "funds.amount["), "金额")
    funds["use"] = _lookup(lambda: uses, "资金用途")
    funds["plan"] = _lookup(lambda: _bracketed(figures, "funds.plan["), "资金支出计划")
    funds["income"] = _lookup(lambda: _breakdown(figures, "funds.income", money.by_income), "细分")
    funds["expenditure"] = _lookup(
        lambda: _breakdown(figures, "funds.expenditure", money.by_expenditure), "细分"
    )
    score: dict[str, Any] = _children(figures, "score.")
    score["part"] = _lookup(lambda: _grouped(figures, "score.part["), "组成部分")
    return {
        "id": subject.id,
        **({"name": figures["name"]} if "name" in figures else {}),
        "project_info": _children(figures, "project."),
        "spending": _children(figures, "department."),
        "duties": _children(figures, "duties."),
        "funds": funds,
        "score": score,
        "indicator": _lookup(lambda: _indicators(figures), "指标"),
        "item": _lookup(lambda: _grouped(figures, "item["), "逐项打分的项"),
        "goal": _lookup(lambda: _grouped(figures, "goal["), "目标"),
        **{name: _lookup(*own) for name, own in own_names(subject, figures).items()},
    }


def _children(figures: Figures, prefix: str) -> dict[str, Any]:
    """Take the figures directly below a prefix: ``funds.spent`` but not ``funds.source[…].spent``."""
    return {
        name: figure
        for key, figure in figures.items()
        if key.startswith(prefix) and _FURTHER.isdisjoint(name := key[len(prefix) :])
    }


def _bracketed(figures: Figures, prefix: str) -> dict[str, Any]:
    """Take the figures ``prefix…]`` by the name in brackets."""
    return {
        key[len(prefix) : -1]: figure
        for key, figure in figures.items()
        if key.startswith(prefix) and key.endswith("]")
    }


def _grouped(figures: Figures, prefix: str) -> dict[str, dict[str, Any]]:
    """Take the figures ``prefix<name>].field`` as tables by name."""
    groups: dict[str, dict[str, Any]] = {}
    for key, figure in figures.items():
        if key.startswith(prefix):
            name, _, part = key[len(prefix) :].rpartition("].")
            groups.setdefault(name, {})[part] = figure
    return groups


def _breakdown(figures: Figures, prefix: str, parts: Sequence[FundPart]) -> dict[str, Any]:
    """List the lines of a breakdown, and the lines below them, by their names."""
    found: dict[str, Any] = {}
    for part in parts:
        key = f"{prefix}[{part.name}]"
        if key in figures:
            found.setdefault(part.name, figures[key])
        for name, figure in _breakdown(figures, key, part.parts).items():
            found.setdefault(name, figure)
    return found


def _indicators(figures: Figures) -> dict[str, dict[str, Any]]:
    """List indicators under every name that is unambiguous: 名称, 二级/名称, 一级/二级/名称."""
    full: dict[str, dict[str, Any]] = {}
    for key, figure in figures.items():
        if "indicator[" in key:
            path, _, part = key.rpartition("].")
            goal, _, name = path.partition("indicator[")
            row = full.setdefault(f"{goal}{name}", {})
            if part.startswith("field["):
                row.setdefault("field", {})[part[6:-1]] = figure
            else:
                row[part] = figure
    found: dict[str, list[str]] = {}
    for path in full:
        parts = [part.strip() for part in path.split("/")]
        if not parts[-1]:
            continue  # a row that has no name yet
        for start in range(len(parts)):
            found.setdefault("/".join(parts[start:]), []).append(path)
    return {name: full[paths[0]] for name, paths in found.items() if len(paths) == 1}


def _lookup(
    make: Callable[[], Mapping[str, Any]], what: str, declared: Collection[str] = ()
) -> Callable[[str], Any]:
    """Look names up in a table that is made when somebody first asks: most are never asked.

    A name that is ``declared`` and not in the table is one that nobody filled in.
    """
    known = cache(make)

    def look_up(name: str) -> Any:
        table = known()
        if name in declared and name not in table:
            raise blank(what, name)
        if not isinstance(name, str) or name not in table:
            same = _longer(str(name), table)
            if len(same) > 1:
                message = f"有几个{what}叫“{name}”，分不清是哪一个"
                hint = f"引用时写明类别：{'、'.join(same)}"
                raise LanguageError(message, word=str(name), hint=hint)
            hint = suggest(str(name), table) or f"这里还没有{what}，请先写上，或改写这一句"
            raise LanguageError(f"没有{what}“{name}”", word=str(name), hint=hint)
        return table[name]

    return look_up


def _longer(name: str, table: Mapping[str, Any]) -> list[str]:
    """Return the shortest names that end in a name: 数量/购书册数 and 社会效益/购书册数."""
    found = [full for full in table if full.endswith(f"/{name}")]
    return [own for own in found if not any(own.endswith(f"/{other}") for other in found)]
