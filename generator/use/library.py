"""The packs of a workspace, each read once per process however many dossiers use it."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.problem import Problem
from generator.load.kept import kept
from generator.load.outlines import FoundOutline, load_outline, load_outlines
from generator.load.packaged import packaged_templates
from generator.load.packs import AskedAt, Packs, find_packs, load_wording, program_packs
from generator.load.rule_texts import load_rule_texts
from generator.load.scheme_files import FoundScheme, SchemeVersions, unknown_scheme
from generator.load.workspace_folder import Workspace
from generator.model.own_form import Declared, joined
from generator.model.rule_text import RuleText, RuleTexts
from generator.model.units import Units
from generator.model.wording_packs import Wording

if TYPE_CHECKING:
    from generator.load.snippet_files import LoadedSnippets
    from generator.load.title_words import TitleWords
    from generator.read.sentence_facts import SentenceReader
    from generator.rules.rule_book import RuleBook
    from generator.use.check.slips import SlipLook
    from generator.word.word_render import Renderer


class Library:
    """Looks packs up and remembers them. It holds nothing of any dossier."""

    def __init__(self, workspace: Workspace, renderer: "Renderer | None" = None) -> None:
        self.workspace = workspace
        self.packs: Packs = find_packs(workspace.root)
        self._wording: tuple[Wording, tuple[Problem, ...]] | None = None
        self._units: Units | None = None
        self._renderer = renderer
        self._prints_tables: dict[str, bool] = {}
        self._versions: dict[str, SchemeVersions] = {}
        self._own_widths: dict[Path, bool] = {}

    def scheme(self, scheme_id: str, asked_at: AskedAt, year: int | None = None) -> FoundScheme:
        """Return a scheme that has been checked, as it is in a year, with its problems."""
        versions = self.versions(scheme_id)
        if versions is None:
            return unknown_scheme(self.packs, scheme_id, asked_at)
        return versions.of(year)

    def versions(self, scheme_id: str) -> SchemeVersions | None:
        """Return a scheme as it is from year to year; the others are left where they are."""
        if scheme_id not in self._versions:
            if scheme_id not in self.packs.scheme_ids():
                return None
            self._versions[scheme_id] = _checked_scheme(self.packs, scheme_id)
        return self._versions[scheme_id]

    def outline(self, outline_id: str, asked_at: AskedAt) -> FoundOutline:
        """Return an outline with its section texts."""
        if outline_id in self.outlines:
            return self.outlines[outline_id]
        return load_outline(self.packs, outline_id, asked_at)  # see above

    @cached_property
    def schemes(self) -> Mapping[str, FoundScheme]:
        """Return all schemes by id, checked, as they are last."""
        return {id: versions.of() for id, versions in _checked_schemes(self.packs).items()}

    def declared(self) -> tuple[Declared, Declared]:
        """Return what the forms of all schemes have of their own: those of projects, of departments."""
        loaded = [found for found, _ in self.schemes.values() if found is not None]
        project = joined(one.scheme.declared("project") for one in loaded)
        return project, joined(one.scheme.declared("department") for one in loaded)

    @cached_property
    def outlines(self) -> Mapping[str, FoundOutline]:
        """Return all outlines by id."""
        return load_outlines(self.packs)

    @property
    def wording(self) -> Wording:
        """Return all wording packs."""
        return self._loaded_wording()[0]

    @property
    def wording_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the wording packs."""
        return self._loaded_wording()[1]

    @property
    def units(self) -> Units:
        """Return the units of measure."""
        if self._units is None:
            self._units = self.wording.units
        return self._units

    @cached_property
    def snippets(self) -> "LoadedSnippets":
        """Return the sentences that texts take by name."""
        from generator.load.snippet_files import load_snippets  # noqa: PLC0415 - few texts quote any

        return load_snippets(self.packs)

    @cached_property
    def title_words(self) -> "TitleWords":
        """Return the words between which titles break."""
        from generator.load.title_words import title_words  # noqa: PLC0415 - only what lays out needs them

        return title_words(self.packs)

    @cached_property
    def rules(self) -> "RuleBook":
        """Return the rules over facts, with their words."""
        from generator.rules.rule_book import RuleBook  # noqa: PLC0415 - not where nothing changed

        return RuleBook.of(self._rule_texts[0], self.wording)

    @property
    def rule_texts(self) -> dict[str, RuleText]:
        """Return what is to be said of each code."""
        return {text.id: text for family in self._rule_texts[0] for text in family.code}

    @property
    def rule_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the words of the rules."""
        return self._rule_texts[1]

    @cached_property
    def _rule_texts(self) -> tuple[tuple[RuleTexts, ...], tuple[Problem, ...]]:
        return load_rule_texts(self.packs)

    @cached_property
    def packs_state(self) -> str:
        """Return the fingerprint of all packs."""
        from generator.roundtrip.state import packs_state  # noqa: PLC0415 - only a build needs it

        return packs_state(self.packs.roots)

    @property
    def settings_state(self) -> str:
        """Return the settings that documents follow from."""
        return repr(self.workspace.entry)

    @cached_property
    def sentence_reader(self) -> "SentenceReader":
        """Return what reads the facts of sentences; few inputs need one."""
        from generator.read.sentence_facts import SentenceReader  # noqa: PLC0415 - see above
        from generator.use.workspace_labels import make_label_book  # noqa: PLC0415 - see above

        book, _ = make_label_book(self.packs)
        return SentenceReader(book, book.facts)

    @cached_property
    def slips(self) -> "SlipLook":
        """Return what looks for slips of the pen; it remembers the texts that it has seen."""
        from generator.use.check.slips import SlipLook  # noqa: PLC0415 - not where nothing changed

        return SlipLook(self)

    def keep(self) -> None:
        """Keep for the next run what was seen: whoever has looked at all dossiers says so."""
        if "slips" in vars(self):
            self.slips.keep()

    @property
    def renderer(self) -> "Renderer":
        """Return what fills templates; it remembers those that it has prepared."""
        if self._renderer is None:
            from generator.word.word_render import Renderer  # noqa: PLC0415 - only a build needs it

            self._renderer = Renderer()
        return self._renderer

    def template(self, name: str) -> Path | None:
        """Return the path of a Word template."""
        return self.packs.find("docx", name)

    def has_own_widths(self, path: Path) -> bool:
        """Tell whether somebody here chose the widths of a Word template: a mere copy has the packaged ones."""
        if path not in self._own_widths:
            ours = packaged_templates()
            packaged = ours / "docx" / path.name
            is_own = not path.is_relative_to(ours)
            if is_own and packaged.is_file():
                from generator.word.columns.copied_template import has_widths_of  # noqa: PLC0415 - few have copies

                is_own = not has_widths_of(path, packaged)
            self._own_widths[path] = is_own
        return self._own_widths[path]

    def prints_tables(self, name: str) -> bool:
        """Tell whether a Word template quotes anything of a form; where unsure, it does."""
        if name not in self._prints_tables:
            from generator.word.quoted_kinds import quotes_tables  # noqa: PLC0415 - only a build needs it

            path = self.template(name)
            self._prints_tables[name] = path is None or quotes_tables(path)
        return self._prints_tables[name]

    def _loaded_wording(self) -> tuple[Wording, tuple[Problem, ...]]:
        if self._wording is None:
            self._wording = load_wording(self.packs)
        return self._wording


@kept("schemes/*.toml", "forms/*.toml")
def _checked_scheme(packs: Packs, scheme_id: str) -> SchemeVersions:
    from generator.use.checked_schemes import checked_scheme  # noqa: PLC0415 - only for what was not kept

    return checked_scheme(packs, scheme_id)


@kept("schemes/*.toml", "forms/*.toml")
def _checked_schemes(packs: Packs) -> dict[str, SchemeVersions]:
    from generator.use.checked_schemes import checked_schemes  # noqa: PLC0415 - only for what was not kept

    theirs = program_packs()
    return checked_schemes(packs, {} if packs == theirs else _checked_schemes(theirs))
