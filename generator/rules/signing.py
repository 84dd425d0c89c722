"""The day on which a form was signed: as it was read, or behind its label anywhere on the paper."""

import datetime

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.draft import Draft
from generator.rules.printed import Text
from generator.rules.where import NOWHERE

_LABEL = Pattern(r"(?:填报|填表|制表|报送)(?:日期|时间)\s*[:：]?\s*$")


def signed_on(draft: Draft) -> Text:
    """Return the day as 2023-03-06 with its place (empty: no day is there)."""
    date = draft.unit.get("date")
    if isinstance(date, datetime.date):
        return Text(date.isoformat(), draft.places.get(("unit", "date"), NOWHERE))
    texts = {
        entry.place._replace(file=account.file): entry.text
        for account in draft.accounts
        for entry in account.entries
    }
    for fact in draft.ledger.of_role("date"):
        before = half_width(texts.get(fact.place, ""))[: fact.start]
        if _LABEL.search(before) and is_day(str(fact.value)):
            return Text(str(fact.value), fact.place)
    return Text()


def is_day(text: str) -> bool:
    """Tell whether a calendar has a day, written as 2023-03-06."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
