"""Decide what is to be written where: over our own files, into or beside those of persons."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.model.order import Order
from generator.roundtrip.account import Account
from generator.roundtrip.beside import (
    NEW_VERSION,
    REDLINE,
    REDLINE_MODE,
    known_digests,
    place_beside,
)
from generator.roundtrip.bring import Base, Brought, Comparison
from generator.roundtrip.manifest import Written, digest, file_record
from generator.roundtrip.our_fault import our_fault
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.record import FileRecord, Record
from generator.roundtrip.redlining import Draft, Marked
from generator.roundtrip.settling import new_versions
from generator.roundtrip.standing import Lying, Standing, look
from generator.roundtrip.state_folder import StateFolder


class Step(NamedTuple):
    """One file on its way: where it goes, what lies there, and what is recorded of it.

    ``base`` is what the record tells of, to be kept for the next comparison; ``kept`` is a person's
    file that stays as it is, with this one beside it. ``fault`` holds the details of a fault of our
    own that was met with it.
    """

    path: Path
    data: bytes | None
    record: FileRecord
    outcome: Outcome
    lying: Lying
    base: bytes | None = None
    kept: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    account: Account = ()
    fault: str = ""

    @property
    def is_persons(self) -> bool:
        """Tell whether this changes a person's file, or makes one out of ours."""
        is_theirs = self.lying.standing is Standing.PERSONS or bool(self.record.merged)
        return self.data is not None and is_theirs


class Desk(NamedTuple):
    """Where files are decided upon: the folder, the order, what is remembered and kept."""

    target: Path
    order: Order
    record: Record
    state: StateFolder


def decide_steps(files: Sequence[Written], desk: Desk) -> list[Step]:
    """Decide for every file."""
    steps = [_step(file, desk) for file in files]
    if desk.order.on_edited != "merge":
        return steps
    return [_with_carried(step, file, desk) for step, file in zip(steps, files, strict=True)]


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
    if lying.standing is Standing.SAME:
        return Step(path, None, made, Outcome.UNCHANGED, lying, file.data)
    if lying.standing is not Standing.PERSONS:
        return Step(path, file.data, made, Outcome.REBUILT, lying, file.data)
    if lying.data is None:
        return _beside(file, path, made, desk.record)
    try:
        return _of_person(file, path, made, lying, lying.data, desk)
    except Exception as error:
        return _failed(_beside(file, path, made, desk.record), path, "没有合并，原样留着", error)


def _of_person(
    file: Written, path: Path, made: FileRecord, lying: Lying, found: bytes, desk: Desk
) -> Step:
    """Decide about a person's file: it says all already, it is brought up to date, or it stays."""
    known, order = desk.record.files.get(file.file), desk.order
    base = None if known is None else Base(known, desk.state.get(known.sha256))
    comparison = Comparison(found, base, file, order.mode)
    has_only_look = comparison.has_only_look()
    stays = Outcome.LAYOUT if has_only_look else Outcome.KEPT
    if known is not None and _has_nothing_new(known, made, comparison):
        return Step(path, None, known, stays, lying)
    if comparison.says_all():
        record = made._replace(merged=lying.digest)
        return Step(path, None, record, Outcome.LAYOUT, lying, file.data)
    is_merge = order.on_edited == "merge"
    if base is None or not (is_merge or (order.on_edited is None and has_only_look)):
        return _beside(file, path, made, desk.record)
    brought = comparison.bring(shown_path(path), order.day)
    if brought.data is None:
        step = _beside(file, path, made, desk.record)
        return step._replace(problems=(*brought.problems, *step.problems))
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


def _has_nothing_new(known: FileRecord, made: FileRecord, comparison: Comparison) -> bool:
    """Tell whether there is nothing new to say for a file: at most it would look otherwise."""
    if known.sha256 == made.sha256:
        return True
    is_same = known.documents == _as_read_back(made.documents)
    return is_same and comparison.is_same_version()


def _as_read_back(documents: Sequence[Mapping[str, object]]) -> tuple[Mapping[str, object], ...]:
    """Return documents as a record gives them: json knows lists only."""
    import json  # noqa: PLC0415 - only where somebody edited

    return tuple(json.loads(json.dumps(list(documents))))


def _with_carried(step: Step, file: Written, desk: Desk) -> Step:
    """Carry in what somebody changed in another file of the same documents (a bundle, a single)."""
    own = {document.blocks.id for document in file.documents}
    for other in desk.record.files.values():
        shared = own & {document["id"] for document in other.documents}
        path = desk.target / other.file
        if other.file == file.file or path == step.path or not shared:
            continue
        if look(path, known_digests(desk.record, other.file), "").standing is not Standing.PERSONS:
            continue
        base = Base(other, desk.state.get(other.sha256))
        data = step.data if step.data is not None else step.lying.data or b""
        try:
            carried = _carried(step, data, path, base, file, desk)
        except Exception as error:
            step = _failed(step, path, f"里面的改动没有带进 {step.path.name}", error)
            continue
        if carried.data is not None and carried.data != data:
            marked = step.record._replace(merged=digest(carried.data))
            step = step._replace(
                data=carried.data,
                record=marked,
                outcome=Outcome.MERGED,
                problems=(*step.problems, *carried.problems),
                account=(*step.account, *carried.account),
            )
    return step


def _carried(
    step: Step, data: bytes, other: Path, base: Base, file: Written, desk: Desk
) -> Brought:
    from generator.roundtrip.carry import carry  # noqa: PLC0415 - only where somebody edited

    try:
        edited = other.read_bytes()
    except OSError:
        return Brought(None)
    place = Place(shown_path(step.path))
    return carry(data, edited, base, file, place, other.name, desk.order.day)


def _failed(step: Step, path: Path, outcome: str, error: Exception) -> Step:
    problem, details = our_fault(path, outcome, error)
    return step._replace(problems=(problem, *step.problems), fault=step.fault + details)


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
