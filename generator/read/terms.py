"""Classes and sources as the scheme calls them, where a form calls the same thing a little otherwise."""

from collections.abc import Iterator

from generator.model.scheme import Scheme
from generator.read.draft import SubjectDraft, rows_in
from generator.read.label_book import LabelBook, class_name
from generator.read.typed_draft import GoalValues, IndicatorValues, SharedValues

_MONEY = "资金"


def settle_terms(subject: SubjectDraft, scheme: Scheme, book: LabelBook) -> None:
    """Write classes and sources of money with the words of the scheme."""
    _settle_labels(subject, scheme)
    _settle_classes(subject, scheme)
    _settle_sources(subject, scheme, book)


def _settle_sources(subject: SubjectDraft, scheme: Scheme, book: LabelBook) -> None:
    """Name the row of the form that a source is: 本年财政拨款 is 当年财政拨款, 上年结转 is 上年结转资金."""
    rows = (subject.values.get("funds") or {}).get("sources") or ()
    named = {row["name"] for row in rows}
    for row in rows:
        printed = row["name"]
        meant = [name for name in scheme.fund_rows if _core(name, book) == _core(printed, book)]
        if printed not in scheme.fund_rows and len(meant) == 1 and meant[0] not in named:
            row["name"] = meant[0]
            named.add(meant[0])
            subject.remarks.append(f"资金来源“{printed}”按方案记为“{meant[0]}”")


def _core(name: str, book: LabelBook) -> str:
    """Leave out of which year money is; the one row of a scheme that says so otherwise is meant."""
    for word in book.phrases.words("this-year"):
        name = name.removeprefix(word)
    return name.removesuffix(_MONEY)


def _settle_labels(subject: SubjectDraft, scheme: Scheme) -> None:
    """Name the class that bears another label in the forms of the scheme."""
    meant = {
        f"{c.name}/{class_name(label)}": f"{c.name}/{child}"
        for c in scheme.classes
        for child, label in c.children_labels.items()
    }
    for row in _classed(subject) if meant else ():
        row["class"] = meant.get(str(row["class"]), row["class"])


def _settle_classes(subject: SubjectDraft, scheme: Scheme) -> None:
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


def _classed(subject: SubjectDraft) -> Iterator[IndicatorValues | SharedValues]:
    yield from (row for _, row in rows_in(subject.values))
    yield from subject.values.get("shared-score") or ()
    only: GoalValues = subject.values.get("goal") or {}
    for goal in (only, *(subject.values.get("goals") or ())):
        yield from goal.get("shared-score") or ()
