"""Files that the inputs make no longer: told, and never advised to be deleted while they hold a person's words."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import shown_path
from generator.base.swapping import digest_of
from generator.roundtrip.earlier import stamp_in
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.step import Step
from generator.roundtrip.version_beside import known_digests, stands_beside


def left_over(steps: Sequence[Step], target: Path, mode: str, record: Record) -> Iterator[Problem]:
    """Report files whose inputs are gone; nobody asked to delete them."""
    now = {step.record.file for step in steps} | {r.path.name for s in steps for r in s.kept}
    for file in record.of_mode(mode):
        path = target / file.file
        if file.file in now or stands_beside(file) or not path.is_file():
            continue
        heirs = _heirs(file, steps)
        message = "这份文件不再由现在的输入生成"
        if heirs:
            names = heirs[0].path.name + (f" 等 {len(heirs)} 份文件" if heirs[1:] else "")
            message = f"里面的文书现在写在 {names}，这里还是上一版"
        hint = _hint(file, digest_of(path), heirs, record)
        yield Problem("O05", Severity.NOTE, message, Place(shown_path(path)), hint)


def renamed(steps: Sequence[Step], target: Path, record: Record) -> Iterator[Problem]:
    """Report files of ours under names that we did not give: somebody's words may stand in them."""
    known = {*record.files, *(step.path.name for step in steps)}
    ours = {step.record.sha256 for step in steps}
    ours |= {digest for name in record.files for digest in known_digests(record, name)}
    for path in sorted(target.glob("*.docx")):
        if path.name in known or path.name.startswith("~$") or digest_of(path) in ours:
            continue
        with contextlib.suppress(OSError):
            if stamp_in(read_regular(path)):
                message = "这份文件是改了名或另存的，生成时没有动它，里面的数可能是旧的"
                hint = "里面有您改过的内容的，请先取回：jixiao pull"
                yield Problem("O05", Severity.NOTE, message, Place(shown_path(path)), hint)


def _heirs(file: FileRecord, steps: Sequence[Step]) -> list[Step]:
    """Find the files in which the documents are written now."""
    return [step for step in steps if {*file.ids} & {*step.record.ids}]


def _hint(file: FileRecord, lying: str, heirs: Sequence[Step], record: Record) -> str:
    if not file.merged and lying == file.sha256:
        return "其中没有您改过的内容，不需要的可以删去"
    if not heirs:
        return "里面有您改过的内容，请留着；要用的请先取回：jixiao pull"
    if all(_has_carried(heir, file.file, lying, record) for heir in heirs):
        where = "那几份" if heirs[1:] else "那一份"
        return f"您在这里改过的内容已带入{where}（没有带入的见上）；请核对，这一份留着备查"
    return "里面有您改过的内容，还没有带入：请用 --on-edited merge 重新生成，或 jixiao pull 取回"


def _has_carried(heir: Step, file: str, lying: str, record: Record) -> bool:
    """Tell whether what a person changed came into a file, or into that beside which it is written."""
    known = [record.files.get(result.path.name) for result in heir.kept]
    own = (heir.record, *(one for one in known if one is not None))
    return any(one.has_carried(file, lying) for one in own)
