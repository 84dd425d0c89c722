"""The items of a printed form from inputs: what an older paper printed goes before what we score."""

from collections.abc import Iterator

from generator.model.dossier import Subject
from generator.rules.printed_form import Scored
from generator.rules.printed_value import Amount
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ItemScore, ScoreSheet


def items_of(subject: Subject, sheet: ScoreSheet) -> Iterator[Scored]:
    """Give the items of every part."""
    for item in (item for part in sheet.parts for item in part.items):
        at = KeyPlace(subject.source, (*item.keys, "score") if item.keys else ())
        yield Scored(item.item.name, Amount(item.item.weight, at), _score(item, at))


def _score(item: ItemScore, at: KeyPlace) -> Amount | None:
    printed = item.said.stated if item.said is not None else None
    if printed is not None and printed.blank:
        return None
    value = item.score.value if printed is None or printed.score is None else printed.score
    return Amount(value, at) if value is not None else None
