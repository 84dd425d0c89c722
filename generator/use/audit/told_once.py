"""One thing is told once, by what is printed or by the scheme."""

from collections.abc import Iterator, Sequence

from generator.base.problem import Problem, Severity


def told_once(printed: Sequence[Problem], kept: Sequence[Problem]) -> Iterator[Problem]:
    """Tell one thing once: by what is printed, unless a sure scheme makes it an error.

    One thing is the same code in the same row.
    """
    errors = {_thing(p) for p in kept if p.severity is Severity.ERROR}
    for problem in printed:
        if problem.severity is Severity.ERROR or _thing(problem) not in errors:
            yield problem
    told = {_thing(p) for p in printed if p.severity is Severity.ERROR}
    doubts = {_thing(p) for p in printed} - told
    for problem in kept:
        thing = _thing(problem)
        is_error = problem.severity is Severity.ERROR
        if thing is None or not (thing in told or (thing in doubts and not is_error)):
            yield problem


def _thing(problem: Problem) -> tuple[str, str, int, int, int] | None:
    at = problem.place.document
    if at is None:
        return None
    return (problem.code, problem.place.file, at.table, at.row, at.paragraph)
