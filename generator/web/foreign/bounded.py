"""Run a command of ours over a file of a stranger: a process of its own, with bounds, in a folder that goes again."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.filenames import safe_name
from generator.base.regular_file import read_regular
from generator.word.program import output_of, run_program

SECONDS: Final = 120.0
_MEMORY: Final = 1024 * 1024 * 1024
SHOWN_FILE: Final = "shown.html"
MADE: Final = "made"
# The command speaks to the screen, too; here only its data is heard.
_START: Final = """
import io, os, sys
root, file, shown, *rest = sys.argv[1:]
os.chdir(root)
sys.stderr = io.StringIO()
if shown:
    from generator.web.foreign.file_shown import write_shown
    write_shown(file, shown)
from generator.cli import main
sys.argv[1:] = rest
main()
"""


class Sent(NamedTuple):
    """A file that somebody sent, under a name that is safe."""

    name: str
    data: bytes


class Ran(NamedTuple):
    """What a command said (``None``: nothing that can be read), and the files that it made."""

    said: dict[str, Any] | None
    shown: str = ""
    made: tuple[Sent, ...] = ()
    is_late: bool = False


def run_bounded(root: Path, sent: Sent, *words: str, is_shown: bool = False) -> Ran:
    """Run a command; in its words ``{file}`` is the file, ``{made}`` a folder for what it makes."""
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder = Path(place)
        file, made = folder / sent.name, folder / MADE
        made.mkdir()
        file.write_bytes(sent.data)
        shown = str(folder / SHOWN_FILE) if is_shown else ""
        asked = [own.replace("{made}", str(made)).replace("{file}", str(file)) for own in words]
        # What it says lies in this folder, and never in that of the user, whose settings it reads.
        line = [sys.executable, "-c", _START, str(root), str(file), shown, *asked]
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
        finished = run_program(line, folder, environment, SECONDS, memory=_MEMORY)
        if finished.is_late:
            return Ran(None, is_late=True)
        files = tuple(Sent(own.name, read_regular(own)) for own in sorted(made.rglob("*.docx")))
        # A file is called as whoever sent it calls it, wherever it lies here.
        here = json.dumps(f"{folder}{os.sep}", ensure_ascii=False)[1:-1].encode()
        said = _read(output_of(folder), lambda own: json.loads(own.replace(here, b"")))
        return Ran(said, _read(folder / SHOWN_FILE, bytes.decode) or "", files)


def said_of(sent: Sent, ran: Ran) -> str:
    """Say why nothing came of a file."""
    if ran.is_late:
        return f"“{sent.name}”看了 {SECONDS:.0f} 秒还没有看完"
    return f"“{sent.name}”看不了"


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
