"""How the pages of a file look, held against the standard of official letters and the limits of the house."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from generator.base.archive import UnsafePackageError
from generator.base.file_kind import FileKind, kind_of
from generator.base.problem import Place, Problem
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import not_understood, read_bytes
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.load.page_standards import load_page_standard
from generator.load.workspace_lexicon import load_lexicon
from generator.rules.one_finding import Telling
from generator.rules.page.page_facts import Words, Yard
from generator.rules.page.page_rules import page_findings
from generator.use.audit.found import Unchecked
from generator.use.audit.schemeless import ANYBODY
from generator.use.library import Library

_ONLY_WORD = "不是 .docx，版面没有查"

Seen = tuple[tuple[Telling, ...], tuple[Problem, ...], tuple[Unchecked, ...]]


class PageLook:
    """Looks at the pages of Word files."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._standard = load_page_standard(library.packs)
        self._yard: Yard | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the standard itself."""
        return self._standard.problems

    def look(self, path: Path, shown: str) -> Seen:
        """Look at a file that has been read before: what keeps it from being read is known."""
        yard = self.measures()
        try:
            data, problems = read_bytes(path, shown, LARGEST_FILE)
            if data is None or yard is None:
                return (), problems, ()
            if kind_of(data) is not FileKind.WORD:
                return (), (), (Unchecked(Place(shown), "", _ONLY_WORD),)
            return tuple(self.tellings(data, shown, yard)), (), ()
        except UnsafePackageError as error:
            return (), (error.problem(shown),), ()
        except (
            Exception
        ) as error:  # files of strangers: nobody knows what their readers stumble over
            return (), (not_understood(shown, error),), ()

    def tellings(self, data: bytes, shown: str, yard: Yard) -> Iterator[Telling]:
        """Give what is wrong with the pages of a file."""
        from generator.word.reading.look.document_look import read_laid_out  # noqa: PLC0415 - only on request

        found = page_findings(read_laid_out(data, shown), yard)
        yield from self._library.rules.tellings(found, ANYBODY, shown)

    def measures(self) -> Yard | None:
        """Return what pages are measured with; one that remembers many words is made anew."""
        if self._yard is None or self._yard.ruler.is_full_of_words:
            self._yard = self._made()
        return self._yard

    def _made(self) -> Yard | None:
        from generator.word.font_stock import packaged_fonts  # noqa: PLC0415 - only on request

        standard, setting = self._standard, type_setting()
        if standard.letter is None or standard.house is None:
            return None
        line = self._library.workspace.entry.style.line
        ruler = Ruler(setting)
        return Yard(
            standard.letter,
            standard.house,
            packaged_fonts(),
            setting,
            ruler,
            self._words,
            0 if line is None else float(line),
        )

    def _words(self, text: str) -> Sequence[int]:
        return self._cut(text)

    @cached_property
    def _cut(self) -> Words:
        """Return what cuts titles into words; without a list of words they are one."""
        from generator.wording.lexicon.lexicon import Lexicon  # noqa: PLC0415 - few titles need it
        from generator.wording.slips.segment import best_cut  # noqa: PLC0415 - see above

        words = load_lexicon(self._library.packs).words
        if words is None:
            return lambda text: range(len(text))
        lexicon = Lexicon(words)
        return lambda text: best_cut(text, lexicon)[1]
