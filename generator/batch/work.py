"""Build one unit in this process, whatever happens in it."""

from functools import cache
from pathlib import Path

from generator.base.own_fault import fault_at
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.batch.digest import digest_of
from generator.batch.unit_of_work import Outcome, Unit
from generator.use.build.build import build
from generator.use.libraries import Libraries
from generator.use.library import Library


def work(unit: Unit) -> Outcome:
    """Build a unit with the libraries that this process keeps."""
    return build_unit(unit, libraries())


def build_unit(unit: Unit, shelf: Libraries) -> Outcome:
    """Build a unit; a fault of our own is a problem of this unit alone."""
    try:
        library, settings = shelf.of(unit.folder)
        built = build(unit.folder, library, unit.order)
        digest = digest_of(built.shown)
    except Exception as error:
        return failed(unit, error)
    return Outcome(
        unit.folder,
        built.problems,
        settings,
        built.written,
        {str(outcome): number for outcome, number in built.counts.items()},
        built.changes,
        built.accounts,
        built.is_stopped,
        digest,
        built.fault,
        tuple(result.path for result in built.results) if unit.order.wants_pdf else (),
        is_whole=built.is_whole,
        moved=built.moved,
    )


def failed(unit: Unit, error: BaseException) -> Outcome:
    """Say why the work at a unit could not be done."""
    problem, details = fault_at(unit.folder, "生成", error)
    return Outcome(unit.folder, (problem,), is_stopped=True, is_whole=False, fault=details)


def lost(unit: Unit) -> Outcome:
    """Say that the process that worked at a unit is gone."""
    message = "生成这份填报的进程意外终止，它没有写完，其他的照常生成"
    hint = "多半是内存不够：请关闭别的程序，或用 --jobs 1 再试"
    problem = Problem("O21", Severity.ERROR, message, Place(shown_path(unit.folder)), hint)
    return Outcome(unit.folder, (problem,), is_stopped=True, is_whole=False)


def target_of(unit: Unit, library: Library) -> Path:
    """Return the folder that a unit's documents go to."""
    return unit.order.outputs or library.workspace.outputs(unit.folder)


@cache
def libraries() -> Libraries:
    """Return the libraries of this process: packs are read once, templates prepared once."""
    return Libraries()
