"""审核 as a screen; its script sends what is dropped on it."""

from typing import Final

from generator.base.html import Html, tag
from generator.web.frame import page, top_ways

KINDS: Final = (".docx", ".xlsx", ".xls", ".txt", ".md")


def foreign_screen() -> Html:
    """Write the screen."""
    return page(
        "审核",
        top_ways("审核"),
        tag(
            "label",
            "把别人写的自评表、报告（Word、Excel、文本）拖到这里，或选择文件 ",
            tag("input", type="file", id="files", multiple=True, accept=",".join(KINDS)),
            id="drop",
            class_="drop",
        ),
        tag("div", id="audited", aria_live="polite"),
        screen="audit",
    )
