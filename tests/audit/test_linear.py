"""An audit takes twice the steps for twice the document: counted, not timed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.reading import form, text
from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.library import Library

FEW = 40
PLACES = ("东河", "西岭", "南塘", "北坡", "中和", "上坪", "下洼", "新桥", "老集", "石门")


def said_of_rows(rows: int) -> str:
    """A report that calls many things by names of their own, and wants and reaches one again and again."""
    lines = ["2023年度项目绩效自评报告", "填报单位：某县水务局", "一、绩效目标完成情况"]
    for number in range(rows):
        place = PLACES[number % len(PLACES)]
        lines.append(
            f"{place}第{number}段渠道清淤计划完成{number % 9 + 12}公里，渠道清淤实际完成{number % 7 + 11}公里，"
            f"{place}{number}号泵站检修完成{number % 5 + 2}座，检修合格率达到9{number % 10}%。"
        )
    return "\n".join(lines)


@pytest.fixture
def steps(tmp_path):
    """Count the lines that run while a file is audited, and each round of a loop in one line."""
    library = Library(find_workspace(tmp_path)[0])

    def counted(path: Path) -> int:
        found = 0

        def trace(frame, event, argument):
            nonlocal found
            found += 1
            return trace

        order = AuditOrder((path,))
        before = sys.gettrace()
        Auditor(
            library, order
        ).run()  # what is read once, and made ready once, is no step of its own
        sys.settrace(trace)
        try:
            Auditor(library, order).run()
        finally:
            sys.settrace(before)
        return found

    return counted


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("form.docx", form),
        ("told.txt", lambda rows: said_of_rows(rows).encode()),
        ("report.txt", lambda rows: text(rows * 400).encode()),
    ],
    ids=["rows", "sentences", "paragraphs"],
)
def test_steps_grow_as_the_document_does(name: str, write: Callable[[int], bytes], steps, tmp_path):
    taken = []
    for rows in (FEW, 2 * FEW, 4 * FEW):
        path = tmp_path / name
        path.write_bytes(write(rows))
        taken.append(steps(path))
    small, middle, large = taken
    assert large - middle <= 2.4 * (middle - small), taken
