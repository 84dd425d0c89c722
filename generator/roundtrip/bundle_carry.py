"""Carry what a person changed in one file into another that holds the same documents: a bundle, its singles.

First their file is brought up to date; then what still differs from our new version is theirs, and
goes into the other file as the changes of any new version do.
"""

import datetime
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.bring import Base, Brought, former, left_out, version_of
from generator.roundtrip.differences import is_blank, kind_of
from generator.roundtrip.edit_account import Account, Answer, Entry, counted, of_answer, short
from generator.roundtrip.look_carried import bring_look
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.merge import Task, merge
from generator.roundtrip.portion import Copy, copies_in, cut, owners_here, owners_there, portion
from generator.roundtrip.text_alignment import BY_ANCHORS, align
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


class Holding(NamedTuple):
    """The documents of a file in their order, and those of the files before it."""

    documents: tuple[str, ...]
    before: tuple[str, ...] = ()

    def copies(self) -> dict[Copy, Copy]:
        """Return each document as numbered in the whole set, with how it is numbered in the file."""
        own = copies_in((*self.before, *self.documents))[len(self.before) :]
        return dict(zip(own, copies_in(self.documents), strict=True))


class Edited(NamedTuple):
    """A file that a person edited: its name, its bytes, what we wrote there last, what it holds."""

    name: str
    data: bytes
    base: Base
    holding: Holding


def carry(
    target: bytes,
    edited: Edited,
    new: Written,
    holding: Holding,
    place: Place,
    day: datetime.date | None,
) -> Brought:
    """Carry the changes of an edited file into a target that is of the new version."""
    there, here = edited.holding.copies(), holding.copies()
    shared = there.keys() & here.keys()
    if not shared:
        return Brought(target)
    try:
        whole, found = version_of(new.data, file_record(new, "")), WordFile(target)
        before, theirs = _parts_of(edited, {there[copy] for copy in shared}, new)
        own = {here[copy] for copy in shared}
        now = whole._replace(file=cut(whole.file, portion(owners_here(whole), own)))
        twin = WordFile(theirs.bytes())
        task = Task(ByKeys(before, now), within=twin.blocks())
        fresh = merge(twin, before, now, day, task)
        person = Version(WordFile(fresh.data), now.book, shown=now.shown)
        within = portion(owners_there(found, whole), own)
        merged = merge(found, now, person, day, _TASK._replace(within=within))
        painted = WordFile(merged.data)
        within = portion(owners_there(painted, whole), own)
        sides = (before.file.blocks(), theirs.blocks())
        looks = list(bring_look(sides, now.file.blocks(), (painted, within), task.sense))
        data = painted.bytes()
    except (PackageError, XmlError):
        message = f"{edited.name} 读不了，其中的改动没有带入"
        hint = "请用 Word 或 WPS 打开后另存为 .docx"
        return Brought(None, (), (Problem("O07", Severity.WARNING, message, place, hint),))
    brought = of_answer(merged.account, Answer.MERGED, Answer.CONFLICT, Answer.NOT_CARRIED)
    account = (*_clashes(fresh.account), *brought, *_moved(now, person), *looks)
    if not account:
        return Brought(target)
    return Brought(data, account, tuple(_told(account, place, edited.name)))


def _parts_of(
    edited: Edited, copies: Collection[Copy], new: Written | None
) -> tuple[Version, WordFile]:
    """Return what we wrote of some documents, and what a person made of them."""
    before, theirs = former(edited.base, new), WordFile(edited.data)
    own = portion(owners_there(theirs, before), copies)
    ours = cut(before.file, portion(owners_here(before), copies))
    return before._replace(file=ours), cut(theirs, own)


def _clashes(account: Account) -> Iterator[Entry]:
    """Give what came up when their file was brought up to date; its places are those of a part."""
    for entry in of_answer(account, Answer.CONFLICT, Answer.NOT_CARRIED):
        yield entry._replace(place=DocumentPlace())


def _moved(now: Version, person: Version) -> Iterator[Entry]:
    """Tell what stands in another order: it stays where it is in the other file."""
    for node in align(now.file.blocks(), person.file.blocks()).moved:
        if not is_blank(node):
            reason = f"“{short(node.text)}”挪了位置，这里没有挪"
            yield Entry(Answer.NOT_CARRIED, kind_of(node), node.place, "", "", reason)


def _told(account: Account, place: Place, named: str) -> list[Problem]:
    count = counted(account)[Answer.MERGED]
    told = [Problem("O14", Severity.NOTE, f"已带入 {named} 里的改动 {count} 处", place)]
    hint = "文件里加了批注，请核对"
    told += [
        Problem("O08", Severity.WARNING, f"改动不一致：{entry.reason}", place, hint)
        for entry in of_answer(account, Answer.CONFLICT)
    ]
    return [*told, *left_out(account, place)]
