"""What nobody has filled in yet, a line for each file: 还有 17 处没有填（资金 3、目标 2、指标 12）.

A folder that was just begun is all blanks: told one by one they hide what is wrong.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Problem
from generator.model.dossier import Dossier
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.use.check.acceptances import standing

REQUIRED, EMPTY_SECTION = "C01", "C12"
_BLANK = (REQUIRED, EMPTY_SECTION)
_FEW = 3  # so many are named
# Names of rows inside a key: what is in brackets is a person's, and may hold dots.
_ROW = Pattern(r"\[[^\]]*\]")
_SECTIONS, _OTHERS = "章节", "其他"
# What a file is for, where its subject has no name yet.
_FILES: Mapping[str, str] = {UNIT_FILE: "单位", DEPARTMENT_FILE: "部门整体"}
_PROJECT = "项目"
# Table of the inputs → what a clerk calls it; the innermost that is known counts.
_TABLES: Mapping[str, str] = {
    "unit": "单位",
    "report": "报告",
    "project": "基本信息",
    "department": "基本信息",
    "funds": "资金",
    "goal": "目标",
    "goals": "目标",
    "indicator": "指标",
    "shared-score": "指标",
    "item": "评分项",
    "fields": "栏目",
    "tables": "表格",
}

_ORDER = (*dict.fromkeys(_TABLES.values()), _SECTIONS, _OTHERS)


class BlanksOfFile(NamedTuple):
    """The blanks of one file, by what they are of."""

    file: str
    name: str
    problems: tuple[Problem, ...]

    @property
    def parts(self) -> Mapping[str, int]:
        """Count them by table, in the order of a file."""
        counts = Counter(_part(problem) for problem in self.problems)
        return {part: counts[part] for part in _ORDER if counts[part]}

    def line(self) -> str:
        """Say how many there are: which ones where they are few, else of what they are."""
        head = f"{self.file}: {self.name}：还有 {len(self.problems)} 处没有填"
        if len(self.problems) <= _FEW:
            return f"{head}：{'、'.join(map(_named, self.problems))}"
        return f"{head}（{'、'.join(f'{part} {count}' for part, count in self.parts.items())}）"

    def as_data(self) -> dict[str, Any]:
        """Lay it out for programs."""
        count = len(self.problems)
        return {"file": self.file, "name": self.name, "count": count, "parts": {**self.parts}}


def fold_blanks(
    problems: Iterable[Problem], names: Mapping[str, str], counted: Collection[str] = ()
) -> tuple[BlanksOfFile, ...]:
    """Put the blanks together by file; ``names``: what the subject of a file is called.

    ``counted``: files of which somebody accepted so many blanks; there each that stands open is told.

    Where no file lacks more than a few, nothing is put together: each is told with its mend. What
    somebody accepted is no blank any more.
    """
    blanks: dict[str, list[Problem]] = {}
    for problem in problems:
        is_open = problem.code in _BLANK and not problem.accepted
        if is_open and problem.place.document is None and problem.place.file not in counted:
            blanks.setdefault(problem.place.file, []).append(problem)
    if max(map(len, blanks.values()), default=0) <= _FEW:
        return ()
    return tuple(
        BlanksOfFile(file, names.get(file, "") or _usual(file), tuple(found))
        for file, found in blanks.items()
    )


def names_of_files(dossier: Dossier | None) -> dict[str, str]:
    """Say of each file of a dossier whose it is."""
    if dossier is None:
        return {}
    of_subjects = {own.source.shown: dossier.name_of(own).strip() for own in dossier.subjects}
    return {dossier.source.shown: dossier.unit.unit.name.strip(), **of_subjects}


def counted_files(dossier: Dossier | None) -> frozenset[str]:
    """Return the files whose blanks somebody counted, to accept them."""
    known = () if dossier is None else standing(dossier)
    return frozenset(own.file.shown for own in known if own.acceptance.code in _BLANK)


def blanks_as_data(blanks: Sequence[BlanksOfFile]) -> list[dict[str, Any]]:
    """Lay the lines out for programs."""
    return [own.as_data() for own in blanks]


def _usual(file: str) -> str:
    """Call what has no name yet by what its file is for."""
    return _FILES.get(file.rpartition("/")[2], _PROJECT)


def _part(problem: Problem) -> str:
    if problem.code == EMPTY_SECTION:
        return _SECTIONS
    known = (_TABLES[table] for table in _tables(problem.place.key) if table in _TABLES)
    return next(known, _OTHERS)


def _tables(key: str) -> Iterator[str]:
    """Give the tables that a key lies in, from the inside out."""
    yield from reversed(_ROW.sub("", key).split("."))


def _named(problem: Problem) -> str:
    line = f"（第 {problem.place.line} 行）" if problem.place.line > 1 else ""
    return f"{problem.message}{line}"
