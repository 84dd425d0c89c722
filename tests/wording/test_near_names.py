"""Names and sentences that nearly agree, among many that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.packs import find_packs, load_wording
from generator.wording.near_names import beginnings, likeness, near_names
from generator.wording.near_sentences import near_sentences, sentences

APART = load_wording(find_packs(None))[0].apart


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("乡镇纪委工作经费", "乡镇纪委办公经费", "相近"),
        ("群众满意度", "群众满意度率", "前缀"),
        ("巡视巡察工作经费", "巡察巡视工作经费", "语序"),
        ("第一纪检监察室经费", "第二纪检监察室经费", ""),
        ("2022年巡察专项", "2023年巡察专项", ""),
        ("南湖区教育局机关", "北湖区教育局机关", ""),
        ("购书册数完成", "办理案件数", ""),
        ("在岸风机并网容量", "离岸风机并网容量", ""),
        ("改建灌溉渠道", "新建灌溉渠道", ""),
        ("项目开工率（季度）", "项目完工率（季度）", ""),
        ("群众办事前满意度", "群众办事后满意度", ""),
        ("直补资金发放人数", "直补资金发放时限", ""),
        ("直补资金发放人数", "直补奖金发放人数", "相近"),
        ("某县水利局", "某县水利局本级", ""),
        ("某县水利局机关", "某县水利局本级", ""),
        ("某县水利局机关", "某县水利局机关处", "前缀"),
    ],
)
def test_likeness(one, other, how):
    assert likeness(one, other, APART) == how


@given(st.lists(st.text("甲乙丙丁戊", min_size=5, max_size=9), max_size=12, unique=True))
def test_no_near_pair_is_missed_or_told_twice(names):
    found = {frozenset(pair[:2]) for pair in near_names(names, APART)}
    every = {frozenset((a, b)) for a in names for b in names if a < b and likeness(a, b, APART)}
    assert found == every
    assert len(list(near_names(names, APART))) == len(found)


def test_sentences_that_differ_in_a_word_are_a_pair_and_figures_are_none():
    one = "项目资金按进度拨付，专款专用，管理规范，没有超支"
    other = "项目资金按进度拨付，专款专用，管理到位，没有超支"
    assert list(near_sentences([one, other, "为全县读者购置纸质图书和有声读物共两万册"])) == [
        (one, other)
    ]


def test_sentences_know_their_offsets():
    text = "购书。 编目；\n借阅"
    assert [text[at : at + len(s)] for at, s in sentences(text)] == ["购书。", "编目；", "借阅"]


def test_few_and_many_names_are_held_against_each_other_in_one_way():
    near = [("基层走访慰问户数", "基层走访慰问户次"), ("绿化养护", "绿化养护")]
    few = [name for pair in near for name in pair]
    many = [
        f"第{a}片{b}号{c}栋危房"
        for a in "甲乙丙丁戊己庚辛"
        for b in "子丑寅卯辰巳午未申酉"
        for c in "梅兰竹菊松柏桃李杏桂"
    ]
    found = {pair[:2] for pair in near_names(few, APART)}
    assert found == {("基层走访慰问户数", "基层走访慰问户次")}
    assert found <= {pair[:2] for pair in near_names([*few, *many], APART)}


def test_a_name_that_goes_on_from_another_one_is_told_with_the_longest_beginning():
    names = ["本区立案审查的党员", "本区立案审查的党员干部占本区党员人数的比例", "本区立案审查"]
    assert set(beginnings([*names, "本区立案审查率", "本区立案"], APART)) == {
        ("本区立案审查", "本区立案审查的党员"),
        ("本区立案审查的党员", "本区立案审查的党员干部占本区党员人数的比例"),
    }


def test_a_name_that_a_word_makes_anothers_does_not_go_on_from_the_shorter():
    names = ["某县水利局", "某县水利局机关服务中心", "某县水利局农村饮水"]
    assert list(beginnings(names, APART)) == [("某县水利局", "某县水利局农村饮水")]


def test_an_own_folder_adds_what_tells_names_apart(tmp_path):
    folder = tmp_path / "templates" / "wording"
    folder.mkdir(parents=True)
    own = '[[names-apart]]\nopposites = ["浓淡"]\nsource = "本地"\n'
    (folder / "own.toml").write_text(own, encoding="utf-8")
    theirs = load_wording(find_packs(tmp_path))[0].apart
    names = "浓水处理合格率", "淡水处理合格率"
    assert (likeness(*names, APART), likeness(*names, theirs)) == ("相近", "")
    assert APART.opposites < theirs.opposites


@pytest.mark.parametrize(
    ("own", "is_one"),
    [
        ("学前教育股", False),
        ("社会福利股", False),
        ("水资源管理科", False),
        ("财务审计处", False),
        ("办公室", False),
        ("农产品质量安全站", False),
        ("执法大队", False),
        ("项目办", False),
        ("农村饮水", True),
        ("（原水电局）", True),
        ("改造项目", True),
    ],
)
def test_a_section_of_a_body_is_named_after_it_and_no_second_spelling(own, is_one):
    names = ["青山县公共服务局", f"青山县公共服务局{own}"]
    assert bool(list(beginnings(names, APART))) is is_one


def test_only_a_body_has_sections():
    names = ["老旧小区改造", "老旧小区改造工程管理科"]
    assert list(beginnings(names, APART)) == [tuple(names)]
