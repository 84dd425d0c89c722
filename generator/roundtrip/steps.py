"""Decide what is to be written where: over our own files, into or beside those that somebody edited."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.model.order import Order
from generator.roundtrip.beside import NEW_VERSION, REDLINE, place_beside
from generator.roundtrip.manifest import Written, digest, file_record
from generator.roundtrip.merging import carry_edits, merge_file
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.record import FileRecord, Record
from generator.roundtrip.redlining import Draft, Marked
from generator.roundtrip.standing import Standing, standing_of

REDLINE_MODE = "redline"


class Step(NamedTuple):
    """One file on its way: where it goes, and what is recorded of it (and of a file kept beside)."""

    path: Path
    data: bytes | None
    record: FileRecord
    outcome: Outcome
    kept: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()


def decide_steps(
    files: Sequence[Written], target: Path, order: Order, record: Record
) -> list[Step]:
    """Decide for every file."""
    steps = [_step(file, target, order, record) for file in files]
    if order.on_edited != "merge":
        return steps
    return [
        _with_carried(step, file, target, order, record)
        for step, file in zip(steps, files, strict=True)
    ]


def drafts_of(steps: Sequence[Step], files: Sequence[Written], target: Path) -> list[Draft]:
    """Return the files as they will be, to be compared with what lies there."""
    return [
        Draft(file, target / file.file, step.data or file.data, is_new=step.data is not None)
        for step, file in zip(steps, files, strict=True)
    ]


def redline_steps(marked: Mapping[str, Marked], target: Path, record: Record) -> list[Step]:
    """Put redlined versions beside their files."""
    steps = []
    for file, version in marked.items():
        if version.data is None:
            continue
        path, standing = place_beside(target / file, REDLINE, version.data, record)
        is_there = standing is Standing.SAME
        steps.append(
            Step(
                path,
                None if is_there else version.data,
                FileRecord(path.name, digest(version.data), "", REDLINE_MODE, ()),
                Outcome.UNCHANGED if is_there else Outcome.REBUILT,
            )
        )
    return steps


def _step(file: Written, target: Path, order: Order, record: Record) -> Step:
    path, known = target / file.file, record.files.get(file.file)
    made = file_record(file, order.mode)
    pending = record.pending.get(file.file, ())
    standing = standing_of(path, known, digest(file.data), pending, file.text)
    if standing is Standing.SAME:
        return Step(path, None, made, Outcome.UNCHANGED)
    if standing in (Standing.FREE, Standing.OURS):
        return Step(path, file.data, made, Outcome.REBUILT)
    if known is not None and known.sha256 == made.sha256:
        # Nothing new to say: the edited file stays, and no new version lies beside it.
        return Step(path, None, known, Outcome.KEPT)
    return _merged(file, path, made, order, known) or _beside(file, path, made, record)


def _merged(
    file: Written, path: Path, made: FileRecord, order: Order, known: FileRecord | None
) -> Step | None:
    """Merge the new version into an edited file, when that is wanted and can be done."""
    if order.on_edited != "merge" or known is None:
        return None
    merged = merge_file(path, known, file, order.day)
    if merged.data is None:
        return None
    record = made._replace(merged=digest(merged.data))
    return Step(path, merged.data, record, Outcome.MERGED, (), merged.problems)


def _with_carried(step: Step, file: Written, target: Path, order: Order, record: Record) -> Step:
    """Carry in what somebody changed in another file of the same documents (a bundle, a single)."""
    own = {document.blocks.id for document in file.documents}
    for other in record.files.values():
        shared = own & {document["id"] for document in other.documents}
        path = target / other.file
        if other.file == file.file or path == step.path or not shared:
            continue
        if standing_of(path, other, other.sha256, (), other.text) is not Standing.EDITED:
            continue
        data = step.data if step.data is not None else _bytes_of(step.path)
        carried = carry_edits(data, step.path, path, other, file, order.day)
        if carried.data is not None and carried.data != data:
            marked = step.record._replace(merged=digest(carried.data))
            step = step._replace(
                data=carried.data,
                record=marked,
                outcome=Outcome.MERGED,
                problems=(*step.problems, *carried.problems),
            )
    return step


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _beside(file: Written, path: Path, made: FileRecord, record: Record) -> Step:
    """Leave an edited file alone: the new version goes beside it, in place of an older one."""
    beside, standing = place_beside(path, NEW_VERSION, file.data, record)
    name = beside.name
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = (
        f"新版写在 {name}；核对后自行合并，或用 --on-edited merge 把新的数并到改动过的文件里，"
        "或移走改动过的那份再生成"
    )
    problem = Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)
    data = None if standing is Standing.SAME else file.data
    outcome = Outcome.UNCHANGED if data is None else Outcome.REBUILT
    kept = (Result(path, Outcome.KEPT),)
    return Step(beside, data, made._replace(file=name), outcome, kept, (problem,))


def refusal(step: Step) -> Problem:
    """Say that nothing is written, because of this file."""
    message = "这份文件在上次生成之后改动过，按 --on-edited refuse 什么也没有写"
    hint = "请先处理改动过的文件，或换用 --on-edited keep、merge"
    return Problem("O04", Severity.ERROR, message, Place(shown_path(step.kept[0].path)), hint)
