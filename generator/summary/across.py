"""What ties out between dossiers: one project in two of them, rows that were copied whole."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.summary.rows import MONEY, DossierRows, SubjectRow, TieRow, Verdict

_AMOUNTS = (("initial", "年初预算数"), ("budget", "全年预算数"), ("spent", "全年执行数"))
_MOST_NAMED = 5
SAME, COPIED = "X03", "C10"


class _Told(NamedTuple):
    """A project with the dossier that tells of it."""

    dossier: DossierRows
    row: SubjectRow

    @property
    def where(self) -> str:
        return f"{self.dossier.name}：{self.row.name}"


def ties_across(dossiers: Sequence[DossierRows]) -> Iterator[TieRow]:
    """Hold the dossiers against each other. Nothing here compares every pair."""
    yield from _same_projects(dossiers)
    yield from _copied_rows(dossiers)


def _same_projects(dossiers: Sequence[DossierRows]) -> Iterator[TieRow]:
    """A project that two dossiers of a year report (its unit's, its authority's) has one set of figures."""
    for found in _grouped((_identity(told), told) for told in _every_project(dossiers)):
        first = found[0]
        for other in found[1:]:
            for key, label in _AMOUNTS:
                left, right = getattr(first.row, key), getattr(other.row, key)
                if left is not None and right is not None:
                    yield TieRow(
                        SAME,
                        f"同一项目的{label}",
                        first.row.name,
                        first.dossier.path,
                        left,
                        other.dossier.path,
                        right,
                        MONEY,
                        Verdict.EQUAL if left == right else Verdict.DIFFERENT,
                    )


def _copied_rows(dossiers: Sequence[DossierRows]) -> Iterator[TieRow]:
    """Indicator rows with the same targets and the same results stand in unlike projects."""
    for found in _grouped((told.row.print, told) for told in _every_project(dossiers)):
        others = [told for told in found if _identity(told) != _identity(found[0])]
        units = {told.dossier.path for told in found}
        if others and len(units) > 1:
            named = "、".join(told.where for told in others[:_MOST_NAMED])
            more = f"等 {len(others)} 个" if len(others) > _MOST_NAMED else ""
            yield TieRow(
                COPIED,
                "不同单位的项目，指标和完成值全部相同",
                found[0].where,
                "项目数",
                Decimal(len(found)),
                f"{named}{more}",
                None,
                "个",
                Verdict.SUSPECT,
                "请确认不是照抄",
            )


def _every_project(dossiers: Sequence[DossierRows]) -> Iterator[_Told]:
    return (_Told(dossier, row) for dossier in dossiers for row in dossier.projects)


def _identity(told: _Told) -> Hashable:
    """Tell what makes two rows one project: the code, else name and implementer; and the year."""
    row = told.row
    if row.code:
        return told.dossier.year, row.code
    return (told.dossier.year, row.name, row.implementer) if row.implementer else None


def _grouped(told: Iterable[tuple[Hashable, _Told]]) -> Iterator[list[_Told]]:
    groups: dict[Hashable, list[_Told]] = defaultdict(list)
    for key, one in told:
        if key:
            groups[key].append(one)
    return (group for group in groups.values() if len(group) > 1)
