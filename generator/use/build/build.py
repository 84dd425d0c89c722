"""Build a dossier: examine it, lay out its documents, write those that changed or none at all.

PDFs are printed of what was built, for all dossiers of a run together: see ``printing``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.swapping import digest_of
from generator.base.writing import clear_leftovers
from generator.load.dossier_inputs import subject_files
from generator.model.order import Order
from generator.roundtrip.changes import NO_CHANGES, Changes
from generator.roundtrip.edit_account import Account
from generator.roundtrip.files_record import Record, read_record
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.pdfs import outdated_pdfs
from generator.roundtrip.recorded import shown_of
from generator.roundtrip.settling import outdated
from generator.roundtrip.state import dossier_state
from generator.rules.printed_blocks import check_blocks
from generator.use.build.as_imported import as_imported
from generator.use.build.build_writing import News, write_files
from generator.use.build.moved_scores import MovedScore, moved_scores
from generator.use.build.planned_documents import Plan, plan_documents
from generator.use.build.rendering import render_files
from generator.use.build.stale import former_values, stale_numbers
from generator.use.build.unchanged import nothing_to_do
from generator.use.build.unprinted import unprinted
from generator.use.changes.compare import changes_since
from generator.use.check.acceptance import accept, weigh
from generator.use.check.examine import Examined, examine
from generator.use.import_.import_record import RECORD_FILE
from generator.use.library import Library

NO_RECORD = Record()
THEIRS = (Outcome.KEPT, Outcome.LAYOUT)


class Built(NamedTuple):
    """What became of the files of a dossier, and everything that was found."""

    folder: Path
    examined: Examined | None
    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    changes: Changes = NO_CHANGES
    recorded: Record = NO_RECORD
    accounts: tuple[tuple[Path, Account], ...] = ()  # of files that persons changed
    fault: str = ""  # the details of faults of our own that were met with files of persons
    remembered: Record | None = None
    are_all_written: bool = True  # of what was laid out
    moved: tuple[MovedScore, ...] = ()  # by rules; nothing was written for them

    @property
    def shown(self) -> Mapping[str, str]:
        """Return what the figures of its documents show; where nothing was written, as recorded."""
        if self.examined is not None and self.examined.book is not None and self.results:
            return {figure.id: figure.shown for figure in self.examined.book.values()}
        return shown_of(self.recorded.figures)

    @property
    def written(self) -> tuple[Path, ...]:
        """Return the files that were written now."""
        return tuple(r.path for r in self.results if r.is_written)

    @property
    def is_stopped(self) -> bool:
        """Tell whether problems kept the build from writing."""
        return not self.results and any(problem.stops for problem in self.problems)

    @property
    def is_whole(self) -> bool:
        """Tell whether every document that was asked for is there."""
        return self.are_all_written and not self.is_stopped

    @property
    def counts(self) -> Counter[Outcome]:
        """Count the files by what became of them."""
        return Counter(result.outcome for result in self.results)


def build(folder: Path, library: Library, order: Order) -> Built:
    """Build all documents of a dossier. With an error nothing is written, except as a draft."""
    target = order.outputs if order.outputs is not None else library.workspace.outputs(folder)
    settings = f"{library.settings_state} {order.mode}"
    if order.is_stated:
        settings += f" {digest_of(folder / RECORD_FILE)}"
    state = dossier_state(folder, library.packs_state, settings)
    record = read_record(target, is_needed=True)
    if order.on_edited is None:
        order = order._replace(on_edited=library.workspace.entry.on_edited)
    is_due = order.wants_redline or order.is_strict
    if not is_due and (done := nothing_to_do(folder, target, order, record, state)):
        built = Built(folder, None, done.results, done.problems)
    else:
        built = _build(folder, library, order, target, state)
    if (
        built.results and not order.wants_pdf
    ):  # those that are printed anew are looked at after that
        remembered = built.remembered or read_record(target)
        old = outdated_pdfs(remembered, target, library.workspace.entry.on_outdated_pdf)
        built = built._replace(problems=(*built.problems, *old))
    return built._replace(recorded=record)


def _build(folder: Path, library: Library, order: Order, target: Path, state: str) -> Built:
    # What a unit had printed is handed back as it is: no gaps are shown, and faults in it stop nothing.
    is_open = order.is_draft or order.is_stated
    shows_gaps = order.is_draft and not order.is_stated
    examined = examine(folder, library, is_draft=shows_gaps, stage=order.stage)
    dossier = examined.dossier
    if dossier is None or examined.book is None or not (examined.is_fit or is_open):
        return Built(folder, examined, (), examined.problems)
    plan = plan_documents(examined, library, is_stated=order.is_stated)
    problems = _joined(
        examined, examined.problems, weigh(plan.problems, library.workspace.entry.severity)
    )
    documents = [part.blocks for file in plan.files for part in file.parts]
    problems = (*problems, *check_blocks(documents, examined.book, is_draft=is_open))
    if any(p.stops for p in problems) and not is_open:
        return Built(folder, examined, (), problems)
    rendering = render_files(plan.files, examined, library, order)
    told = (*rendering.problems, *unprinted(plan.files, rendering, dossier, library))
    weighed = (*weigh(told, library.workspace.entry.severity),)
    problems = (*problems, *weighed)
    if order.is_stated:
        problems = (*problems, *as_imported(folder, rendering.files))
    is_broken = any(p.stops for p in rendering.problems)
    if is_broken or not rendering.files or (any(p.stops for p in weighed) and not is_open):
        return Built(folder, examined, (), problems)
    try:
        with locked(target):
            clear_leftovers(target)
            record: Record = read_record(target, is_needed=True)
            moved = () if is_open or order.accepts_rules else moved_scores(record, examined)
            if moved:
                stopped = (*problems, *(one.problem for one in moved))
                return Built(folder, examined, (), stopped, moved=moved)
            changes = NO_CHANGES if order.is_stated else changes_since(record, examined, plan)
            former = former_values(record.former, changes)
            stale = library.rules.told(stale_numbers(dossier, examined.book, former, library.units))
            problems = _joined(examined, problems, weigh(stale, library.workspace.entry.severity))
            record = replace(record, former=former)
            news = News(state, problems, changes)
            writing = write_files(rendering.files, target, examined, order, record, news)
    except LockedError:
        message = "另一个 jixiao 正在写这个文件夹"
        place, hint = Place(shown_path(target)), "请等它写完再试"
        return Built(
            folder, examined, (), (*problems, Problem("O06", Severity.ERROR, message, place, hint))
        )
    problems = (*problems, *writing.problems)
    if order.is_strict and not is_open:
        from generator.use.audit.own_files import audit_own  # noqa: PLC0415 - only when asked for

        written = [r.path for r in writing.results if r.outcome not in THEIRS]
        problems = (*problems, *audit_own(written, examined, plan, library))
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


def _joined(
    examined: Examined, problems: tuple[Problem, ...], more: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Let the dossier's acceptances meet what was found later, too."""
    later = tuple(more)
    if examined.dossier is None or not later:
        return problems
    judged = accept(later, examined.dossier, is_ours=lambda _code: False)
    return (*problems, *judged)
