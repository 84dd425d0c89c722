"""LibreOffice as a converter: one start for many files, a private profile, problems instead of exceptions."""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import read_bytes, shown_path
from generator.base.regular_file import read_regular
from generator.word.find_office import find_program
from generator.word.fonts import (
    installed_fonts,
    packaged_fonts,
    replacements,
    same_fonts,
    say_replaced,
    used_fonts,
)
from generator.word.office_profile import write_profile
from generator.word.parts import is_docx
from generator.word.program import Finished, run_program

SECONDS = 120.0  # for a start and one document
SECONDS_EACH = 20.0  # for each further one
SECONDS_FOR_VERSION = 30.0
MOST_AT_ONCE = 100
_GIB = 1024**3
MOST_MEMORY = 4 * _GIB  # of addresses: what it really takes is a part of that
LARGEST_DOCUMENT = 200 * 1024 * 1024
HINT = "请先用 LibreOffice 打开试试；snap、flatpak 版读不到临时文件夹，请换成系统软件库或官网的版本"
_BY_HAND = "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx"
# Where to work when the path of the usual folder has letters that some systems do not pass on.
_PLAIN_FOLDERS = ("/tmp", "/var/tmp")  # noqa: S108 - a private folder is made in it
_FLAGS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


class Converted(NamedTuple):
    """A converted file, or why there is none; and what was replaced on the way."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


class Source(NamedTuple):
    """A .docx to convert: its bytes, and the file to name when something is wrong."""

    data: bytes
    shown: str = ""


class Office(NamedTuple):
    """A LibreOffice that was found."""

    program: Path
    seconds: float = SECONDS

    def version(self) -> str:
        """Return the version, such as “7.4.7.2”; empty when it does not say."""
        with _work_folder() as folder:
            environment = write_profile(folder, {})
            command = (str(self.program), _profile_flag(folder), "--headless", "--version")
            said = run_program(command, folder, environment, min(self.seconds, SECONDS_FOR_VERSION))
        found = re.search(r"\d+(?:\.\d+)+", said.output)
        return found[0] if found else ""

    def font_folders(self) -> tuple[Path, ...]:
        """Return the folders of the fonts that LibreOffice brings along."""
        home = self.program.resolve().parent.parent
        places = (home / "share/fonts", home / "Resources/fonts")
        return tuple(place for place in places if place.is_dir())

    def convert(self, source: bytes | Path, target_format: str, *, shown: str = "") -> Converted:
        """Convert one .docx; see ``convert_many``."""
        if isinstance(source, Path):
            shown = shown or shown_path(source)
            data, problems = read_bytes(source, shown, LARGEST_DOCUMENT)
            if data is None:
                return Converted(None, problems)
            source = data
        return self.convert_many((Source(source, shown),), target_format)[0]

    def convert_many(self, sources: Sequence[Source], target_format: str) -> tuple[Converted, ...]:
        """Convert documents to a format as soffice names it: ``pdf``, ``odt``, ``pdf:filter:options``."""
        results: list[Converted] = []
        for start in range(0, len(sources), MOST_AT_ONCE):
            results += self._convert_some(sources[start : start + MOST_AT_ONCE], target_format)
        return tuple(results)

    def convert_old(self, source: Source, ending: str, target_format: str) -> bytes | Problem:
        """Make a file that we read of one that we do not; it may be anybody's, so memory is bounded."""
        try:
            made = self._run_in_folder(
                (source,), target_format, {}, ending=ending, memory=MOST_MEMORY
            )[0]
        except OSError as error:
            return _failed(f"用不了临时文件夹：{error.strerror or type(error).__name__}", source)
        if isinstance(made, Problem):
            bounds = f"转换一个文件最多 {self.seconds:g} 秒、{MOST_MEMORY // _GIB} GB 内存"
            return made._replace(hint=f"{_BY_HAND}（{bounds}）")
        return made

    def font_note(self, document: bytes, shown: str = "") -> Problem | None:
        """Say which fonts of a document this LibreOffice replaces, and by which."""
        installed = installed_fonts(self.font_folders())
        return say_replaced(replacements(used_fonts(document), installed), shown)

    def _convert_some(self, sources: Sequence[Source], target_format: str) -> Iterator[Converted]:
        """Run LibreOffice once. What is no .docx stays out: it would be converted as plain text."""
        installed, pack = installed_fonts(self.font_folders()), packaged_fonts()
        used = {source: used_fonts(source.data) for source in sources if is_docx(source.data)}
        every = frozenset[str]().union(*used.values())
        missing = replacements(every, installed, pack)
        chosen = same_fonts(every, installed, pack) | {f: o for f, o in missing.items() if o}
        outcome = dict(zip(used, self._run(tuple(used), target_format, chosen), strict=True))
        for source in sources:
            result = outcome.get(source) or _failed(
                "不是完整的 .docx", source, "请重新生成这份文件"
            )
            if isinstance(result, Problem):
                yield Converted(None, (result,))
                continue
            replaced = {f: other for f, other in missing.items() if f in used[source]}
            note = say_replaced(replaced, source.shown)
            yield Converted(result, () if note is None else (note,))

    def _run(
        self, sources: Sequence[Source], target_format: str, fonts: dict[str, str]
    ) -> list[bytes | Problem]:
        if not sources:
            return []
        try:
            return self._run_in_folder(sources, target_format, fonts)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return [_failed(f"用不了临时文件夹：{reason}", source) for source in sources]

    def _run_in_folder(
        self,
        sources: Sequence[Source],
        target_format: str,
        fonts: dict[str, str],
        *,
        ending: str = "docx",
        memory: int = 0,
    ) -> list[bytes | Problem]:
        with _work_folder() as folder:
            environment = write_profile(folder, fonts)
            target = folder / "out"
            target.mkdir()
            names = [f"{number}.{ending}" for number in range(1, len(sources) + 1)]
            for name, source in zip(names, sources, strict=True):
                (folder / name).write_bytes(source.data)
            command = (
                *(str(self.program), _profile_flag(folder), *_FLAGS),
                *_reading_flags(ending, target_format),
                *("--convert-to", target_format, "--outdir", str(target)),
                *(str(folder / name) for name in names),
            )
            seconds = self.seconds + SECONDS_EACH * (len(sources) - 1)
            finished = run_program(command, folder, environment, seconds, memory=memory)
            made = target_format.partition(":")[0]
            return [
                _result(target / f"{Path(name).stem}.{made}", finished, seconds, source)
                for name, source in zip(names, sources, strict=True)
            ]


