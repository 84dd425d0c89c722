"""Turn what somebody changed in a Word file into a patch of the inputs: shown first, written when asked."""

from collections import deque
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.shortage import HOW_TO_FREE, shortage
from generator.base.strange_text import not_understood, read_bytes, shown_path
from generator.load.workspace_folder import find_workspace
from generator.model.order import Order, order_of_mode
from generator.roundtrip.edit_account import Account, Answer, Entry, Kind
from generator.roundtrip.fix import Fixed
from generator.use.library import Library

if TYPE_CHECKING:
    from generator.roundtrip.person_edit import PersonEdit
    from generator.roundtrip.version import Version
    from generator.use.pull.edited_file import Known
    from generator.use.pull.pull_proof import Rendered
    from generator.word.edited.edited_story import Slot
    from generator.word.edited.file import WordFile

_AGREES = "由程序算出，与您写的一致"
_FORGOTTEN = "是更早生成的一版，记录里已经没有那一版，分不清哪些是后来改的；请在最近生成的那份里改"
_NO_CELL = "由程序算出、由表样决定，或不是输入能有的写法；这一行别的格取回了"


class Pulled(NamedTuple):
    """The files as they would be, what became of every difference, and what else is to be said."""

    fixed: tuple[Fixed, ...]
    problems: tuple[Problem, ...]
    account: Account = ()

    @property
    def is_all_in(self) -> bool:
        """Tell whether the inputs say all that the file says: the next build takes it in."""
        return not (self.fixed or self.problems or self.account)


def pull(path: Path, inputs: Path | None = None, only: Collection[str] | None = None) -> Pulled:
    """Read an edited file and work out the patch; ``only`` names the differences that are wanted."""
    from generator.word.xml import XmlError  # noqa: PLC0415 - Word libraries are slow to load

    try:
        return _of_file(path, inputs, only)
    except XmlError as error:
        return _refused(path, f"文件已损坏，里面有部件{error}", "请用 Word 或 WPS 另存一份再试")
    except Exception as error:
        if short := shortage(error):
            return _refused(path, f"比较这份文件时{short}，没有取回", HOW_TO_FREE)
        message = f"比较这份文件时程序内部出错（{type(error).__name__}），没有取回"
        return _refused(path, message, "请把这份文件交给维护人员")


def _of_file(path: Path, inputs: Path | None, only: Collection[str] | None) -> Pulled:
    from generator.use.pull.edited_file import dossier_folder, find_known  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    raw, unread = read_bytes(path, shown_path(path), LARGEST_FILE)
    if raw is None:
        return _refused(path, unread[0].message, unread[0].hint)
    try:
        found = _read(raw)
    except PackageError as error:
        return _refused(path, str(error), error.hint)
    except XmlError as error:
        return _refused(path, f"文件已损坏，里面有部件{error}", "请用 Word 或 WPS 另存一份再试")
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        problem = not_understood(shown_path(path), error)
        return _refused(path, problem.message, problem.hint)
    workspace, _ = find_workspace(path)
    folders = [path.resolve().parent]
    if workspace.root is not None:
        folders.append(workspace.root / "outputs")
    root = None if inputs is None else find_workspace(inputs)[0].root
    if root is not None and root != workspace.root:  # a file that lies somewhere else by now
        folders.append(root / "outputs")
    known = find_known(path, found, folders)
    if known is None:
        return _refused(path, "不是由本程序生成，或找不到生成时的记录（.jixiao-manifest.json）")
    folder = dossier_folder(known.file.documents[0].id, inputs, workspace.root)
    if folder is None:
        return _refused(path, "找不到它的填报文件夹，请用 --inputs 指明")
    return _pull(path, found, known, folder, only)


def _read(data: bytes) -> "WordFile":
    """Read a file whole: a part of it that is broken shows here, and nowhere later."""
    from generator.word.comments import Comments  # noqa: PLC0415 - see above
    from generator.word.edited.drop_caps import without_drop_caps  # noqa: PLC0415 - see above
    from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above

    found = WordFile(without_drop_caps(data))
    Comments(found.parts, None)
    deque((passage.text for passage in found.passages()), maxlen=0)
    return found


