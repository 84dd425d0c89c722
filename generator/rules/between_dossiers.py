"""X03 and C10 between dossiers: one project in two of them, rows that were copied whole.

Nothing here compares every pair; of each dossier only small rows are known.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import plain
from generator.model.amounts import AMOUNT_LABELS
from generator.rules.copied_sets import SignedSet, copied
from generator.rules.finding import Finding
from generator.rules.held_figures import Held
from generator.rules.where import NOWHERE
from generator.summary.digest_rows import MONEY, DossierRows, SubjectRow

_MOST_NAMED = 5


class _Told(NamedTuple):
    """A project with the dossier that tells of it."""

    dossier: DossierRows
    row: SubjectRow

    @property
    def where(self) -> str:
        return f"{self.dossier.name}：{self.row.name}"


def same_projects_held(dossiers: Sequence[DossierRows]) -> Iterator[Held]:
    """A project that two dossiers of a year report (its unit's, its authority's) has one set of figures."""
    for found in _grouped((_identity(told), told) for told in _every_project(dossiers)):
        first = found[0]
        for other in found[1:]:
            for key, label in AMOUNT_LABELS.items():
                left, right = getattr(first.row, key), getattr(other.row, key)
                if left is None or right is None:
                    continue
                sides, paths = (plain(left), plain(right)), (first.dossier.path, other.dossier.path)
                finding = Finding("same-project", NOWHERE, *sides, name=label)
                owner = first.row.name
                yield Held(finding, left, right, left == right, MONEY, "", *paths, owner)


def copied_rows_held(dossiers: Sequence[DossierRows]) -> Iterator[Held]:
    """Indicator rows with the same targets and the same results stand in unlike projects."""
    sets = (
        SignedSet(str(t.dossier.path), t.row.name, frozenset((t.row.print,)), t.row.code, t.where)
        for t in _every_project(dossiers)
        if t.row.print
    )
    for first, others in copied(sets):
        named = "、".join(other.whose for other in others[:_MOST_NAMED])
        more = f"等 {len(others)} 个" if len(others) > _MOST_NAMED else ""
        count = Decimal(len(others) + 1)
        finding = Finding("rows-copied", NOWHERE, str(count), f"{named}{more}")
        yield Held(
            finding, count, None, agrees=False, unit="个", owner=first.whose, is_suspect=True
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
