"""Bring a file that somebody edited up to date: read it, decide, and apply the edits to it."""

import datetime
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.record import FileRecord


class Merged(NamedTuple):
    """The person's file with the new version in it (``None``: it could not be read)."""

    data: bytes | None
    problems: tuple[Problem, ...]


def merge_file(path: Path, base: FileRecord, new: Written, day: datetime.date | None) -> Merged:
    """Merge a new version into an edited file."""
    from generator.roundtrip.merge import merge_documents  # noqa: PLC0415 - only where somebody edited
    from generator.word.edited import EditedFile  # noqa: PLC0415 - only where somebody edited
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    place = Place(shown_path(path))
    try:
        edited = EditedFile(path.read_bytes())
    except (OSError, PackageError, XmlError):
        message, hint = "改动过的文件读不了，没有合并", "请用 Word 或 WPS 打开后另存为 .docx"
        return Merged(None, (Problem("O07", Severity.WARNING, message, place, hint),))
    stretches = edited.stretches()
    if not stretches:
        message = "改动过的文件里没有本程序的书签，没有合并"
        hint = "可能另存时丢了，或是 --clean 写出的报送稿；新版写在旁边"
        return Merged(None, (Problem("O07", Severity.WARNING, message, place, hint),))
    script = merge_documents(base.documents, file_record(new, base.mode).documents, stretches)
    data = edited.apply(script.edits, new.data, day)
    problems = [_told(script.taken, script.kept, place)]
    if edited.had_tracked_changes:
        message = "文件里的修订按接受处理"
        problems.append(Problem("O09", Severity.NOTE, message, place))
    problems += [
        Problem(
            "O08", Severity.WARNING, f"您和输入改了同一处：{text}", place, "文件里加了批注，请核对"
        )
        for text in script.conflicts
    ]
    return Merged(data, tuple(problems))


def carry_edits(
    data: bytes, path: Path, edited: Path, base: FileRecord, new: Written, day: datetime.date | None
) -> Merged:
    """Carry what somebody changed in another file of the same documents into this one."""
    from generator.roundtrip.carry import carry_documents  # noqa: PLC0415 - only where somebody edited
    from generator.word.edited import EditedFile  # noqa: PLC0415 - only where somebody edited
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        theirs, here = EditedFile(edited.read_bytes()), EditedFile(data)
    except (OSError, PackageError, XmlError):
        return Merged(None, ())
    now = file_record(new, base.mode).documents
    script = carry_documents(base.documents, now, theirs.stretches(), here.stretches())
    if not script.edits:
        return Merged(None, ())
    place = Place(shown_path(path))
    message = f"已带入 {edited.name} 里的改动 {script.kept} 处"
    problems = [Problem("O14", Severity.NOTE, message, place)]
    problems += [
        Problem("O08", Severity.WARNING, f"改动不一致：{text}", place, "文件里加了批注，请核对")
        for text in script.conflicts
    ]
    return Merged(here.apply(script.edits, new.data, day), tuple(problems))


def _told(taken: int, kept: int, place: Place) -> Problem:
    message = f"已合并：采用输入的改动 {taken} 处，保留您的改动 {kept} 处"
    return Problem("O14", Severity.NOTE, message, place)
