"""填报: the form of a subject, to be filled in where it is printed; the script draws the grid."""

from collections.abc import Mapping
from typing import Final

from generator.base.html import Html, tag
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, fill_address, page, toml_address
from generator.web.lacking import lacking
from generator.web.problem_list import ListOrder, problem_list
from generator.web.subjects import subject_title
from generator.web.target import UNIT, UNIT_TITLE
from generator.web.told import Told

_INDICATORS: Final = {"跳到绩效指标": "#indicators"}
_SKIPS: Final = {"跳到表格": "#sheet", "跳到错误和警告": "#problems"}


def fill_screen(id: str, examined: Examined, wanted: str) -> Html:
    """Write the screen; where the files cannot be read it says why."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    ways = dossier_ways(id, unit, "填报")
    if dossier is None or not dossier.subjects:
        file = tag("a", "在“文件”里改", href=toml_address(id, UNIT))
        said = tag("p", "这份填报的文件读不了，请先照下面的问题改正文件：", file)
        found = problem_list(examined.problems, ListOrder(Told(id, None)))
        asked = _lacking(lacking(examined.path))
        return page(f"填报 {unit}", ways, asked or said, found, screen="fill", dossier=id)
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
