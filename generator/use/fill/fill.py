"""Take filled workbooks back into the inputs: what they change is worked out first, and written when asked.

A workbook is taken as a whole or not at all: where one of its cells holds what cannot be, nothing
of it is written, and all of it is told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.base.toml import TomlFile
from generator.base.toml_change import AppendRow, Change, FileChange, Remove
from generator.excel.form.slot import UNIT
from generator.model.own_form import NOTHING_DECLARED, Declared
from generator.roundtrip.edit_account import Answer as Pulled
from generator.roundtrip.edit_account import of_answer
from generator.roundtrip.fix import Fixed, fix_files, write_fixed
from generator.rules.dossier.class_membership import same_class
from generator.use.fill.between_workbooks import without_disputed
from generator.use.fill.cell_changes import Proposed
from generator.use.fill.dossiers import Inputs
from generator.use.fill.findings import findings, look_at
from generator.use.fill.opened import Opened, open_workbook
from generator.use.fill.returned_files import WORD
from generator.use.fill.taken_before import Digests, TakenBefore
from generator.use.fill.typed_cells import ClassOf, Models, as_typed
from generator.use.fill.weighed import Weighed, weigh_workbook
from generator.use.fill.workbook_account import Answer, Entry, refused_file
from generator.use.libraries import Libraries
from generator.use.library import Library

_DEPARTMENT = "department"

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
    notes: tuple[Problem, ...] = ()  # what check finds in what is taken


class Filling(NamedTuple):
    """All workbooks, and the files as they are to be."""

    files: tuple[FilledFile, ...]
    fixed: tuple[Fixed, ...]
    problems: tuple[Problem, ...] = ()


def fill(paths: Iterable[Path], folder: Path, ask: Ask = ask_nobody) -> Filling:
    """Work out what some workbooks change in the dossiers below a folder."""
    inputs, libraries = Inputs(folder), Libraries()
    if not inputs.folders:
        return Filling((), (), inputs.problems)
    done: dict[Path, FilledFile | None] = dict.fromkeys(paths)
    workbooks: list[Opened] = []
    for path in done:
        if path.suffix.lower() == WORD:
            done[path] = _of_word(path, inputs)
            continue
        opened, problems = open_workbook(path, inputs, partial(ask, path))
        if opened is None:
            done[path] = FilledFile(path, problems=problems)
        else:
            workbooks.append(opened)
    taken = fill_opened(workbooks, inputs, libraries)
    done |= {file.path: file for file in taken.files}
    return taken._replace(files=tuple(file for file in done.values() if file is not None))


def fill_opened(workbooks: Iterable[Opened], inputs: Inputs, libraries: Libraries) -> Filling:
    """Work out what workbooks change that are open already, dossier by dossier."""
    dossiers: dict[Path, list[Opened]] = {}
    for opened in workbooks:
        dossiers.setdefault(opened.folder, []).append(opened)
    files: list[FilledFile] = []
    for folder, own in dossiers.items():
        files += _of_dossier(folder, own, inputs, libraries.of(folder)[0])
    fixed = tuple(
        Fixed(path, shown_path(path), before, after, 1)
        for path, (before, after) in inputs.changed().items()
        if before != after
    )
    return Filling(tuple(files), fixed, inputs.problems)


def write_filling(filling: Filling) -> tuple[Problem, ...]:
    """Write the files; a later change of a cell is then known from one of the file."""
    problems = write_fixed(filling.fixed, "fill --apply")
    if problems:
        return problems
    for file in filling.files:
        if file.folder is not None and file.taken:
            TakenBefore(file.folder).note({file.form: file.taken})
    return ()


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


def _of_dossier(
    folder: Path, workbooks: Sequence[Opened], inputs: Inputs, library: Library
) -> Iterator[FilledFile]:
    """Take the workbooks of one dossier: each is weighed against the files as they are."""
    files, problems = inputs.files(folder)
    if problems:
        yield from (FilledFile(one.path, folder, problems=problems) for one in workbooks)
        return
    scheme = files[UNIT].data.get("scheme") or library.workspace.entry.default_scheme
    models = Models(_DEPARTMENT, _declared(library, scheme), _class_of(library, scheme))
    weighed = without_disputed([weigh_workbook(one, files, models) for one in workbooks])
    notes: dict[Path, tuple[Problem, ...]] = {}
    texts = _patched(weighed)[0]
    if texts:
        found = findings(folder, library, {**_unchanged(files), **texts})
        looked = [look_at(own, texts, found) for own in weighed]
        notes = {own.opened.path: seen.notes for own, seen in zip(weighed, looked, strict=True)}
        weighed = [own.without(seen.refused) for own, seen in zip(weighed, looked, strict=True)]
    if any(own.is_refused for own in weighed):
        weighed = [own.held() if own.is_refused else own for own in weighed]
        texts = _patched(weighed)[0]
    refused = _patched(weighed)[1]
    for path, text in texts.items():
        inputs.change(path, text)
    for own in weighed:
        yield _told(own, refused, notes.get(own.opened.path, ()))


def _unchanged(files: Mapping[str, TomlFile]) -> dict[Path, str]:
    """Return what the files say, some of them by what was taken from Word before."""
    return {file.path: file.text for file in files.values()}


def _patched(weighed: Sequence[Weighed]) -> tuple[dict[Path, str], dict[int, str]]:
    """Make the changes of all workbooks at once; what two of them add or take away alike, once."""
    seen: list[tuple[str, Change]] = []
    changes: list[FileChange] = []
    for one in (one for own in weighed for one in own.proposed):
        told = one.change.file.shown, one.change.change
        if isinstance(told[1], AppendRow | Remove) and told in seen:
            continue
        seen.append(told)
        changes.append(one.change)
    made = fix_files(changes)
    refused = {id(refusal.change): refusal.reason for _, refusal in made.refused}
    return {fixed.path: fixed.after for fixed in made.fixed}, refused


def _told(own: Weighed, refused: Mapping[int, str], notes: tuple[Problem, ...]) -> FilledFile:
    shown = own.opened.shown
    entries: list[Entry] = []
    done: list[Proposed] = []
    for one in own.proposed:
        reason = refused.get(id(one.change.change), "")
        done += [] if reason else [one]
        for entry in one.entries:
            is_taken = not reason
            entries.append(
                entry if is_taken else entry._replace(answer=Answer.LOCKED, reason=reason)
            )
    entries += own.left
    told = [e.problem(shown) for e in entries if e.answer not in (Answer.TAKEN, Answer.HELD)]
    if own.is_refused:
        count = sum(entry.answer is Answer.REFUSED for entry in entries)
        message = f"有 {count} 格填错了，这份填报表一格也没有取"
        told.insert(0, refused_file(shown, message, "请按下面列出的改好，存盘后再运行一次"))
    taken = own._replace(proposed=tuple(done)).digests()
    folder, path = own.opened.folder, own.opened.path
    return FilledFile(path, folder, tuple(entries), tuple(told), own.form, taken, notes)


def _class_of(library: Library, scheme: object) -> ClassOf:
    """Return what finds the class of the scheme that somebody typed as the sheet prints it."""
    found = library.schemes.get(scheme) if isinstance(scheme, str) else None
    if found is None or found[0] is None:
        return as_typed
    own = found[0].scheme
    return lambda words: same_class(words, own) or words


def _declared(library: Library, scheme: object) -> tuple[Declared, Declared]:
    found = library.schemes.get(scheme) if isinstance(scheme, str) else None
    if found is None or found[0] is None:
        return NOTHING_DECLARED, NOTHING_DECLARED
    return found[0].scheme.declared("project"), found[0].scheme.declared("department")
