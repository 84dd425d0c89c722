"""Runs of LibreOffice over many files: each result as soon as it is sure, and none lost through another.

LibreOffice converts files in the order in which they are named. A file is done when a later one
has come out, or when the program has ended well. When it hangs or ends in between, those that it may
have stumbled over are set aside, the rest is converted in another run, and they come last, one by one.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.word.office_pipes import remove_pipes
from generator.word.office_profile import write_profile
from generator.word.program import Finished, said_in, started

LARGEST_DOCUMENT = 200 * 1024 * 1024
HINT = "请先用 LibreOffice 打开试试；snap、flatpak 版读不到临时文件夹，请换成系统软件库或官网的版本"
MOST_VAIN = 3  # runs of which nothing came, before LibreOffice itself is given up
_PAUSE = 0.05
_PROFILE = "profile"  # as write_profile calls it
# Where to work when the path of the usual folder has letters that some systems do not pass on.
_PLAIN_FOLDERS = ("/tmp", "/var/tmp")  # noqa: S108 - a private folder is made in it
OFFICE_FLAGS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


class Source(NamedTuple):
    """A document to convert: its bytes, and the file to name when something is wrong."""

    data: bytes
    shown: str = ""


class Job(NamedTuple):
    """Which program makes what of which files, and within which bounds."""

    program: Path
    seconds: (
        float  # until something comes out: for a start and a document, and for each further one
    )
    target_format: str
    ending: str = "docx"
    fonts: Mapping[str, str] = {}
    memory: int = 0


Result = tuple[int, bytes | Problem]


def converted(job: Job, sources: Sequence[Source]) -> Generator[Result, None, None]:
    """Give the number and the result of every source, as they come."""
    due, aside = list(range(len(sources))), list[int]()
    runs = done = 0
    while due or aside:
        own, due = (due, []) if due else (aside[:1], [])
        is_last_try = own == aside[:1]
        aside = aside[1:] if is_last_try else aside
        with closing(_run(job, sources, own)) as run:
            left: _Left | None = None
            for item in run:
                if isinstance(item, _Left):
                    left = item
                else:
                    done += 1
                    yield item
        runs += 1
        if left is None or not left.numbers:
            continue
        is_given_up = not done and runs >= MOST_VAIN
        if left.is_final or is_last_try or len(sources) == 1 or is_given_up:
            lost = [*left.numbers, *(aside if is_given_up else ())]
            aside = [] if is_given_up else aside
            yield from ((number, left.problem(job, sources[number])) for number in sorted(lost))
            continue
        aside += left.suspects
        due = [number for number in left.numbers if number not in left.suspects]


class _Left(NamedTuple):
    """What a run left undone, why, and over which of it the program may have stumbled."""

    numbers: Sequence[int]
    suspects: Sequence[int]
    finished: Finished

    @property
    def is_final(self) -> bool:
        """Tell whether another run would come to the same: the program ended well, or never began."""
        return not self.finished.is_late and not self.finished.code

    def problem(self, job: Job, source: Source) -> Problem:
        """Say why there is no result."""
        if self.finished.is_late:
            return failed(f"LibreOffice 超过 {job.seconds:g} 秒没有完成，已停止", source)
        if self.finished.code is None:
            return failed("LibreOffice 启动不了", source)
        if self.finished.code:
            return failed(f"LibreOffice 中途退出（代码 {self.finished.code}）", source)
        return failed("LibreOffice 没有转换成功", source)


def _run(
    job: Job, sources: Sequence[Source], numbers: Sequence[int]
) -> Generator["Result | _Left", None, None]:
    """Run LibreOffice once; the exit code says little: it is 0 for a file that cannot be read."""
    with work_folder() as folder:
        environment = write_profile(folder, job.fonts)
        target = folder / "out"
        target.mkdir()
        names = [folder / f"{number + 1}.{job.ending}" for number in numbers]
        for name, number in zip(names, numbers, strict=True):
            name.write_bytes(sources[number].data)
        made = job.target_format.partition(":")[0]
        outputs = [target / f"{name.stem}.{made}" for name in names]
        command = (
            *(str(job.program), profile_flag(folder), *OFFICE_FLAGS),
            *_reading_flags(job.ending, job.target_format),
            *("--convert-to", job.target_format, "--outdir", str(target)),
            *map(str, names),
        )
        finished, sure, found = Finished(None), 0, list[int]()
        with started(command, folder, environment, memory=job.memory) as process:
            last = time.monotonic()
            while process is not None:
                try:
                    finished = Finished(process.wait(_PAUSE), said_in(folder))
                except subprocess.TimeoutExpired:
                    is_late = time.monotonic() - last > job.seconds
                    finished = Finished(None, said_in(folder) if is_late else "", is_late=is_late)
                is_over = finished.is_late or finished.code is not None
                newest = next((n for n in range(len(names) - 1, -1, -1) if outputs[n].exists()), 0)
                end = len(names) if is_over and finished.code == 0 else newest
                for at in range(sure, end):
                    if data := _read(outputs[at]):
                        found.append(numbers[at])
                        yield numbers[at], data
                if end > sure:
                    sure, last = end, time.monotonic()
                if is_over:
                    break
        left = [number for number in numbers if number not in found]
        # What had come out last may not be whole, or it was the one behind it.
        reach = sure + (2 if sure < len(names) and outputs[sure].exists() else 1)
        yield _Left(left, [n for n in left if n in numbers[sure:reach]], finished)


def failed(message: str, source: Source, hint: str = HINT) -> Problem:
    """Say that a document was not converted."""
    return Problem("O11", Severity.ERROR, message, Place(source.shown), hint)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Make a folder with a path in ASCII where there is one, and remove it whatever happens."""
    usual = Path(tempfile.gettempdir())
    places = (usual, *map(Path, _PLAIN_FOLDERS))
    place = next((p for p in places if str(p).isascii() and os.access(p, os.W_OK)), usual)
    with tempfile.TemporaryDirectory(
        prefix="jixiao-", dir=place, ignore_cleanup_errors=True
    ) as name:
        folder = Path(name).absolute()
        try:
            yield folder
        finally:
            remove_pipes(folder / _PROFILE)


def profile_flag(folder: Path) -> str:
    """Name the settings that are written below a folder."""
    return f"-env:UserInstallation={(folder / _PROFILE).as_uri()}"


def _reading_flags(ending: str, target_format: str) -> tuple[str, ...]:
    """Say how a web page is read: by itself it would be neither a text nor a sheet."""
    if ending != "html":
        return ()
    return (
        "--infilter=HTML (StarCalc)" if target_format == "xlsx" else "--infilter=HTML (StarWriter)",
    )


def _read(path: Path) -> bytes:
    try:
        return read_regular(path, LARGEST_DOCUMENT)
    except OSError:
        return b""
