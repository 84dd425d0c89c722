"""Build one dossier and print it at once; many dossiers are printed together: see ``batch.printing``."""

from pathlib import Path

from generator.base.problem import Problem
from generator.model.order import Order
from generator.roundtrip.files_record import read_record
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.pdfs import outdated_pdfs
from generator.use.build.build import build
from generator.use.build.built import Built
from generator.use.build.pdf_files import print_documents, standing
from generator.use.library import Library


def build_with_pdfs(folder: Path, library: Library, order: Order) -> Built:
    """Build a dossier; where PDFs are wanted, they are among the results."""
    return with_pdfs(build(folder, library, order), order)


def with_pdfs(built: Built, order: Order) -> Built:
    """Print what was built, where that is wanted: it takes longest, and needs nothing of the inputs."""
    if not order.wants_pdf or not built.results:
        return built
    documents = [result.path for result in built.results]
    known = [printed for path in documents if (printed := standing(path)) is not None]
    lying = {printed.document for printed in known}
    due = [path for path in documents if path not in lying]
    found = print_documents(due, order.command) if due else ()
    missing = (found,) if isinstance(found, Problem) else ()
    every = [*known, *(() if isinstance(found, Problem) else found)]
    told = [problem for printed in every for problem in printed.problems]
    for target in dict.fromkeys(path.parent for path in documents):
        told += outdated_pdfs(read_record(target), target)
    new = (
        Result(printed.pdf, Outcome.REBUILT, is_written=True)
        for printed in every
        if printed.is_new and printed.pdf is not None
    )
    return built._replace(
        results=(*built.results, *new), problems=(*built.problems, *told, *missing)
    )
