"""Parts that are made up of items, and settings of forms: what is wrong with them in schemes and inputs."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.load.workspace_folder import find_workspace
from generator.read.draft import SubjectDraft
from generator.rules.items_of import items_in
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import write_files
from tests.rules.test_scheme import SOUND, check

EXECUTION = 'kind = "execution"\nweight = 30.5\nbasis = "form"\n'
ITEMS = """kind = "items"
weight = 30.5
basis = "form"
[[project.part.item]]
name = "公示及时"
weight = 10
judge = "answer"
answers = [{ word = "是", percent = 100 }, { word = "否", percent = 0 }]
[[project.part.item]]
name = "台账完整"
weight = 20.5
"""
DOCUMENT = """
[[document]]
id = "form"
title = "表"
template = "form.docx"
for = "project"
basis = "form"
[document.print.numbers]
rate = { places = 2 }
"funds.weight" = { places = 1 }
"form.amounts" = { grouped = true }
[[document.print.constant]]
table = "funds"
columns = ["weight", "score"]
text = "—"
"""
WITH_ITEMS = SOUND.replace(EXECUTION, ITEMS) + DOCUMENT


def test_a_sound_part_of_items_and_sound_settings_raise_nothing():
    assert check(WITH_ITEMS) == ()


FAULTS = {
    "no items": ((ITEMS[ITEMS.index("[[") :], ""), ("S16", "没有列出各项", 'kind = "items"')),
    "points that do not add up": (("weight = 20.5", "weight = 20"), ("S16", "各项分值之和为 30，", "weight = 30.5")),
    "an item twice": (('"台账完整"', '"公示及时"'), ("S16", "“公示及时”写了两次", 'name = "公示及时"')),
    "items of another kind": (('kind = "items"', 'kind = "indicators"'), ("S16", "用不到 item", "[[project.part.item]]")),
    "no answers": (('answers = [{ word = "是", percent = 100 }, { word = "否", percent = 0 }]\n', ""), ("S16", "没有写可答的话", 'judge = "answer"')),
    "answers that nobody asks for": (('judge = "answer"\n', ""), ("S16", "用不到 answers", 'answers = [')),
    "an answer twice": (('word = "否"', 'word = "是"'), ("S16", "“是”写了两次", 'answers = [')),
    "no full answer": (("percent = 100", "percent = 99.9"), ("S16", "怎样答也得不到满分", 'answers = [')),
    "sources of something else": (('kind = "items"', 'kind = "items"\nby-source = true'), ("S16", "只有执行率可以按来源计分", "by-source = true")),
    "numbers of no column": (("rate = {", "rates = {"), ("S17", "没有“rates”这一栏", "rates = {")),
    "numbers of a column elsewhere": (('"funds.weight"', '"funds.reason"'), ("S17", "没有“reason”这一栏", '"funds.reason"')),
    "numbers of no rows": (('"funds.weight"', '"money.weight"'), ("S17", "没有“money”这些行", '"money.weight"')),
    "words of no rows": (('table = "funds"', 'table = "fund"'), ("S17", "没有“fund”这些行", 'table = "fund"')),
    "words of no column": (('"weight", "score"]', '"weight", "scores"]'), ("S17", "没有“scores”这一栏", "columns = [")),
}  # fmt: skip


@pytest.mark.parametrize(("change", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_once_at_its_line(change, told):
    old, new = change
    assert old in WITH_ITEMS
    at = WITH_ITEMS.index("[[project.part.item]]") if old.startswith("weight = 20") else 0
    text = WITH_ITEMS[:at] + WITH_ITEMS[at:].replace(old, new, 1)
    (problem,) = check(text)
    code, words, line = told
    assert (problem.code, words in problem.message) == (code, True), problem.message
    assert text.splitlines()[problem.place.line - 1].startswith(line)
    assert problem.hint


def test_a_scheme_scores_sources_apart_in_its_execution():
    text = SOUND.replace('kind = "execution"', 'kind = "execution"\nby-source = true')
    assert check(text) == ()


SCHEME = """
id = "quay-2031"
title = "码头自评"

[force]
from = 2031

[[basis]]
id = "form"
document = "码头自评表"

[[project]]
total = 40
basis = "form"

[[project.part]]
id = "work"
label = "成效"
kind = "indicators"
weight = 20
basis = "form"

[[project.part]]
id = "care"
label = "管理"
kind = "items"
weight = 20
basis = "form"

[[project.part.item]]
name = "公示及时"
weight = 8
judge = "answer"
answers = [{ word = "是", percent = 100 }, { word = "迟了", percent = 50 }]

[[project.part.item]]
name = "台账完整"
weight = 12

[[method]]
when = ["≥"]
kind = "ratio"
basis = "form"
"""
PROJECT = """
[project]
name = "护岸"

[stated]
total = 38

[[indicator]]
class = "产出/数量"
name = "护岸长度"
target = "≥5千米"
actual = "5千米"
weight = 20

[[item]]
name = "公示及时"
answer = "是"

[[item]]
name = "台账完整"
score = 10
"""
UNIT = 'year = 2031\nscheme = "quay-2031"\n\n[unit]\nname = "某港务局"\n'


@pytest.fixture
def told(workspace):
    def make(*changes):
        text = PROJECT
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        folder = workspace / "inputs" / "quay"
        write_files(
            workspace,
            {
                "templates/schemes/quay-2031.toml": SCHEME,
                "inputs/quay/unit.toml": UNIT,
                "inputs/quay/bank.toml": text,
            },
        )
        found = examine(folder, Library(find_workspace(folder)[0])).problems
        return [(p.code, p.message) for p in found]

    return make


def test_what_is_answered_and_adds_up_raises_nothing(told):
    assert told() == []
    assert told(('answer = "是"', 'answer = "是"\nscore = 8')) == []
    assert told(('answer = "是"', 'answer = "迟了"'), ("total = 38", "total = 34")) == []


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ([('answer = "是"', 'answer = "不详"')], "A02", "答案“不详”不在方案所列之中"),
        ([('answer = "是"\n', "")], "A02", "没有答案 answer"),
        ([("score = 10\n", "")], "A02", "缺少自评得分 score"),
        ([('[[item]]\nname = "台账完整"\nscore = 10\n', "")], "A02", "没有填写"),
        ([('answer = "是"', 'answer = "是"\nscore = 7')], "A07", "应为 8"),
        ([('name = "台账完整"', 'name = "台帐完整"')], "I24", "不是方案"),
        ([("total = 38", "total = 37.9")], "A01", "37.9"),
        ([("score = 10", "score = 12.1"), ("total = 38", "total = 40.1")], "A07", "12.1"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item_is_told(told, changes, code, words):
    found = told(*changes)
    assert any(c == code and words in message for c, message in found), found


def test_full_points_are_not_too_many(told):
    assert told(("score = 10", "score = 12"), ("total = 38", "total = 40")) == []


def test_the_same_item_twice_is_told_at_load(told):
    assert ("I16", "按项计分的“公示及时”重复，第 15 行已有") in told(('"台账完整"', '"公示及时"'))


def test_items_of_a_document_have_the_scores_that_it_prints():
    place = DocumentPlace(table=1, row=2, column=3)
    subject = SubjectDraft("project")
    subject.put(("item", 0, "name"), "制度健全性", place)
    subject.put(("item", 0, "stated", "score"), Decimal(3), place)
    subject.put(("item", 1, "name"), "资金管理", place)
    first, second = items_in(subject)
    assert (first.name, first.weight, first.score.value) == ("制度健全性", None, 3)
    assert (second.name, second.score) == ("资金管理", None)
