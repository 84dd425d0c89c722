"""Projects that a report lists in a sentence: 项目支出预算312.6万元，其中：甲84万元，乙75.6万元……."""

import re
from decimal import Decimal

from generator.read.draft import SectionText, SubjectDraft
from generator.read.label_book import LabelBook, normal

_LIST = re.compile(
    r"项目(?:支出)?(?:预算|资金)(?:合计|共计|总额)?(?:为)?([0-9]+(?:\.[0-9]+)?)万元[，,。]?其中[:：]([^。]+)"
)
_ITEM = re.compile(r"([^，,、；;0-9]{2,60}?)([0-9]+(?:\.[0-9]+)?)万元")
_SPLIT = r"{}(?:合计|共计|总额)?为?([0-9]+(?:\.[0-9]+)?)万元[，,。]?其中[:：]([^。]+)"
_KINDS = {"基本支出": "basic", "项目支出": "projects"}
_FEWEST = 2


def read_listing(sections: list[SectionText], book: LabelBook) -> list[SubjectDraft]:
    """Return the projects of the first list whose amounts add up to its total; else none."""
    for section in sections:
        for found in _LIST.finditer("".join(section.text.split())):
            items = [
                (name.strip("，,、；;和及以"), Decimal(a)) for name, a in _ITEM.findall(found[2])
            ]
            names = {normal(name) for name, _ in items}
            if (
                len(items) < _FEWEST
                or len(names) != len(items)
                or sum(a for _, a in items) != Decimal(found[1])
            ):
                continue
            if any(book.role(name) for name in names):
                continue  # a list of sources or of kinds of spending is no list of projects
            return [_project(name, budget, section) for name, budget in items]
    return []


def read_spending(subject: SubjectDraft) -> None:
    """Complete the expenditure of a department: its two kinds, and what a sentence splits them into.

    基本支出为1682.85万元，其中：甲1112.75万元，…… is taken when the parts add up to the whole.
    """
    rows = subject.get(("funds", "by-expenditure")) or []
    for index, row in enumerate(rows):
        key = _KINDS.get(row["name"])
        place = subject.places[("funds", "by-expenditure", index, "name")]
        if key and subject.money_unit in ("", "万元"):
            subject.put(("department", key), row["amount"], place)
        for section in subject.sections:
            text = "".join(section.text.split())
            for found in re.finditer(_SPLIT.format(re.escape(row["name"])), text):
                items = [
                    (name.strip("，,、；;和"), Decimal(a)) for name, a in _ITEM.findall(found[2])
                ]
                if len(items) >= _FEWEST and sum(a for _, a in items) == row["amount"]:
                    parts = [{"name": name, "amount": amount} for name, amount in items]
                    subject.put(("funds", "by-expenditure", index, "parts"), parts, section.place)


def _project(name: str, budget: Decimal, section: SectionText) -> SubjectDraft:
    subject = SubjectDraft("project")
    subject.put(("project", "name"), name, section.place)
    subject.put(("funds", "budget"), budget, section.place)
    subject.remarks.append("项目名称和预算数由报告里的一句话得出：各项相加等于总数")
    return subject
