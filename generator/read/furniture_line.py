"""Paragraphs that belong to the paper and not to what it says: contents, page numbers, attachments."""

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadParagraph
from generator.read.form_words import Vocabulary
from generator.read.headings import is_contents_line, split_number
from generator.read.printed_values import squeezed

CONTENTS, PAGE, ATTACHMENT, PART, RULE = "目录", "页码", "附件", "部分", "分隔线"
_LONGEST = 100
_NUMBER = Pattern(rf"[0-9{NUMERALS}]*(?:[:：].*)?")
_SHORTEST_LISTED, _LONGEST_LISTED = 3, 63
_PAGE = Pattern(
    r"[-—–]?\s*[0-9]{1,4}\s*[-—–]?|第\s*[0-9]{1,4}\s*页.{0,12}|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_RULE = Pattern(r"[-—–_=*·.…\s]+")


def furniture_of(
    paragraph: ReadParagraph, text: str, phrases: Vocabulary, *, is_list_open: bool
) -> str:
    """Say what furniture a paragraph is (empty: none)."""
    if is_contents_line(paragraph) or squeezed(text) in phrases.words("contents"):
        return CONTENTS
    if _PAGE.fullmatch(text):
        return PAGE
    if _RULE.fullmatch(text):
        return RULE
    if len(text) <= _LONGEST and _is_attachment(text, phrases):
        return ATTACHMENT
    if is_list_open and _is_listed(text, phrases):
        return ATTACHMENT
    return ""


def opens_list(text: str, phrases: Vocabulary) -> bool:
    """Tell a line that begins the list of attachments: 附件：1.…自评表."""
    plain = squeezed(text)
    return _is_attachment(plain, phrases) and ("：" in plain or ":" in plain)


def _is_attachment(text: str, phrases: Vocabulary) -> bool:
    """Tell whether a line is the mark of an attachment, with its number and its title."""
    plain = squeezed(text)
    mark = next((word for word in phrases.words("attachment") if plain.startswith(word)), "")
    return bool(mark) and _NUMBER.fullmatch(plain.removeprefix(mark)) is not None


def _is_listed(text: str, phrases: Vocabulary) -> bool:
    line = split_number(text)
    is_title = _SHORTEST_LISTED <= len(line.title) <= _LONGEST_LISTED
    return line.style > 2 and is_title and line.title.endswith(phrases.words("listed"))
