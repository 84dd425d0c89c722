"""Write the files of a dossier: only those that changed, none that somebody edited, each one whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.writing import write_atomically
from generator.pipeline.edits import Standing, standing_of
from generator.pipeline.examine import Examined
from generator.pipeline.merging import carry_edits, merge_file
from generator.pipeline.order import Order
from generator.rebuild.manifest import (
    Written,
    digest,
    file_record,
    input_digests,
    manifest_text,
)
from generator.rebuild.record import MANIFEST_FILE, FileRecord, Record
from generator.rebuild.told import problems_as_data

NEW_VERSION = "（新版{}）"


class Outcome(StrEnum):
    """What became of a file."""

    UNCHANGED = "未变"
    REBUILT = "重建"
    KEPT = "手工修改保留"
    MERGED = "合并"


@dataclass(frozen=True, slots=True)
class Result:
    """A file that there is now, and what became of it."""

    path: Path
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written, and what stood in the way."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One file on its way: where it goes, and what is recorded of it (and of a file kept beside)."""

    path: Path
    data: bytes | None
    record: FileRecord
    outcome: Outcome
    kept: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_files(
    files: Sequence[Written],
    target: Path,
    examined: Examined,
    order: Order,
    record: Record,
    *,
    state: str,
    told: Sequence[Problem],
) -> Writing:
    """Decide for every file, then write, then record."""
    steps = [_step(file, target, order, record) for file in files]
    if order.on_edited == "merge":
        steps = [
            _with_carried(step, file, target, order, record)
            for step, file in zip(steps, files, strict=True)
        ]
    problems = [problem for step in steps for problem in step.problems]
    if order.on_edited == "refuse" and any(step.kept for step in steps):
        return Writing((), tuple(_refused(step) for step in steps if step.kept))
    due = [step for step in steps if step.data is not None]
    if due and (fault := _announce(due, target, record)):
        return Writing((), (fault,))
    results: list[Result] = []
    failed: set[Path] = set()
    for step in steps:
        results += step.kept
        if step.data is not None and (fault := write_atomically(step.path, step.data)):
            problems.append(fault)
            failed.add(step.path)
        else:
            results.append(Result(step.path, step.outcome))
    done = [step for step in steps if step.path not in failed]
    remembered = _remembered(done, target, order, record, "" if failed else state)
    if fault := _write_record(remembered, target, examined, order, told):
        problems.append(fault)
    problems += _left_over(steps, target, order, record)
    return Writing(tuple(dict.fromkeys(results)), tuple(problems))


def _step(file: Written, target: Path, order: Order, record: Record) -> _Step:
    path, known = target / file.file, record.files.get(file.file)
    made = file_record(file, order.mode)
    pending = record.pending.get(file.file, "")
    standing = standing_of(path, known, digest(file.data), pending, file.text)
    if standing is Standing.SAME:
        return _Step(path, None, made, Outcome.UNCHANGED)
    if standing in (Standing.FREE, Standing.OURS):
        return _Step(path, file.data, made, Outcome.REBUILT)
    if known is not None and known.sha256 == made.sha256:
        # Nothing new to say: the edited file stays, and no new version lies beside it.
        return _Step(path, None, known, Outcome.KEPT)
    return _merged(file, path, made, order, known) or _beside(file, path, made, record)


def _merged(
    file: Written, path: Path, made: FileRecord, order: Order, known: FileRecord | None
) -> _Step | None:
    """Merge the new version into an edited file, when that is wanted and can be done."""
    if order.on_edited != "merge" or known is None:
        return None
    merged = merge_file(path, known, file, order.day)
    if merged.data is None:
        return None
    record = replace(made, merged=digest(merged.data))
    return _Step(path, merged.data, record, Outcome.MERGED, (), merged.problems)


