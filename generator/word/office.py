"""LibreOffice as a converter: one start for many files, a private profile, problems instead of exceptions."""

import re
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import read_bytes, shown_path
from generator.base.system_words import system_words
from generator.word.conversion import (
    LARGEST_DOCUMENT,
    Job,
    Source,
    converted,
    failed,
    profile_flag,
    work_folder,
)
from generator.word.find_office import find_program
from generator.word.font_stock import (
    chosen_fonts,
    installed_fonts,
    replacements,
    say_replaced,
    used_fonts,
)
from generator.word.office_parts import is_docx
from generator.word.office_profile import write_profile
from generator.word.program import run_program

__all__ = ["Converted", "Office", "Source", "find_office"]

SECONDS = 120.0  # until something comes out
SECONDS_FOR_VERSION = 30.0
MOST_AT_ONCE = 100
_GIB = 1024**3
MOST_MEMORY = 4 * _GIB  # of addresses: what it really takes is a part of that
_BY_HAND = "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx"


class Converted(NamedTuple):
    """A converted file, or why there is none; and what was replaced on the way."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


class Office(NamedTuple):
    """A LibreOffice that was found."""

    program: Path
    seconds: float = SECONDS

    def version(self) -> str:
        """Return the version, such as “7.4.7.2”; empty when it does not say."""
        with work_folder() as folder:
            environment = write_profile(folder, {})
            command = (str(self.program), profile_flag(folder), "--headless", "--version")
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
        results = dict(self.convert_each(sources, target_format))
        return tuple(results[number] for number in range(len(sources)))

    def convert_each(
        self, sources: Sequence[Source], target_format: str
    ) -> Generator[tuple[int, Converted], None, None]:
        """Do the same, and give each document with its number as soon as it is done."""
        for start in range(0, len(sources), MOST_AT_ONCE):
            some = self._convert_some(sources[start : start + MOST_AT_ONCE], target_format)
            with closing(some):
                yield from ((start + number, made) for number, made in some)

    def convert_old(self, source: Source, ending: str, target_format: str) -> bytes | Problem:
        """Make a file that we read of one that we do not; it may be anybody's, so memory is bounded."""
        job = Job(self.program, self.seconds, target_format, ending, memory=MOST_MEMORY)
        try:
            ((_, made),) = converted(job, (source,))
        except OSError as error:
            return failed(f"用不了临时文件夹：{system_words(error)}", source)
        if isinstance(made, Problem):
            bounds = f"转换一个文件最多 {self.seconds:g} 秒、{MOST_MEMORY // _GIB} GB 内存"
            return made._replace(hint=f"{_BY_HAND}（{bounds}）")
        return made

    def font_note(self, document: bytes, shown: str = "") -> Problem | None:
        """Say which fonts of a document this LibreOffice replaces, and by which."""
        installed = installed_fonts(self.font_folders())
        return say_replaced(replacements(used_fonts(document), installed), shown)

    def _convert_some(
        self, sources: Sequence[Source], target_format: str
    ) -> Generator[tuple[int, Converted], None, None]:
        """Run LibreOffice. What is no .docx stays out: it would be converted as plain text."""
        installed = installed_fonts(self.font_folders())
        whole = [number for number, source in enumerate(sources) if is_docx(source.data)]
        for number in sorted(set(range(len(sources))) - set(whole)):
            problem = failed("不是完整的 .docx", sources[number], "请重新生成这份文件")
            yield number, Converted(None, (problem,))
        used = [used_fonts(sources[number].data) for number in whole]
        every = frozenset[str]().union(*used)
        missing, chosen = replacements(every, installed), chosen_fonts(every, installed)
        job = Job(self.program, self.seconds, target_format, fonts=chosen)
        done: set[int] = set()
        try:
            with closing(converted(job, [sources[number] for number in whole])) as results:
                for at, made in results:
                    done.add(at)
                    yield whole[at], _noted(made, sources[whole[at]], missing, used[at])
        except OSError as error:
            reason = f"用不了临时文件夹：{system_words(error)}"
            for at in sorted(set(range(len(whole))) - done):
                yield whole[at], Converted(None, (failed(reason, sources[whole[at]]),))


def find_office() -> Office | Problem:
    """Return the LibreOffice of this machine, or the problem that there is none."""
    program = find_program()
    return program if isinstance(program, Problem) else Office(program)


def _noted(
    made: bytes | Problem, source: Source, missing: Mapping[str, str | None], used: Collection[str]
) -> Converted:
    """Add which fonts of a document were replaced."""
    if isinstance(made, Problem):
        return Converted(None, (made,))
    note = say_replaced({f: other for f, other in missing.items() if f in used}, source.shown)
    return Converted(made, () if note is None else (note,))
