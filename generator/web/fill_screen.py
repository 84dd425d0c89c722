"""填报: the form of a subject, to be filled in where it is printed; the script draws the grid."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.base.html import Html, tag
from generator.roundtrip.fix import Fixed
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, fill_address, page, toml_address
from generator.web.lacking import lacking
from generator.web.mended_files import offered
from generator.web.problem_list import ListOrder, problem_list
from generator.web.subjects import subject_title
from generator.web.target import UNIT, UNIT_TITLE
from generator.web.told import Told, owners_of

_INDICATORS: Final = {"跳到绩效指标": "#indicators"}
_SKIPS: Final = {"跳到表格": "#sheet", "跳到错误和警告": "#problems"}


def is_unread(examined: Examined, wanted: str) -> bool:
    """Tell whether no form can be shown because a file cannot be read: of all, or of what is wanted."""
    dossier = examined.dossier
    if dossier is None or not dossier.subjects:
        return True
    known = {UNIT, *(own.id for own in dossier.subjects)}
    return wanted not in known and any(own.stem == wanted for own in examined.path.glob("*.toml"))


def closed_screen(id: str, examined: Examined, opening: Sequence[Fixed]) -> Html:
    """Say why there is no form to fill in, and offer what mends all of it."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    file = tag("a", "在“文件”里改", href=toml_address(id, UNIT))
    said = tag("p", "这份填报的文件读不了，请先照下面的问题改正文件：", file)
    # What is wrong with files that can be read is told on their own forms.
    known = owners_of(dossier) if dossier is not None and dossier.subjects else {}
    problems = [own for own in examined.problems if own.place.file not in known]
    found = problem_list(problems, ListOrder(Told(id, None)))
    asked = _lacking(lacking(examined.path))
    ways = dossier_ways(id, unit, "填报")
    parts = (asked or said, offered(opening), found)
    return page(f"填报 {unit}", ways, *parts, screen="fill", dossier=id)


def fill_screen(id: str, examined: Examined, wanted: str) -> Html:
    """Write the screen of a dossier that can be read."""
    dossier = examined.dossier
    if dossier is None:
        return closed_screen(id, examined, ())
    unit = dossier.unit.unit.name
    ways = dossier_ways(id, unit, "填报")
    known = {UNIT: UNIT_TITLE, **{own.id: subject_title(own) for own in dossier.subjects}}
    others = [
        tag(
            "li",
            tag(
                "a",
                title,
                href=fill_address(id, name),
                aria_current="page" if name == wanted else None,
            ),
        )
        for name, title in known.items()
    ]
    return page(
        f"{unit} {dossier.unit.year}年",
        ways,
        tag("nav", tag("ul", others), aria_label="项目", class_="subjects"),
        tag(
            "form",
            tag(
                "label",
                "新项目 ",
                tag(
                    "textarea",
                    name="name",
                    required=True,
                    rows=1,
                    placeholder="几个的一行一个，或用顿号隔开",
                ),
            ),
            tag("button", "加一个项目", type="submit"),
            id="new-project",
            class_="tools",
        ),
        tag("div", tag("p", "正在打开……"), id="sheet", tabindex="-1"),
        screen="fill",
        skips=_SKIPS if wanted == UNIT else {**_INDICATORS, **_SKIPS},
        dossier=id,
        subject=wanted,
    )


def _lacking(fields: Mapping[str, str]) -> Html | None:
    """Ask for what is missing, where nothing can be read without it."""
    if not fields:
        return None
    asked = [
        tag("label", f"{title} ", tag("input", name=name, required=True))
        for name, title in fields.items()
    ]
    button = tag("button", "补上", type="submit", class_="main")
    words = tag("p", f"单位的文件里没有{'和'.join(fields.values())}，在这里写上就能填报。")
    return tag("form", words, asked, button, id="lacking", class_="tools")
