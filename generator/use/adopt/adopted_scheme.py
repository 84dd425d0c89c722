"""The scheme of an adopted form: its parts, classes, sources and document; how to score is the nearest scheme's."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.base.toml_shape import Toml
from generator.model.amounts import AMOUNTS
from generator.model.requirements import WORKED_OUT
from generator.model.unit import Stage
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.scheme_evidence import is_of_spring
from generator.use.adopt.printed_points import Points
from generator.use.adopt.toml_text import toml_text

_KEPT = (
    "rounding",
    "rate-of",
    "method",
    "default-direction",
    "tier",
    "grade",
    "thresholds",
    "open-score",
)
_FORM = "form"


def scheme_text(
    id: str, title: str, base: Mapping[str, Any], parts: Mapping[str, Any], remarks: Sequence[str]
) -> str:
    """Write the scheme; ``parts`` are what the form itself gives."""
    kept = {key: base[key] for key in _KEPT if key in base}
    values: dict[str, Toml] = {"id": id, "title": title, **kept, **parts}
    used = set(_bases(values))
    own: dict[str, Toml] = {
        "id": _FORM,
        "document": title,
        "verified": False,
        "remark": "照表样整理，未见印发文件。",
    }
    others = [row for row in base["basis"] if row["id"] in used - {_FORM}]
    values["basis"] = [own, *others]
    return toml_text(values, remarks)


def parts_of(
    draft: Draft,
    full: SubjectDraft,
    points: Points,
    base: Mapping[str, Any],
    document: Mapping[str, Any],
    asked: frozenset[str],
    *,
    has_results: bool = False,
) -> dict[str, Toml]:
    """Return what the form itself gives to its scheme."""
    is_open = has_results or points.has_execution
    stage: Stage = "goals" if is_of_spring(draft) and not is_open else "evaluation"
    given: dict[str, Toml] = {
        "stage": stage,
        "force": {"from": _first_year(draft, base)},
        "fund-rows": list(_sources(draft, full)),
        "document": [{**document, "stage": stage, "basis": _FORM}],
        "required": required(base.get("required", {}), asked, stage),
    }
    if classes := _classes(full, base):
        given["classes"] = classes
        given["own-classes"] = True
    has_goals = any(goal.get("indicator") for goal in full.get(("goals",)) or [])
    layout: dict[str, Toml] = {"total": points.total, "basis": _FORM}
    given[full.kind] = [{**layout, "part": list(_parts(points, has_goals=has_goals))}]
    return given


def _first_year(draft: Draft, base: Mapping[str, Any]) -> int:
    """Return since when the form holds: as long as the rules it goes by, and no form says that it is new."""
    since = int(base["force"]["from"])
    return since if draft.year is None else min(draft.year, since)


def _sources(draft: Draft, full: SubjectDraft) -> Iterator[str]:
    """Give the names of the sources: as they were read, or of a blank form as they would be."""
    said = next((s for s in draft.subjects if s.kind == full.kind), None)
    is_said = said is not None and any(said.get(("funds", k)) is not None for k in AMOUNTS)
    subject = said if is_said and said is not None else full
    yield from (str(source["name"]) for source in subject.get(("funds", "sources")) or ())


def _parts(points: Points, *, has_goals: bool) -> Iterator[dict[str, Toml]]:
    if points.has_execution:
        known = {} if points.execution is None else {"weight": points.execution}
        own = {"id": "execution", "label": "预算执行率", "kind": "execution"}
        yield {**own, **known, "basis": _FORM}
    if has_goals:
        yield {"id": "goals", "label": "年度绩效目标", "kind": "goals", "basis": _FORM}
        return
    if not any(points.classes.values()):
        rest = {"weight": points.of_indicators} if points.of_indicators else {}
        own = {"id": "indicators", "label": "绩效指标", "kind": "indicators"}
        yield {**own, **rest, "basis": _FORM}
        return
    for number, (name, weight) in enumerate(points.classes.items(), 1):
        own = {"id": f"class-{number}", "label": f"{name}指标", "kind": "indicators"}
        given: dict[str, Toml] = {} if weight is None else {"weight": weight}
        yield {**own, **given, "classes": [name], "basis": _FORM}


def _classes(full: SubjectDraft, base: Mapping[str, Any]) -> list[dict[str, Toml]]:
    """List the classes in the order of the form."""
    found: dict[str, dict[str, None]] = {}
    for _, row in rows_in(full.values):
        name, _, below = str(row["class"]).partition("/")
        children = found.setdefault(name, {})
        if below:
            children.setdefault(below)
    labels = {str(row["name"]): str(row.get("label", "")) for row in base.get("classes", ())}
    return [
        {
            "name": name,
            "label": labels.get(name) or f"{name}指标",
            "children": list(children),
            "basis": _FORM,
        }
        for name, children in found.items()
        if name
    ]


def required(base: Mapping[str, Any], asked: frozenset[str], stage: str) -> dict[str, Toml]:
    """Ask for nothing that the form has no item for; what it prints has to come out."""
    printed = WORKED_OUT if stage == "evaluation" else ()
    due = dict.fromkeys((*base.get(stage, ()), *printed))  # an adopted base asks for both
    return {stage: [path for path in due if path in asked]}


def _bases(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "basis" and isinstance(inner, str):
                yield inner
            else:
                yield from _bases(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _bases(inner)
