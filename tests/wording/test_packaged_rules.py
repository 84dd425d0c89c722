"""Every packaged rule holds for its own examples; known faults are found, sound texts are left alone."""

import pytest

from generator.load.packs import find_packs, load_wording_rules
from generator.rules.wording.own_rules import check_rules
from generator.wording.engine import run_rule

FILES = load_wording_rules(find_packs(None))[0]
RULES = [rule for file in FILES for rule in file.rules.rule]
PHRASES = [group for file in FILES for group in file.rules.phrase]

FAULTS = [
    ("W01", "稳中求百", "坚持稳中求百"),
    ("W01", "干部创业", "营造干部创业的氛围"),
    ("W01", "风正气正", "风正气正"),
    ("W01", "风正气正", "营造风正气正"),
    ("W01", "习近平中国特色社会主义思想", "以习近平中国特色社会主义思想为统领"),
    ("W01", "规范化文件", "印发规范化文件"),
    ("W01", "纪律审察", "做好纪律审察工作"),
    ("W02", "加信息", "加信息网络维护"),
    ("W02", "14问题", "6个方面14问题"),
    ("W03", "在在", "都在在90%以上"),
    ("W03", "的的", "经费的的使用"),
    ("W04", "民主监督", "以民主监督为重点"),
    ("W04", "征办提案", "利用征办提案等形式"),
    ("W05", "今年", "今年3月召开联席会"),
    ("W05", "目前", "目前已选调3人"),
    ("W07", "预算，", "经费纳入预算，"),
    ("F02", "项 整", "其他专项 整治"),
    ("F03", "33万", "项目支出33万。"),
    ("F05", "》、《", "《办法》、《细则》"),
    ("F06", "<p>", "<p>一是购书。二是编目。"),
    ("N01", "（3）", "（一）购书\n（二）编目\n（3）借阅"),
    ("N04", "2、", "1.购书\n2、编目"),
]

# Sound texts that a careless checker would flag; the facts are those of public documents.
SOUND = [
    "84+75.6+8+6+6+75+15+43=312.6",
    "2526.32+730.57=3256.89，占94.08%",
    "绩效标准为为案件审查工作提供后勤保障",
    "公用经费控制率由100%降到70.56%",
    "群众诉求3085件、企业诉求412件，均已分别解决",
    "市级交叉巡察两轮（第九、第十轮）",
    "中国共产党纪律检查委员会",
    "稳中有进、稳中向好",
    "按照《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）执行",
    "《区委巡察工作规划（2022—2026年）》",
    "财预〔2020〕10号、GB/T 15834-2011",
    "一是购书。二是编目。",
    "2023年4月27日上午9:30",
    "约300人次、80余万元",
    "“后半篇文章”",
    "全市8个乡镇共处置问题线索96条",
    "预算执行率92.5%，预算执行情况良好",
    "第一书记经费",
    "深化党的十九届六中全会和党的二十大精神学习",
    "干部创新创业、谋事创业",
    "完成 3 个项目",
    "得分 90 分",
    "处理306人，其中275人，占89.9%",
]


def test_there_are_enough_phrases():
    assert sum(len(group.words) for group in PHRASES) > 200


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.source.path.stem)
def test_rules_have_what_their_kind_needs_and_their_examples_hold(file, slips):
    assert list(check_rules(file.rules, file.source, PHRASES, slips)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_shows_what_is_right_and_what_is_wrong(rule, slips):
    assert rule.good
    assert rule.bad
    for text in rule.bad:
        assert run_rule(rule, PHRASES, text, slips), text
    for text in rule.good:
        assert not run_rule(rule, PHRASES, text), text


def test_rules_have_names_of_their_own():
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("word", sorted({word for group in PHRASES for word in group.words}))
def test_a_set_phrase_is_not_its_own_near_miss(word, look):
    assert [f for f in look(f"坚持{word}，取得成效。") if f.code == "W01"] == []


@pytest.mark.parametrize(("code", "found", "text"), FAULTS)
def test_a_known_fault_is_found_at_its_words(code, found, text, look):
    findings = [f for f in look(text) if f.code == code]
    assert [f for f in findings if found in f.found], findings
    lines = text.split("\n")
    for f in findings:
        assert lines[f.passage][f.start : f.end] in text


@pytest.mark.parametrize("text", SOUND)
def test_what_is_right_is_left_alone(text, look):
    assert look(text) == ()


def test_words_of_another_body_are_right_at_home(look):
    assert not [f for f in look("以民主监督为重点", bodies=("政协某区委员会",)) if f.code == "W04"]
    assert not [f for f in look("以民主监督为重点", bodies=()) if f.code == "W04"]


def test_a_heading_of_goals_is_right_in_spring(look):
    assert [f.code for f in look("工作保障", "heading")] == ["W08"]
    assert look("工作保障", "heading", stage="goals") == ()
