"""问题: what was found, file by file, each with its place and what to do."""

from collections.abc import Iterable, Mapping

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, fill_address, page


def problems_screen(id: str, examined: Examined) -> Html:
    """Write the screen of a dossier."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    owners = {s.source.shown: s.id for s in dossier.subjects} if dossier is not None else {}
    open_ones = [problem for problem in examined.problems if not problem.accepted]
    accepted = [problem for problem in examined.problems if problem.accepted]
    body: list[object] = [
        tag("p", f"共 {len(open_ones)} 处" if open_ones else "没有问题，可以生成报送。"),
        problem_list(open_ones, id, owners),
    ]
    if accepted:
        body += [tag("h2", f"已接受的 {len(accepted)} 处"), problem_list(accepted, id, owners)]
    return page(f"问题 {unit}", dossier_ways(id, unit, "问题"), body, screen="problems")


def problem_list(
    problems: Iterable[Problem], id: str = "", owners: Mapping[str, str] | None = None
) -> Html:
    """Write problems by their files."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    return tag("div", [_of_file(f, own, id, owners or {}) for f, own in by_file.items()])


def _of_file(file: str, problems: list[Problem], id: str, owners: Mapping[str, str]) -> Html:
    items = [
        tag("li", _problem(p, id, owners.get(file, "")), class_=p.severity.value) for p in problems
    ]
    return tag("section", tag("h2", file or "整份填报"), tag("ul", items, class_="problems"))


def _problem(problem: Problem, id: str, subject: str) -> list[object]:
    place = problem.place
    where = f"第 {place.line} 行" if place.line else ""
    key = f"　{place.key}" if place.key else ""
    way: object = f"{where}{key}"
    if subject and id:
        way = tag("a", f"{where}{key}", href=fill_address(id, subject, place.key))
    return [
        tag("strong", problem.severity.said),
        " ",
        tag("a", problem.code, href=f"/rules/{problem.code}"),
        " ",
        way,
        tag("span", f"　{problem.message}", class_="message"),
        tag("span", f"　{problem.hint}", class_="hint") if problem.hint else None,
        tag("span", f"　依据：{problem.basis}", class_="basis") if problem.basis else None,
        tag("span", f"　接受的理由：{problem.accepted}", class_="hint")
        if problem.accepted
        else None,
    ]
