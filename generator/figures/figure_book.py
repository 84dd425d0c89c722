"""The figure book of a dossier: all figures by id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from generator.figures.figure import Figure
from generator.model.figure_id import FigureId
from generator.model.figure_parts import kind_of


class FigureBook(Mapping[str, Figure]):
    """All figures of a dossier; ids are unique."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        every = [*figures]
        self._figures: dict[str, Figure] = {figure.id: figure for figure in every}
        self._owned: dict[str, dict[str, Figure]] = defaultdict(dict)
        self._kinds: dict[str, Mapping[str, Sequence[Figure]]] = {}
        if len(self._figures) < len(every):
            twice = next(id for id, times in Counter(f.id for f in every).items() if times > 1)
            message = f"two figures with the id {twice}"
            raise ValueError(message)
        for id, figure in self._figures.items():
            owner, _, short = id.partition("/")
            self._owned[owner][short] = figure

    def __getitem__(self, key: str) -> Figure:
        return self._figures[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return a figure, or what is given in its place."""
        return self._figures.get(key, default)

    def find(self, id: FigureId) -> Figure | None:
        """Return a figure, where the dossier has it; ``get`` is for names as texts and records hold them."""
        return self._figures.get(id)

    def keys(self) -> KeysView[str]:
        """Return the ids of all figures."""
        return self._figures.keys()

    def __contains__(self, key: object) -> bool:
        return key in self._figures

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def owned_by(self, owner: str) -> Mapping[str, Figure]:
        """Return the figures of a subject (or of the unit) by their short ids."""
        return self._owned.get(owner, {})

    def kinds_of(self, owner: str) -> Mapping[str, Sequence[Figure]]:
        """Return the figures of a subject (or of the unit) by the kind of thing that they are of."""
        if owner not in self._kinds:
            kinds: dict[str, list[Figure]] = defaultdict(list)
            for short, figure in self._owned.get(owner, {}).items():
                kinds[kind_of(short)].append(figure)
            self._kinds[owner] = MappingProxyType(kinds)
        return self._kinds[owner]

    def shown_as(self, text: str) -> tuple[Figure, ...]:
        """Return the figures that print as a text."""
        return tuple(figure for figure in self._figures.values() if figure.shown == text)
