"""The day on which a form was signed: as it was read, or behind its label anywhere on the paper."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.rules.printed_value import Text
from generator.rules.where import NOWHERE

if TYPE_CHECKING:
    from generator.read.draft import Draft

_LABEL = Pattern(
    r"(?:填报|填表|制表|报送|填写|填制|填列|自评|编制|编报|上报)(?:日期|时间)\s*[:：]?\s*$"
)
_DAY_ALONE = Pattern(r"\s|20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")


def signed_on(draft: "Draft") -> Text:
    """Return the day as 2023-03-06 with its place (empty: no day is there)."""
    date = draft.unit.get("date")
    if isinstance(date, datetime.date):
        return Text(date.isoformat(), draft.places.get(("unit", "date"), NOWHERE))
    days = draft.ledger.of_role("date")
    texts = {
        entry.place.in_file(account.file): entry.text
        for account in (draft.accounts if days else ())
        for entry in account.entries
    }
    for fact in days:
        before = half_width(texts.get(fact.place, ""))[: fact.start]
        if _LABEL.search(before) and is_day(str(fact.value)):
            return Text(str(fact.value), fact.place)
    return _closing_line(draft, texts)


def _closing_line(draft: "Draft", texts: Mapping[DocumentPlace, str]) -> Text:
    """Return the day that is the last paragraph to hold nothing else."""
    alone = [
        fact
        for fact in draft.ledger.of_role("date")
        if not fact.place.table and not _DAY_ALONE.sub("", half_width(texts.get(fact.place, "年")))
    ]
    last = max(alone, key=lambda fact: fact.place.paragraph, default=None)
    return Text(str(last.value), last.place) if last and is_day(str(last.value)) else Text()


def is_day(text: str) -> bool:
    """Tell whether a calendar has a day, written as 2023-03-06."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
