"""Write the files of a dossier: only those that changed, none that somebody edited, each one whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.base.open_files import open_elsewhere
from generator.base.problem import Problem
from generator.base.waiting_files import WaitingFile, WaitingFiles
from generator.base.writing import Lasting
from generator.model.order import Order
from generator.roundtrip.change_log import kept_changes
from generator.roundtrip.change_reasons import reasons_of
from generator.roundtrip.changes import Changes
from generator.roundtrip.edit_account import Account
from generator.roundtrip.files_record import (
    PENDING_FILE,
    Record,
)
from generator.roundtrip.journal import Change
from generator.roundtrip.keeping import Keep, clear, keep_before, number_for, strike_out
from generator.roundtrip.left_over import left_over, renamed
from generator.roundtrip.manifest import (
    Written,
    digest,
    pending_text,
)
from generator.roundtrip.outcome import Result
from generator.roundtrip.redlining import Draft, Marked, redline_files
from generator.roundtrip.settling import settle
from generator.roundtrip.state_folder import StateFolder
from generator.roundtrip.step import Desk, Step
from generator.roundtrip.steps import decide_steps, drafts_of, redline_steps, refusal
from generator.use.build.build_record import BuildRecord, News
from generator.use.check.examine import Examined


class Writing(NamedTuple):
    """What was written, and what stood in the way."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    accounts: tuple[tuple[Path, Account], ...] = ()  # of files that persons changed
    record: Record | None = None
    fault: str = ""  # the details of faults of our own that were met with files of persons
    is_whole: bool = True  # every file could be written


def write_files(
    files: Sequence[Written],
    target: Path,
    examined: Examined,
    order: Order,
    record: Record,
    news: News,
) -> Writing:
    """Decide for every file, then write, then record."""
    state = StateFolder(target)
    steps = decide_steps(files, Desk(target, order, record, state))
    if order.on_edited == "refuse" and any(step.kept for step in steps):
        return Writing((), tuple(refusal(step) for step in steps if step.kept))
    marks: list[Problem] = []
    settled = [s.path.name for s in steps if not s.kept]
    faults: list[str] = []
    if order.wants_redline:
        drafts = drafts_of(steps, files, target)
        marked = _redlined(drafts, examined, order, news.changes)
        marks = [problem for one in marked.values() for problem in one.problems]
        faults += [one.fault for one in marked.values()]
        steps += redline_steps(marked, drafts, target, record)
    due = [step for step in steps if step.data is not None]
    for step in steps:
        if step.base is not None:
            state.put(step.base)
    if news.changes and examined.dossier is not None:
        record = replace(record, changes=kept_changes(news.changes, examined.dossier.shown))
    remembering = BuildRecord(target, order, record, examined, news)
    with WaitingFiles() as waiting:
        announced = _announced(waiting, due, target, record)
        begun = [(step, waiting.write(step.path, step.data or b"")) for step in due]
        ahead = remembering.ahead(waiting, steps)  # the disk is at work meanwhile
        if announced is not None and (fault := announced.put()):
            return Writing((), (fault,))
        failed = _put(begun, state, order, record)
        # What could not be written is not told as written.
        said = [p for step in steps if step.path not in failed or step.fault for p in step.problems]
        problems = list(dict.fromkeys((*said, *marks, *failed.values())))
        results = [result for step in steps for result in _results(step, failed)]
        done = [step for step in steps if step.path not in failed]
        gone = settle([n for n in settled if target / n not in failed], record, target)
        problems += gone.problems
        remembered = remembering.of(done, is_whole=not failed)
        fault = remembering.write(remembered, ahead)
    if fault is not None:
        problems.append(fault)
    else:
        clear(state, remembered)
    problems += left_over(steps, target, order.mode, record)
    problems += renamed(steps, target, remembered)
    faults += [step.fault for step in steps]
    details = "\n".join(filter(None, faults))
    accounts = tuple((step.path, step.account) for step in done if step.account)
    is_whole = not failed and fault is None
    return Writing(
        tuple(dict.fromkeys(results)), tuple(problems), accounts, remembered, details, is_whole
    )


def _results(step: Step, failed: Mapping[Path, Problem]) -> Iterator[Result]:
    yield from step.kept
    if step.path not in failed:
        yield Result(step.path, step.outcome, step.data is not None)


def _put(
    begun: Sequence[tuple[Step, WaitingFile]], state: StateFolder, order: Order, record: Record
) -> dict[Path, Problem]:
    """Put files in their places, each only over what was read; those of persons are kept first.

    Gives what failed.
    """
    paths = [step.path for step, _ in begun]
    failed = {path: fault for path in paths if (fault := open_elsewhere(path)) is not None}
    theirs = [step for step, _ in begun if step.is_persons and step.path not in failed]
    number = 0
    if theirs:
        number = number_for(state.home, order.command)
        if fault := keep_before(state, number, "build", [_keep(s, record) for s in theirs]):
            failed |= {step.path: fault for step in theirs}
            theirs = []
    for step, file in begun:
        if step.path in failed:
            continue
        # The record is written last, and with it the names of all.
        if fault := file.put(step.lying.digest, Lasting.CONTENT):
            failed[step.path] = fault
    strike_out(state, number, [s.path.name for s in theirs if s.path in failed])
    return failed


def _keep(step: Step, record: Record) -> Keep:
    name = step.path.name
    change = Change(name, step.lying.digest, digest(step.data or b""), record.files.get(name))
    return Keep(change, step.lying.data)


def _redlined(
    drafts: Sequence[Draft], examined: Examined, order: Order, changes: Changes
) -> Mapping[str, Marked]:
    if examined.dossier is None or examined.book is None:
        return {}
    reasons = reasons_of(changes, examined.book)
    return redline_files(drafts, order, examined.dossier, reasons)


def _announced(
    waiting: WaitingFiles, due: Sequence[Step], target: Path, record: Record
) -> WaitingFile | None:
    """Say beforehand what will be written: should the power fail, the next build knows it as ours.

    A person's own file that is brought up to date is not announced: it must never pass for ours.
    """
    if not due:
        return None
    announced = {
        step.path.name: digest(step.data)
        for step in due
        if step.data is not None and not step.record.merged
    }
    return waiting.write(target / PENDING_FILE, pending_text(record, announced).encode())
