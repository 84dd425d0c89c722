"""Take filled workbooks back into the inputs: what they change is worked out first, and written when asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.excel.form.form_map import FormMap
from generator.excel.form.slot import UNIT, SlotKind
from generator.excel.form.workbook_reading import CellNow, Filled, read_filled
from generator.model.own_form import NOTHING_DECLARED, Declared
from generator.roundtrip.edit_account import Answer as Pulled
from generator.roundtrip.edit_account import of_answer
from generator.roundtrip.fix import Fixed, fix_files, write_fixed
from generator.use.fill.cell import digests_of
from generator.use.fill.dossiers import Choose, Inputs, find_dossier
from generator.use.fill.taken_before import Digests, TakenBefore, form_id
from generator.use.fill.typed_cells import Models
from generator.use.fill.workbook_account import Answer, Entry, refused_file
from generator.use.fill.workbook_changes import Changes, Proposed
from generator.use.libraries import Libraries
from generator.use.library import Library

WORKBOOKS, WORD = (".xlsx", ".xlsm"), ".docx"
_DEPARTMENT = "department"
_NO_FORM = "不是 jixiao form 写出的填报表：里面没有记着哪一格是哪一项"
_NO_FORM_HINT = "别处的表用 jixiao import 导入"


# Asks which of several folders a workbook is of (``None``: no answer).
Ask = Callable[[Path, Sequence[Path]], Path | None]


def ask_nobody(path: Path, folders: Sequence[Path]) -> None:
    """Ask nobody: two that match are told."""
    del path, folders


class FilledFile(NamedTuple):
    """One workbook: its dossier, what it changes there, what became of every difference."""

    path: Path
    folder: Path | None = None
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    form: str = ""
    taken: Digests = {}  # noqa: RUF012 - read only


class Filling(NamedTuple):
    """All workbooks, and the files as they are to be."""

    files: tuple[FilledFile, ...]
    fixed: tuple[Fixed, ...]
    problems: tuple[Problem, ...] = ()


def fill(paths: Iterable[Path], folder: Path, ask: Ask = ask_nobody) -> Filling:
    """Work out what some workbooks change in the dossiers below a folder, one after the other."""
    inputs, libraries = Inputs(folder), Libraries()
    if not inputs.folders:
        return Filling((), (), inputs.problems)
    files = tuple(_of_file(path, inputs, libraries, partial(ask, path)) for path in paths)
    fixed = tuple(
        Fixed(path, shown_path(path), before, after, 1)
        for path, (before, after) in inputs.changed().items()
        if before != after
    )
    return Filling(files, fixed, inputs.problems)


def write_filling(filling: Filling) -> tuple[Problem, ...]:
    """Write the files; a later change of a cell is then known from one of the file."""
    problems = write_fixed(filling.fixed, "fill --apply")
    if problems:
        return problems
    for file in filling.files:
        if file.folder is not None and file.taken:
            TakenBefore(file.folder).note({file.form: file.taken})
    return ()


def _of_file(path: Path, inputs: Inputs, libraries: Libraries, choose: Choose) -> FilledFile:
    shown = shown_path(path)
    if path.suffix.lower() == WORD:
        return _of_word(path, inputs)
    data, problems = read_bytes(path, shown, LARGEST_FILE)
    if data is None:
        return FilledFile(path, problems=problems)
    filled, problems = read_filled(data, shown)
    if filled is None:
        told = problems or (refused_file(shown, _NO_FORM, _NO_FORM_HINT),)
        return FilledFile(path, problems=told)
    found = find_dossier(inputs, filled.form.dossier, _typed_name(filled), choose)
    if found.folder is None:
        return FilledFile(path, problems=(refused_file(shown, found.message, found.hint),))
    library, _ = libraries.of(found.folder)
    return _filled(path, found.folder, filled, inputs, library)


def _of_word(path: Path, inputs: Inputs) -> FilledFile:
    """Take a draft form that was filled in in Word, as ``pull`` does."""
    from generator.use.pull.pull import pull  # noqa: PLC0415 - Word libraries are slow to load

    pulled = pull(path, inputs.start)
    entries = [
        Entry(Answer.TAKEN, one.place, one.kind.value, one.was, one.now)
        for one in of_answer(pulled.account, Pulled.PULLED)
    ]
    changed = [fixed for fixed in pulled.fixed if inputs.has_changed(fixed.path)]
    if changed:
        names = "、".join(fixed.shown for fixed in changed)
        hint = "请先用 --apply 写入那一份，再取这一份"
        problem = refused_file(shown_path(path), f"同时取的另一份也改了 {names}", hint)
        return FilledFile(path, problems=(problem,))
    for fixed in pulled.fixed:
        inputs.change(fixed.path, fixed.after, fixed.before)
    folder = pulled.fixed[0].path.parent if pulled.fixed else None
    return FilledFile(path, folder, tuple(entries), pulled.problems)


def _filled(
    path: Path, folder: Path, filled: Filled, inputs: Inputs, library: Library
) -> FilledFile:
    shown = shown_path(path)
    files, problems = inputs.files(folder)
    if problems:
        return FilledFile(path, folder, problems=problems)
    form = form_id(filled.form, folder)
    before = TakenBefore(folder).of(form)
    scheme = files[UNIT].data.get("scheme") or library.workspace.entry.default_scheme
    models = Models(_DEPARTMENT, _declared(library, scheme))
    entries: list[Entry] = []
    taken: dict[str, str] = {}
    for subject in dict.fromkeys(slot.subject for slot in filled.form.slots.values()):
        file = files.get(subject)
        if file is None:
            entries += _no_file(filled, subject)
            continue
        changes = Changes(filled, subject, file, models, before)
        proposed = list(changes.proposed())
        made = fix_files(one.change for one in proposed)
        refused = {id(refusal.change): refusal.reason for _, refusal in made.refused}
        for one in proposed:
            entries += _told(one, refused.get(_key(one), ""))
        done = [one for one in proposed if _key(one) not in refused]
        taken |= digests_of([cell for one in done for cell in one.cells])
        for fixed in made.fixed:
            inputs.change(fixed.path, fixed.after)
        entries += changes.left
    entries += _unplaced(filled)
    told = tuple(entry.problem(shown) for entry in entries if entry.answer is not Answer.TAKEN)
    return FilledFile(path, folder, tuple(entries), told, form, taken)


def _key(one: Proposed) -> int:
    return id(one.change.change)


def _told(one: Proposed, refused: str) -> Iterator[Entry]:
    for entry in one.entries:
        yield entry if not refused else entry._replace(answer=Answer.REFUSED, reason=refused)


def _no_file(filled: Filled, subject: str) -> Iterator[Entry]:
    """Say once that there is no file of a subject, when something was filled in for it."""
    for marks, slot in filled.form.slots.items():
        now = filled.cells.get(marks)
        is_typed = now is not None and now.text.strip() and now.text.strip() != slot.base.strip()
        if slot.subject == subject and now is not None and is_typed:
            reason = f"填报文件夹里没有 {subject}.toml，这一页都没有填入"
            yield Entry(Answer.UNPLACED, now.place, slot.title, "", now.text, reason)
            return


def _unplaced(filled: Filled) -> Iterator[Entry]:
    """List what stands where no cell of ours is: rows put in, rows copied, cells written over."""
    for now in filled.strays:
        yield _stray(now, "这里不是要填的格，没有键可以放它；请写到表里的空行")
    for now in filled.doubled:
        yield _stray(now, "这一行是复制出来的，只认前一行；请写到表里的空行")
    rows = dict.fromkeys((marks.page, marks.row) for marks in filled.gone)
    if told := len(rows):
        slot = filled.form.slots[filled.gone[0]]
        page = filled.form.pages.get(filled.gone[0].page, "")
        reason = f"工作表“{page}”等处有 {told} 行（或几列）被删去了，那里的输入没有动；要删的，请把格清空"
        yield Entry(Answer.UNPLACED, DocumentPlace(sheet=page), slot.title, slot.base, "", reason)


def _stray(now: CellNow, reason: str) -> Entry:
    return Entry(Answer.UNPLACED, now.place, str(now.place), "", now.text, reason)


def _typed_name(filled: Filled) -> str:
    form: FormMap = filled.form
    for marks, slot in form.slots.items():
        if slot.subject == UNIT and slot.keys == ("unit", "name"):
            now = filled.cells.get(marks)
            return now.text if now is not None and slot.kind is not SlotKind.GIVEN else ""
    return ""


def _declared(library: Library, scheme: object) -> tuple[Declared, Declared]:
    found = library.schemes.get(scheme) if isinstance(scheme, str) else None
    if found is None or found[0] is None:
        return NOTHING_DECLARED, NOTHING_DECLARED
    return found[0].scheme.declared("project"), found[0].scheme.declared("department")


def workbooks_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files that some paths name; of a folder, what lies in it."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.iterdir()) if p.suffix.lower() in (*WORKBOOKS, WORD))
            found += [p for p in inside if not p.name.startswith(("~$", "."))]
        else:
            found.append(path)
    return list(dict.fromkeys(found))
