"""One set of indicators in unlike projects: by names, by prints, with or without codes."""

import pytest

from generator.rules.copied_sets import SignedSet, copied, shared_of


def found(*said):
    sets = [
        SignedSet(home, project, frozenset(signs.split()), code, None)
        for home, project, signs, code in said
    ]
    return [(first.project, [other.project for other in others]) for first, others in copied(sets)]


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        (("乙", "水渠维修", "一 二 三 四 五", ""), True),
        (("乙", "水渠维修", "一 二 三 四 六", ""), True),  # all but one
        (("乙", "水渠维修", "一 二 三 七 六", ""), False),
        (("甲", "水渠维修", "一 二 三 四 五", ""), False),  # inside one dossier others look
        (("乙", "图书采购", "一 二 三 四 五", ""), False),  # of one kind
        (("乙", "水渠购置", "一 二 三 四 五", ""), False),  # half of the name
        (("乙", "水渠维修", "一 二 三 四 五", "2023-7"), True),
    ],
)
def test_unlike_projects_of_two_dossiers_that_share_a_set_are_told(other, is_told):
    told = [("图书购置", ["水渠维修"])] if is_told else []
    assert found(("甲", "图书购置", "一 二 三 四 五", ""), other) == told


def test_of_a_name_of_five_signs_two_are_not_half():
    one = ("甲", "绿道养护站", "一 二", "")
    assert found(one, ("乙", "水渠养护队", "一 二", "")) == [("绿道养护站", ["水渠养护队"])]
    assert found(one, ("乙", "水渠养护站", "一 二", "")) == []


def test_a_code_tells_projects_apart_and_together():
    one, like, other = (
        ("甲", "图书购置", "一 二", "7"),
        ("乙", "图书采购", "一 二", "8"),
        ("丙", "书", "一 二", "7"),
    )
    assert found(one, like, other) == [("图书购置", ["图书采购"])]


def test_a_print_of_whole_rows_is_one_sign():
    assert found(
        ("甲", "图书购置", "x", ""), ("乙", "水渠维修", "x", ""), ("丙", "桥梁养护", "y", "")
    ) == [("图书购置", ["水渠维修"])]


@pytest.mark.parametrize(
    ("own", "others", "shared"),
    [
        ("一二三四五六七八", "一二三四五六七九", 7),  # seven of eight are nearly all
        ("一二三四五六七八", "一二三四五六九十", 0),
        ("一二三四五", "一二三四五六七", 5),
        ("一二三四", "一二三四", 0),  # so few are alike by chance
    ],
)
def test_two_sets_are_one_where_nearly_all_names_are_shared(own, others, shared):
    assert shared_of({*own}, {*others}) == shared
