"""What the sections of a document may place: pictures beside the inputs, tables and charts in them."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.figures.figure_book import FigureBook
from generator.load.pictures import read_picture
from generator.model.blocks import Image
from generator.model.dossier import Dossier, Subject
from generator.model.figure_id import UNIT
from generator.model.units import Units
from generator.narrative.inserts import Shelf
from generator.narrative.outline_charts import make_charts
from generator.narrative.placed_rows import Context, InsertAt, Sheet, make_sheet, traced_sheet
from generator.narrative.unit_words import Wrap


class Stock(NamedTuple):
    """What inserts may quote, what marks their words with their origin, and of whom charts are drawn."""

    names: Mapping[str, Any]
    book: FigureBook
    units: Units
    wrap: Wrap | None = None
    projects: Sequence[Subject] = ()


def stock(dossier: Dossier, subject: Subject | None, of: Stock) -> Shelf:
    """Make the tables and charts of a document; a subject's own go before the unit's.

    What is wrong with them was told when the dossier was checked.
    """
    entries = [(dossier.source, own) for own in enumerate(dossier.unit.insert)]
    if subject is not None:
        entries += [(subject.source, own) for own in enumerate(subject.entry.insert)]
    owner = UNIT if subject is None else subject.id
    context = Context(of.names, of.book.owned_by(owner), subject, of.units)
    sheets: dict[str, Sheet] = {}
    for source, (number, entry) in entries:
        at = InsertAt(entry, source, number)
        made = make_sheet(at, context).sheet
        sheets[entry.name] = made if of.wrap is None else traced_sheet(made, at, of.wrap)
    charts = make_charts(of.projects, of.book)
    return Shelf(sheets, partial(_image, dossier.path), charts)


def _image(folder: Path, target: str) -> Image | None:
    found = read_picture(folder, target)
    return found if isinstance(found, Image) else None
