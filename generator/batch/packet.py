"""What travels between machines: a dossier's files there, its documents and what was found back."""

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zlib import ZLIB_RUNTIME_VERSION

from generator.base.known_program import known_program_state
from generator.base.locking import LOCK_FILE
from generator.base.regular_file import read_regular
from generator.base.strange_text import shown_path
from generator.batch.unit_of_work import Outcome
from generator.load.packaged import packaged_templates
from generator.load.pictures import FOLDER as PICTURES
from generator.load.pictures import pictures_in
from generator.load.workspace_folder import WORKSPACE_FILE, Workspace
from generator.model.order import Order
from generator.roundtrip.files_record import read_record
from generator.roundtrip.manifest import digest
from generator.roundtrip.state import packs_state
from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder

TEMPLATES = "templates"


class Settings(NamedTuple):
    """The workspace of a run, alike for all its dossiers, and the program that sends it."""

    files: Mapping[str, bytes]  # jixiao.toml and the workspace's own templates
    program: str
    key: str


class Packet(NamedTuple):
    """A dossier to be built elsewhere: paths as they are shown here, contents as bytes."""

    folder: str
    target: str
    inputs: Mapping[str, bytes]
    outputs: Mapping[str, bytes]
    order: Order


class Reply(NamedTuple):
    """What came of it; ``outputs`` are the files that are not as they were, and some are gone."""

    outcome: Outcome
    outputs: Mapping[str, bytes]
    gone: tuple[str, ...] = ()


def program_here() -> str:
    """Name the program, its packaged templates and what compresses, as a worker must have them.

    Another release of zlib writes other bytes.
    """
    return f"{known_program_state()} {packs_state((packaged_templates(),))} {ZLIB_RUNTIME_VERSION}"


def settings_of(workspace: Workspace) -> Settings:
    """Gather what every dossier of a workspace needs."""
    files: dict[str, bytes] = {}
    if workspace.root is not None:
        own = workspace.root / WORKSPACE_FILE
        if own.is_file():
            files[WORKSPACE_FILE] = own.read_bytes()
        folder = workspace.root / TEMPLATES
        if folder.is_dir() and folder.resolve() != packaged_templates().resolve():
            files |= {
                f"{TEMPLATES}/{path.relative_to(folder).as_posix()}": path.read_bytes()
                for path in sorted(folder.rglob("*"))
                if path.is_file()
            }
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{len(name)} {len(data)} {name}".encode())
        digest.update(data)
    return Settings(files, program_here(), digest.hexdigest())


def portable(path: Path, kind: str) -> str:
    """Return a path as it is shown here where that can be laid out elsewhere, else a plain one."""
    shown = PurePosixPath(shown_path(path))
    is_below = not shown.is_absolute() and ".." not in shown.parts and str(shown) != "."
    return str(shown) if is_below else f"{kind}/{path.resolve().name}"


def files_in(folder: Path, ending: str = "") -> dict[str, bytes]:
    """Read the files that lie directly in a folder."""
    if not folder.is_dir():
        return {}
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name.endswith(ending) and path.name != LOCK_FILE
    }


def inputs_in(folder: Path) -> dict[str, bytes]:
    """Read the input files of a dossier, and its pictures."""
    files = files_in(folder, ".toml")
    for path in pictures_in(folder):
        with contextlib.suppress(OSError):  # what cannot be read there is told there
            files[f"{PICTURES}/{path.name}"] = read_regular(path)
    return files


def outputs_in(folder: Path) -> dict[str, bytes]:
    """Read the documents of a folder and, where one is a person's, the base copy to compare it with."""
    files = files_in(folder)
    state = StateFolder(folder)
    for file in read_record(folder).files.values():
        is_theirs = file.file in files and digest(files[file.file]) != file.sha256
        for name in (file.sha256, *(v.record for v in file.earlier)) if is_theirs else ():
            if (kept := state.get(name)) is not None:
                files[f"{STATE_FOLDER}/{name}"] = kept
    return files


def base_copies_in(folder: Path) -> dict[str, bytes]:
    """Read all base copies of a folder."""
    copies = files_in(folder / STATE_FOLDER)
    return {f"{STATE_FOLDER}/{name}": data for name, data in copies.items() if digest(data) == name}
