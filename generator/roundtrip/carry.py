"""Carry what a person changed in one file into another that holds the same documents: a bundle, its singles.

First their file is brought up to date; then what still differs from our new version is theirs, and
goes into the other file as the changes of any new version do.
"""

import datetime

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.account import Account, Answer, Entry, counted, of_answer
from generator.roundtrip.alignment import BY_ANCHORS
from generator.roundtrip.bring import Base, Brought, former, version_of
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.merge import Task, merge
from generator.roundtrip.version import ByKeys, Version
from generator.word.edited.file import WordFile
from generator.word.package import PackageError
from generator.word.xml import XmlError

_TASK = Task(
    BY_ANCHORS,
    yours_stays="",
    words_now="另一份文件里改成了",
    figure_now="另一份文件里的数是",
    dropped="另一份文件里删去了",
)


def carry(
    target: bytes,
    edited: bytes,
    base: Base,
    new: Written,
    place: Place,
    named: str,
    day: datetime.date | None,
) -> Brought:
    """Carry the changes of an edited file into a target that is of the new version."""
    record = file_record(new, base.record.mode)
    shared = frozenset(str(d["id"]) for d in base.record.documents) & frozenset(
        str(d["id"]) for d in record.documents
    )
    try:
        now = version_of(new.data, record)._replace(documents=shared)
        before = former(base, new)._replace(documents=shared)
        theirs = WordFile(edited)
        fresh = merge(theirs, before, now, day, Task(ByKeys(before, now)))
        person = Version(WordFile(fresh.data), now.book, shared, now.shown)
        merged = merge(WordFile(target), now, person, day, _TASK)
    except (PackageError, XmlError):
        return Brought(None)
    account = tuple(of_answer(merged.account, Answer.MERGED, Answer.CONFLICT, Answer.NOT_CARRIED))
    if not account:
        return Brought(None)
    return Brought(merged.data, account, tuple(_told(account, place, named)))


def _told(account: Account, place: Place, named: str) -> list[Problem]:
    count = counted(account)[Answer.MERGED]
    told = [Problem("O14", Severity.NOTE, f"已带入 {named} 里的改动 {count} 处", place)]
    hint = "文件里加了批注，请核对"
    told += [
        Problem("O08", Severity.WARNING, f"改动不一致：{entry.reason}", place, hint)
        for entry in of_answer(account, Answer.CONFLICT)
    ]
    told += [_left(entry, place) for entry in of_answer(account, Answer.NOT_CARRIED)]
    return told


def _left(entry: Entry, place: Place) -> Problem:
    message = f"{entry.place}：{entry.reason}"
    return Problem("O08", Severity.WARNING, message, place, "请自行核对")
