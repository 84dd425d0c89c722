"""改动 as a screen."""

from collections.abc import Iterator
from pathlib import Path

from generator.base.html import Html, tag
from generator.model.order import Order
from generator.roundtrip.changes import FigureChange
from generator.roundtrip.edit_account import Answer, Entry
from generator.roundtrip.files_record import read_record
from generator.use.changes.compare import Compared, compare
from generator.use.init.unpulled import unpulled_files
from generator.use.pull.pull import Pulled, pull
from generator.use.undo.undo import can_undo
from generator.web.changes.versions import since_version, versions_of
from generator.web.frame import dossier_ways, page, table, undo_button
from generator.web.served import Served

TAKEN = "已取回，下次生成时并入"

_MOST_PLACES = 4


def changes_screen(served: Served, id: str, folder: Path, version: int = 0) -> Html:
    """Write the screen; ``version`` says how many versions before the last it looks back."""
    with served.lock:
        compared = compare(folder, served.library(folder), Order())
        pulled = [(path, pull(path, folder)) for path in unpulled_files(folder)]
        dossier = served.examined(folder).dossier
    unit = dossier.unit.unit.name if dossier is not None else folder.name
    target = served.outputs(folder)
    known = versions_of(target)
    names = [own.file for own in read_record(target).usual_files]
    return page(
        f"改动 {unit}",
        dossier_ways(id, unit, "改动"),
        tag("h2", "上次生成以后"),
        _versions(known, version) if known else None,
        _since_version(served, folder, version) if 0 < version <= known else _since(compared),
        [tag("h2", "修订稿"), _redlines(names)] if names else None,
        tag("h2", "在 Word 里改过的文件"),
        [_edited(path, own) for path, own in pulled] or tag("p", "没有。"),
        undo_button("撤销上一次取回、合并、替换或改正", is_undoable=can_undo(folder)),
        screen="changes",
        dossier=id,
    )


def _versions(known: int, chosen: int) -> Html:
    """Let a version be chosen to compare with."""
    names = ["上次生成", *(f"再往前第 {number} 版" for number in range(1, known + 1))]
    options = [
        tag("option", name, value=str(number), selected=number == chosen)
        for number, name in enumerate(names)
    ]
    return tag(
        "form",
        tag("label", "相比于 ", tag("select", options, name="version", aria_label="相比于哪一版")),
        tag("button", "比较", type="submit"),
        class_="tools",
    )


def _since_version(served: Served, folder: Path, version: int) -> object:
    found = since_version(served, folder, version)
    if not found:
        return tag("p", "印出的数和那一版一样。")
    rows: list[list[object]] = [
        [own.name, own.old or "（没有）", own.new or "（没有）"] for own in found
    ]
    return table(f"与再往前第 {version} 版相比", ["数", "原来", "现在"], rows)


def _since(compared: Compared) -> object:
    if compared.is_first:
        return tag("p", "还没有生成过。")
    changes = compared.changes
    if not changes.figures and not changes.texts:
        return tag("p", "和上次生成的一样。")
    rows = [_figure(own) for own in changes.figures]
    places = dict.fromkeys(f"{text.where.document} {text.where.words}" for text in changes.texts)
    return (
        table("与上次生成相比", ["数", "原来", "现在", "原因", "出现在"], rows) if rows else None,
        tag("h3", f"文字不同的 {len(places)} 处") if places else None,
        tag("ul", [tag("li", place) for place in places]) if places else None,
    )


def _figure(own: FigureChange) -> list[object]:
    shown = [f"{place.document} {place.words}" for place in own.places[:_MOST_PLACES]]
    more = f"等 {len(own.places)} 处" if len(own.places) > _MOST_PLACES else ""
    causes = "；".join(cause.said for cause in own.causes)
    return [own.name, own.old or "（没有）", own.new or "（没有）", causes, "；".join(shown) + more]


def _redlines(names: list[str]) -> Html:
    """Offer the redlined version of every file, against what lies there or an older file."""
    items = [
        tag(
            "li",
            name,
            " ",
            tag(
                "button",
                "下载修订稿",
                type="button",
                data_redline=name,
                aria_label=f"下载“{name}”的修订稿",
            ),
        )
        for name in names
    ]
    return tag(
        "div",
        tag("p", "现在的内容和上次生成的文件相比，改动处带修订标记，数旁边注明原因。"),
        tag("ul", items),
        tag(
            "label",
            "和一份旧稿相比 ",
            tag("input", type="file", id="old", accept=".docx", aria_label="和一份旧稿相比"),
            id="old-drop",
        ),
    )


def _edited(path: Path, pulled: Pulled) -> Html:
    rows = [_difference(entry) for entry in pulled.account]
    diff = "".join(fixed.diff() for fixed in pulled.fixed)
    taken = {entry.answer for entry in pulled.account}
    return tag(
        "section",
        tag("h3", path.name),
        table("改动", ["取回", "位置", "改了什么", "取回的结果"], rows)
        if rows
        else tag("p", [problem.message for problem in pulled.problems] or f"{TAKEN}。"),
        tag("details", tag("summary", "输入文件会怎样改"), tag("pre", diff)) if diff else None,
        None
        if pulled.is_all_in  # nothing is left to be taken, nor to be thrown away
        else tag("div", [*_acts(path.name, can_take=Answer.PULLED in taken)], class_="tools"),
        class_="edited",
        data_file=path.name,
    )


def _difference(entry: Entry) -> list[object]:
    """Write a difference; what can go into the inputs can be chosen."""
    can_take = entry.answer is Answer.PULLED
    choice = tag(
        "input",
        type="checkbox",
        checked=True,
        value=entry.key,
        aria_label=f"取回 {entry.place} {entry.what()}",
    )
    result = f"{entry.answer}{f'：{entry.reason}' if entry.reason else ''}"
    return [choice if can_take else None, str(entry.place), entry.what(), result]


def _acts(name: str, *, can_take: bool) -> Iterator[Html]:
    if can_take:
        yield tag(
            "button", "把选中的取回到输入", type="button", data_take=name, aria_label=f"取回 {name}"
        )
    yield tag(
        "button",
        "不要这些改动，换成程序生成的",
        type="button",
        data_ours=name,
        aria_label=f"不要 {name} 里的改动",
    )
    yield tag("span", "没有选中的、不取回的，照样留在文件里。", class_="hint")
