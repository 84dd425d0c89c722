"""What of last year's dossier holds for the next: the promises stay and the results go."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from generator.model.amounts import AMOUNTS


class Fate(Enum):
    """What becomes of a value."""

    CLEAR = auto()  # the key goes
    BLANK = auto()  # the key stays, to be filled in
    BLANK_EACH = auto()  # free names stay, their values are blanked
    MOVE = auto()  # stays; the old year in it becomes the new one
    OWN = auto()  # what the unit named itself: blanked when it is of the year, else as MOVE
    OWN_EACH = auto()  # free names stay; of their values those of the year are blanked, others MOVE
    OWN_ROWS = auto()  # tables of the form's own: of their cells those of the year go, others MOVE
    MOVE_EACH = auto()  # free names stay; the old year in their values becomes the new one
    STANDING = auto()  # texts that stand every year: as MOVE_EACH, and numbers in them are told
    SAME = auto()  # holds rows of the kind of the table it is in


# A key that is not named is kept as it is; where it mentions the old year, that is pointed out.
Rules = Mapping[str, Any]

_NAMED: Rules = MappingProxyType({"name": Fate.MOVE})

_INDICATOR: Rules = MappingProxyType(
    {
        "name": Fate.MOVE,
        "target": Fate.MOVE,
        "from": Fate.MOVE,
        "actual": Fate.BLANK,
        "initial-target": Fate.CLEAR,
        "actual-text": Fate.CLEAR,
        "deduction": Fate.CLEAR,
        "score": Fate.CLEAR,
        "reason": Fate.CLEAR,
        "evidence": Fate.CLEAR,
        "review": Fate.CLEAR,
        "stated": Fate.CLEAR,
        "fields": Fate.OWN_EACH,
    }
)

_SHARED_SCORE: Rules = MappingProxyType(
    dict.fromkeys(("score", "reason", "review", "stated"), Fate.CLEAR)
)

_GOAL: Rules = MappingProxyType(
    {
        "name": Fate.MOVE,
        "expected": Fate.MOVE,
        "adjusted": Fate.CLEAR,
        "achieved": Fate.BLANK,
        "score": Fate.CLEAR,
        "reason": Fate.CLEAR,
        "stated": Fate.CLEAR,
        "indicator": _INDICATOR,
        "shared-score": _SHARED_SCORE,
    }
)

_FUND_ROW: Rules = MappingProxyType(
    {"name": Fate.MOVE, **dict.fromkeys((*AMOUNTS, "amounts"), Fate.CLEAR)}
)

_FUND_SOURCE: Rules = MappingProxyType(
    {**_FUND_ROW, "stated-rate": Fate.CLEAR, "stated-score": Fate.CLEAR}
)

_FUND_PART: Rules = MappingProxyType({"name": Fate.MOVE, "amount": Fate.CLEAR, "parts": Fate.SAME})

_FUNDS: Rules = MappingProxyType(
    {
        **dict.fromkeys(AMOUNTS, Fate.CLEAR),
        "uses": Fate.CLEAR,
        "adjustment": Fate.CLEAR,
        "explanation": Fate.CLEAR,
        "stated": Fate.CLEAR,
        "amounts": Fate.CLEAR,
        "sources": _FUND_SOURCE,
        "rows": _FUND_ROW,
        "by-income": _FUND_PART,
        "by-expenditure": _FUND_PART,
        "plan": MappingProxyType({"by": Fate.MOVE}),
    }
)

_ITEM: Rules = MappingProxyType(dict.fromkeys(("answer", "score", "reason", "stated"), Fate.CLEAR))

_DUTY: Rules = MappingProxyType(
    {"name": Fate.MOVE, "target": Fate.MOVE, "goal": Fate.MOVE, "indicator": _NAMED}
)

_SAFEGUARD: Rules = MappingProxyType(
    {"title": Fate.MOVE, "item": MappingProxyType({"title": Fate.MOVE})}
)

_STANDING: Rules = MappingProxyType(dict.fromkeys(("text", "text-after"), Fate.STANDING))

_RESULTS: Rules = MappingProxyType(
    {
        **dict.fromkeys(("problem", "stated", "accept"), Fate.CLEAR),
        "result": Fate.BLANK_EACH,
        "fields": Fate.OWN_EACH,
        "tables": Fate.OWN_ROWS,
        "facts": Fate.BLANK_EACH,
        **_STANDING,
    }
)

SUBJECT_RULES: Rules = MappingProxyType(
    {
        **_RESULTS,
        "project": _NAMED,
        "titles": Fate.MOVE_EACH,
        "department": MappingProxyType(
            {"name": Fate.MOVE, "basic": Fate.CLEAR, "projects": Fate.CLEAR}
        ),
        "funds": _FUNDS,
        "goal": _GOAL,
        "goals": _GOAL,
        "indicator": _INDICATOR,
        "shared-score": _SHARED_SCORE,
        "item": _ITEM,
        "duty": _DUTY,
        "safeguard": _SAFEGUARD,
    }
)

UNIT_RULES: Rules = MappingProxyType(
    {
        **_RESULTS,
        "unit": MappingProxyType({"date": Fate.CLEAR}),
        "report": MappingProxyType({"title": Fate.MOVE, "stated": Fate.CLEAR, **_STANDING}),
    }
)
