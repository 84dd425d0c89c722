"""Which files are of one unit and one year: by the names that they print, not by where they lie."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from generator.base.apart import apart
from generator.read.draft import Draft
from generator.read.join import is_same
from generator.read.label_book import LabelBook, normal
from generator.use.audit.found import AuditedUnit
from generator.use.audit.goal_agreement import is_goal_table

FEW = 3  # so many files without a unit's name in one folder are a form, its report and its goals


class UnitFiles(NamedTuple):
    """What there is of one unit: goal tables of the spring, and what was handed in after the year."""

    springs: list[Draft]
    rest: list[Draft]

    @property
    def drafts(self) -> Iterator[Draft]:
        """Go through all, in the order in which they are read."""
        yield from self.rest
        yield from self.springs

    @property
    def told(self) -> AuditedUnit:
        """Name the unit as its files do, the first first."""
        names = [str(draft.unit.get("name", "")) for draft in self.drafts]
        years = (draft.year for draft in self.drafts)
        files = dict.fromkeys(draft.source for draft in self.drafts)
        return AuditedUnit(
            next(filter(None, names), "") or self._common_authority(),
            next(filter(None, years), None),
            tuple(files),
        )

    def _common_authority(self) -> str:
        """Return the 主管部门 that all forms print: a workbook of its projects names nobody else."""
        subjects = [subject for draft in self.drafts for subject in draft.subjects]
        said = [str(subject.get(("project", "authority")) or "") for subject in subjects]
        known = dict.fromkeys(filter(None, said))
        return next(iter(known)) if len(known) == 1 else ""


def units_of(parts: Sequence[Draft], book: LabelBook) -> list[UnitFiles]:
    """Sort what files say by unit and year; each part is from one file and of one unit."""
    named: dict[str, list[Draft]] = defaultdict(list)
    nameless: list[Draft] = []
    for part in parts:
        key = book.shortened(str(part.unit.get("name", "")))
        (named[key] if key else nameless).append(part)
    groups = [group for own in named.values() for group in _by_year(own)]
    many = Counter(PurePath(part.source).parent for part in nameless)
    homeless: list[Draft] = []
    for part in nameless:
        home = _home(part, groups, is_one_of_few=many[PurePath(part.source).parent] <= FEW)
        (homeless if home is None else home).append(part)
    known = {PurePath(part.source).parent for own in named.values() for part in own}
    groups += _by_folder(homeless, known)
    order = {id(part): number for number, part in enumerate(parts)}
    # What is said of all of them is said of the first: of one in which something was recognised.
    for group in groups:
        group.sort(key=lambda part: (not part.subjects, order[id(part)]))
    groups.sort(key=lambda group: order[id(group[0])])
    return _with_springs(groups)


def versions_of(parts: list[Draft]) -> list[list[Draft]]:
    """Part files that hold the form of one subject twice: each is looked at with the same reports.

    What two versions say differently is told apart from what is wrong in each of them.
    """
    is_form = [any(s.has_indicators for s in part.subjects) for part in parts]
    forms = [part for part, is_one in zip(parts, is_form, strict=True) if is_one]
    reports = [part for part, is_one in zip(parts, is_form, strict=True) if not is_one]
    versions: list[list[Draft]] = []
    for form in forms:
        free = (own for own in versions if not any(_has_same_form(form, other) for other in own))
        version = next(free, None)
        if version is None:
            versions.append(version := [])
        version.append(form)
    if len(versions) < 2:
        return [parts]
    return [[*own, *(apart(reports) if n else reports)] for n, own in enumerate(versions)]


def _has_same_form(one: Draft, other: Draft) -> bool:
    return any(
        is_same(mine, theirs)
        for mine in one.subjects
        for theirs in other.subjects
        if mine.has_indicators and theirs.has_indicators
    )


def _by_year(parts: list[Draft]) -> list[list[Draft]]:
    """Part the years of a unit where the form of one subject is there for several of them.

    Elsewhere a year that differs is a slip of the pen, and the files belong together all the same.
    """
    years: dict[str, set[int]] = defaultdict(set)
    for part in parts:
        for subject in part.subjects:
            if part.year is not None and subject.has_indicators and not is_goal_table(part):
                years[f"{subject.kind} {normal(subject.name)}"].add(part.year)
    if all(len(own) < 2 for own in years.values()):
        return [parts]
    last = max(part.year for part in parts if part.year is not None)
    ordered = sorted(parts, key=lambda part: part.year or last)
    return [list(group) for _, group in groupby(ordered, key=lambda part: part.year or last)]


def _home(part: Draft, groups: list[list[Draft]], *, is_one_of_few: bool) -> list[Draft] | None:
    """Find the unit of a file that names none: that of its project, else the only one in its folder."""
    same = [group for group in groups if _is_of_one_year(part, group)]
    own = [group for group in same if _projects(part) & _projects(*group)]
    if len(own) == 1 or not is_one_of_few:
        return own[0] if len(own) == 1 else None
    folder = PurePath(part.source).parent
    near = [group for group in same if any(PurePath(p.source).parent == folder for p in group)]
    return near[0] if len(near) == 1 else None


def _is_of_one_year(part: Draft, group: list[Draft]) -> bool:
    years = {other.year for other in group}
    return part.year is None or None in years or part.year in years


def _by_folder(parts: list[Draft], known: Set[PurePath]) -> list[list[Draft]]:
    """Take a few files of one folder together; of many, those of one project.

    A folder of other units, too, is one in which they were gathered, and says nothing of who they are.
    """
    counts = Counter(PurePath(part.source).parent for part in parts)
    found: dict[tuple[PurePath, str], list[Draft]] = defaultdict(list)
    for part in parts:
        folder = PurePath(part.source).parent
        is_home = counts[folder] <= FEW and folder not in known
        name = "" if is_home else min(_projects(part), default=part.source)
        found[folder, name].append(part)
    return list(found.values())


def _with_springs(groups: list[list[Draft]]) -> list[UnitFiles]:
    """Set goal tables beside what they are the goals of, whoever of two bodies they name as the unit."""
    units = []
    for group in groups:
        springs = [part for part in group if is_goal_table(part)]
        units.append(UnitFiles(springs, [part for part in group if not is_goal_table(part)]))
    settled = [unit for unit in units if unit.rest]
    for unit in units:
        if unit.rest:
            continue
        mine = _projects(*unit.springs)
        of = [other for other in settled if mine & _projects(*other.rest)]
        if len(of) == 1:
            of[0].springs.extend(unit.springs)
        else:
            settled.append(unit)
    return settled


def _projects(*parts: Draft) -> set[str]:
    return {normal(s.name) for part in parts for s in part.subjects if s.name}
