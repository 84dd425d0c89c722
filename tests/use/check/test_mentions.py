"""A sentence of the inputs that names a quantity of the form is held against it, at the number."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library


@pytest.fixture
def told(dossier):
    def look(said):
        folder = dossier(change={"为全县读者购置图书。": said})
        problems = examine(folder, Library(find_workspace(folder)[0])).problems
        return [(p.place.column, p.message, p.hint) for p in problems if p.code == "X02"]

    return look


@pytest.mark.parametrize(
    "said",
    [
        "购书册数为20500册，计划购书册数不低于20000册。",
        "全年预算数100万元，全年执行数95万元，预算执行率95%。",
        "其中县级资金执行率80%，上年执行率70%。",
        "购书约2万册。",
    ],
)
def test_what_agrees_or_is_another_thing_is_not_told(told, said):
    assert told(said) == []


@pytest.mark.parametrize(
    ("said", "left", "right"),
    [
        ("购书册数为21500册。", "21500册", "20500册"),
        ("按期完成，全年执行数为59万元。", "59万元", "95万元"),
        ("本项目预算执行率为96%。", "96%", "95%"),
    ],
)
def test_what_differs_is_told_where_it_stands(told, said, left, right):
    ((column, message, hint),) = told(said)
    assert left in message
    assert right in message
    assert "引用" in hint
    assert column > 1
