"""用语 as a screen: what lint finds by code, and the wording of the house."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.base.html import Html, joined, tag
from generator.base.problem import Problem
from generator.model.dossier import Dossier
from generator.use.library import Library
from generator.use.lint.house import house_of
from generator.use.lint.house_file import rows_of
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from generator.web.frame import fill_address, page, table, top_ways
from generator.web.late_answers import late
from generator.web.served import Served
from generator.web.unit_name import name_at_once

_MOST: Final = 200
_HEADS: Final = {
    "bodies": (
        "各单位",
        {"unit": "单位", "sentences": "固定句不同", "terms": "用语不同", "total": "共"},
    ),
    "sentences": (
        "固定句",
        {"text": "多数写作", "units": "单位数", "places": "处数", "others": "写得不同的"},
    ),
    "deviations": (
        "写得不同的",
        {
            "unit": "单位",
            "kind": "类别",
            "usual": "多数写作",
            "written": "这里写作",
            "place": "位置",
        },
    ),
    "terms": (
        "有几种写法的用语",
        {"kind": "类别", "usual": "多数写作", "form": "写法", "places": "处数", "units": "单位数"},
    ),
}

Owners = Mapping[str, tuple[str, str]]


def wording_screen() -> Html:
    """Write the screen; its script asks for what is in it."""
    return page(
        "用语", top_ways("用语"), late("/api/wording", "正在检查各份填报的用语……"), screen="late"
    )


def wording_found(served: Served, folders: Mapping[str, Path]) -> Html:
    """Lint all dossiers, workspace by workspace; nothing is held up meanwhile."""
    by_library: dict[int, tuple[Library, dict[str, Path]]] = {}
    for name, folder in folders.items():
        library = served.library(folder)
        by_library.setdefault(id(library), (library, {}))[1][name] = folder
    problems: list[Problem] = []
    owners: dict[str, tuple[str, str]] = {}
    houses: list[object] = []
    unread: dict[str, Path] = {}
    for library, own in by_library.values():
        linted = lint([*own.values()], library, make_rulebook(library))
        problems += [problem for problem in linted.problems if not problem.accepted]
        read = {dossier.path for dossier in linted.dossiers}
        unread |= {name: path for name, path in own.items() if path not in read}
        owners |= _owners(linted.dossiers, {path: name for name, path in own.items()})
        houses.append(_house(linted.dossiers, library))
    found = [] if unread and not problems else _found(problems, owners)
    return joined([_unread(unread), found, tag("h2", "本地用语"), houses, _learning()])


def _unread(folders: Mapping[str, Path]) -> Html | None:
    """Name the dossiers whose files cannot be read: nothing is known of their wording."""
    if not folders:
        return None
    ways = [
        tag("li", tag("a", name_at_once(folder), href=fill_address(id)), "　文件读不了，没有检查")
        for id, folder in folders.items()
    ]
    return tag("ul", ways, class_="problems", role="alert")


def _found(problems: Sequence[Problem], owners: Owners) -> object:
    if not problems:
        return tag("p", "各份填报的用语没有发现问题。")
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)
    return [
        tag(
            "section",
            tag("h2", tag("a", code, href=f"/rules/{code}"), f"　{len(own)} 处"),
            tag("ul", [_item(p, owners) for p in own[:_MOST]], class_="problems"),
            tag("p", f"另有 {len(own) - _MOST} 处") if len(own) > _MOST else None,
        )
        for code, own in sorted(by_code.items())
    ]


def _owners(dossiers: Sequence[Dossier], ids: Mapping[Path, str]) -> dict[str, tuple[str, str]]:
    """Return of which dossier and subject each file is."""
    return {
        subject.source.shown: (ids[dossier.path], subject.id)
        for dossier in dossiers
        if dossier.path in ids
        for subject in dossier.subjects
    }


def _item(problem: Problem, owners: Owners) -> Html:
    owner, place = owners.get(problem.place.file), str(problem.place)
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


def _house(dossiers: Sequence[Dossier], library: Library) -> Iterator[Html]:
    """Write how the house writes what it writes often."""
    sheets = rows_of(house_of(dossiers, library.wording, library.packs))
    for name, (title, heads) in _HEADS.items():
        rows = sheets[name]
        if not rows:
            continue
        cells: list[list[object]] = [
            [str(row.get(key, "")) for key in heads] for row in rows[:_MOST]
        ]
        more = f"，列出前 {_MOST} 条" if len(rows) > _MOST else ""
        yield tag(
            "details",
            tag("summary", f"{title}　{len(rows)} 条{more}"),
            table(title, [*heads.values()], cells),
        )


def _learning() -> Html:
    return tag(
        "p",
        tag("button", "把多数单位的写法归纳成规则", type="button", id="learn"),
        tag("span", "　写进 templates/wording/，每一条都停用，采用的由您打开。", class_="hint"),
    )
