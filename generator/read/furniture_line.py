"""Paragraphs that belong to the paper and not to what it says: contents, page numbers, attachments."""

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.reading import ReadParagraph
from generator.read.headings import is_contents_line, split_number
from generator.read.values import squeezed

CONTENTS, PAGE, ATTACHMENT, PART, RULE = "目录", "页码", "附件", "部分", "分隔线"
_LONGEST = 100
_ATTACHED = Pattern(rf"附\s*(?:件|表|录)\s*[0-9{NUMERALS}]*\s*(?:[:：].*)?")
_LISTED = Pattern(
    r".{2,60}(?:表|报告|报告书|清单|问卷|底稿|材料|通知|情况|说明|体系|分析|决算|名单|照片)"
)
_PAGE = Pattern(
    r"[-—–]?\s*[0-9]{1,4}\s*[-—–]?|第\s*[0-9]{1,4}\s*页.{0,12}|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_CONTENTS = Pattern(r"目\s*录|目\s*次")
_RULE = Pattern(r"[-—–_=*·.…\s]+")


def furniture_of(paragraph: ReadParagraph, text: str, *, is_list_open: bool) -> str:
    """Say what furniture a paragraph is (empty: none)."""
    if is_contents_line(paragraph) or _CONTENTS.fullmatch(text):
        return CONTENTS
    if _PAGE.fullmatch(text):
        return PAGE
    if _RULE.fullmatch(text):
        return RULE
    if len(text) <= _LONGEST and _ATTACHED.fullmatch(text):
        return ATTACHMENT
    if is_list_open and _is_listed(text):
        return ATTACHMENT
    return ""


def opens_list(text: str) -> bool:
    """Tell a line that begins the list of attachments: 附件：1.…自评表."""
    plain = squeezed(text)
    return _ATTACHED.fullmatch(plain) is not None and ("：" in plain or ":" in plain)


def _is_listed(text: str) -> bool:
    line = split_number(text)
    return line.style > 2 and _LISTED.fullmatch(line.title) is not None
