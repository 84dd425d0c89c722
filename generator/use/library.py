"""The packs of a workspace, each read once per process however many dossiers use it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.problem import Place, Problem
from generator.checks.scheme import check_scheme
from generator.load.outlines import LoadedOutline, load_outline
from generator.load.packs import LoadedScheme, Packs, find_packs, load_scheme, load_wording
from generator.load.workspace import Workspace
from generator.model.own_report import with_own_reports
from generator.model.units import Units
from generator.model.wording import Wording
from generator.roundtrip.state import packs_state

if TYPE_CHECKING:
    from generator.word.render import Renderer


class Library:
    """Looks packs up and remembers them. It holds nothing of any dossier."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.packs: Packs = find_packs(workspace.root)
        self._schemes: dict[str, tuple[LoadedScheme | None, tuple[Problem, ...]]] = {}
        self._outlines: dict[str, tuple[LoadedOutline | None, tuple[Problem, ...]]] = {}
        self._wording: tuple[Wording, tuple[Problem, ...]] | None = None
        self._units: Units | None = None
        self._renderer: Renderer | None = None
        self._prints_tables: dict[str, bool] = {}

    def scheme(
        self, scheme_id: str, asked_at: Place
    ) -> tuple[LoadedScheme | None, tuple[Problem, ...]]:
        """Return a scheme that has been checked, with its problems."""
        if scheme_id not in self._schemes:
            loaded, problems = load_scheme(self.packs, scheme_id, asked_at)
            if loaded is not None:
                faults = check_scheme(loaded.scheme, loaded.source, self.packs.scheme_ids())
                problems = (*problems, *faults)
                loaded = loaded._replace(scheme=with_own_reports(loaded.scheme))
            if loaded is None and not problems:
                return None, ()
            if scheme_id not in self.packs.scheme_ids():
                return loaded, problems  # the place is the asker's own; do not remember it
            self._schemes[scheme_id] = loaded, problems
        return self._schemes[scheme_id]

    def outline(
        self, outline_id: str, asked_at: Place
    ) -> tuple[LoadedOutline | None, tuple[Problem, ...]]:
        """Return an outline with its section texts."""
        if outline_id not in self._outlines:
            self._outlines[outline_id] = load_outline(self.packs, outline_id, asked_at)
        return self._outlines[outline_id]

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
    def packs_state(self) -> str:
        """Return the fingerprint of all packs."""
        return packs_state(self.packs.roots)

    @property
    def settings_state(self) -> str:
        """Return the settings that documents follow from."""
        return repr(self.workspace.entry)

    @property
    def renderer(self) -> "Renderer":
        """Return what fills templates; it remembers those that it has prepared."""
        if self._renderer is None:
            from generator.word.render import Renderer  # noqa: PLC0415 - only a build needs it

            self._renderer = Renderer()
        return self._renderer

    def template(self, name: str) -> Path | None:
        """Return the path of a Word template."""
        return self.packs.find("docx", name)

    def prints_tables(self, name: str) -> bool:
        """Tell whether a Word template quotes anything of a form; where unsure, it does."""
        if name not in self._prints_tables:
            from generator.word.quoting import quotes_tables  # noqa: PLC0415 - only a build needs it

            path = self.template(name)
            self._prints_tables[name] = path is None or quotes_tables(path)
        return self._prints_tables[name]

    def _loaded_wording(self) -> tuple[Wording, tuple[Problem, ...]]:
        if self._wording is None:
            self._wording = load_wording(self.packs)
        return self._wording
