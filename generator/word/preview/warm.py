"""A LibreOffice kept warm: it starts with the first document and prints each further one at once.

It has a profile of its own, is watched, started anew when it hangs or dies, and stopped when nobody
asked for a while. When this program ends, however it does, LibreOffice loses its input and ends too.
"""

import atexit
import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final, Self

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.base.system_words import system_words
from generator.word.conversion import (
    LARGEST_DOCUMENT,
    OFFICE_FLAGS,
    Source,
    failed,
    profile_flag,
    work_folder,
)
from generator.word.font_stock import chosen_fonts, installed_fonts, usual_fonts
from generator.word.office import Office
from generator.word.office_parts import is_docx
from generator.word.office_pipes import remove_pipes
from generator.word.office_profile import write_profile
from generator.word.program import GRACE, Process, end_tree, start
from generator.word.used_fonts import used_fonts

SECONDS_TO_START: Final = 60.0
SECONDS_EACH: Final = 30.0
IDLE: Final = 300.0  # seconds without a wish, after which it is stopped
MOST_DOCUMENTS: Final = 500  # of one start: what a document leaves behind adds up
_DRIVER: Final = Path(__file__).with_name("driver.py")
_ENDED: Final = ""


class WarmOffice:
    """Prints documents, one at a time, whichever thread asks."""

    def __init__(
        self, office: Office, python: Path, *, idle: float = IDLE, seconds: float = SECONDS_EACH
    ) -> None:
        self._office, self._python, self._idle, self._seconds = office, python, idle, seconds
        self._lock = threading.Lock()
        self._run: _Run | None = None
        self._timer: threading.Timer | None = None
        self._fonts = frozenset[str]()
        self.starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Tell whether LibreOffice is running."""
        return self._run is not None

    def pdf(self, source: Source) -> bytes | Problem:
        """Print a document."""
        if not is_docx(source.data):
            return failed("不是完整的 .docx", source, "请重新生成这份文件")
        with self._lock:
            self._wait_no_longer()
            try:
                return self._printed(source)
            except OSError as error:
                self._stop()
                return failed(f"用不了临时文件夹：{system_words(error)}", source)
            except BaseException:
                self._stop(waits=False)
                raise
            finally:
                self._wait_for_more()

    def close(self) -> None:
        """Stop LibreOffice, if it is running."""
        with self._lock:
            self._wait_no_longer()
            self._stop()

    def _printed(self, source: Source) -> bytes | Problem:
        new = used_fonts(source.data) - self._fonts
        run = self._run
        if run is not None and (run.is_ended or run.done >= MOST_DOCUMENTS):
            self._stop()
        if self._run is not None and new and self._chosen(new):
            self._stop()  # fonts are chosen before it starts
        self._fonts |= new
        if self._run is None:
            self.starts += 1
            self._fonts |= usual_fonts()
            self._run = _Run(self._office, self._python, self._chosen(self._fonts))
            atexit.register(self._stop)  # whoever forgets to close it
            if self._run.answer(SECONDS_TO_START) is None:
                self._stop(waits=False)
                return failed("LibreOffice 启动不了", source)
        made = self._run.printed(source.data, self._seconds)
        if made is None:
            self._stop(waits=False)
            return failed(f"LibreOffice 中途退出，或超过 {self._seconds:g} 秒没有完成", source)
        return made or failed("LibreOffice 没有转换成功", source)

    def _chosen(self, fonts: frozenset[str]) -> Mapping[str, str]:
        """Return what stands in for fonts that are missing, or there under another name."""
        return chosen_fonts(fonts, installed_fonts(self._office.font_folders()))

    def _stop(self, *, waits: bool = True) -> None:
        if self._run is not None:
            atexit.unregister(self._stop)
            self._run.close(waits=waits)
            self._run = None

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wait_for_more(self) -> None:
        if self._run is not None:
            self._timer = threading.Timer(self._idle, self.close)
            self._timer.daemon = True
            self._timer.start()


class _Run:
    """One start: the program that asks LibreOffice, and the folder in which both work."""

    def __init__(self, office: Office, python: Path, fonts: Mapping[str, str]) -> None:
        self._stack = contextlib.ExitStack()
        self.done = 0
        try:
            self._folder = self._stack.enter_context(work_folder())
            environment = write_profile(self._folder, fonts)
            flags = (profile_flag(self._folder), *OFFICE_FLAGS)
            command = (str(python), "-I", str(_DRIVER), str(self._folder), str(office.program))
            self._process: Process = start(
                (*command, *flags), self._folder, environment, subprocess.PIPE, subprocess.PIPE
            )
        except BaseException:
            self._stack.close()
            raise
        pipes = [f"jixiao{self._process.pid}"]  # as the driver calls it
        self._stack.callback(remove_pipes, self._folder, pipes)
        self._stack.callback(end_tree, self._process)
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(
            target=_hear, args=(self._process.stdout, self._lines), daemon=True
        ).start()

    @property
    def is_ended(self) -> bool:
        """Tell whether it ended by itself."""
        return self._process.poll() is not None

    def answer(self, seconds: float) -> str | None:
        """Wait for an answer: what went wrong (``None``: there is none)."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            return None
        return None if line == _ENDED else str(json.loads(line)["fault"])

    def printed(self, data: bytes, seconds: float) -> bytes | None:
        """Print a document; empty when it cannot be, ``None`` when LibreOffice is of no more use."""
        self.done += 1
        source, target = self._folder / f"{self.done}.docx", self._folder / f"{self.done}.pdf"
        source.write_bytes(data)
        asking = json.dumps({"source": str(source), "target": str(target)})
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(f"{asking}\n".encode())
                self._process.stdin.flush()
            fault = self.answer(seconds)
        except OSError:  # it is gone
            return None
        if fault is None:
            return None
        try:
            return b"" if fault else read_regular(target, LARGEST_DOCUMENT)
        except OSError:
            return b""
        finally:
            source.unlink(missing_ok=True)
            target.unlink(missing_ok=True)

    def close(self, *, waits: bool) -> None:
        """End both and remove the folder; what works is asked to end, and waited for."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE if waits else 0)
        self._stack.close()


def _hear(pipe: "IO[bytes] | None", lines: "queue.Queue[str]") -> None:
    """Take answers as they come."""
    with contextlib.suppress(OSError, ValueError):
        for line in pipe or ():
            lines.put(line.decode("utf-8", errors="replace"))
    lines.put(_ENDED)
