"""Decide what is to be written where: over our own files, into or beside those of persons."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.base.own_fault import os_fault
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.roundtrip.bring import Brought, Comparison
from generator.roundtrip.earlier import base_of, stamp_in
from generator.roundtrip.edit_account import Answer, of_answer
from generator.roundtrip.file_owner import Lying, Standing, look
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.manifest import Written, digest, file_record
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.redlining import Draft, Marked
from generator.roundtrip.settling import new_versions
from generator.roundtrip.step import Desk, Step
from generator.roundtrip.version_beside import (
    NEW_VERSION,
    REDLINE,
    REDLINE_MODE,
    known_digests,
    place_beside,
    stands_beside,
)


def decide_steps(files: Sequence[Written], desk: Desk) -> list[Step]:
    """Decide for every file."""
    order, steps = desk.order, [_step(file, desk) for file in files]
    if order.on_edited != "merge":
        return steps
    names = {file.file for file in files}
    if all(file.file in names or stands_beside(file) for file in desk.record.of_mode(order.mode)):
        return steps
    from generator.roundtrip.carried_steps import with_carried  # noqa: PLC0415 - only where somebody edited

    return with_carried(steps, files, desk)


def drafts_of(steps: Sequence[Step], files: Sequence[Written], target: Path) -> list[Draft]:
    """Return the files as they will be, to be compared with what lies there."""
    return [
        Draft(file, target / file.file, step.data or file.data, is_new=step.data is not None)
        for step, file in zip(steps, files, strict=True)
    ]


def redline_steps(
    marked: Mapping[str, Marked], drafts: Sequence[Draft], target: Path, record: Record
) -> list[Step]:
    """Put redlined versions beside their files."""
    made_of = {draft.file.file: digest(draft.data) for draft in drafts}
    steps = []
    for file, version in marked.items():
        if version.data is None:
            continue
        path, lying = place_beside(target / file, REDLINE, version.data, record)
        is_there = lying.standing is Standing.SAME
        own = FileRecord(path.name, digest(version.data), REDLINE_MODE, ())
        steps.append(
            Step(
                path,
                None if is_there else version.data,
                own._replace(beside=file, made_of=made_of.get(file, "")),
                Outcome.UNCHANGED if is_there else Outcome.REBUILT,
                lying,
            )
        )
    return steps


def refusal(step: Step) -> Problem:
    """Say that nothing is written, because of this file."""
    message = "这份文件在上次生成之后改动过，按 --on-edited refuse 什么也没有写"
    hint = "请先处理改动过的文件，或换用 --on-edited keep、merge"
    return Problem("O04", Severity.ERROR, message, Place(shown_path(step.kept[0].path)), hint)


def _step(file: Written, desk: Desk) -> Step:
    path, made = desk.target / file.file, file_record(file, desk.order.mode)
    versions = new_versions(desk.record).get(file.file, ())
    ours = known_digests(desk.record, file.file) | {version.sha256 for version in versions}
    lying = look(path, ours, made.sha256)
    made = made._replace(carried=_carried_before(desk.record.files.get(file.file), lying))
    if lying.standing is Standing.SAME:
        return Step(path, None, made, Outcome.UNCHANGED, lying, file.data)
    if lying.standing is not Standing.PERSONS:
        return Step(path, file.data, made, Outcome.REBUILT, lying, file.data)
    if lying.error is not None:
        step = _beside(file, path, made, desk.record)
        return step._replace(problems=(_unread(path, step.path, lying.error),))
    try:
        return _of_person(file, path, made, lying, lying.data or b"", desk)
    except Exception as error:
        step = _beside(file, path, made, desk.record)
        return step.failed(path, "没有合并，原样留着", error)


def _carried_before(known: FileRecord | None, lying: Lying) -> tuple[tuple[str, str], ...]:
    """Return what came here from other files and is still here, unless ours lies there again."""
    if known is None or lying.standing is Standing.FREE:
        return ()
    is_gone = bool(known.merged) and lying.standing is not Standing.PERSONS
    return () if is_gone else known.carried


def _of_person(
    file: Written, path: Path, made: FileRecord, lying: Lying, found: bytes, desk: Desk
) -> Step:
    """Decide about a person's file: it says all already, it is brought up to date, or it stays."""
    known, order = desk.record.files.get(file.file), desk.order
    base = None if known is None else base_of(found, known, desk.state)
    comparison = Comparison(found, base, file, order.mode)
    has_only_look = comparison.has_only_look()
    stays = Outcome.LAYOUT if has_only_look else Outcome.KEPT
    if known is not None and base is not None and _has_nothing_new(base.record, made, comparison):
        return Step(path, None, known, stays, lying)
    if comparison.says_all():
        record = made._replace(merged=lying.digest, stamp=stamp_in(found))
        return Step(path, None, record, Outcome.LAYOUT, lying, file.data)
    is_merge = order.on_edited == "merge"
    if base is None or not (is_merge or (order.on_edited is None and has_only_look)):
        step = _beside(file, path, made, desk.record)
        is_strange = known is not None and base is None
        return step._replace(problems=(*step.problems, _forgotten(path))) if is_strange else step
    brought = comparison.bring(shown_path(path), order.day)
    if brought.data is None:
        step = _beside(file, path, made, desk.record)
        return step._replace(problems=(*brought.problems, *step.problems))
    if not is_merge and (told := _conflicts(brought, path)):
        step = _beside(file, path, made, desk.record)
        return step._replace(problems=(*told, *step.problems))
    is_same = brought.data == found
    return Step(
        path,
        None if is_same else brought.data,
        made._replace(merged=digest(brought.data), remarks=brought.remarks),
        Outcome.MERGED if is_merge and not is_same else stays,
        lying,
        file.data,
        problems=brought.problems,
        account=brought.account,
    )


