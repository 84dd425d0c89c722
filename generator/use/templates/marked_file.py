"""A file of a dossier written once more in memory, its paragraphs and rows with numbers that tell their origin."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.regular_file import read_regular
from generator.load.workspace_folder import Workspace
from generator.model.order import Order
from generator.use.build.planned_documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.check.examine import Examined, examine
from generator.use.library import Library
from generator.word.edited.file import WordFile
from generator.word.learning.origin import marked
from generator.word.word_render import Renderer


class MarkedFile(NamedTuple):
    """The file (``None``: it is not written any more), its templates by number, and those of its parts."""

    examined: Examined
    file: WordFile | None = None
    templates: Sequence[Path] = ()
    parts: Sequence[Path] = ()


def marked_file(
    folder: Path,
    workspace: Workspace,
    order: Order,
    documents: frozenset[str],
    changed: Mapping[Path, bytes],
) -> MarkedFile:
    """Write the file that holds most of some documents; some templates may be other ones than lie there."""
    templates: dict[Path, int] = {}

    def read(path: Path) -> bytes:
        data = changed[path] if path in changed else read_regular(path)
        return marked(data, templates.setdefault(path, len(templates)))

    library = Library(workspace, Renderer(read))
    examined = examine(folder, library, is_draft=order.is_draft, stage=order.stage)
    if examined.dossier is None or examined.book is None:
        return MarkedFile(examined)
    plan = plan_documents(examined, library, is_stated=order.is_stated)
    # All of them: tables of one template share their widths.
    rendering = render_files(plan.files, examined, library, order)
    written = {
        file.name: own
        for file, own in zip(plan.files, rendering.files, strict=False)
        if len(plan.files) == len(rendering.files)
    }
    shared = {
        file.name: sum(part.blocks.id in documents for part in file.parts) for file in plan.files
    }
    best = max(plan.files, key=lambda file: shared[file.name], default=None)
    if best is None or not shared[best.name] or best.name not in written:
        return MarkedFile(examined)
    parts = [part.template for part in best.parts]
    return MarkedFile(examined, WordFile(written[best.name].data), tuple(templates), parts)
