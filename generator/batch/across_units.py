"""What the units of a tree say of one another, after all are built: from digests, never from dossiers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.batch.digest import Digest
from generator.model.apart import Apart
from generator.rules.copied_sets import SignedSet, copied
from generator.wording.near_names import near_names

_MOST_NAMED = 3

Digested = tuple[Path, Digest]


def check_across(found: Sequence[Digested], apart: Apart) -> tuple[Problem, ...]:
    """Compare units; what they say of each other are notes."""
    return (*_names(found, apart), *_totals(found), *_rows(found))


def _names(found: Sequence[Digested], apart: Apart) -> Iterator[Problem]:
    """X05: one unit under two names."""
    homes: dict[str, list[Path]] = defaultdict(list)
    for folder, digest in found:
        homes[digest.unit].append(folder)
    for one, other, how in near_names(homes, apart):
        message = f"单位名称“{one}”与“{other}”{how}，像是同一单位的两种写法"
        hint = f"另一处在 {shown_path(homes[other][0])}；确为同一单位的请统一"
        yield _note("X05", message, homes[one][0], hint)


def _totals(found: Sequence[Digested]) -> Iterator[Problem]:
    """X02: the same project of the same year, with another total."""
    seen: dict[tuple[str, str], tuple[Path, str]] = {}
    for folder, digest in found:
        for subject in digest.subjects:
            if subject.id == "department" or not subject.total:
                continue
            key = (subject.name, digest.year)
            first = seen.setdefault(key, (folder, subject.total))
            if first[0] != folder and first[1] != subject.total:
                message = f"项目“{subject.name}”的总分这里是 {subject.total}，另一处是 {first[1]}"
                hint = f"另一处在 {shown_path(first[0])}；不是同一个项目的，名称应当区分"
                yield _note("X02", message, folder, hint)


def _rows(found: Sequence[Digested]) -> Iterator[Problem]:
    """C10: the same set of indicators in unlike projects of different units."""
    sets = (
        SignedSet(str(folder), subject.name, frozenset((subject.rows,)), "", folder)
        for folder, digest in found
        for subject in digest.subjects
        if subject.rows
    )
    for first, same in copied(sets):
        others = "、".join(f"{shown_path(o.whose)} 的“{o.project}”" for o in same[:_MOST_NAMED])
        more = f"等 {len(same)} 处" if len(same) > _MOST_NAMED else ""
        message = f"项目“{first.project}”的全部指标与{others}{more}相同，看不出项目的特点"
        yield _note("C10", message, first.whose, "请按各项目的内容设置指标")


def _note(code: str, message: str, folder: Path, hint: str) -> Problem:
    return Problem(code, Severity.NOTE, message, Place(shown_path(folder)), hint)
