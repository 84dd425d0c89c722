"""Print an adopted form again, aside, with what it says: that shows how well it was understood."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import not_understood, shown_path
from generator.load.workspace_folder import read_workspace
from generator.model.foreign_document import ReadDocument
from generator.model.order import Order
from generator.read.asked import is_form
from generator.read.form_subject import is_filled_in
from generator.scaffold.folder import new_dossier
from generator.use.adopt.comparing import Comparison, compare
from generator.use.adopt.looking import Looked
from generator.use.foreign_file import read_foreign
from generator.use.library import Library


class Tried(NamedTuple):
    """How a form comes out again: with what its import remembers, and by the inputs alone."""

    comparison: Comparison | None = None
    bare: Comparison | None = None
    problems: tuple[Problem, ...] = ()


Settle = Callable[[Path, Library], Mapping[str, bytes]]
_YEAR, _UNIT = 2000, "试印单位"  # of a blank form, for the trial alone


def try_out(
    files: Mapping[str, bytes], id: str, form: Path, looked: Looked, settle: Settle
) -> Tried:
    """Import the form into a workspace of its own, print it as stated, and compare.

    It is printed once more without what the import remembers of the form: by the inputs alone, as
    it will be next year. ``settle`` is shown what was imported, and may return files to write
    instead.
    """
    with tempfile.TemporaryDirectory(prefix="jixiao-") as name:
        root = Path(name)
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        (root / "jixiao.toml").touch()
        workspace, _ = read_workspace(root)
        library = Library(workspace)
        try:
            folder, problems = _import(form, root, library, looked, id)
            if folder is None:
                return Tried(problems=problems)
            for path, data in settle(folder, library).items():
                (root / path).write_bytes(data)
            library = Library(workspace)
            made, more = _print(folder, root / "made", library)
            if made is None:
                return Tried(problems=(*problems, *more))
            bare = None
            if is_filled_in(looked.draft):
                _forget(folder)
                bare, _ = _print(folder, root / "bare", library)
        except Exception as error:  # the template is there all the same
            return Tried(problems=(not_understood(shown_path(form), error),))
        whole = compare(looked.document, made)
        return Tried(whole, None if bare is None else compare(looked.document, bare), problems)


def _forget(folder: Path) -> None:
    """Take away what an import remembers of a form."""
    from generator.use.import_.import_record import RECORD_FILE  # noqa: PLC0415 - lazily

    (folder / RECORD_FILE).unlink(missing_ok=True)


def _import(
    form: Path, root: Path, library: Library, looked: Looked, id: str
) -> tuple[Path | None, tuple[Problem, ...]]:
    from generator.use.import_.import_writing import write_dossiers  # noqa: PLC0415 - see above
    from generator.use.import_.importing import Importer, ImportOrder  # noqa: PLC0415 - lazily
    from generator.use.import_.new_folders import Target  # noqa: PLC0415 - see above

    folder = root / "inputs" / "form"
    order = ImportOrder(scheme=id, year=looked.draft.year or _YEAR)
    imported = Importer(library, order).run([form])
    dossier = next(
        (
            d
            for d in imported.dossiers
            if any(is_form(s) or s.sections or "own-outline" in s.values for s in d.draft.subjects)
        ),
        None,
    )
    if dossier is None:
        return _blank(folder, library, looked, id), ()
    target = Target(folder, dossier.files, imported.sources, dossier.printed)
    written = write_dossiers([target], folder)
    return (folder if written.is_done else None), written.problems


def _blank(folder: Path, library: Library, looked: Looked, id: str) -> Path | None:
    """Make a dossier in which nothing is filled in."""
    from generator.use.import_.import_record import RECORD_FILE, ImportRecord, subject_key  # noqa: PLC0415
    from generator.use.workspace_forms import OwnForms  # noqa: PLC0415 - see above

    loaded = library.schemes[id][0]
    subject = looked.subject
    if loaded is None or subject is None:
        return None
    files = new_dossier(folder, loaded.scheme, looked.draft.year or _YEAR, _UNIT)
    match = OwnForms(library).match(looked.document, subject)
    printed = {} if match is None else {subject_key(subject.kind, ""): match.form}
    texts = {name: text for name, text in files.items() if "/" not in name}
    record = ImportRecord({}, texts, printed)
    for name, text in {**texts, RECORD_FILE: record.text()}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _print(
    folder: Path, target: Path, library: Library
) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    from generator.use.build.build import build  # noqa: PLC0415 - lazily

    built = build(folder, library, Order(outputs=target, is_stated=True))
    if not built.results:
        return None, built.problems
    return read_foreign(built.results[0].path)[0], ()
