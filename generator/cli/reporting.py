"""Print problems: for people, for programs, for code hosts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.base.json_shape import Json, JsonObject
from generator.base.problem import Problem, Severity, in_order
from generator.base.problem_data import problems_as_data, summary
from generator.cli.exit_code import ExitCode, exit_code
from generator.cli.output import Marked, say_json, say_lines, say_text

if TYPE_CHECKING:
    from generator.use.check.still_blank import BlanksOfFile

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def report(
    problems: Sequence[Problem],
    style: str,
    *,
    checked: int | str,
    is_brief: bool = False,
    most: float = inf,
    more: Mapping[str, Any] = MappingProxyType({}),
    blanks: "Sequence[BlanksOfFile]" = (),
) -> ExitCode:
    """Print problems in a format and return the exit code; in brief, accepted ones are counted only.

    ``checked`` counts the dossiers, or says how many there are of what else it was. ``most`` is how
    many places of a code are listed as text. ``more`` is what a command has to say
    to programs beside problems. ``blanks`` are told in a line for each file, and not one by one.
    """
    ordered = in_order(problems)
    if style == "json":
        say_json({**problems_as_data(ordered), **more})
    elif style == "sarif":
        say_json(_as_sarif(ordered))
    elif style == "github":
        say_text(_as_github(ordered))
    else:
        told = frozenset(problem for own in blanks for problem in own.problems)
        yet_to_tell = [problem for problem in ordered if problem not in told]
        lines = _as_text(yet_to_tell, is_brief=is_brief, most=most)
        closing = _closing(ordered, f"{checked} 份填报" if isinstance(checked, int) else checked)
        say_lines([*(own.line() for own in blanks), *lines, closing])
    return exit_code(ordered)


def _as_text(problems: Sequence[Problem], *, is_brief: bool, most: float) -> Iterator[str | Marked]:
    """Write problems for people; what many of them rest on is said with the first."""
    told: Counter[str] = Counter()
    cited: set[str] = set()
    for problem in problems:
        if problem.accepted:
            continue
        told[problem.code] += 1
        if told[problem.code] > most:
            continue
        word, colour = problem.severity.said, _COLOURS[problem.severity]
        where = f"{problem.place}: " if str(problem.place) else ""
        yield Marked(where, word, colour, f" {problem.code} {problem.message}")
        if problem.hint:
            yield f"    → {problem.hint}"
        if problem.basis and problem.basis not in cited:
            cited.add(problem.basis)
            yield f"    依据：{problem.basis}"
    accepted = [problem for problem in problems if problem.accepted]
    if accepted and not is_brief:
        yield f"已接受的问题 {len(accepted)} 个："
        yield from (f"  {p.place}: {p.code} {p.message}（理由：{p.accepted}）" for p in accepted)
    if more := [f"{code} 另有 {n - most:g} 处" for code, n in told.items() if n > most]:
        yield f"只列出每种的前 {most:g} 处：{'，'.join(more)}（--format json 全部列出）"


def _closing(problems: Sequence[Problem], checked: str) -> str:
    counts = summary(problems)
    found = [f"{s.said} {counts[s.value]} 个" for s in Severity if counts[s.value]]
    if counts["accepted"]:
        found.append(f"已接受 {counts['accepted']} 个")
    what = "，".join(found) if found else "没有发现问题"
    return f"检查了 {checked}：{what}。"


def _as_github(problems: Sequence[Problem]) -> str:
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for problem in problems:
        if problem.accepted:
            continue
        place = problem.place
        where = f"{place.document}：" if place.document is not None else ""
        words = f"{where}{problem.message}{'。' + problem.hint if problem.hint else ''}"
        head = f"file={_property(place.file)},line={place.line or 1},col={place.column or 1}"
        lines.append(
            f"::{kinds[problem.severity]} {head},title={_property(problem.code)}::{_data(words)}"
        )
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _as_sarif(problems: Sequence[Problem]) -> JsonObject:
    codes = list(dict.fromkeys(problem.code for problem in problems))
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "jixiao",
                        "version": __version__,
                        "rules": [{"id": code} for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(problem, codes) for problem in problems],
            }
        ],
    }


def _sarif_result(problem: Problem, codes: Sequence[str]) -> JsonObject:
    from urllib.parse import quote  # noqa: PLC0415 - only SARIF wants addresses

    place = problem.place
    location: dict[str, Json] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    words = f"{problem.message}{'。' + problem.hint if problem.hint else ''}"
    where: dict[str, Json] = {"physicalLocation": location}
    result: dict[str, Json] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": words},
        "locations": [where],
    }
    if place.document is not None:
        where["logicalLocations"] = [{"fullyQualifiedName": f"{place.document}"}]
        result["properties"] = {"place": place.document.as_data()}
    elif place.key:
        where["logicalLocations"] = [{"fullyQualifiedName": place.key}]
    if problem.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.accepted}]
    return result
