"""T08 to T10 of a dossier: what the forms of a workspace's own leave out of it, seen by filling them; nothing is written.

A build tells the same on its way: both ask ``unprinted``, so neither knows of less.
"""

from generator.base.problem import Problem
from generator.model.order import Order
from generator.use.build.planned_documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.build.unprinted import unprinted
from generator.use.check.acceptance import weigh
from generator.use.check.examine import Examined
from generator.use.library import Library

ACCOUNT = frozenset(("T08", "T09", "T10"))
# Columns as wide as in the template: nobody looks at the pages.
_UNSEEN = Order(is_stated=True, wants_pages=False)


def form_account(examined: Examined, library: Library) -> tuple[Problem, ...]:
    """Tell what forms of its own leave out; where a dossier has only packaged ones, nothing is filled."""
    if examined.dossier is None or examined.book is None or not _has_own_form(examined, library):
        return ()
    files = plan_documents(examined, library).files
    rendering = render_files(files, examined, library, _UNSEEN)
    told = (*rendering.problems, *unprinted(files, rendering, examined.dossier, library))
    return (*weigh((p for p in told if p.code in ACCOUNT), library.workspace.entry.severity),)


def _has_own_form(examined: Examined, library: Library) -> bool:
    documents = () if examined.scheme is None else examined.scheme.scheme.document
    paths = (library.template(document.template) for document in documents)
    return any(path is not None and library.has_own_widths(path) for path in paths)
