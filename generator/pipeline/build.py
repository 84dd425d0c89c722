"""Build a dossier: examine it, lay out its documents, write them in one go or not at all."""

from dataclasses import dataclass
from pathlib import Path

from generator.base.problem import Problem
from generator.pipeline.acceptance import accept, weigh
from generator.pipeline.documents import plan_documents
from generator.pipeline.examine import Examined, examine
from generator.pipeline.library import Library
from generator.pipeline.order import Order
from generator.pipeline.printing import print_files
from generator.pipeline.rendering import render_files
from generator.pipeline.writing import write_files


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and everything that was found."""

    examined: Examined
    written: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def is_stopped(self) -> bool:
        """Tell whether problems kept the build from writing."""
        return not self.written and any(problem.stops for problem in self.problems)


def build(folder: Path, library: Library, order: Order) -> Built:
    """Build all documents of a dossier. With an error nothing is written, except as a draft."""
    examined = examine(folder, library, is_draft=order.is_draft, stage=order.stage)
    dossier = examined.dossier
    if dossier is None or examined.book is None or not (examined.is_fit or order.is_draft):
        return Built(examined, (), examined.problems)
    plan = plan_documents(examined, library)
    problems = _joined(examined, tuple(weigh(plan.problems, library.workspace.entry.severity)))
    if any(p.stops for p in problems) and not order.is_draft:
        return Built(examined, (), problems)
    rendering = render_files(plan.files, dossier, library, order)
    problems = (*problems, *rendering.problems)
    if any(p.stops for p in rendering.problems):
        return Built(examined, (), problems)
    target = order.outputs if order.outputs is not None else library.workspace.outputs(folder)
    writing = write_files(rendering.files, target, examined)
    problems = (*problems, *writing.problems)
    if not order.wants_pdf or not writing.paths:
        return Built(examined, writing.paths, problems)
    printed, faults = print_files(writing.paths)
    return Built(examined, (*writing.paths, *printed), (*problems, *faults))


def _joined(examined: Examined, more: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Let the dossier's acceptances meet what laying out found, too."""
    if examined.dossier is None or not more:
        return examined.problems
    return (*examined.problems, *(p for p in accept(more, examined.dossier) if p.code != "I22"))
