"""The new version of a file with tracked changes against an old one, each figure with its cause."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.model.dossier import Dossier
from generator.model.order import Order
from generator.roundtrip.change_reasons import Reasons
from generator.roundtrip.manifest import Written
from generator.roundtrip.our_fault import our_fault


class Draft(NamedTuple):
    """A file to be written: its generated form, where it goes, and what will stand there."""

    file: Written
    path: Path
    data: bytes
    is_new: bool  # something else lies there now, or nothing


class Marked(NamedTuple):
    """A redlined version of one file (``None``: there is none), and what is to be said of it."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()
    fault: str = ""  # the details of a fault of our own that was met with it


def redline_files(
    drafts: Sequence[Draft], order: Order, dossier: Dossier, reasons: Reasons
) -> Mapping[str, Marked]:
    """Redline the files of a dossier against what lies there, or against a given file."""
    author = dossier.unit.unit.name
    if order.redline_from is None:
        pairs = [(draft, draft.path) for draft in drafts]
    else:
        fitting = _fitting(drafts, order.redline_from)
        if fitting is None:
            return {"": Marked(None, (_unknown(order.redline_from, drafts),))}
        pairs = [(fitting, order.redline_from)]
    return {draft.file.file: _redlined(draft, old, author, reasons) for draft, old in pairs}


def _redlined(draft: Draft, old: Path, author: str, reasons: Reasons) -> Marked:
    try:
        return _compared(draft, old, author, reasons)
    except Exception as error:
        problem, details = our_fault(old, "没有写修订稿", error)
        return Marked(None, (problem,), details)


def _compared(draft: Draft, old: Path, author: str, reasons: Reasons) -> Marked:
    from generator.word.redline.redlined import redline  # noqa: PLC0415 - only when asked for

    place = Place(shown_path(draft.path))
    if old == draft.path and not old.exists():
        message = "没有上一稿，没有写修订稿"
        hint = "上一稿在别处的，用 --redline=旧稿.docx 指明"
        return Marked(None, (Problem("O18", Severity.NOTE, message, place, hint),))
    before, problems = read_bytes(old, shown_path(old), LARGEST_FILE)
    if before is None:
        return Marked(None, problems)
    if before == draft.data or (old == draft.path and not draft.is_new):
        message = "和上一稿没有差别，没有写修订稿"
        hint = "要和更早的稿子比较，用 --redline=旧稿.docx 指明"
        return Marked(None, (Problem("O18", Severity.NOTE, message, place, hint),))
    anchors = [
        (name, figure)
        for document in draft.file.documents
        for name, _, figure, _ in document.anchors
        if figure
    ]
    result = redline(
        before,
        draft.data,
        author=author,
        causes={n: reasons.causes[f] for n, f in anchors if f in reasons.causes},
        origins={n: reasons.origins[f] for n, f in anchors if f in reasons.origins},
    )
    where = place if result.data is not None else Place(shown_path(old))
    told = [problem._replace(place=where) for problem in result.problems]
    if result.marked:
        left = f"，不能标的 {len(told)} 类见上" if told else ""
        message = f"修订稿里标出改动 {result.marked} 处{left}"
        told.append(Problem("O18", Severity.NOTE, message, place))
    return Marked(result.data, tuple(told))


def _fitting(drafts: Sequence[Draft], old: Path) -> Draft | None:
    """Find the file that an old version is one of: by its anchors, by its name, or the only one."""
    from generator.word.anchors import document_prefix  # noqa: PLC0415 - only when asked for
    from generator.word.bookmarks import documents_in  # noqa: PLC0415 - see above
    from generator.word.package import PackageError  # noqa: PLC0415 - see above

    data, _ = read_bytes(old, shown_path(old), LARGEST_FILE)
    try:
        known = documents_in(data or b"")
    except PackageError:
        known = frozenset()
    shared = {
        draft.file.file: sum(document_prefix(d.blocks.id) in known for d in draft.file.documents)
        for draft in drafts
    }
    best = max(drafts, key=lambda draft: shared[draft.file.file], default=None)
    if best is not None and shared[best.file.file]:
        return best
    named = [draft for draft in drafts if draft.path.stem in old.stem]
    return named[0] if len(named) == 1 else drafts[0] if len(drafts) == 1 else None


def _unknown(old: Path, drafts: Sequence[Draft]) -> Problem:
    names = [draft.path.name for draft in drafts]
    message = "看不出这份旧稿是哪一份文件的上一稿"
    hint = f"请把它改名为其中一份的名字：{'、'.join(names)}"
    return Problem("O18", Severity.WARNING, message, Place(shown_path(old)), hint)
