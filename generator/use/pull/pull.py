"""Turn what somebody changed in a Word file into a patch of the inputs: shown first, written when asked."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path, why_unreadable
from generator.base.toml_patch import Remove
from generator.load.inputs import find_dossiers
from generator.load.workspace import find_workspace
from generator.model.order import Order
from generator.roundtrip.account import Account, Answer, Entry
from generator.roundtrip.fix import Fixed, fix_files
from generator.use.library import Library

if TYPE_CHECKING:
    from generator.use.pull.edited_file import Known
    from generator.use.pull.input_changes import InputChanges, Made
    from generator.use.pull.proof import Proof

_ROUNDS = 4
_NOT_OURS = "写进输入后重新生成，这一处还是对不上，没有取"
_UNREADABLE = "写进输入后填报读不出来，没有取"


class Pulled(NamedTuple):
    """The files as they would be, what became of every difference, and what else is to be said."""

    fixed: tuple[Fixed, ...]
    problems: tuple[Problem, ...]
    account: Account = ()


def pull(path: Path, inputs: Path | None = None) -> Pulled:
    """Read an edited file and work out the patch."""
    from generator.use.pull.edited_file import find_known  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above
    from generator.word.package import PackageError  # noqa: PLC0415 - see above
    from generator.word.xml import XmlError  # noqa: PLC0415 - see above

    try:
        data = path.read_bytes()
        found = WordFile(data)
        found.blocks()
    except OSError as error:
        return _refused(path, why_unreadable(error))
    except (PackageError, XmlError) as error:
        return _refused(path, str(error))
    workspace, _ = find_workspace(path)
    folders = [path.resolve().parent]
    if workspace.root is not None:
        folders.append(workspace.root / "outputs")
    known = find_known(path, found, folders)
    if known is None:
        return _refused(path, "不是由本程序生成，或找不到生成时的记录（.jixiao-manifest.json）")
    folder = _dossier_folder(str(known.file.documents[0]["id"]), inputs, workspace.root)
    if folder is None:
        return _refused(path, "找不到它的填报文件夹，请用 --inputs 指明")
    return _pull(path, data, known, folder)


def _pull(path: Path, data: bytes, known: "Known", folder: Path) -> Pulled:
    from generator.roundtrip.bring import Base, former  # noqa: PLC0415 - see above
    from generator.roundtrip.clean_copy import is_clean_copy, with_anchors  # noqa: PLC0415 - see above
    from generator.roundtrip.person_edits import person_edits  # noqa: PLC0415 - see above
    from generator.use.build.tracing import trace_documents  # noqa: PLC0415 - see above
    from generator.use.pull.input_changes import InputChanges  # noqa: PLC0415 - see above
    from generator.use.pull.proof import Proof, render  # noqa: PLC0415 - see above
    from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above

    library = Library(find_workspace(folder)[0])
    order = _order_of(known.file.mode)
    documents = frozenset(str(document["id"]) for document in known.file.documents)
    examined, rendered = render(folder, library, order, documents)
    if rendered is None:
        if examined.dossier is None or examined.book is None:
            return Pulled((), examined.problems)
        return _refused(path, "现在的输入不再生成这份文书")
    written = Base(known.file, known.base())
    if is_clean_copy(known.file):
        written = Base(with_anchors(known.file, rendered.file))
    base = former(written, rendered.file)
    base = base._replace(documents=frozenset())
    new = rendered.version(documents, known.file.mode)
    edits = list(person_edits(WordFile(data), base, new))
    changes = InputChanges(examined, library, trace_documents(examined, library), new)
    changes.take(edits)
    proof = Proof(folder, library, order, data, base, known.file)
    settled = _settle(changes, proof)
    account = (
        *(entry._replace(answer=Answer.PULLED, reason="") for entry in settled.taken),
        *changes.left,
        *settled.lost,
    )
    problems = [_left(entry, path) for entry in (*changes.left, *settled.lost)]
    problems += [_unsound(error, folder) for error in proof.errors(settled.fixed)]
    if any(thing.kind == "修订" for p in WordFile(data).passages() for thing in p.words.things):
        note = "文件里的修订按接受处理"
        problems.append(Problem("O09", Severity.NOTE, note, Place(shown_path(path))))
    return Pulled(settled.fixed, tuple(dict.fromkeys(problems)), account)


class _Settled(NamedTuple):
    fixed: tuple[Fixed, ...]
    taken: list[Entry]
    lost: list[Entry]


def _settle(changes: "InputChanges", proof: "Proof") -> _Settled:
    """Take back what does not prove true, until all that is left does."""
    without: frozenset[Entry] = frozenset()
    back: list[Entry] = []
    for _ in range(_ROUNDS):
        made, lost = changes.changes(without)
        if not made:
            return _Settled((), [], [*back, *lost])
        fixes = fix_files(own.change for own in made)
        refused = {id(refusal.change): refusal.reason for _, refusal in fixes.refused}
        if refused:
            again = [
                entry._replace(reason=refused[id(own.change.change)])
                for own in made
                if id(own.change.change) in refused
                for entry in own.entries
            ]
            back += again
            without |= {e for own in made if id(own.change.change) in refused for e in own.entries}
            continue
        taken = [entry for own in made for entry in own.entries]
        unproven = proof.unproven(fixes.fixed, taken, [*changes.left, *lost, *back])
        reason = _NOT_OURS
        if unproven is None:
            unproven, reason = _culprits(made, proof), _UNREADABLE
        if not unproven and (refused_removals := _removals(made, proof)):
            unproven, reason = refused_removals
        if not unproven:
            return _Settled(fixes.fixed, taken, [*back, *lost])
        back += [entry._replace(reason=reason) for entry in taken if entry in unproven]
        without |= unproven
    made, lost = changes.changes(without)
    rest = [entry._replace(reason=_NOT_OURS) for own in made for entry in own.entries]
    return _Settled((), [], [*back, *lost, *rest])


def _removals(made: "Sequence[Made]", proof: "Proof") -> tuple[frozenset[Entry], str] | None:
    """Find what was taken out and may not be: with it gone the inputs no longer pass their checks."""
    gone = [own for own in made if isinstance(own.change.change, Remove)]
    rest = [own for own in made if own not in gone]
    if not gone:
        return None
    known = set(proof.errors(_fixed(rest)))

    def is_sound(own: "Sequence[Made]") -> bool:
        return set(proof.errors(_fixed((*rest, *own)))) <= known

    found = _search(gone, is_sound)
    if not found:
        return None
    errors = proof.errors(_fixed((*rest, *found)))
    first = next((error for error in errors if error not in known), "")
    entries = frozenset(entry for own in found for entry in own.entries)
    return entries, f"删去后检查通不过（{first}），请改输入"


def _fixed(made: "Sequence[Made]") -> tuple[Fixed, ...]:
    return fix_files(own.change for own in made).fixed


def _culprits(made: "Sequence[Made]", proof: "Proof") -> frozenset[Entry]:
    """Find the changes that make the inputs unreadable."""

    def is_readable(own: "Sequence[Made]") -> bool:
        return proof.unproven(_fixed(own), (), ()) is not None

    return frozenset(entry for own in _search(made, is_readable) for entry in own.entries)


def _search(
    made: "Sequence[Made]", is_good: "Callable[[Sequence[Made]], bool]"
) -> "Sequence[Made]":
    """Find what is not good among changes, halving until each is found."""
    if not made or is_good(made):
        return []
    if len(made) == 1:
        return made
    half = len(made) // 2
    return [*_search(made[:half], is_good), *_search(made[half:], is_good)] or made


def _unsound(error: str, folder: Path) -> Problem:
    message = f"取回之后检查会有新的错误：{error}"
    hint = "改动照样可以写入；请把有关的几处一并改好，再生成"
    return Problem("O16", Severity.WARNING, message, Place(shown_path(folder)), hint)


def _left(entry: Entry, path: Path) -> Problem:
    severity = Severity.WARNING
    message = f"{entry.place}：{entry.what()}没有取回：{entry.reason}"
    return Problem("O16", severity, message, Place(shown_path(path)), "")


def _order_of(mode: str) -> Order:
    """Return the order by which a file was written."""
    stage, *marks = mode.split("+")
    asked = stage if stage in ("goals", "evaluation") else None
    return Order(stage=asked, is_draft="draft" in marks)  # type: ignore[arg-type] # one of the two


def _refused(path: Path, message: str) -> Pulled:
    return Pulled((), (Problem("O15", Severity.ERROR, message, Place(shown_path(path))),))


def _dossier_folder(document: str, inputs: Path | None, root: Path | None) -> Path | None:
    """Find the folder of a document: its id begins with the name."""
    name = document.split("/", maxsplit=1)[0]
    start = (
        inputs if inputs is not None else (root / "inputs" if root is not None else Path("inputs"))
    )
    folders, _ = find_dossiers(start)
    return next((folder for folder in folders if folder.resolve().name == name), None)
