"""Files that somebody changed in Word: taken into the inputs one by one, left as they are, or made ours again."""

import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Final

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.writing import write_atomically
from generator.model.order import order_of_mode
from generator.roundtrip.files_record import read_record
from generator.roundtrip.fix import write_fixed
from generator.roundtrip.journal import Change
from generator.roundtrip.keeping import Keep, keep_before, number_for
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder
from generator.use.build.build import build
from generator.use.init.unpulled import unpulled_files
from generator.use.pull.pull import pull
from generator.use.undo.undo import undo
from generator.web.served import Served
from generator.web.told import NOBODY

PULL: Final = "pull --apply"
OURS: Final = "serve"


def take_in(
    served: Served, folder: Path, name: str, only: Collection[str] | None = None
) -> JsonObject:
    """Take what somebody changed in a Word file into the inputs: all of it, or some differences."""
    with served.lock:
        path = _edited(folder, name)
        if path is None:
            return _told("这个文件里没有要取回的改动")
        pulled = pull(path, folder, only)
        faults = write_fixed(pulled.fixed, PULL)
    failed = len({fault.place for fault in faults})
    said = f"取回了 {len(pulled.fixed) - failed} 个输入文件的改动"
    return _told(said, *pulled.problems, *faults)


def take_ours(served: Served, folder: Path, name: str) -> JsonObject:
    """Put our version in the place of a person's file, which is kept: it can be had again."""
    with served.lock:
        path, target = _edited(folder, name), served.outputs(folder)
        known = read_record(target).files.get(name)
        if path is None or known is None:
            return _told("这个文件没有改过，或不是由本程序生成")
        library, order = served.library(folder), order_of_mode(known.mode)
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            built = build(folder, library, order._replace(outputs=Path(place), accepts_rules=True))
            made = Path(place) / name
            if not made.is_file():
                return _told("现在排不出这份文件，没有换；请先改正填报", *built.problems)
            ours = read_regular(made, LARGEST_KEPT)
        theirs = read_regular(path, LARGEST_KEPT)
        state = StateFolder(target)
        change = Change(name, digest(theirs), digest(ours), known)
        fault = keep_before(state, number_for(target), OURS, [Keep(change, theirs)])
        fault = fault or write_atomically(path, ours, digest(theirs))
        if fault is not None:
            return _told("没有换", fault)
        build(folder, library, order)
    return _told(f"“{name}”换成了程序生成的；要改回来，按“撤销”")


def take_back(served: Served, folder: Path) -> JsonObject:
    """Take back what the last command changed in a dossier."""
    with served.lock:
        undone = undo(folder)
    if not undone.command:
        return _told("没有可以撤销的")
    return _told(
        f"已撤销上一次 {undone.command}，还原了 {len(undone.restored)} 个文件", *undone.problems
    )


def _edited(folder: Path, name: str) -> Path | None:
    return next((own for own in unpulled_files(folder) if own.name == name), None)


def _told(message: str, *problems: Problem) -> JsonObject:
    return {"message": message, "problems": NOBODY.rows(problems)}
