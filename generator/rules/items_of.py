"""The items of a printed form: from inputs, where what an older paper printed goes first, and from documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.dossier import Subject
from generator.rules.draft_values import amount_at
from generator.rules.printed_form import Scored
from generator.rules.printed_value import Amount
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ItemScore, ScoreSheet

if TYPE_CHECKING:
    from generator.read.draft import SubjectDraft


def items_of(subject: Subject, sheet: ScoreSheet) -> Iterator[Scored]:
    """Give the items of every part."""
    for item in (item for part in sheet.parts for item in part.items):
        at = KeyPlace(subject.source, (*item.keys, "score") if item.keys else ())
        yield Scored(item.item.name, Amount(item.item.weight, at), _score(item, at))


def items_in(subject: "SubjectDraft") -> Iterator[Scored]:
    """Give the items that a document prints, with their scores."""
    for number, said in enumerate(subject.values.get("item", ())):
        score = amount_at(subject, ("item", number, "stated", "score"))
        yield Scored(str(said.get("name", "")), None, score)


def _score(item: ItemScore, at: KeyPlace) -> Amount | None:
    printed = item.said.stated if item.said is not None else None
    if printed is not None and printed.blank:
        return None
    value = item.score.value if printed is None or printed.score is None else printed.score
    return Amount(value, at) if value is not None else None
