"""The names that text may use: figures laid out as ``funds.spent`` or ``indicator("…").actual``."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.base.suggestion import suggest
from generator.figures.book import FigureBook
from generator.model.dossier import Dossier, Subject
from generator.model.funds import FundPart
from generator.prose.error import ProseError

Names = Mapping[str, Any]


def unit_names(dossier: Dossier, book: FigureBook) -> dict[str, Any]:
    """Give the names that hold in every text of a dossier."""
    subjects = {s.id: s for s in dossier.subjects}
    names: dict[str, Any] = {
        "year": book["unit/year"],
        "unit": _leaves(book, "unit", ("name", "signature", "date")),
        "projects": {
            "count": book["unit/projects.count"],
            "all": [subject_view(p, book) for p in dossier.projects],
        },
        "total": _lookup(_children(book, "unit/total."), "合计"),
        "project": _lookup_lazily(subjects, book),
        "fact": _lookup(_bracketed(book, "unit/fact["), "自定义数据"),
    }
    if dossier.department is not None:
        names["department"] = subject_view(dossier.department, book)
    return names


def subject_names(subject: Subject, dossier: Dossier, book: FigureBook) -> dict[str, Any]:
    """Give the names for the text of one subject: the short forms, then those of the unit."""
    names = unit_names(dossier, book)
    facts = {**_bracketed(book, "unit/fact["), **_bracketed(book, f"{subject.id}/fact[")}
    return {**names, **subject_view(subject, book), "fact": _lookup(facts, "自定义数据")}


def subject_view(subject: Subject, book: FigureBook) -> dict[str, Any]:
    """Give the names of one subject."""
    prefix = f"{subject.id}/"
    funds: dict[str, Any] = _children(book, f"{prefix}funds.")
    funds["sources"] = _rows(
        book, f"{prefix}funds.source[", [s.name for s in subject.entry.funds.sources]
    )
    funds["uses"] = _singles(
        book, f"{prefix}funds.use[", [u.item for u in subject.entry.funds.uses]
    )
    for name, parts in (
        ("income", subject.entry.funds.by_income),
        ("expenditure", subject.entry.funds.by_expenditure),
    ):
        funds[name] = _lookup(_breakdown(book, f"{prefix}funds.{name}", parts), "细分")
    score: dict[str, Any] = _children(book, f"{prefix}score.")
    score["part"] = _lookup(_grouped(book, f"{prefix}score.part["), "组成部分")
    indicators = _indicators(book, prefix)
    return {
        "id": subject.id,
        "name": book[f"{prefix}name"],
        "project_info": _children(book, f"{prefix}project."),
        "spending": _children(book, f"{prefix}department."),
        "funds": funds,
        "score": score,
        "indicator": _lookup(indicators, "指标"),
        "goal": _lookup(_grouped(book, f"{prefix}goal["), "目标"),
    }


def _leaves(book: FigureBook, owner: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: book[f"{owner}/{name}"] for name in names if f"{owner}/{name}" in book}


def _children(book: FigureBook, prefix: str) -> dict[str, Any]:
    """Take the figures directly below a prefix: ``funds.spent`` but not ``funds.source[…].spent``."""
    rest = (
        (key.removeprefix(prefix), figure) for key, figure in book.items() if key.startswith(prefix)
    )
    return {name: figure for name, figure in rest if not set(name) & set("[].")}


def _bracketed(book: FigureBook, prefix: str) -> dict[str, Any]:
    """Take the figures ``prefix…]`` by the name in brackets."""
    return {
        key.removeprefix(prefix).removesuffix("]"): figure
        for key, figure in book.items()
        if key.startswith(prefix) and key.endswith("]")
    }


def _grouped(book: FigureBook, prefix: str) -> dict[str, dict[str, Any]]:
    """Take the figures ``prefix<name>].field`` as tables by name."""
    groups: dict[str, dict[str, Any]] = {}
    for key, figure in book.items():
        if key.startswith(prefix):
            name, _, field = key.removeprefix(prefix).rpartition("].")
            groups.setdefault(name, {})[field] = figure
    return groups


def _rows(book: FigureBook, prefix: str, names: list[str]) -> list[dict[str, Any]]:
    groups = _grouped(book, prefix)
    return [{"name": name, **groups.get(name, {})} for name in names]


def _singles(book: FigureBook, prefix: str, names: list[str]) -> list[dict[str, Any]]:
    amounts = _bracketed(book, prefix)
    return [{"name": name, "amount": amounts[name]} for name in names if name in amounts]


def _breakdown(book: FigureBook, prefix: str, parts: Sequence[FundPart]) -> dict[str, Any]:
    """List the lines of a breakdown, and the lines below them, by their names."""
    found: dict[str, Any] = {}
    for part in parts:
        key = f"{prefix}[{part.name}]"
        if key in book:
            found.setdefault(part.name, book[key])
        for name, figure in _breakdown(book, key, part.parts).items():
            found.setdefault(name, figure)
    return found


def _indicators(book: FigureBook, prefix: str) -> dict[str, dict[str, Any]]:
    """List indicators under every name that is unambiguous: 名称, 二级/名称, 一级/二级/名称."""
    full: dict[str, dict[str, Any]] = {}
    for key, figure in book.items():
        if key.startswith(prefix) and "indicator[" in key:
            path, _, field = key.removeprefix(prefix).rpartition("].")
            goal, _, name = path.partition("indicator[")
            full.setdefault(f"{goal}{name}", {})[field] = figure
    found: dict[str, list[str]] = {}
    for path in full:
        parts = path.split("/")
        for start in range(len(parts)):
            found.setdefault("/".join(parts[start:]), []).append(path)
    return {name: full[paths[0]] for name, paths in found.items() if len(paths) == 1}


def _lookup(table: Mapping[str, Any], what: str) -> Callable[[str], Any]:
    def look_up(name: str) -> Any:
        if not isinstance(name, str) or name not in table:
            raise ProseError(f"没有{what}“{name}”", word=str(name), hint=suggest(str(name), table))
        return table[name]

    return look_up


def _lookup_lazily(subjects: Mapping[str, Subject], book: FigureBook) -> Callable[[str], Any]:
    def look_up(name: str) -> Any:
        if not isinstance(name, str) or name not in subjects:
            raise ProseError(f"没有项目“{name}”", word=str(name), hint=suggest(str(name), subjects))
        return subject_view(subjects[name], book)

    return look_up
