"""Run a command of ours over a file of a stranger: a process of its own, with bounds, in a folder that goes again."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from generator.base.filenames import safe_name
from generator.base.regular_file import read_regular
from generator.word.program import output_of, run_program

SECONDS: Final = 120.0
_SECONDS_MORE: Final = 20.0  # for each further file
_MEMORY: Final = 1024 * 1024 * 1024
FILES, SHOWN, MADE = "files", "shown", "made"
# The command speaks to the screen, too; here only its data is heard.
_START: Final = """
import io, os, sys
root, files, shown, *rest = sys.argv[1:]
os.chdir(root)
sys.stderr = io.StringIO()
if shown:
    from generator.web.foreign.file_shown import write_shown
    for name in sorted(os.listdir(files)):
        write_shown(os.path.join(files, name), os.path.join(shown, name))
from generator.cli import main
sys.argv[1:] = rest
main()
"""


class Sent(NamedTuple):
    """A file that somebody sent, under a name that is safe."""

    name: str
    data: bytes


class Ran(NamedTuple):
    """What a command said (``None``: nothing that can be read), and the files that it made.

    ``shown`` are the files that it was given, as pieces of a page by their names.
    """

    said: dict[str, Any] | None
    shown: Mapping[str, str] = MappingProxyType({})
    made: tuple[Sent, ...] = ()
    is_late: bool = False


def run_bounded(root: Path, sent: Sequence[Sent], *words: str, is_shown: bool = False) -> Ran:
    """Run a command; in its words ``{file}`` is the file, or the folder of several.

    ``{made}`` is a folder for what it makes.
    """
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder = Path(place)
        files, shown, made = folder / FILES, folder / SHOWN, folder / MADE
        for own in (files, shown, made):
            own.mkdir()
        for one in sent:
            (files / one.name).write_bytes(one.data)
        given = files / sent[0].name if len(sent) == 1 else files
        asked = [own.replace("{made}", str(made)).replace("{file}", str(given)) for own in words]
        # What it says lies in this folder, and never in that of the user, whose settings it reads.
        told = str(shown) if is_shown else ""
        line = [sys.executable, "-c", _START, str(root), str(files), told, *asked]
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
        seconds = SECONDS + _SECONDS_MORE * (len(sent) - 1)
        finished = run_program(line, folder, environment, seconds, memory=_MEMORY)
        if finished.is_late:
            return Ran(None, is_late=True)
        copies = tuple(Sent(own.name, read_regular(own)) for own in sorted(made.rglob("*.docx")))
        # A file is called as whoever sent it calls it, wherever it lies here.
        here = json.dumps(f"{files}{os.sep}", ensure_ascii=False)[1:-1].encode()
        said = _read(output_of(folder), lambda own: json.loads(own.replace(here, b"")))
        pages = {own.name: _read(own, bytes.decode) or "" for own in sorted(shown.iterdir())}
        return Ran(said, pages, copies)


def said_of(sent: Sequence[Sent], ran: Ran) -> str:
    """Say why nothing came of files."""
    name = f"“{sent[0].name}”" if len(sent) == 1 else f"这 {len(sent)} 份"
    if ran.is_late:
        return f"{name}看了很久还没有看完"
    return f"{name}看不了"


def named(name: str) -> str:
    """Return the last part of a name, without what no file may be called."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, kind = last.rpartition(".")
    return f"{safe_name(stem)}.{safe_name(kind)}" if dot else safe_name(last)


def _read(path: Path, take: Callable[[bytes], Any]) -> Any:
    try:
        return take(read_regular(path))
    except (OSError, ValueError):
        return None
