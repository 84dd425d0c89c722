"""Weigh problems as the workspace says, and mark those that the inputs accept with a reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.base.problem import Place, Problem, Severity
from generator.model.dossier import Dossier
from generator.use.check.acceptances import Group, Standing, may_be_accepted, share_out

# Found by ``jixiao lint``; some of them only where it sees all the dossiers of a tree.
_WORDING = ("N", "W", "F")
_ACROSS_DOSSIERS = ("C10", "W06", "W09", "X05", "X10", "X11")
# Found by a build alone, which knows what stood there before.
_OF_BUILD = ("X08",)
# What a template leaves out of the data: nothing is broken, and an office may ask for all of it.
_OF_TEMPLATE = ("T08", "T09", "T10")

# What is wrong with the acceptances themselves: they meet nothing, have no bounds, or too wide ones.
NOTHING_MET, UNBOUNDED, FEWER = "I22", "I27", "I28"
OF_ACCEPTANCES = (NOTHING_MET, UNBOUNDED, FEWER)


def is_wording(code: str) -> bool:
    """Tell the codes that lint alone finds, so that it can say when one does not occur."""
    return code.startswith(_WORDING) and not is_across(code)


def is_of_check(code: str) -> bool:
    """Tell the codes that a check alone finds."""
    return not code.startswith(_WORDING) and not is_across(code) and code not in _OF_BUILD


def is_across(code: str) -> bool:
    """Tell the codes that check, lint and audit find, each where it looks."""
    return code in _ACROSS_DOSSIERS


def weigh(problems: Iterable[Problem], severity: Mapping[str, str]) -> Iterator[Problem]:
    """Apply the workspace's severities; what is broken stays an error."""
    for problem in problems:
        if problem.code in severity and _may_be_weighed(problem.code):
            yield problem._replace(severity=Severity(severity[problem.code]))
        else:
            yield problem


def _may_be_weighed(code: str) -> bool:
    return may_be_accepted(code) or code in _OF_TEMPLATE


def accept(
    problems: Iterable[Problem], dossier: Dossier, is_ours: Callable[[str], bool] = is_of_check
) -> Iterator[Problem]:
    """Mark accepted problems, one for one; behind them stands what is wrong with the acceptances.

    An acceptance holds for what was there when it was written: with more problems than it counted
    all of them are told. One of our codes that meets nothing, or less than it says, is told, too.
    """
    found = tuple(problems)
    groups = share_out(found, dossier)
    judged = list(found)
    for group in groups:
        for number, reason in zip(group.taken, group.reasons(), strict=False):
            judged[number] = found[number].accept(reason)
        if group.is_exceeded:
            for number in group.taken:
                judged[number] = exceeded(found[number], group, len(group.taken))
    yield from judged
    for group in groups:
        yield from _about(group, is_ours=is_ours(group.code))


def exceeded(problem: Problem, group: Group, there: int) -> Problem:
    """Say of a problem that more of them are there than were accepted."""
    counted = (
        f"{_place(group.members[0])} 接受了 {group.limit} 处，现有 {there} 处："
        f"核对后{'写上' if group.counted is None else '改'} count 或逐项写 key"
    )
    return problem._replace(hint="；".join(filter(None, (problem.hint, counted))))


def _about(group: Group, *, is_ours: bool) -> Iterator[Problem]:
    """Say what is wrong with acceptances."""
    if is_ours and not group.is_met:
        yield from map(_unused, group.members)
    elif group.is_loose:
        yield unbounded(group, len(group.taken))
    elif is_ours and len(group.taken) < (1 if group.limit is None else group.limit):
        yield _fewer(group)


def _unused(item: Standing) -> Problem:
    return Problem(
        NOTHING_MET,
        Severity.WARNING,
        f"接受的问题（{_what(item)}）没有出现",
        _place(item),
        "问题已不存在的，请删去这条 [[accept]]；代码和键以 jixiao check、jixiao lint 列出的为准",
        item.acceptance.code,
    )


def unbounded(group: Group, there: int) -> Problem:
    """Say how many problems an acceptance covers that does not say it itself."""
    item = next(own for own in group.members if own.acceptance.count is None)
    hint = (
        f"写上{' key 或' if there == 1 else ''} count = {there}；"
        f"也可以由 jixiao check --accept --code {group.code} 补写"
    )
    if len(group.members) > 1:
        hint = f"有 {len(group.members)} 条这样的接受，请各写 key 或 count，写明各管哪几处"
    return Problem(
        UNBOUNDED,
        Severity.NOTE,
        f"接受的问题（{_what(item)}）没有写几处：现有 {there} 处，以后新出现的也会算作接受",
        _place(item),
        hint,
        group.code,
    )


def _fewer(group: Group) -> Problem:
    item, there = group.members[-1], len(group.taken)
    counted = "" if group.limit is None else f"写了 {group.limit} 处，"
    hint = f"把 count 改为 {there}" if there else "它们已由写得更具体的接受对上，请删去这条"
    return Problem(
        FEWER,
        Severity.NOTE,
        f"接受的问题（{_what(item)}）{counted}现有 {there} 处",
        _place(item),
        f"{hint}，不然新出现的也会算作接受",
        group.code,
    )


def _what(item: Standing) -> str:
    where = f"、键 {item.key}" if item.key else ""
    return f"代码 {item.acceptance.code}{where}"


def _place(item: Standing) -> Place:
    return item.file.place(("accept", item.index))
