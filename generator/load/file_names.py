"""Names inside a file: unique where figures are quoted by them, met where they refer to rows."""

from collections.abc import Hashable, Iterator, Sequence

from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.funds import FundPart

Named = tuple[Hashable, KeyPath, str]


def check_names(subject: Subject) -> list[Problem]:
    """Report names that are used twice for one kind of thing, and shared scores for no rows."""
    problems: list[Problem] = []
    seen: dict[Hashable, KeyPath] = {}
    for identity, keys, what in [*_rows(subject), *_funds(subject), *_items(subject)]:
        first = seen.setdefault(identity, keys)
        if first != keys:
            line = subject.source.place(first).line
            message = f"{what}重复，第 {line} 行已有"
            place = subject.source.place(keys)
            problems.append(Problem("I16", Severity.ERROR, message, place, "请改名或删去其中一个"))
    return [*problems, *_orphans(subject)]


def _rows(subject: Subject) -> Iterator[Named]:
    for at in subject.indicators:
        path = f"{at.indicator.class_}/{at.indicator.name}"
        yield (at.goal, path), (*at.keys, "name"), f"指标“{path}”"
    for shared in subject.shared_scores():
        name = shared.shared.class_
        yield (shared.goal, "shared", name), (*shared.keys, "class"), f"“{name}”的合并计分"


def _items(subject: Subject) -> Iterator[Named]:
    for index, item in enumerate(subject.entry.item):
        identity = ("item", item.part, item.name)
        yield identity, ("item", index, "name"), f"按项计分的“{item.name}”"


def _funds(subject: Subject) -> Iterator[Named]:
    funds = subject.entry.funds
    for index, source in enumerate(funds.sources):
        yield (
            ("source", source.name),
            ("funds", "sources", index, "name"),
            f"资金来源“{source.name}”",
        )
    for index, row in enumerate(funds.rows):
        # A form prints it among the sources: one name, one row.
        yield ("source", row.name), ("funds", "rows", index, "name"), f"资金行“{row.name}”"
    for index, use in enumerate(funds.uses):
        yield ("use", use.item), ("funds", "uses", index, "item"), f"资金用途“{use.item}”"
    for index, step in enumerate(funds.plan):
        yield ("plan", step.by), ("funds", "plan", index, "by"), f"支出计划“{step.by}”"
    yield from _parts(funds.by_income, ("funds", "by-income"), ("income",))
    yield from _parts(funds.by_expenditure, ("funds", "by-expenditure"), ("expenditure",))


def _parts(parts: Sequence[FundPart], keys: KeyPath, above: tuple[str, ...]) -> Iterator[Named]:
    for index, part in enumerate(parts):
        path = (*above, part.name)
        yield path, (*keys, index, "name"), f"细分“{part.name}”"
        yield from _parts(part.parts, (*keys, index, "parts"), path)


def _orphans(subject: Subject) -> Iterator[Problem]:
    classes = {(at.goal, at.indicator.class_) for at in subject.indicators}
    for shared in subject.shared_scores():
        name = shared.shared.class_
        if (shared.goal, name) not in classes:
            place = subject.source.place((*shared.keys, "class"))
            message = f"合并计分的类别“{name}”没有指标"
            known = "、".join(sorted({c for goal, c in classes if goal == shared.goal}))
            hint = f"现有指标的类别：{known}" if known else "请先写指标"
            yield Problem("I23", Severity.ERROR, message, place, hint, name)
