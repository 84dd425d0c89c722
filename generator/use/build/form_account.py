"""What the forms of a workspace's own leave out of a dossier or cannot print, seen by filling them; nothing is written.

A build tells the same on its way: both ask ``unprinted``, so neither knows of less.
"""

from typing import TYPE_CHECKING

from generator.base.problem import Problem
from generator.use.check.acceptance import weigh

if TYPE_CHECKING:
    from generator.use.check.examine import Examined
    from generator.use.library import Library

ACCOUNT = frozenset(("T08", "T09", "T10"))
_BY_DATA = frozenset(("T01", "T02"))  # what a tag asks for, and is not there


def form_account(examined: "Examined", library: "Library") -> tuple[Problem, ...]:
    """Tell it; what tags lack only where nothing else is wrong. Packaged forms are not filled for it."""
    if examined.dossier is None or examined.book is None or not _has_own_form(examined, library):
        return ()
    return _seen_by_filling(examined, library)


def _seen_by_filling(examined: "Examined", library: "Library") -> tuple[Problem, ...]:
    from generator.model.order import Order  # noqa: PLC0415 - few have a form of their own
    from generator.use.build.planned_documents import plan_documents  # noqa: PLC0415 - see above
    from generator.use.build.rendering import render_files  # noqa: PLC0415 - see above
    from generator.use.build.unprinted import unprinted  # noqa: PLC0415 - see above

    if examined.dossier is None:
        return ()
    # Columns as wide as in the template: nobody looks at the pages.
    unseen = Order(is_stated=True, wants_pages=False)
    files = plan_documents(examined, library).files
    rendering = render_files(files, examined, library, unseen)
    told = (*rendering.problems, *unprinted(files, rendering, examined.dossier, library))
    codes = ACCOUNT | _BY_DATA if examined.is_fit else ACCOUNT
    return (*weigh((p for p in told if p.code in codes), library.workspace.entry.severity),)


def _has_own_form(examined: "Examined", library: "Library") -> bool:
    documents = () if examined.scheme is None else examined.scheme.scheme.document
    paths = (library.template(document.template) for document in documents)
    return any(path is not None and library.has_own_widths(path) for path in paths)
