"""What rules over inputs look at: values only, made by the floors below."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier, Subject
from generator.model.outline import Outline
from generator.model.scheme import Scheme
from generator.model.unit import Stage
from generator.model.wording_packs import Wording
from generator.prose.prose_keys import ProseField
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ScoreSheet


class Evidence(NamedTuple):
    """A dossier with all that was worked out for it."""

    dossier: Dossier
    scheme: Scheme
    national: Scheme | None
    sheets: Mapping[str, ScoreSheet]
    book: FigureBook
    names: Mapping[str, Mapping[str, Any]]
    wording: Wording
    outlines: Mapping[str, Outline]
    stage: Stage
    prose: tuple[ProseField, ...]
    is_whole: bool = True  # False when files are missing, so that sums over them mean nothing

    def subjects(self) -> Iterator[tuple[Subject, ScoreSheet]]:
        """Go through the subjects with their score sheets."""
        for subject in self.dossier.subjects:
            yield subject, self.sheets[subject.id]

    @property
    def is_evaluation(self) -> bool:
        """Tell the year's end from the spring, when nothing has been done yet."""
        return self.stage == "evaluation"


Rule = Callable[[Evidence], Iterable[Finding]]


def in_prose(field: ProseField, line: int, column: int) -> KeyPlace:
    """Return the place of a word in a text."""
    return KeyPlace(field.source, field.keys, line, column)