def _unread(path: Path, beside: Path, error: OSError) -> Problem:
    message = f"{os_fault(error)}；不知道是不是有人改过，没有覆盖，也没有合并"
    hint = f"新版写在 {beside.name}；请检查磁盘和权限，再生成一次"
    return Problem("I01", Severity.ERROR, message, Place(shown_path(path)), hint)


def _forgotten(path: Path) -> Problem:
    message = "这份文件是更早生成的一版，记录里已经没有那一版，没有合并"
    hint = "请对照新版核对，把还要的改动抄到新版里"
    return Problem("O07", Severity.WARNING, message, Place(shown_path(path)), hint)


def _conflicts(brought: Brought, path: Path) -> tuple[Problem, ...]:
    """Tell what cannot go into a file though only its look was changed: then it stays as it is."""
    hint = "这份文件没有动，新版写在旁边，请自行核对"
    return tuple(
        Problem("O08", Severity.WARNING, entry.reason, Place(shown_path(path)), hint)
        for entry in of_answer(brought.account, Answer.CONFLICT)
    )


def _has_nothing_new(known: FileRecord, made: FileRecord, comparison: Comparison) -> bool:
    """Tell whether there is nothing new to say for a file: at most it would look otherwise."""
    if known.sha256 == made.sha256:
        return True
    return made.documents == known.documents and comparison.is_same_version()


def _beside(file: Written, path: Path, made: FileRecord, record: Record) -> Step:
    """Leave a person's file alone: the new version goes beside it, in place of an older one."""
    beside, lying = place_beside(path, NEW_VERSION, file.data, record)
    name = beside.name
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = (
        f"新版写在 {name}；核对后自行合并，或用 --on-edited merge 把新的数并到改动过的文件里，"
        "或移走改动过的那份再生成"
    )
    problem = Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)
    data = None if lying.standing is Standing.SAME else file.data
    outcome = Outcome.UNCHANGED if data is None else Outcome.REBUILT
    kept = (Result(path, Outcome.KEPT),)
    own = made._replace(file=name, beside=path.name)
    return Step(beside, data, own, outcome, lying, file.data, kept, (problem,))
