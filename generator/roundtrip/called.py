"""How a figure is called among people: its subject by name, then its label, never its id."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.model.figure_id import UNIT, owner_of, short_of
from generator.roundtrip.recorded import RecordedFigure

if TYPE_CHECKING:
    from generator.figures.figure import Figure

JOINED = " · "
_DEPARTMENT = "department"
_FIXED = {UNIT: "本单位", _DEPARTMENT: "部门整体"}


class SubjectNames:
    """The names of the subjects of a dossier, as they are now and as they were recorded."""

    def __init__(
        self, recorded: Mapping[str, RecordedFigure], figures: "Mapping[str, Figure]"
    ) -> None:
        found = {**_names(recorded), **_names(figures)}
        self._names = {owner: name for owner, name in found.items() if name}
        self._shared = {name for name, count in Counter(self._names.values()).items() if count > 1}

    def of(self, figure: str) -> str:
        """Name the subject that a figure belongs to; namesakes are told apart by their files."""
        owner = owner_of(figure)
        name = _FIXED.get(owner) or self._names.get(owner, "")
        return f"{name}（{owner}.toml）" if name in self._shared else name or owner


def called(subject: str, label: str, figure: str) -> str:
    """Write subject and label; a figure without a label has but its id."""
    said = label or short_of(figure) or figure
    return f"{subject}{JOINED}{said}" if subject else said


def _names(figures: "Mapping[str, Figure] | Mapping[str, RecordedFigure]") -> dict[str, str]:
    owners = {owner_of(id): id for id in figures if short_of(id) == "name"}
    return {owner: figures[id].shown for owner, id in owners.items()}
