"""Numbers of documents, days, figures, marks, titles, persons: what is told, what is left, what a fix writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.packs import find_packs, load_wording_rules
from generator.wording.engine import Linter
from generator.wording.passage import Context, Passage

FILES = load_wording_rules(find_packs(None))[0]
STYLE = [r for f in FILES if f.source.path.stem in ("style", "titles") for r in f.rules.rule]
LINTER = Linter(STYLE, [])


def told(text, stage="evaluation", scope="paragraph"):
    passages = [Passage(scope, line, "text") for line in text.split("\n")]
    return [(f.code, f.found, f.wanted) for f in LINTER.run(passages, Context(("某局",), stage))]


def test_of_a_range_with_a_word_for_shares_nothing_is_mended_for_certain():
    text = "提高百分之12至15"
    assert told(text) == [("F07", "百分之12", "12%")]
    assert fixed(text) == text


def fixed(text):
    for _ in range(9):
        found = [f for f in LINTER.run([Passage("paragraph", text)]) if f.is_certain]
        if not found:
            return text
        text = text[: found[0].start] + found[0].wanted + text[found[0].end :]
    raise AssertionError(text)


TOLD = [
    ("按照财预［2020］第010号执行", "F07", "［2020］第010号", "〔2020〕10号"),
    ("县办函（2023）5号", "F07", "（2023）5号", "〔2023〕5号"),
    ("2023/4/27验收", "F07", "2023/4/27", "2023年4月27日"),
    ("2023年12月01号验收", "F07", "2023年12月01号", "2023年12月1日"),
    ("23年12月底前", "F07", "23年", "2023年"),
    ("支出3千余元", "F07", "3千余", "3000余"),
    ("投入1.25千万元", "F07", "1.25千", "1250"),
    ("约3万余人", "F07", "约3万余", None),
    ("不低于90%以上", "F07", "不低于90%以上", None),
    ("12KWh", "F07", "KWh", "kW·h"),
    ("，。", "F08", "，。", "。"),
    ("《项目支出绩效评价管理方法》", "W01", "项目支出绩效评价管理方法", "项目支出绩效评价管理办法"),
    ("《中华人民共和国招投标法》", "W01", "中华人民共和国招投标法", "中华人民共和国招标投标法"),
    ("《招投标法》", "W01", "招投标法", "招标投标法"),
    (
        "《中共中央国务院关于全面实施预算绩效管里的意见》",
        "W01",
        "中共中央国务院关于全面实施预算绩效管里的意见",
        "中共中央 国务院关于全面实施预算绩效管理的意见",
    ),
    ("不断的完善制度", "W01", "不断的完善", "不断地完善"),
    ("我局核对，我局报送，本单位公示", "X05", "本单位", "我局"),
    ("我局认真的开展自查", "W01", "认真的开展", "认真地开展"),
    ("，扎实的抓好整改", "W01", "扎实的抓好", "扎实地抓好"),
    ("支付率为百分之92.5", "F07", "百分之92.5", "92.5%"),
    ("控制在千分之3以内", "F07", "千分之3", "3‰"),
    ("下达1000000元", "F07", "1000000", "100万"),
    ("下达200000000元", "F07", "200000000", "2亿"),
    ("下达1234567元", "F07", "1234567", "1,234,567"),
    ("支出1000000.50元", "F07", "1000000.50", "1,000,000.50"),
    ("3月-5月整治", "F08", "月-", "月—"),
    ("2022年--2026年", "F08", "年--", "年—"),
    ("1月~3月整治", "F08", "月~", "月—"),
    ("2022年～2024年实施", "F08", "年～", "年—"),
    ("4月13日～18日", "F08", "日～", "日—"),
    ("12月3日~5日", "F08", "日~", "日—"),
    ("补助10-15万元", "F04", "10-15万", "10万-15万"),
    ("投资1.5～2亿元", "F04", "1.5～2亿", "1.5亿～2亿"),
    ("投资1-100万元", "F04", "1-100万", "1万-100万"),
    ("《政府采购管理法》", "W01", "政府采购管理法", "政府采购法"),
    ("《中华人民共和国审计监督法》", "W01", "中华人民共和国审计监督法", "中华人民共和国审计法"),
    ("《中华人民共和国土地法》", "W01", "中华人民共和国土地法", "中华人民共和国土地管理法"),
    ("县财绩〔23〕5号", "F07", "〔23〕5号", "〔2023〕5号"),
    ("依照中华人民共和国预算法编制", "F05", "中华人民共和国预算法", "《中华人民共和国预算法》"),
    ("投诉下降了近两倍", "F07", "下降了近两倍", None),
    ("由71.5%提高到89%，提高了17.5%", "F07", "17.5%", "17.5个百分点"),
    ("从9%降低到4%，降低5%。", "F07", "5%", "5个百分点"),
    ("走访七、八十户", "F07", "七、八", "七八"),
    ("起到了积极地作用", "W01", "了积极地作用", "了积极的作用"),
    ("工作开展的较好", "W01", "开展的较好", "开展得较好"),
]
LEFT = [
    "《关于修改〈中华人民共和国预算法〉的决定》、《中华人民共和国水法释义》、中华人民共和国审计法实施条例",
    "增长两倍、下降两成；由20%提高到25%，提高了25%；由3%提高到5%，提高了2个百分点",
    "第七、八次会议、一、二级、三、人员、五、六、七人组",
    "任务完成的及时性、显著地提高、耕地成效",
    "（23）5号楼、型号〔5〕3号",
    "采取积极的开展方式，是认真的履行，有效的贯彻措施",
    "百分之五十、百分点、百分之九十二",
    "下达999999元、1,000,000元、证号1234567号、第A1234567件",
    "3月—5月、3月至5月、2月-5万元、7-8月",
    "3年～5年、5日~8日、3～5个月、12月~次年2月、1202年~1204年",
    "10万元～15万元、10-15元、15-10万元、10-10万元、1-101万元、第3-15万元档、2023年1-3万元",
    "《环境保护税法》《统计法实施条例》《海洋环境保护法》《药品管理法》",
    "《中国共产党宣传工作条例》《中国共产党政法工作条例》《政府采购合同管理办法》",
    "财预〔2020〕10号、国务院令第738号、第（2023）号",
    "（2023）10号楼",
    "版本2023.4.31、IP 2023.4.27.1、文件2023-04-27-01、编号A2023-4-27",
    "2023年4月、2023年10月20日、2023-2025年",
    "工期15年10月以上",
    "3千米、5千克、2千瓦、5百强企业、三千元、30元",
    "节约100余万元、附近3公里左右、约100人、近3年",
    "培训不低于3次",
    "5kg、KG项目、3KMS",
    "图书、报刊等",
    "《项目支出绩效评价管理办法（试行）》《预算法》《东山县项目支出绩效评价管理办法》《审计法实施条例》",
    "《内部控制制度》《工作要点》",
    "得到不断的提高；有效的推进措施；切实的保障。",
    "我局核对，我局报送",
    "本局限于、本院校",
]


@pytest.mark.parametrize(("text", "code", "found", "wanted"), TOLD, ids=[t[0] for t in TOLD])
def test_what_is_told_stands_at_its_words(text, code, found, wanted):
    assert told(text) == [(code, found, wanted)]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_right_is_left(text):
    assert told(text) == []


def test_a_cell_may_hold_a_day_in_any_way():
    assert told("2023.4.27", scope="cell") == []


def test_in_spring_nothing_is_done_yet():
    text = "各项任务已全部完成。"
    assert told(text, "goals") == [("W10", "已全部完成", None)]
    assert told(text) == []


@given(
    year=st.integers(1990, 2099),
    number=st.integers(1, 99999),
    marks=st.sampled_from(["[]", "［］", "【】", "()", "（）", "〔〕", "〔]"]),
    rank=st.sampled_from(["", "第"]),
    noughts=st.sampled_from(["", "0", "00"]),
)
def test_however_a_number_is_typed_a_fix_writes_the_one_form(year, number, marks, rank, noughts):
    typed = f"按照县财{marks[0]}{year}{marks[1]}{rank}{noughts}{number}号执行"
    assert fixed(typed) == f"按照县财〔{year}〕{number}号执行"


@given(
    st.text("，。；：、的地不断切实提高了元千百约余0123〔〕[]2020第号年月日《》项目", max_size=30)
)
def test_a_fix_of_any_text_comes_to_an_end(text):
    once = fixed(text)
    assert fixed(once) == once


SELF = "我局核对，我局报送。"


@pytest.mark.parametrize(
    "text",
    [
        f"{SELF}某局严格审核。",
        f"{SELF}\n某局组织自查。",
        f"{SELF}\n自查开展了。某局落实整改。",
        "我局核对。某局严格审核。我局报送。",
    ],
)
def test_who_calls_oneself_by_a_short_word_does_not_go_on_under_the_full_name(text):
    assert told(text) == [("X05", "某局", "我局")]


@pytest.mark.parametrize(
    "text",
    [
        "我局核对。某局严格审核。",  # once is no habit
        f"某局严格审核。{SELF}",  # the first mention is in full
        f"{SELF}某局机关运转正常。",
        f"{SELF}按照某局严格审核的要求",
        "某局严格审核。某局组织自查。",
        "各我局核对，本局限核对。某局严格审核。",
    ],
)
def test_a_full_name_that_is_no_change_of_person_is_left(text):
    assert told(text) == []


def test_without_a_name_of_its_own_a_document_has_none_to_mix():
    passages = [Passage("paragraph", f"{SELF}某局严格审核。")]
    assert [LINTER.run(passages, Context(bodies)) for bodies in ((), ("",))] == [(), ()]
