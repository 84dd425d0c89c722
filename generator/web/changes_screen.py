"""改动: what differs from the last build, what somebody changed in Word, and the way back."""

from pathlib import Path
from typing import Any

from generator.base.html import Html, tag
from generator.base.problem_data import problems_as_data
from generator.model.order import Order
from generator.roundtrip.changes import FigureChange
from generator.roundtrip.fix import write_fixed
from generator.use.changes.compare import compare
from generator.use.init.unpulled import unpulled_files
from generator.use.pull.pull import Pulled, pull
from generator.use.undo.undo import undo
from generator.web.frame import dossier_ways, page, table
from generator.web.served import Served

PULL = "pull --apply"


def changes_screen(served: Served, id: str, folder: Path) -> Html:
    """Write the screen."""
    with served.lock:
        library = served.library(folder)
        compared = compare(folder, library, Order())
        pulled = [(path, pull(path, folder)) for path in unpulled_files(folder)]
        dossier = served.examined(folder).dossier
    unit = dossier.unit.unit.name if dossier is not None else folder.name
    rows: list[list[object]] = [_figure(own) for own in compared.changes.figures]
    if compared.is_first:
        since: object = tag("p", "还没有生成过。")
    elif not rows and not compared.changes.texts:
        since = tag("p", "和上次生成的一样。")
    else:
        texts = f"另有 {len(compared.changes.texts)} 处文字不同。" if compared.changes.texts else ""
        since = (
            table("与上次生成相比", ["数", "原来", "现在", "出现在几处"], rows) if rows else None,
            tag("p", texts) if texts else None,
        )
    return page(
        f"改动 {unit}",
        dossier_ways(id, unit, "改动"),
        tag("h2", "上次生成以后"),
        since,
        tag("h2", "在 Word 里改过的文件"),
        [_edited(path, own) for path, own in pulled] or tag("p", "没有。"),
        tag("p", tag("button", "撤销上一次取回、合并或改正", type="button", id="undo-command")),
        screen="changes",
        dossier=id,
    )


def take_in(served: Served, folder: Path, name: str) -> dict[str, Any]:
    """Take what somebody changed in a Word file into the inputs."""
    with served.lock:
        path = next((own for own in unpulled_files(folder) if own.name == name), None)
        if path is None:
            return {"message": "这个文件里没有要取回的改动", "problems": []}
        pulled = pull(path, folder)
        faults = write_fixed(pulled.fixed, PULL)
    failed = len({fault.place for fault in faults})
    said = f"取回了 {len(pulled.fixed) - failed} 个输入文件的改动"
    return {"message": said, "problems": problems_as_data([*pulled.problems, *faults])["problems"]}


def take_back(served: Served, folder: Path) -> dict[str, Any]:
    """Take back what the last command changed in a dossier."""
    with served.lock:
        undone = undo(folder)
    if not undone.command:
        return {"message": "没有可以撤销的", "problems": []}
    said = f"已撤销上一次 {undone.command}，还原了 {len(undone.restored)} 个文件"
    return {"message": said, "problems": problems_as_data(undone.problems)["problems"]}


def _figure(own: FigureChange) -> list[object]:
    return [own.name, own.old or "（没有）", own.new or "（没有）", str(len(own.places))]


def _edited(path: Path, pulled: Pulled) -> Html:
    lines = [tag("li", entry.line()) for entry in pulled.account]
    diff = "".join(fixed.diff() for fixed in pulled.fixed)
    return tag(
        "section",
        tag("h3", path.name),
        tag("ul", lines) if lines else tag("p", "看不出改了什么。"),
        tag("pre", diff) if diff else None,
        tag(
            "button",
            "取回到输入",
            type="button",
            data_take=path.name,
            aria_label=f"取回 {path.name}",
        )
        if pulled.fixed
        else None,
        class_="edited",
    )
