"""Faults of template tags that a template engine would not tell of: it would lose text instead."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.language.half_tag import half_tag
from generator.word.word_tags import TAG
from generator.word.xml import Element, W

_BLOCK = Pattern(r"\{[%#{](p|tr|tc)\s.*?[%#}]\}", re.DOTALL)
_BEGIN = Pattern(r"\{%p\s+(if|for)\b")
_END = Pattern(r"\{%p\s+(endif|endfor)\b")
_MERGE = Pattern(r"\|\s*merge\s*\}\}")
_OPENS = Pattern(r"\{%(?:p|tr|tc)\s+(?:if|for)\b")
_CLOSES = Pattern(r"\{%(?:p|tr|tc)\s+end")
_PARTS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_HOLDERS = {"p": "段", "tr": "行", "tc": "单元格"}


class TagFault(NamedTuple):
    """A fault, with the number of the paragraph that it stands in."""

    paragraph: int
    message: str
    hint: str
    quote: str = ""


def check_tags(root: Element) -> Iterator[TagFault]:
    """Go through the paragraphs and table rows of a part whose tags have been joined."""
    paragraphs = list(root.iter(f"{W}p"))
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs)}
    for number, paragraph in enumerate(paragraphs):
        text = _text(paragraph)
        yield from _outside_of_runs(number, paragraph)
        if not any(sign in text for sign in "{}｛｝"):
            continue
        yield from _braces(number, text)
        yield from _blocks(number, text, "p")
        yield from _homeless(number, paragraph, text)
    for row in root.iter(f"{W}tr"):
        first = next(iter(row.iter(f"{W}p")), None)
        if first is not None:
            yield from _blocks(numbers[first], _own_text(row), "tr")
    for cell in root.iter(f"{W}tc"):
        yield from _cell(cell, numbers)
        yield from _end(cell, numbers)
    yield from _apart(paragraphs)


def has_tracked_changes(root: Element) -> bool:
    """Tell whether a part holds changes that nobody has accepted or refused yet."""
    kinds = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
    return next(iter(root.iter(*kinds)), None) is not None


def _text(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def _own_text(row: Element) -> str:
    """Return the words of a row without those of tables in its cells."""
    nodes = row.iter(f"{W}t")
    return "".join(n.text or "" for n in nodes if next(n.iterancestors(f"{W}tr")) is row)


def _outside_of_runs(number: int, paragraph: Element) -> Iterator[TagFault]:
    """Words outside of a run are in the file, but on no page."""
    for node in paragraph.iter(f"{W}t"):
        parent = node.getparent()
        if parent is not None and parent.tag != f"{W}r" and (node.text or "").strip():
            words = (node.text or "").strip()[:20]
            hint = "请删去这几个字，在 Word 里重新输入"
            yield TagFault(number, f"“{words}”不在任何文字段里，Word 不显示", hint, words)


def _braces(number: int, text: str) -> Iterator[TagFault]:
    if fault := half_tag(TAG.sub("", text)):
        hint = "标签要用半角括号，在同一段里写完整，如 {{ form.name }}、{%tr endfor %}"
        yield TagFault(number, fault.message, hint, fault.word)


def _homeless(number: int, paragraph: Element, text: str) -> Iterator[TagFault]:
    """A tag that takes a row or a cell away has to stand in one."""
    for found in _BLOCK.finditer(text):
        kind = found[1]
        if kind != "p" and next(paragraph.iterancestors(_PARTS[kind]), None) is None:
            message = f"标签“{found[0]}”不在表格里"
            hint = "{%tr %} 写在表格的一行里，{%tc %} 写在一个单元格里；整段的写作 {%p %}"
            yield TagFault(number, message, hint, found[0])


def _apart(paragraphs: Sequence[Element]) -> Iterator[TagFault]:
    """What begins in one table (cell, text) has to end there; otherwise the table is cut."""
    open_: list[tuple[str, Element | None]] = []
    for number, paragraph in enumerate(paragraphs):
        for found in _BLOCK.finditer(_text(paragraph)):
            kind, tag = found[1], found[0]
            part = next(
                (e for e in (paragraph, *paragraph.iterancestors()) if e.tag == _PARTS[kind]), None
            )
            home = part.getparent() if part is not None else None
            if _OPENS.match(tag):
                open_.append((kind, home))
            elif _CLOSES.match(tag) and open_:
                begun, where = open_.pop()
                if begun == kind and where is not home:
                    holder = {"p": "同一格（或正文）", "tr": "同一张表", "tc": "同一行"}[kind]
                    message = f"标签“{tag}”和它的开头不在{holder}里"
                    yield TagFault(number, message, f"请把两个标签放在{holder}里", tag)


def _blocks(number: int, text: str, kind: str) -> Iterator[TagFault]:
    """What stands beside a tag that takes its paragraph or row away is lost with it."""
    own = [found for found in _BLOCK.finditer(text) if found[1] == kind]
    if not own:
        return
    holder = _HOLDERS[kind]
    if len(own) > 1:
        message = f"一{holder}里有两个 {{%{kind} %}} 标签，只有一个会起作用"
        yield TagFault(number, message, f"请让每个标签独占一{holder}", own[1][0])
    beside = _BLOCK.sub("", text).strip()
    if beside:
        message = f"“{beside[:20]}”与 {{%{kind} %}} 标签在同一{holder}，会丢失"
        yield TagFault(number, message, f"请把标签移到单独的一{holder}", beside[:20])
    for found in own:
        inside = found[0][2:-2]
        if any(sign in inside for sign in "}%"):
            message = f"标签“{found[0]}”里不能有 % 或 }}"
            yield TagFault(number, message, "请改写条件", found[0])


def _cell(cell: Element, numbers: dict[Element, int]) -> Iterator[TagFault]:
    """A cell must keep a paragraph whatever its conditions say, or Word cannot open the file."""
    paragraphs = [child for child in cell if child.tag == f"{W}p"]
    texts = [_text(paragraph) for paragraph in paragraphs]
    if sum(len(_MERGE.findall(text)) for text in texts) > 1:
        message = "一格里有两个 |merge：只按前一个合并，后一个的字会不见"
        yield TagFault(numbers[paragraphs[0]], message, "请只留一个，或分成两列", "|merge")
    if not any(_BEGIN.search(text) for text in texts):
        return
    depth = 0
    for text in texts:
        if _BEGIN.search(text):
            depth += 1
        elif _END.search(text):
            depth -= 1
        elif depth == 0 and not _BLOCK.search(text):
            return
    message = "这个单元格的内容都在条件里，条件不成立时会一段不剩"
    hint = "请在条件之外留一个空段，或改用 {% if %}（不带 p）"
    yield TagFault(numbers[paragraphs[0]], message, hint)


def _end(cell: Element, numbers: dict[Element, int]) -> Iterator[TagFault]:
    """Tell a cell that ends with a table: Word takes such a file for damaged."""
    blocks = [child for child in cell if child.tag != f"{W}tcPr"]
    first = next(iter(cell.iter(f"{W}p")), None)
    if blocks and blocks[-1].tag == f"{W}tbl" and first is not None:
        message = "这个单元格里的表格后面没有段落，Word 打不开这样的文件"
        yield TagFault(numbers[first], message, "请在单元格里的表格后面留一个空段")


def faults_of(root: Element, places: Sequence[str]) -> Iterator[tuple[str, TagFault]]:
    """Give every fault with the place of its paragraph."""
    for fault in check_tags(root):
        yield places[fault.paragraph], fault
