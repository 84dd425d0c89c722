"""A dossier as far as the files that a build would write, with all that it tells on the way; nothing is written."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem, in_order
from generator.model.order import Order
from generator.rules.printed_blocks import check_blocks
from generator.use.build.as_imported import as_imported
from generator.use.build.planned_documents import Plan, plan_documents
from generator.use.build.rendering import Rendering, render_files
from generator.use.build.unprinted import unprinted
from generator.use.check.acceptance import accept, weigh
from generator.use.check.examine import Examined, examine
from generator.use.library import Library


class Prepared(NamedTuple):
    """What would be written; without a rendering the problems say why there is nothing."""

    examined: Examined
    problems: tuple[Problem, ...]
    plan: Plan | None = None
    rendering: Rendering | None = None


def prepare(
    folder: Path, library: Library, order: Order, examined: Examined | None = None
) -> Prepared:
    """Lay out and fill the documents of a dossier, which may have been examined already."""
    # What a unit had printed is handed back as it is: no gaps are shown, and faults in it stop nothing.
    is_open = order.is_open
    shows_gaps = order.is_draft and not order.is_stated
    if examined is None:
        examined = examine(folder, library, is_draft=shows_gaps, stage=order.stage)
    dossier = examined.dossier
    if dossier is None or examined.book is None or not (examined.is_fit or is_open):
        return Prepared(examined, examined.problems)
    plan = plan_documents(examined, library, is_stated=order.is_stated)
    problems = joined(
        examined, examined.problems, weigh(plan.problems, library.workspace.entry.severity)
    )
    documents = [part.blocks for file in plan.files for part in file.parts]
    problems = (*problems, *check_blocks(documents, examined.book, is_draft=is_open))
    if any(p.stops for p in problems) and not is_open:
        return Prepared(examined, problems, plan)
    rendering = render_files(plan.files, examined, library, order)
    told = (*rendering.problems, *unprinted(plan.files, rendering, dossier, library))
    weighed = (*weigh(told, library.workspace.entry.severity),)
    problems = (*problems, *weighed)
    if order.is_stated:
        problems = (*problems, *as_imported(folder, rendering.files))
    is_broken = any(p.stops for p in rendering.problems)
    if is_broken or not rendering.files or (any(p.stops for p in weighed) and not is_open):
        return Prepared(examined, problems, plan)
    return Prepared(examined, problems, plan, rendering)


def foreseen(folder: Path, library: Library, examined: Examined) -> tuple[Problem, ...]:
    """Return all that a build would tell of a dossier that was examined."""
    return in_order(prepare(folder, library, Order(), examined).problems)


def joined(
    examined: Examined, problems: tuple[Problem, ...], more: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Let the dossier's acceptances meet what was found later, too."""
    later = tuple(more)
    if examined.dossier is None or not later:
        return problems
    judged = accept(later, examined.dossier, is_ours=lambda _code: False)
    return (*problems, *judged)
