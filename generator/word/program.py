"""Run another program: with an end to waiting, and with nothing of it left running or lying about."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

GRACE = 3.0
LARGEST_OUTPUT = 64 * 1024
_SET_BOUNDS = """
import os, resource, sys
most = int(sys.argv[1])
for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE):
    hard = resource.getrlimit(kind)[1]
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (bound, hard))
    except (OSError, ValueError):
        pass
os.execv(sys.argv[2], sys.argv[2:])
"""

Process = subprocess.Popen[bytes]


class Finished(NamedTuple):
    """How a program ended: its exit code (``None``: not started, or stopped by us) and its words."""

    code: int | None
    output: str = ""
    is_late: bool = False


def run_program(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    seconds: float,
    *,
    memory: int = 0,
) -> Finished:
    """Run a program in a folder; on time-out and on Ctrl-C it ends with all that it started.

    ``memory`` bounds what each process of it may take, where the system knows such bounds.
    """
    with started(command, folder, environment, memory=memory) as process:
        if process is None:
            return Finished(None)
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            return Finished(None, said_in(folder), is_late=True)
    return Finished(code, said_in(folder))


@contextlib.contextmanager
def started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], *, memory: int = 0
) -> Iterator[Process | None]:
    """Start a program whose words go to a file (``None``: it does not start); whatever happens, it ends."""
    process: Process | None = None
    try:
        # A file, not a pipe: a grandchild that holds a pipe open would keep us waiting.
        with output_of(folder).open("wb") as output:
            process = start([*_bounded(memory), *command], folder, environment, output)
    except (OSError, ValueError):
        process = None
    try:
        yield process
    finally:
        if process is not None:
            end_tree(process)


def start(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    output: "IO[bytes] | int",
    words: int = subprocess.DEVNULL,
) -> Process:
    """Start a program with all that it starts in a group of its own; raises ``OSError``."""
    return subprocess.Popen(  # noqa: S603 - the program that the user installed
        list(command),
        cwd=folder,
        env=dict(environment),
        stdin=words,
        stdout=output,
        stderr=subprocess.STDOUT if words == subprocess.DEVNULL else subprocess.DEVNULL,
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def said_in(folder: Path) -> str:
    """Return what a program said that was started in a folder."""
    try:
        with output_of(folder).open("rb") as file:
            return file.read(LARGEST_OUTPUT).decode("utf-8", errors="replace").strip()
    except OSError:
        return ""


def end_tree(process: Process) -> None:
    """End a program and its descendants; one that has ended may have left some behind."""
    if sys.platform == "win32":
        if process.poll() is None:
            _end_windows_tree(process)
        return
    with contextlib.suppress(OSError):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(GRACE)


def output_of(folder: Path) -> Path:
    """Return the file with all that a program said which ran in a folder."""
    return folder / "output.txt"


def _bounded(memory: int) -> tuple[str, ...]:
    """Return what starts a program with bounds: it sets them for itself, and becomes the program."""
    if not memory or os.name != "posix" or not sys.executable:
        return ()
    return (sys.executable, "-I", "-S", "-c", _SET_BOUNDS, str(memory))


def _end_windows_tree(process: Process) -> None:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 - a program of the system, by its full path
            [_taskkill(), "/T", "/F", "/PID", str(process.pid)],
            check=False,
            capture_output=True,
            timeout=GRACE * 3,
        )
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        process.kill()
        process.wait(GRACE)


def _taskkill() -> str:
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe")
