"""What an adopted form asks of whoever fills it in: what was read as asked, and has a place to be printed."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.amounts import AMOUNTS
from generator.read.asked import left_blank
from generator.read.draft import SubjectDraft
from generator.read.form_subject import is_filled_in
from generator.tables.tag_keys import tags_of
from generator.use.adopt.looking import Looked
from generator.use.adopt.plan import Plan

_DATE = "signature.date"
_WORKED_OUT: Mapping[str, str] = MappingProxyType(
    {
        "form.rate": "funds.rate",
        "form.execution_score": "score.execution",
        "form.total": "score.total",
        "form.grade": "score.grade",
    }
)
_OF_GOAL = ("expected", "achieved")


def asked_inputs(looked: Looked, plan: Plan, said: SubjectDraft | None) -> frozenset[str]:
    """Return the inputs that the form asks for; what a filled form left blank is not asked."""
    asked = frozenset(
        (*looked.full.asked, *(() if looked.subject is None else looked.subject.asked))
    )
    if not any(_DATE in edit.text for edit in plan.edits):
        asked -= {"unit.date"}
    printed = _printed(plan)
    asked |= {path for tag, path in _WORKED_OUT.items() if tag in printed}
    asked -= {f"funds.{name}" for name in AMOUNTS if f"form.{name}" not in printed}
    asked -= {f"goal.{side}" for side in _OF_GOAL if not _prints_goal(plan, side)}
    if said is not None and is_filled_in(looked.draft):
        asked -= left_blank(said)
    return asked


def _printed(plan: Plan) -> frozenset[str]:
    """Return the tags that stand in single cells and lines."""
    return frozenset(tag for edit in plan.edits for tag in tags_of(edit.text))


def _prints_goal(plan: Plan, side: str) -> bool:
    """Tell whether any goal has a place for what is expected of it, or was achieved."""
    looped = (text for loop in plan.loops for row in loop.rows for text in row.cells.values())
    return any(f".{side}" in text for text in (*(edit.text for edit in plan.cells), *looped))
