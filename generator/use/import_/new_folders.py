"""New dossiers appear whole or not at all: made aside, then given their names, or taken back."""

import contextlib
import glob
import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.system_words import system_words
from generator.base.writing import PREFIX, Lasting, write_atomically
from generator.load.workspace_folder import find_root
from generator.model.input_files import UNIT_FILE
from generator.model.printed_words import PrintedForm
from generator.roundtrip.state_folder import STATE_FOLDER
from generator.use.import_.import_record import RECORD_FILE, ImportRecord

_ASIDE = ".new"
_LONGEST_IMPORT = 3600.0  # seconds


class Target(NamedTuple):
    """A dossier with the folder that it goes to."""

    folder: Path
    files: Mapping[str, str]
    sources: Mapping[str, str]
    printed: Mapping[str, PrintedForm] = MappingProxyType({})


class Made:
    """What was made; it stays unless somebody takes it back."""

    def __init__(self) -> None:
        self.fault: Problem | None = None
        self.done: list[Path] = []

    def take_back(self) -> None:
        """Remove what has appeared, the last first."""
        while self.done:
            _remove(self.done.pop())


@contextlib.contextmanager
def made(targets: Sequence[Target], output: Path) -> Iterator[Made]:
    """Make dossiers; several of a folder that is not there yet appear together with it.

    Whatever interrupts what follows, Ctrl-C too, takes them back.
    """
    roots = [output] if not output.exists() else [target.folder for target in targets]
    asides = [(_beside(root), root) for root in (roots if targets else ())]
    result = Made()
    try:
        for aside, root in asides:
            for target in targets:
                if target.folder == root or root in target.folder.parents:
                    folder = aside / target.folder.relative_to(root)
                    result.fault = result.fault or _fill(folder, target)
        if result.fault is None:
            _name(asides, result)
        yield result
    except BaseException:
        result.take_back()
        raise
    finally:
        for aside, _ in asides:
            shutil.rmtree(aside, ignore_errors=True)
            if aside.parent.name == STATE_FOLDER:
                with contextlib.suppress(OSError):
                    aside.parent.rmdir()  # it was made for this


def _beside(root: Path) -> Path:
    """Name a folder beside another, or in the nearest one above that is there."""
    above = _workshop(next(p for p in root.absolute().parents if p.exists()))
    name = root.absolute().name
    for left in above.glob(f"{PREFIX}*-{glob.escape(name)}{_ASIDE}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONGEST_IMPORT:  # a killed import left it
                shutil.rmtree(left)
    return above / f"{PREFIX}{os.getpid()}-{name}{_ASIDE}"


def _workshop(above: Path) -> Path:
    """Return the state folder of a workspace, so that nothing is left among inputs; elsewhere the place itself."""
    home = find_root(above)
    if home is not None:
        with contextlib.suppress(OSError):
            state = home.absolute() / STATE_FOLDER
            state.mkdir(exist_ok=True)
            if state.stat().st_dev == above.stat().st_dev:
                return state
    return above


def _fill(folder: Path, target: Target) -> Problem | None:
    texts = {name: text for name, text in target.files.items() if "/" not in name}
    record = ImportRecord(target.sources, texts, target.printed)
    for name, text in {**target.files, RECORD_FILE: record.text()}.items():
        is_input = "/" not in name or name == RECORD_FILE  # a schema can be written anew
        if fault := write_atomically(
            folder / name, text.encode("utf-8"), lasting=Lasting.WHOLE if is_input else Lasting.NOT
        ):
            return fault
    return None


def _name(asides: Sequence[tuple[Path, Path]], result: Made) -> None:
    """Give finished folders their names; when one cannot have it, none keeps it."""
    for aside, root in asides:
        try:
            root.parent.mkdir(parents=True, exist_ok=True)
            if root.exists():
                _move_into(aside, root, result)
            else:
                result.done.append(root)
                aside.rename(root)
        except OSError as error:
            if result.done and result.done[-1] == root and not _is_ours(root):
                result.done.pop()  # somebody else's, made meanwhile
            result.take_back()
            message, hint = "写不了这个文件夹", system_words(error)
            result.fault = Problem("O01", Severity.ERROR, message, Place(shown_path(root)), hint)
            return


def _is_ours(root: Path) -> bool:
    return (root / RECORD_FILE).exists() or not root.exists()


def _move_into(aside: Path, root: Path, result: Made) -> None:
    """Move files into a folder that is there, unit.toml last: without it there is no dossier yet."""
    files = [path for path in sorted(aside.rglob("*")) if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == UNIT_FILE):
        home = root / path.relative_to(aside)
        home.parent.mkdir(parents=True, exist_ok=True)
        if home.exists() and path.parent != aside / STATE_FOLDER:
            continue  # a schema, or what a killed import left
        result.done.append(home)
        path.replace(home)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
