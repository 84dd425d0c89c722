"""Classes as the scheme calls them, where a form prints only the upper one or prints it twice."""

from collections.abc import Iterator
from typing import Any

from generator.model.scheme import Scheme
from generator.recognise.draft import SubjectDraft, rows_in


def settle_classes(subject: SubjectDraft, scheme: Scheme) -> None:
    """Name the only class that a form can mean: 满意度/满意度 is 满意度/服务对象满意度."""
    only = {c.name: c.children[0] for c in scheme.classes if len(c.children) == 1}
    told: dict[str, str] = {}
    for row in _classed(subject):
        printed = str(row["class"])
        first, _, second = printed.partition("/")
        if first in only and second in ("", first):
            row["class"] = told[printed] = f"{first}/{only[first]}"
    subject.remarks += [
        f"类别“{printed}”按方案记为“{settled}”" for printed, settled in told.items()
    ]


def _classed(subject: SubjectDraft) -> Iterator[dict[str, Any]]:
    yield from (row for _, row in rows_in(subject.values))
    goals = [subject.values.get("goal") or {}, *(subject.values.get("goals") or ())]
    for table in (subject.values, *goals):
        yield from table.get("shared-score") or ()
