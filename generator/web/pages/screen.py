"""文稿 as a screen; its script asks for the pages."""

from generator.base.html import Html, tag
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, page


def pages_screen(id: str, examined: Examined) -> Html:
    """Write the screen."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    subjects = dossier.subjects if dossier is not None else ()
    options = [
        tag("option", own.name or "部门整体", value=own.id, data_file=own.source.path.name)
        for own in subjects
    ]
    return page(
        f"文稿 {unit}",
        dossier_ways(id, unit, "文稿"),
        tag("p", "正在排版……", id="state", role="status"),
        tag(
            "div",
            tag("div", id="sheets"),
            tag(
                "aside",
                tag(
                    "details",
                    tag("summary", "从填报栏目找到页面上的位置"),
                    tag("label", "项目 ", tag("select", options, id="subject", aria_label="项目")),
                    tag("ul", id="fields", class_="picks", aria_label="填报栏目"),
                    id="finder",
                )
                if options
                else None,
                tag(
                    "section",
                    tag("p", "点页面上的数或字，看它从哪里来。"),
                    id="trace",
                    tabindex="-1",
                    aria_label="来源",
                    aria_live="polite",
                ),
            ),
            class_="pages",
        ),
        screen="pages",
        dossier=id,
    )