def _with_carried(step: _Step, file: Written, target: Path, order: Order, record: Record) -> _Step:
    """Carry in what somebody changed in another file of the same documents (a bundle, a single)."""
    own = {document.blocks.id for document in file.documents}
    for other in record.files.values():
        shared = own & {document["id"] for document in other.documents}
        path = target / other.file
        if other.file == file.file or path == step.path or not shared:
            continue
        if standing_of(path, other, other.sha256, "", other.text) is not Standing.EDITED:
            continue
        data = step.data if step.data is not None else _bytes_of(step.path)
        carried = carry_edits(data, step.path, path, other, file, order.day)
        if carried.data is not None and carried.data != data:
            marked = replace(step.record, merged=digest(carried.data))
            step = replace(
                step,
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


def _beside(file: Written, path: Path, made: FileRecord, record: Record) -> _Step:
    """Leave an edited file alone: the new version goes beside it, in place of an older one."""
    for number in chain((0,), count(2)):
        name = f"{path.stem}{NEW_VERSION.format(number or '')}{path.suffix}"
        beside = path.with_name(name)
        known = record.files.get(name)
        pending = record.pending.get(name, "")
        standing = standing_of(beside, known, digest(file.data), pending)
        if standing is not Standing.EDITED:
            break
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = (
        f"新版写在 {name}；核对后自行合并，或用 --on-edited merge 把新的数并到改动过的文件里，"
        "或移走改动过的那份再生成"
    )
    problem = Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)
    data = None if standing is Standing.SAME else file.data
    outcome = Outcome.UNCHANGED if data is None else Outcome.REBUILT
    kept = (Result(path, Outcome.KEPT),)
    return _Step(beside, data, replace(made, file=name), outcome, kept, (problem,))


def _refused(step: _Step) -> Problem:
    message = "这份文件在上次生成之后改动过，按 --on-edited refuse 什么也没有写"
    hint = "请先处理改动过的文件，或换用 --on-edited keep、merge"
    return Problem("O04", Severity.ERROR, message, Place(shown_path(step.kept[0].path)), hint)


def _announce(due: Sequence[_Step], target: Path, record: Record) -> Problem | None:
    """Say beforehand what will be written: should the power fail, the next build knows it as ours."""
    pending = {step.path.name: digest(step.data) for step in due if step.data is not None}
    announced = replace(record, pending=pending, states={})
    return write_atomically(target / MANIFEST_FILE, manifest_text(announced).encode())


def _remembered(
    steps: Sequence[_Step], target: Path, order: Order, record: Record, state: str
) -> Record:
    files = {**_still_there(record, target), **{s.record.file: s.record for s in steps}}
    return replace(record, files=files, states={**record.states, order.mode: state}, pending={})


def _write_record(
    record: Record, target: Path, examined: Examined, order: Order, told: Sequence[Problem]
) -> Problem | None:
    dossier, scheme = examined.dossier, examined.scheme
    if dossier is None:
        return None
    read = [dossier.source.path, *(subject.source.path for subject in dossier.subjects)]
    if scheme is not None:
        read.append(scheme.source.path)
    whole = replace(
        record,
        inputs=input_digests(read, dossier.path),
        told={**record.told, order.mode: problems_as_data(told, dossier.shown)},
    )
    return write_atomically(target / MANIFEST_FILE, manifest_text(whole, examined.book).encode())


def _still_there(record: Record, target: Path) -> Mapping[str, FileRecord]:
    """Keep what is known of files that this build did not touch."""
    return {name: file for name, file in record.files.items() if (target / name).is_file()}


def _left_over(
    steps: Sequence[_Step], target: Path, order: Order, record: Record
) -> Iterator[Problem]:
    """Report files whose inputs are gone; nobody asked to delete them."""
    now = {step.record.file for step in steps} | {r.path.name for s in steps for r in s.kept}
    for file in record.of_mode(order.mode):
        if file.file not in now and (target / file.file).is_file():
            message = "这份文件不再由现在的输入生成"
            hint = "不需要的请自行删去"
            place = Place(shown_path(target / file.file))
            yield Problem("O05", Severity.NOTE, message, place, hint)
