"""What a form is made from: a subject with its scores, under the rules of its scheme."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier, Subject
from generator.model.form_printing import Printing
from generator.model.scheme import Scheme
from generator.model.units import Units
from generator.score.score_sheet import ScoreSheet


class Material(NamedTuple):
    """Everything that the cells of one form may draw on.

    In spring nothing has been reached yet: the cells for it stay empty, also when the inputs
    already hold what the year brought.
    """

    dossier: Dossier
    subject: Subject
    sheet: ScoreSheet
    scheme: Scheme
    book: FigureBook
    names: Mapping[str, Any]
    units: Units
    is_spring: bool = False
    prints_empty_classes: bool = False
    printing: Printing = Printing()
    wrap: Callable[[str, TomlFile, KeyPath], str] | None = None
