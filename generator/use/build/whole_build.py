"""Build a dossier from its inputs to its files: examine, lay out, write what changed, or nothing at all."""

from dataclasses import replace
from pathlib import Path

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.writing import clear_leftovers
from generator.load.dossier_inputs import subject_files
from generator.model.order import Order
from generator.roundtrip.changes import NO_CHANGES
from generator.roundtrip.files_record import Record, read_record
from generator.roundtrip.outcome import Outcome
from generator.roundtrip.settling import outdated
from generator.use.build.build_record import News
from generator.use.build.build_writing import write_files
from generator.use.build.built import Built
from generator.use.build.moved_scores import moved_scores
from generator.use.build.no_documents import no_documents
from generator.use.build.planned_documents import Plan
from generator.use.build.prepared import joined, prepare
from generator.use.build.stale import former_values, stale_numbers
from generator.use.changes.compare import changes_since
from generator.use.check.acceptance import weigh
from generator.use.check.examine import Examined
from generator.use.check.slips import slips_of
from generator.use.library import Library

THEIRS = (Outcome.KEPT, Outcome.LAYOUT)


def build_whole(folder: Path, library: Library, order: Order, target: Path, state: str) -> Built:
    """Build it, whatever was built before; with an error nothing is written, except as a draft."""
    prepared = prepare(folder, library, order)
    examined, plan, rendering = prepared.examined, prepared.plan, prepared.rendering
    problems, dossier = prepared.problems, examined.dossier
    if rendering is None or plan is None or dossier is None or examined.book is None:
        nothing = () if plan is None else no_documents(examined, plan)
        return Built(folder, examined, (), (*problems, *nothing))
    try:
        with locked(target):
            clear_leftovers(target)
            record: Record = read_record(target, is_needed=True)
            moved = () if order.is_open or order.accepts_rules else moved_scores(record, examined)
            if moved:
                stopped = (*problems, *(one.problem for one in moved))
                return Built(folder, examined, (), stopped, moved=moved)
            changes = NO_CHANGES if order.is_stated else changes_since(record, examined, plan)
            former = former_values(record.former, changes)
            stale = library.rules.told(stale_numbers(dossier, examined.book, former, library.units))
            problems = joined(examined, problems, weigh(stale, library.workspace.entry.severity))
            record = replace(record, former=former)
            slips: tuple[Problem, ...] = () if order.is_stated else (*slips_of(dossier, library),)
            news = News(state, (*problems, *slips), changes)
            writing = write_files(rendering.files, target, examined, order, record, news)
    except LockedError:
        message = "另一个 jixiao 正在写这个文件夹"
        place, hint = Place(shown_path(target)), "请等它写完再试"
        return Built(
            folder, examined, (), (*problems, Problem("O06", Severity.ERROR, message, place, hint))
        )
    problems = (*problems, *writing.problems)
    if order.is_strict and not order.is_open:
        from generator.use.audit.own_files import audit_own  # noqa: PLC0415 - only when asked for

        written = [r.path for r in writing.results if r.outcome not in THEIRS]
        audited = (*audit_own(written, examined, plan, library),)
        # A slip that stands in what was written is told there, and not where it was typed as well.
        printed = {problem.quote for problem in audited}
        slips = tuple(slip for slip in slips if slip.quote not in printed)
        problems = (*problems, *audited)
    problems = (*problems, *slips)
    remembered = read_record(target) if writing.record is None else writing.record
    problems = (*problems, *outdated(remembered, target))
    return Built(
        folder,
        examined,
        writing.results,
        problems,
        changes,
        accounts=writing.accounts,
        fault=writing.fault,
        remembered=remembered,
        are_all_written=writing.is_whole and not _lacks_any(plan, examined, folder),
    )


def _lacks_any(plan: Plan, examined: Examined, folder: Path) -> bool:
    """Tell whether a document could not be laid out, or a file of inputs not be read: a draft goes on."""
    dossier = examined.dossier
    if dossier is None or any(problem.stops for problem in plan.problems):
        return True
    read = {dossier.source.path.name, *(subject.source.path.name for subject in dossier.subjects)}
    return any(path.name not in read for path in subject_files(folder)[0])