def _pull(
    path: Path,
    found: "WordFile",
    known: "Known",
    folder: Path,
    only: Collection[str] | None,
) -> Pulled:
    from generator.roundtrip.bring import Base, former  # noqa: PLC0415 - see above
    from generator.roundtrip.clean_copy import is_clean_copy, with_anchors  # noqa: PLC0415 - see above
    from generator.roundtrip.earlier import base_of, earlier_records  # noqa: PLC0415 - see above
    from generator.roundtrip.person_edits import person_edits  # noqa: PLC0415 - see above
    from generator.roundtrip.state_folder import StateFolder  # noqa: PLC0415 - see above
    from generator.use.pull.pull_proof import render  # noqa: PLC0415 - see above
    from generator.use.pull.unsettled import without_unsettled  # noqa: PLC0415 - see above
    from generator.word.comments import Comments  # noqa: PLC0415 - see above
    from generator.word.edited.edited_words import REVIEW  # noqa: PLC0415 - see above

    library = Library(find_workspace(folder)[0])
    # Whatever kind of file it is: only one with anchors can be held against it.
    order = order_of_mode(known.file.mode)._replace(is_clean=False, wants_pages=False)
    documents = frozenset(document.id for document in known.file.documents)
    examined, rendered = render(folder, library, order, documents)
    broken = examined.why_left_out
    if broken or examined.dossier is None or examined.book is None:
        return Pulled((), broken or examined.problems)
    if rendered is None:
        return _refused(path, "现在的输入不再生成这份文书")
    ours = base_of(found.data, known.file, StateFolder(known.folder))
    if ours is None:
        return _refused(path, _FORGOTTEN)
    if is_clean_copy(ours.record):
        ours = Base(with_anchors(ours.record, rendered.file))
    base = former(ours, rendered.file)
    base = base._replace(documents=frozenset())
    new = rendered.version(documents, known.file.mode)
    comments = Comments(found.parts, None)
    hanging = [r for r in dict.fromkeys(known.file.remarks) if comments.forget([r], found.root())]
    if hanging:
        found.read_anew()  # what we remarked is nobody's edit
    earlier = earlier_records(known.file, StateFolder(known.folder))
    every = person_edits(found, base, new, library.units)
    edits = tuple(without_unsettled(every, hanging, earlier, library.units))
    compared = _Compared(rendered, library, order, found, base, new, edits, only)
    pulled = _carried(path, compared)
    if any(thing.kind == REVIEW for p in found.passages() for thing in p.things):
        note = Problem("O09", Severity.NOTE, "文件里的修订按接受处理", Place(shown_path(path)))
        return pulled._replace(problems=(*pulled.problems, note))
    return pulled


class _Compared(NamedTuple):
    """A dossier, three versions of a file of it, and the edits between them."""

    rendered: "Rendered"
    library: Library
    order: Order
    found: "WordFile"
    base: "Version"
    new: "Version"
    edits: "tuple[PersonEdit, ...]"
    only: Collection[str] | None = None

    @property
    def wanted(self) -> "tuple[PersonEdit, ...]":
        """Return the edits that are to go into the inputs, if they can."""
        only = self.only
        return tuple(edit for edit in self.edits if only is None or edit.entry.key in only)


def _carried(path: Path, own: _Compared) -> Pulled:
    """Take the edits to the inputs."""
    from generator.use.build.tracing import trace_documents  # noqa: PLC0415 - see above
    from generator.use.pull.at_hand import AtHand  # noqa: PLC0415 - see above
    from generator.use.pull.input_changes import InputChanges  # noqa: PLC0415 - see above
    from generator.use.pull.offers import offers  # noqa: PLC0415 - see above
    from generator.use.pull.pull_proof import Proof  # noqa: PLC0415 - see above
    from generator.use.pull.settle import settle  # noqa: PLC0415 - see above

    examined, library = own.rendered.examined, own.library
    if not own.edits or examined.dossier is None or examined.book is None:
        return Pulled((), ())
    traced = trace_documents(examined, library, own.rendered.documents)
    at_hand = AtHand(examined, examined.dossier, examined.book, library, traced)
    changes = InputChanges(at_hand, own.new)
    changes.take(own.wanted)
    proof = Proof(examined, library, own.order, own.found, own.base)
    settled = settle(changes, proof, own.edits)
    answers = {id(e): e.entry._replace(answer=Answer.KEPT, reason="") for e in own.edits}
    answers |= {id(lost.edit): lost.entry for lost in settled.lost}
    for edit in settled.taken:
        answers[id(edit)] = edit.entry._replace(answer=Answer.PULLED, reason="")
    for edit in settled.agreed:
        answers[id(edit)] = edit.entry._replace(answer=Answer.PULLED, reason=_AGREES)
    unsaid = proof.unsaid(settled.fixed, settled.taken)
    account = tuple(
        entry
        for edit in own.edits
        for entry in (answers[id(edit)], *map(_unsaid, unsaid.get(edit, ())))
    )
    done = (Answer.PULLED, Answer.KEPT)
    problems = [_left(entry, path) for entry in account if entry.answer not in done]
    problems += [_unsound(error, examined.path) for error in proof.errors(settled.fixed)]
    problems += offers(settled.made, at_hand, own.base, own.new)
    return Pulled(settled.fixed, tuple(dict.fromkeys(problems)), account)


def _unsaid(cell: "Slot") -> Entry:
    """Say of a cell that its row went into the inputs without it."""
    return Entry(Answer.NOT_CARRIED, Kind.CELL, cell.place, "", cell.text, _NO_CELL)


def _unsound(error: str, folder: Path) -> Problem:
    message = f"取回之后检查会有新的错误：{error}"
    hint = "改动照样可以写入；请把有关的几处一并改好，再生成"
    return Problem("O16", Severity.WARNING, message, Place(shown_path(folder)), hint)


def _left(entry: Entry, path: Path) -> Problem:
    severity = Severity.WARNING
    message = f"{entry.place}：{entry.what()}没有取回：{entry.reason}"
    return Problem("O16", severity, message, Place(shown_path(path)), "")


def _refused(path: Path, message: str, hint: str = "") -> Pulled:
    return Pulled((), (Problem("O15", Severity.ERROR, message, Place(shown_path(path)), hint),))
