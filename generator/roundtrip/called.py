"""How a figure is called among people: its subject by name, then its label, never its id."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.roundtrip.recorded import RecordedFigure

if TYPE_CHECKING:
    from generator.figures.figure import Figure

JOINED = " · "
_UNIT, _DEPARTMENT = "unit", "department"
_FIXED = {_UNIT: "本单位", _DEPARTMENT: "部门整体"}


class SubjectNames:
    """The names of the subjects of a dossier, as they are now and as they were recorded."""

    def __init__(
        self, recorded: Mapping[str, RecordedFigure], figures: "Mapping[str, Figure]"
    ) -> None:
        found = {**_names(recorded), **_names(figures)}
        self._names = {id.removesuffix("/name"): name for id, name in found.items() if name}
        self._shared = {name for name, count in Counter(self._names.values()).items() if count > 1}

    def of(self, figure: str) -> str:
        """Name the subject that a figure belongs to; namesakes are told apart by their files."""
        owner = figure.partition("/")[0]
        name = _FIXED.get(owner) or self._names.get(owner, "")
        return f"{name}（{owner}.toml）" if name in self._shared else name or owner


def called(subject: str, label: str, figure: str) -> str:
    """Write subject and label; a figure without a label has but its id."""
    said = label or figure.partition("/")[2] or figure
    return f"{subject}{JOINED}{said}" if subject else said


def _names(figures: "Mapping[str, Figure] | Mapping[str, RecordedFigure]") -> dict[str, str]:
    return {id: figures[id].shown for id in figures if id.endswith("/name")}
