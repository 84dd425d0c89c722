"""Forms after layouts of many places: each fact in its key, all accounted for, no header as a value."""

from collections.abc import Iterator
from typing import Any

import pytest

from generator.model.foreign_document import ReadDocument, ReadTable
from generator.read.label_book import normal
from tests.foreign import book, read_excel, read_word, understood
from tests.read.forms_of_places import FACTS, FORMS

BOOK = book()


def as_word(name: str) -> ReadDocument:
    return read_word(*FORMS[name])


def as_sheet(name: str) -> ReadDocument:
    """Lay the parts of a form out below each other, as one sheet."""
    parts = FORMS[name]
    width = max(len(row) for part in parts if not isinstance(part, str) for row in part)
    rows = [
        [*row, *[""] * (width - len(row))]
        for part in parts
        for row in ([[part.replace("\t", "　　　")]] if isinstance(part, str) else part)
    ]
    return read_excel(rows)


def leaves(values: Any) -> Iterator[str]:
    inside = values.values() if isinstance(values, dict) else values
    for value in inside:
        if isinstance(value, dict | list):
            yield from leaves(value)
        else:
            yield str(value)


@pytest.mark.parametrize("read", [as_word, as_sheet], ids=["Word", "Excel"])
@pytest.mark.parametrize("name", FACTS)
def test_each_fact_has_its_key(name, read):
    document = read(name)
    subject = understood(document).subjects[0]
    found = {
        keys: str(subject.get(keys)) for keys in FACTS[name] if read is as_word or keys[0] != "unit"
    }
    expected = dict(FACTS[name])
    if subject.money_unit == "元":
        found[("funds", "unit")] = expected.get(("funds", "unit"), "元")
    assert {k: plain(v) for k, v in found.items() if k in expected} == {
        k: plain(v) for k, v in expected.items()
    }


def plain(text: str) -> str:
    """Numbers of a sheet have lost the zeros at their end."""
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").isdigit() else text


@pytest.mark.parametrize("read", [as_word, as_sheet], ids=["Word", "Excel"])
@pytest.mark.parametrize("name", FORMS)
def test_the_account_adds_up(name, read):
    document = read(name)
    (account,) = understood(document).accounts
    counts = account.as_data()
    assert counts["cells"] == counts["used"] + counts["furniture"] + counts["unread"]


@pytest.mark.parametrize("read", [as_word, as_sheet], ids=["Word", "Excel"])
@pytest.mark.parametrize("name", FORMS)
def test_no_header_is_a_value(name, read):
    document = read(name)
    labels = {
        normal(cell.text)
        for block in document.blocks
        if isinstance(block, ReadTable)
        for row in block.grid
        for cell in row
        if BOOK.role(cell.text)
    }
    for subject in understood(document).subjects:
        funds = {
            k: v for k, v in (subject.get(("funds",)) or {}).items() if not isinstance(v, list)
        }
        keys = ("project", "goal", "result", "problem", "fields", "stated")
        values = [funds, *(subject.values[key] for key in keys if key in subject.values)]
        assert not labels & {normal(value) for value in leaves(values)}


@pytest.mark.parametrize("name", [n for n in FORMS if n not in ("yunnan", "chongqing")])
def test_every_cell_of_the_tables_is_understood(name):
    """Split targets and flat lists of indicators are tested with the columns of indicators."""
    (account,) = understood(as_word(name)).accounts
    left = [e for e in account.entries if e.answer == "unread" and e.place.table]
    assert left == []


# ── a heading that is worded otherwise ──

REWORDED = {
    "sichuan": {
        "年度预算数（万元）": "本年资金（万元）",
        "项目年度目标": "本年要达到的目标",
        "年度目标完成情况": "目标达成的情况",
        "预算执行率": "花钱的比率",
        "年初预算": "年初批的数",
        "评价结论": "自己评价的结论",
        "项目负责人：王某": "项目总负责人：王某",
    },
    "zhongjiang": {
        "年度总体目标完成情况综述": "综合说一说做成了什么",
        "年初设定目标": "当初定下的事",
        "全年预算数（A）": "一年的盘子（A）",
        "全年执行数（B）": "花掉的（B）",
        "执行率（B/A）": "比例（B/A）",
    },
    "source_table": {"执行率": "执行比率"},
}


@pytest.mark.parametrize(
    ("name", "old"), [(name, old) for name, words in REWORDED.items() for old in words]
)
def test_an_unknown_wording_of_a_heading_changes_no_fact(name, old):
    parts = [
        part
        if isinstance(part, str)
        else [[REWORDED[name][old] if cell == old else cell for cell in row] for row in part]
        for part in FORMS[name]
    ]
    before = understood(as_word(name)).subjects[0].values
    after = understood(read_word(*parts)).subjects[0].values
    skipped = "fields"
    assert {k: v for k, v in after.items() if k != skipped} == {
        k: v for k, v in before.items() if k != skipped
    }
    assert sorted(after.get("fields", {}).values()) == sorted(before.get("fields", {}).values())
