"""What a person changed in a file and no other file takes: it is named, for they may still want it."""

from collections.abc import Collection, Iterator

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.bring import former
from generator.roundtrip.bundle_carry import Edited, Holding
from generator.roundtrip.differences import (
    gone_entry,
    is_blank,
    other_differences,
    text_pairs,
    word_differences,
)
from generator.roundtrip.edit_account import Answer, Entry, Kind, short
from generator.roundtrip.portion import owners_here, owners_there, portion
from generator.roundtrip.text_alignment import Alignment, align
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT, PackageError
from generator.word.xml import XmlError

_NO_FILE = "这份文书现在没有文件可放"
_APART = "页眉页脚不带到另一份文件里"


def stranded(edited: Edited, takers: Collection[Holding], place: Place) -> Iterator[Problem]:
    """Name the changes that none of the files that hold its documents now has taken."""
    if edited.base.data is None:
        message = "上一次生成的那一份没有留底，里面没有带入的改动看不出来"
        yield Problem("O08", Severity.WARNING, message, place, "请自行核对")
        return
    for entry in _entries(edited, takers):
        message = f"{entry.place} {entry.what()}没有带入：{entry.reason}".strip()
        yield Problem("O08", Severity.WARNING, message, place, "请自行核对")


def _entries(edited: Edited, takers: Collection[Holding]) -> Iterator[Entry]:
    taken = {copy for holding in takers for copy in holding.copies()}
    lost = {here for copy, here in edited.holding.copies().items() if copy not in taken}
    try:
        before, theirs = former(edited.base, None), WordFile(edited.data)
        owners = owners_there(theirs, before)
    except (PackageError, XmlError):
        return  # told where it was to be carried
    tied = align(portion(owners_here(before), lost), portion(owners, lost))
    yield from _not_carried(tied, _NO_FILE)
    for block, owner in owners.items():
        if owner is None and block.text.strip():
            reason = f"看不出“{short(block.text)}”属于哪一份文书"
            yield Entry(Answer.NOT_CARRIED, Kind.PARAGRAPH, block.place, "", block.text, reason)
    for ours, there in text_pairs(before.file, theirs):
        if ours != DOCUMENT:
            tied = align(before.file.blocks(ours), theirs.blocks(there))
            yield from _not_carried(tied, _APART)


def _not_carried(tied: Alignment, reason: str) -> Iterator[Entry]:
    found = [*word_differences(tied), *other_differences(tied)]
    found += [gone_entry(node) for node in tied.gone if not is_blank(node)]
    for entry in found:
        yield entry._replace(answer=Answer.NOT_CARRIED, reason=reason)
