"""Goals that are called by their number: opened by their label, their texts beside it, their indicators below."""

from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.read.cell_kinds import headed_goal
from generator.read.goal_rows import goal_role
from generator.read.own_fields import OwnFields
from generator.read.printed_values import words
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot


def read_numbered(text: str, place: DocumentPlace, desk: Desk) -> KeyPath:
    """Open a numbered goal; return its keys."""
    found = headed_goal(text)
    assert found is not None  # noqa: S101 - asked before
    subject = desk.need()
    keys: KeyPath = ("goals", len(subject.get(("goals",)) or []))
    subject.put((*keys, "name"), "".join(found[1].split()), place)
    if found["points"]:
        subject.put((*keys, "weight"), Decimal(found["points"]), place)
    if said := (found["text"] or found["said"] or "").strip():
        subject.put((*keys, "expected"), words(said), place)
    return keys


def put_beside(keys: KeyPath, label: Spot | None, cell: ReadCell, desk: Desk) -> None:
    """Set the text beside a numbered goal; one behind a label is what that label says."""
    role = "expected" if label is None else goal_role(label.text, desk.book)
    if role in ("expected", "achieved") and not desk.need().get((*keys, role)):
        desk.need().put((*keys, role), words(cell.text), cell.place)
    elif label is not None:
        OwnFields(desk).put(label.text, cell)
    else:
        desk.leave(cell.place, cell.text, "没有认出的栏目名")


def open_goal(desk: Desk) -> KeyPath:
    """Return the keys of the numbered goal that still waits for its indicators, if one does."""
    goals = desk.subject.get(("goals",)) if desk.subject is not None else None
    if not goals or not all(goal.get("indicator") for goal in goals[:-1]):
        return ()  # several wait: they are a list, and the indicators are of all of them
    if not goals[-1].get("indicator") and not any(g.get("achieved") for g in goals):
        return ("goals", len(goals) - 1)
    return ()
