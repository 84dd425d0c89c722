"""Compare a dossier as it is now with the last build, without writing anything."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.load.folder_tree import unreadable
from generator.model.order import Order
from generator.roundtrip.change_finder import find_changes
from generator.roundtrip.change_log import last_changes
from generator.roundtrip.changes import NO_CHANGES, Changes
from generator.roundtrip.files_record import MANIFEST_FILE, Record, read_record
from generator.roundtrip.manifest import input_digests
from generator.use.build.planned_documents import Plan, plan_documents
from generator.use.build.stale import former_values, stale_numbers
from generator.use.check.examine import Examined, examine
from generator.use.library import Library


class Compared(NamedTuple):
    """What differs, what differed when a build last changed anything, or why nothing can be said."""

    folder: Path
    changes: Changes
    problems: tuple[Problem, ...]
    is_first: bool = False
    last: Changes = NO_CHANGES
    is_broken: bool = False  # there is nothing that could be compared
    unread: Problem | None = None  # why: what the last build left was not to be read

    @property
    def told(self) -> Changes:
        """Return what differs; where nothing does, what the last build changed."""
        return self.changes or self.last


def compare(
    folder: Path, library: Library, order: Order, examined: Examined | None = None
) -> Compared:
    """Compare with the last build into the same folder; the dossier may have been examined already."""
    target = order.outputs if order.outputs is not None else library.workspace.outputs(folder)
    try:
        record = read_record(target, is_needed=True)
    except OSError as error:
        why = unreadable(target / MANIFEST_FILE, error)
        return Compared(folder, Changes(), (why,), is_broken=True, unread=why)
    if examined is None:
        examined = examine(folder, library, stage=order.stage)
    plan = plan_documents(examined, library)
    problems = (*examined.problems, *plan.problems)
    if examined.book is None or examined.left_out:
        return Compared(folder, Changes(), problems, is_broken=True)
    if not any(record.usual_files):
        return Compared(folder, Changes(), problems, is_first=True)
    changes = changes_since(record, examined, plan)
    if examined.dossier is not None:
        former = former_values(record.former, changes)
        problems = (
            *problems,
            *library.rules.told(
                stale_numbers(examined.dossier, examined.book, former, library.units)
            ),
        )
    last = last_changes(record.changes, shown_path(folder))
    return Compared(folder, changes, problems, last=last)


def changes_since(record: Record, examined: Examined, plan: Plan) -> Changes:
    """Find what differs between a record and what was laid out now."""
    if examined.book is None or not any(record.usual_files):
        return Changes()
    documents = [part.blocks for file in plan.files for part in file.parts]
    return find_changes(
        record, examined.book, documents, scheme_changed=_scheme_changed(record, examined)
    )


def _scheme_changed(record: Record, examined: Examined) -> bool:
    if examined.scheme is None or examined.dossier is None:
        return False
    now = input_digests([examined.scheme.source], examined.dossier.path)
    return any(record.inputs.get(name) != value for name, value in now.items())
