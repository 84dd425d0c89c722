"""填报: the form of a subject, to be filled in where it is printed; the script draws the grid."""

from generator.base.html import Html, tag
from generator.model.dossier import Subject
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, fill_address, page
from generator.web.problem_list import problem_list
from generator.web.subjects import subject_title


def fill_screen(id: str, examined: Examined, subject: Subject | None) -> Html:
    """Write the screen; where the files cannot be read it says why."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    ways = dossier_ways(id, unit, "填报")
    if dossier is None or subject is None:
        said = tag("p", "这份填报的文件读不了，请先照下面的问题改正文件：")
        return page(f"填报 {unit}", ways, said, problem_list(examined.problems))
    others = [
        tag(
            "li",
            tag(
                "a",
                subject_title(own),
                href=fill_address(id, own.id),
                aria_current="page" if own.id == subject.id else None,
            ),
        )
        for own in dossier.subjects
    ]
    return page(
        f"{unit} {dossier.unit.year}年",
        ways,
        tag("nav", tag("ul", others), aria_label="项目", class_="subjects"),
        tag("div", tag("p", "正在打开……"), id="sheet"),
        screen="fill",
        dossier=id,
        subject=subject.id,
    )
