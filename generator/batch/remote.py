"""The part of the work that is done on another machine: lay files out, build, hand documents back."""

import atexit
import os
import shutil
import tempfile
import threading
from pathlib import Path

from generator.batch.packet import Packet, Reply, Settings, base_copies_in, files_in, program_here
from generator.batch.unit_of_work import Unit
from generator.batch.work import build_unit, libraries
from generator.load.workspace_folder import WORKSPACE_FILE

# Shown paths depend on the current folder, which a process has but one of.
_ONE_AT_A_TIME = threading.Lock()
_ROOTS: dict[str, Path] = {}


class OtherProgramError(RuntimeError):
    """This machine has another version of the program than the one that asks."""


def work_at(packet: Packet, settings: Settings) -> Reply:
    """Build a dossier from bytes; gives the files that changed."""
    if settings.program != program_here():
        raise OtherProgramError
    with _ONE_AT_A_TIME:
        before = _current_folder()
        os.chdir(_root(settings))
        try:
            return _built(packet)
        finally:
            os.chdir(before)


def _built(packet: Packet) -> Reply:
    folder, target = Path(packet.folder), Path(packet.target)
    try:
        for place, files in ((folder, packet.inputs), (target, packet.outputs)):
            place.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (place / name).parent.mkdir(exist_ok=True)
                (place / name).write_bytes(data)
        unit = Unit(folder, packet.order._replace(outputs=target))
        outcome = build_unit(unit, libraries())
        made = {**files_in(target), **base_copies_in(target)}
        changed = {n: data for n, data in made.items() if packet.outputs.get(n) != data}
        gone = tuple(n for n in packet.outputs if n.endswith((".docx", ".pdf")) and n not in made)
        return Reply(outcome, changed, gone)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(target, ignore_errors=True)


def _root(settings: Settings) -> Path:
    """Return the folder of a workspace on this machine, laid out once; it goes when the process ends."""
    known = _ROOTS.get(settings.key)
    if known is not None:
        return known
    root = Path(tempfile.mkdtemp(prefix=f"jixiao-{settings.key[:8]}-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    (root / WORKSPACE_FILE).touch()  # so that no workspace of this machine is taken for it
    for name, data in settings.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _ROOTS[settings.key] = root
    return root


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path(tempfile.gettempdir())
