"""What a tree writes often: how many have to write it, and how much of it is shown."""

import pytest

from generator.rules.tree.habit import NUMBER, SENTENCE, SHORT, TITLE
from generator.rules.tree.habits import habits_of
from tests.rules.tree.trees import WORDING, loaded, project, unit

BODIES = tuple(f"{place}县文化局" for place in ("东山", "西河", "南湖", "北桥"))
SAID = "{}年由财务室逐笔审核后支付项目资金，专款专用，没有截留挪用。"
CITED = "根据《东山县图书购置管理办法》（{}〔2023〕{}号）组织实施。"


def habits(root, kind, *texts, units=BODIES):
    tree = loaded(
        root, *((unit(n), project(overview=t)) for n, t in zip(units, texts, strict=False))
    )
    return [habit for habit in habits_of(tree, WORDING) if habit.kind == kind]


@pytest.mark.parametrize(("bodies", "count"), [(2, 0), (3, 1)])
def test_a_sentence_of_three_units_is_a_set_one(tmp_path, bodies, count):
    said = [SAID.format(2023)] * bodies
    assert len(habits(tmp_path, SENTENCE, *said)) == count


@pytest.mark.parametrize(
    ("years", "gap"),
    [
        ((2021, 2022, 2023), "年度：2021、2022、2023"),
        ((2020, 2021, 2022, 2023), "年度：2020、2021、2022……"),
    ],
)
def test_of_what_stood_in_a_gap_three_are_shown(tmp_path, years, gap):
    (habit,) = habits(tmp_path, SENTENCE, *map(SAID.format, years))
    assert habit.gaps == (gap,)


@pytest.mark.parametrize(("other", "count"), [(5, 0), (6, 1)])
def test_a_document_is_a_habit_where_it_has_two_numbers(tmp_path, other, count):
    told = habits(tmp_path, NUMBER, CITED.format("东文", 5), CITED.format("东文", other))
    assert len(told) == count


def test_a_number_is_a_habit_where_it_has_two_titles(tmp_path):
    one = CITED.format("东文", 5)
    assert habits(tmp_path / "same", TITLE, one, one) == []
    (habit,) = habits(tmp_path / "other", TITLE, one, one.replace("管理办法", "管理规定"))
    assert len(habit.forms) == 2


def shorts(root, *pairs):
    tree = loaded(root, *((unit(full, short=(short,)), project()) for full, short in pairs))
    return {
        habit.of: [form.text for form in habit.forms]
        for habit in habits_of(tree, WORDING)
        if habit.kind == SHORT
    }


def test_a_name_with_its_place_and_without_is_one_if_what_is_left_is_long_enough(tmp_path):
    assert shorts(tmp_path / "four", ("东山县图书馆室", "图馆"), ("图书馆室", "馆室")) == {
        "东山县图书馆室": ["图馆", "馆室"]
    }
    assert shorts(tmp_path / "three", ("东山县图书馆", "图馆"), ("图书馆", "馆")) == {
        "东山县图书馆": ["图馆"],
        "图书馆": ["馆"],
    }


def test_an_end_of_two_names_stands_for_neither(tmp_path):
    told = shorts(
        tmp_path, ("东山县文化馆室", "东馆"), ("西河县文化馆室", "西馆"), ("文化馆室", "馆室")
    )
    assert told["文化馆室"] == ["馆室"]