def find_office() -> Office | Problem:
    """Return the LibreOffice of this machine, or the problem that there is none."""
    program = find_program()
    return program if isinstance(program, Problem) else Office(program)


@contextmanager
def _work_folder() -> Iterator[Path]:
    """Make a folder with a path in ASCII where there is one, and remove it whatever happens."""
    usual = Path(tempfile.gettempdir())
    places = (usual, *map(Path, _PLAIN_FOLDERS))
    place = next((p for p in places if str(p).isascii() and os.access(p, os.W_OK)), usual)
    with tempfile.TemporaryDirectory(
        prefix="jixiao-", dir=place, ignore_cleanup_errors=True
    ) as name:
        yield Path(name).absolute()


def _profile_flag(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _reading_flags(ending: str, target_format: str) -> tuple[str, ...]:
    """Say how a web page is read: by itself it would be neither a text nor a sheet."""
    if ending != "html":
        return ()
    return (
        "--infilter=HTML (StarCalc)" if target_format == "xlsx" else "--infilter=HTML (StarWriter)",
    )


def _result(path: Path, finished: Finished, seconds: float, source: Source) -> bytes | Problem:
    """Take what came out. The exit code says little: LibreOffice gives 0 for a file it cannot read."""
    if finished.is_late:
        return _failed(f"LibreOffice 超过 {seconds:g} 秒没有完成，已停止", source)
    try:
        data = read_regular(path, LARGEST_DOCUMENT)
    except OSError:
        data = b""
    if data and finished.code == 0:
        return data
    if finished.code is None:
        return _failed("LibreOffice 启动不了", source)
    if finished.code:
        return _failed(f"LibreOffice 中途退出（代码 {finished.code}）", source)
    return _failed("LibreOffice 没有转换成功", source)


def _failed(message: str, source: Source, hint: str = HINT) -> Problem:
    return Problem("O11", Severity.ERROR, message, Place(source.shown), hint)
