"""Build a dossier: nothing at all where nothing changed since the last time.

PDFs are printed of what was built, for all dossiers of a run together: see ``printing``.
"""

from pathlib import Path

from generator.base.swapping import digest_of
from generator.model.order import Order
from generator.roundtrip.files_record import read_record
from generator.roundtrip.pdfs import outdated_pdfs
from generator.roundtrip.state import dossier_state
from generator.use.build.built import Built
from generator.use.build.unchanged import nothing_to_do
from generator.use.import_.import_record import RECORD_FILE
from generator.use.library import Library


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
        built = Built(folder, None, done.results, done.problems, remembered=record)
    else:
        # Nearly all modules are of this alone; a run in which nothing changed loads none of them.
        from generator.use.build.whole_build import build_whole  # noqa: PLC0415 - see above

        built = build_whole(folder, library, order, target, state)
    if (
        built.results and not order.wants_pdf
    ):  # those that are printed anew are looked at after that
        remembered = built.remembered or read_record(target)
        old = outdated_pdfs(remembered, target, library.workspace.entry.on_outdated_pdf)
        built = built._replace(problems=(*built.problems, *old))
    return built._replace(recorded=record)
