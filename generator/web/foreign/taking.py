"""Take a file of somebody over: as a dossier to go on from, or as a form of our own."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.base.filenames import safe_name
from generator.use.init.answers import Reply, year_said
from generator.web.foreign.bounded import Sent, run_bounded, said_of
from generator.web.foreign.bounded_look import place_in_words, spoken_rows
from generator.web.foreign.taken_folders import TakenFolders
from generator.web.new_dossier import NOWHERE, home_of_new
from generator.web.served import Served
from generator.web.told import NOBODY


def imported(
    served: Served, taken: TakenFolders, sent: Sent, name: str, year: str = ""
) -> dict[str, Any]:
    """Import a file into a new folder of the tree; a year that is said is that of the file."""
    home = home_of_new(served.root)
    if home is None:
        return _not_done(NOWHERE)
    folder = home / safe_name(name)
    if not name.strip() or folder.exists():
        named = f"已经有“{folder.name}”，请换一个名字"
        return _not_done(named if name.strip() else "没有导入：请写文件夹的名字")
    said = year_said(year) if year.strip() else Reply()
    if said.fault:
        return _not_done(f"没有导入：{said.fault}")
    options = ("--year", said.value) if said.value else ()
    before = {*served.folders()}
    ran = run_bounded(
        served.root, [sent], "import", "{file}", "-o", str(folder), "--format", "json", *options
    )
    if ran.said is None:
        return _not_done(said_of([sent], ran))
    dossiers = ran.said["dossiers"]
    new = [id for id in served.folders() if id not in before]
    if new:
        taken.put(folder)
    left = [own for dossier in (*dossiers, *ran.said["refused"]) for own in _unplaced(dossier)]
    return {
        "is_done": bool(new),
        "message": "；".join(map(_dossier, dossiers))
        if new
        else "没有导入：看不出是哪个单位的自评材料",
        "problems": spoken_rows(ran.said["problems"]),
        "left": [_left(own, "quote") for own in left],
        "dossiers": new,
        "folder": folder.name if new else "",
    }


def taken_back(served: Served, taken: TakenFolders, name: str) -> dict[str, Any]:
    """Take an import back, unless somebody worked on what came of it."""
    home = home_of_new(served.root)
    folder = None if home is None else home / safe_name(name)
    if folder is None or not taken.is_untouched(folder):
        return _not_done("导入的已经改过或不在了，没有撤销；不要的请自己删去文件夹")
    with served.lock:
        problems = taken.remove(folder)
    return {
        **_not_done(f"已撤销导入，“{folder.name}”删去了"),
        "is_done": not problems,
        "problems": NOBODY.rows(problems),
    }


def adopted(served: Served, sent: Sent, id: str) -> dict[str, Any]:
    """Make a template and a scheme of a form."""
    options = ("--id", id) if id else ()
    home = served.library(served.root).workspace.root or served.root
    ran = run_bounded(
        served.root,
        [sent],
        "adopt",
        "{file}",
        "-o",
        str(home),
        *options,
        "--no-ask",
        "--format",
        "json",
    )
    if ran.said is None:
        return _not_done(said_of([sent], ran))
    written = ran.said["written"]
    comparison = ran.said["comparison"]
    message = "没有采用，原因见下"
    if written:
        message = (
            f"写出 {'、'.join(written)}；标签 {ran.said['tags']} 处，成行的 {ran.said['loops']} 处"
        )
    if comparison:
        same, all_ = comparison["same-cells"], comparison["cells"]
        message += f"。照表样里的内容试印：{all_} 格里相同 {same} 格"
    return {
        "is_done": bool(written),
        "message": message,
        "problems": spoken_rows(ran.said["problems"]),
        "left": [_left(own, "text") for own in ran.said["left"]],
        "scheme": ran.said["id"] if written else "",
    }


def _not_done(message: str) -> dict[str, Any]:
    return {"is_done": False, "message": message, "problems": [], "left": [], "dossiers": []}


def _dossier(own: Mapping[str, Any]) -> str:
    subjects = own["subjects"]
    projects = sum(subject["kind"] == "project" for subject in subjects)
    found = [f"项目 {projects} 个"] if projects else []
    found += ["部门整体"] if projects < len(subjects) else []
    unit = own["unit"].get("name") or "单位名称未知"
    return f"{unit} {own['year']} 年度：{'、'.join(found)}。{own['reason']}"


def _unplaced(dossier: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from dossier.get("unplaced", ())
    for subject in dossier.get("subjects", ()):
        yield from subject.get("unplaced", ())


def _left(own: Mapping[str, Any], quote: str) -> dict[str, str]:
    """Say what was left of a file, and why."""
    return {
        "at": place_in_words(own.get("place")),
        "quote": str(own.get(quote, "")),
        "reason": str(own.get("reason", "")),
    }
