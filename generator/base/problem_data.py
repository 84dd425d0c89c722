"""Problems as data for programs: the documented JSON shape."""

from collections.abc import Sequence

from generator.base.json_shape import Json, JsonObject
from generator.base.problem import Problem, Severity


def problems_as_data(problems: Sequence[Problem]) -> JsonObject:
    """Lay problems out as the documented JSON shape."""
    return {"problems": problem_rows(problems), "summary": summary(problems)}


def problem_rows(problems: Sequence[Problem]) -> list[JsonObject]:
    """Lay problems out one by one."""
    return [_one(problem) for problem in problems]


def summary(problems: Sequence[Problem]) -> dict[str, int]:
    """Count problems by severity; accepted ones apart."""
    counts = {severity.value: 0 for severity in Severity}
    for problem in problems:
        if not problem.accepted:
            counts[problem.severity.value] += 1
    return {**counts, "accepted": sum(bool(problem.accepted) for problem in problems)}


def _one(problem: Problem) -> JsonObject:
    place = problem.place
    data: dict[str, Json] = {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "key": place.key,
        "place": place.document.as_data() if place.document is not None else None,
        "quote": problem.quote,
        "basis": problem.basis,
    }
    return {**data, "accepted": problem.accepted} if problem.accepted else data
