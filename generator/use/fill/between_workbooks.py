"""Several workbooks of one dossier in one call: what two of them say differently, neither of them says."""

from collections.abc import Iterator, Sequence

from generator.base.positions import KeyPath
from generator.base.toml_change import AppendRow, Change, Remove, Replace
from generator.excel.form.slot import NAMING
from generator.use.fill.cell import short
from generator.use.fill.cell_changes import Proposed
from generator.use.fill.weighed import Weighed
from generator.use.fill.workbook_account import Answer, Entry

_HINT = "两份都没有取，请改成一样的，或只交一份"


def without_disputed(workbooks: Sequence[Weighed]) -> list[Weighed]:
    """Take back the changes that workbooks of one dossier do not agree on; each is told in both."""
    found: list[dict[int, Entry]] = [{} for _ in workbooks]
    for first in range(len(workbooks)):
        for second in range(first + 1, len(workbooks)):
            one, other = workbooks[first], workbooks[second]
            for m, n in _disputes(one.proposed, other.proposed):
                found[first].setdefault(m, _told(one.proposed[m], other, n))
                found[second].setdefault(n, _told(other.proposed[n], one, m))
    return [own.without(left) for own, left in zip(workbooks, found, strict=True)]


def _disputes(ours: Sequence[Proposed], theirs: Sequence[Proposed]) -> Iterator[tuple[int, int]]:
    by_file: dict[str, list[int]] = {}
    for n, one in enumerate(theirs):
        by_file.setdefault(one.change.file.shown, []).append(n)
    for m, one in enumerate(ours):
        for n in by_file.get(one.change.file.shown, ()):
            if _disagree(one.change.change, theirs[n].change.change):
                yield m, n


def _disagree(one: Change, other: Change) -> bool:
    """Tell two changes of which only one can be made."""
    if isinstance(one, Replace) or isinstance(other, Replace) or one == other:
        return False
    if isinstance(one, AppendRow) and isinstance(other, AppendRow):
        return one.keys == other.keys and _named(one) == _named(other)
    if isinstance(one, Remove) or isinstance(other, Remove):
        return _begins(one.keys, other.keys) or _begins(other.keys, one.keys)
    return one.keys == other.keys


def _named(change: AppendRow) -> tuple[str, ...]:
    return tuple(str(change.row.get(key, "")) for key in NAMING)


def _begins(long: KeyPath, short_: KeyPath) -> bool:
    return long[: len(short_)] == short_


def _told(own: Proposed, other: Weighed, number: int) -> Entry:
    entry, theirs = own.entries[0], other.proposed[number].entries[0]
    said = f"{theirs.title}“{short(theirs.now or theirs.was) or '空'}”"
    reason = f"{other.opened.shown} 的{theirs.place.cell}是{said}，不一样；{_HINT}"
    return entry._replace(answer=Answer.CONFLICT, reason=reason)
