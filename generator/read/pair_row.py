"""Rows of labels and values: 年初预算数（元） | 100 | 预算安排（元） | 120, or 总分：50 | 等级：优."""

from collections.abc import Collection, Sequence

from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell
from generator.read.cell_kinds import looks_like_label
from generator.read.evidence_cells import CellLens

# Labels of the money, which name no class and no indicator.
_AMOUNTS = frozenset((*AMOUNTS, "rate", "fund-total", "fund-source"))
_LEVELS = frozenset(("level1", "level2", "class", "name"))
_NUMBERED = Pattern(r"[〔\[（(](?:19|20)[0-9]{2}[〕\]）)]|(?:19|20)[0-9]{2}[年.\-/]|[0-9]号")
_FEWEST = 2


def are_amounts(own: Sequence[ReadCell], lens: CellLens) -> bool:
    """Tell such a row from a row of an indicator; every second cell is a label, and no other is."""
    labels, values = own[::2], own[1::2]
    if len(values) < _FEWEST or any(lens.role(c.text) not in _AMOUNTS for c in labels[:_FEWEST]):
        return False
    are_labels = all(lens.role(c.text) for c in labels[: len(values)])
    return are_labels and not any(lens.role(c.text) for c in values)


def are_labelled(own: Sequence[ReadCell], lens: CellLens, ends: Collection[str]) -> bool:
    """Tell a row in which every cell is a label with its value, the first one of some roles."""
    heads = [c.text.replace(":", "：").partition("：") for c in own]
    roles = [lens.role(head) if colon else "" for head, colon, _ in heads]
    return bool(roles) and all(roles) and (roles[0] in ends or roles[0] in _AMOUNTS)


def are_pairs(own: Sequence[ReadCell], lens: CellLens) -> bool:
    """Tell labels and values in turn: 批复文号 | 某财〔2022〕6号 | 是否跨年 | 是; they name no columns."""
    labels, values = own[::2], own[1::2]
    if len(labels) != len(values) or len(values) < _FEWEST:
        return False
    book = lens.book
    if any(lens.column_role(c.text) or lens.role(c.text) for c in values):
        return False
    told = sum(_is_told(c.text, lens) for c in values)
    are_plain = all(looks_like_label(c.text, book) and not _is_told(c.text, lens) for c in labels)
    return are_plain and bool(told) and not any(_is_level(c.text, lens) for c in labels)


def _is_told(text: str, lens: CellLens) -> bool:
    """Tell what no heading of a column says: yes or no, a number of a document, a body, a date."""
    phrases = lens.book.phrases
    plain = "".join(text.split())
    is_answer = plain in phrases.words("answer") or phrases.ticked(text) is not None
    return is_answer or phrases.is_body(text) or _NUMBERED.search(plain) is not None


def _is_level(text: str, lens: CellLens) -> bool:
    return lens.column_role(text) in _LEVELS
