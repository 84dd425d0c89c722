"""用语: what lint finds in all dossiers, by code, with the wording to prefer."""

from pathlib import Path

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.load.inputs import load_dossier
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from generator.web.frame import fill_address, page, top_ways
from generator.web.served import Served
from generator.web.tree import dossier_id

_MOST = 200


def wording_screen(served: Served) -> Html:
    """Write the screen."""
    with served.lock:
        folders = [*served.folders().values()]
        problems = _problems(served, folders)
        owners = _owners(served.root, folders)
    if not problems:
        return page("用语", top_ways("用语"), tag("p", "各份填报的用语没有发现问题。"))
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)
    sections = [
        tag(
            "section",
            tag("h2", tag("a", code, href=f"/rules/{code}"), f"　{len(own)} 处"),
            tag("ul", [_item(p, owners) for p in own[:_MOST]], class_="problems"),
            tag("p", f"另有 {len(own) - _MOST} 处") if len(own) > _MOST else None,
        )
        for code, own in sorted(by_code.items())
    ]
    return page("用语", top_ways("用语"), sections)


def _problems(served: Served, folders: list[Path]) -> list[Problem]:
    by_library: dict[int, list[Path]] = {}
    for folder in folders:
        by_library.setdefault(id(served.library(folder)), []).append(folder)
    found: list[Problem] = []
    for own in by_library.values():
        library = served.library(own[0])
        found += [p for p in lint(own, library, make_rulebook(library)).problems if not p.accepted]
    return found


def _owners(root: Path, folders: list[Path]) -> dict[str, tuple[str, str]]:
    """Return of which dossier and subject each file is."""
    found: dict[str, tuple[str, str]] = {}
    for folder in folders:
        dossier = load_dossier(folder).dossier
        for subject in dossier.subjects if dossier is not None else ():
            found[subject.source.shown] = dossier_id(root, folder), subject.id
    return found


def _item(problem: Problem, owners: dict[str, tuple[str, str]]) -> Html:
    owner = owners.get(problem.place.file)
    place = str(problem.place)
    way: object = place
    if owner is not None:
        way = tag("a", place, href=fill_address(*owner, problem.place.key))
    return tag(
        "li",
        way,
        tag("span", f"　{problem.message}", class_="message"),
        tag("span", f"　{problem.hint}", class_="hint") if problem.hint else None,
        class_=problem.severity.value,
    )
