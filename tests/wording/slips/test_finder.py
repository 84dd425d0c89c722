"""Slips in any word: those of a fixed sample are seen, and sound prose is left alone."""

import re
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PROSE = ROOT / "tests" / "wording" / "prose"
# Both stand a little below what benchmarks/slips.py measures, so that they only fail when it falls.
LEAST_SEEN = 0.79
MOST_WRONG = 1.0  # in 10,000 characters


class Made(NamedTuple):
    kind: str
    start: int
    end: int
    text: str


def made_slips():
    for line in (PROSE / "slips.tsv").read_text(encoding="utf-8").splitlines():
        kind, start, end, _, text = line.split("\t")
        yield Made(kind, int(start), int(end), text)


def found(slips, text, names=()):
    return [(slip.found, slip.wanted) for _, slip in slips.find([text], names)]


def test_most_slips_of_the_sample_are_seen(slips):
    made = list(made_slips())
    seen = {
        number
        for number, slip in slips.find([one.text for one in made])
        if slip.start < made[number].end and slip.end > made[number].start
    }
    assert len(made) > 300
    assert len(seen) / len(made) >= LEAST_SEEN


def test_few_words_of_sound_prose_are_cried_wrongly(slips):
    texts = [p.read_text(encoding="utf-8") for p in sorted(PROSE.glob("*/*.txt"))]
    size = sum(len(re.sub(r"\s", "", text)) for text in texts)
    wrong = list(slips.find([line for text in texts for line in text.split("\n")]))
    assert size > 20_000
    assert len(wrong) * 10_000 / size <= MOST_WRONG


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("以习近平新时代中国特色社会主义思相为指导", "思想"),
        ("全面实施预算绩效管里", "预算绩效管理"),
        ("提高财政资金使用效溢", "资金使用效益"),
        ("巩固脱贫攻艰成果", "脱贫攻坚"),
        ("资金做到专款专用专用", "专用"),
        ("各项工作稳推步进", "稳步推进"),
        ("采用问券调查的方法", "问卷调查"),
        ("坚持因地宜发展产业", "因地制宜"),
        ("群众满度进一步提高", "满意"),
        ("保护农民工合法杈益", "权益"),
        ("建设生态安全屏幛", "屏障"),
        ("对周边居民的影晌很小", "影响"),
        ("补齐材料和证椐", "证据"),
        ("游客的沉浸式休验", "体验"),
        ("旅游收入同比征长", "增长"),
        ("立体气候特增显著", "特征"),
        ("完善基础而设施", "基础设施"),
        ("覆盖泉县12个乡镇", "全县"),
        ("惠及泉县群众3.2万人", "全县"),
        ("我们明却区分各方职责", "明确"),
        ("加快建射镇区道路", "建设"),
        ("完善安泉生产责任制", "安全"),
        ("实现全体人民共同赋予", "共同富裕"),
        ("退休教师吴老师说资金使用效溢不高", "使用效益"),
        ("规范专项资的使用和管理", "资金"),
        ("农村生活污治理率提高到四成", "污水"),
        ("项目实施后农民收入明增加", "明显"),
        ("群众反映的文体得到及时解决", "问题"),
        ("项目实时后群众收入增加", "实施"),
        ("我局在在项目管理中坚持先预算后支出", "在"),
        ("资金全部用于于设备采购", "于"),
        ("城区緑化养护面积", "绿化"),
        ("项目单位财务核筭规范", "核算"),
        ("机关食堂才够食材实行集中配送", "采购"),  # no word of it is known, both characters wrong
        ("供热企业硬手账款余额较大", "应收"),
        ("政府采购程序符相关规定", "符合"),
        ("各单位加强宣传教", "教育"),
        ("按季节调整亮灯时段段", "段"),  # the end of a word, which may stand twice elsewhere
        ("灌溉面积1.35万亩亩", "亩"),
        ("单位按月月编报执行情况", "月"),
        ("安全故事起数下降", "事故"),  # both words are sound, and stand strangely
        ("小额货款贴息政策", "贷款"),
        ("资金全部到为。", "到位"),  # two characters by themselves
        ("服务质量参差不起。", "参差不齐"),  # 起 ends sentences more often than 齐
        ("任务与人员利娘不相适应", "力量"),  # both characters, one by a near sound
        ("全年组织祭扫活动活动37场", "活动"),  # a word of doing, before a number
        ("建设管理股和资量监督站", "质量"),  # and not 资金, of which 资 is half
    ],
)
def test_a_slip_is_told_with_what_is_meant(slips, text, wanted):
    assert any(wanted in meant for _, meant in found(slips, text))


@pytest.mark.parametrize(
    "text",
    [
        "株洲市渌口区纪委监委",
        "纠治“四风”",
        "改造103栋楼",
        "淘汰柴油货车3175辆次",
        "坐了十五年轮椅",
        "一企一档",
        "推行一校一警",
        "编制十五五规划",
        "分局二〇二二年度",
        "皖江省省级财政资金",
        "9家企业由C级升为B级",
        "退休教师邬佩兰说",
        "二曰“结对子”",
        "以林养林",
        "这几天常刮断头风向",
        "举办文艺会演",
        "家家户户",
        "实施施工图审查",
        "社会和经济效益",
        "全面完成目标的任务",
        "主次干道",
        "管住权力、盯紧资金",
        "充分发挥巡察作用",
        "开展宣传月教育活动",
        "采购事项经院务会集体研究决定",
        "如今守山养山",
        "粮食高进低出的亏损",
        "服务机构颐和苑中标",
        "石塘市市场监督管理局",
        "评价组对相关资料进行核实",
        "巡护员徒步里程较长",
        "农业源污染得到控制",
        "安泉县农业农村局",
        "由安泉县林业局组织实施",
        "下达安泉县资金200万元",
        "安泉县全年推广玉米",
        "保章县财政局",
        "文泉县教育局",
        "滇源县林业和草原局",
        "明却区审计局",
        "实始镇人民政府",
        "民警谭子豪跳入河中救人",
        "舜陵街道重华社区",
        "补助安坪县的学校",
        "认定涉纪、涉案、涉税财物",
        "分管卫生的副区长和区妇幼保健院院长",
        "公示路长姓名和电话，定期巡路、及时派单",
        "在三月以后下达，错过了春季造林的黄金时节",
        "开展讨论活动，研究研究再定",
        "推广节肥、节药技术",
        "发射三七高炮炮弹",
        "只交十二块水费",
        "一錾一錾地凿去风化石",
        "有力地促进了发展",
        "对违规收送月饼、烟酒的单位",
        "发放津补贴",
        "药店由1家增加至3家",
        "按进度付",
        "项目的目的明确",
        "农民收入增加",
        "操作与调度令相符",  # a word with one more that makes names of words
        "农机推广站补贴到位",
        "清点、拆卷、编页",
        "苇业合作社吸纳就业",
        "一件件、一层层、一万里里程",
        "件件有着落",
        "标识标牌更换到位",
        "单机容量提高",
        "加工场地临窗而设",
        "",
    ],
)
def test_names_numbers_and_grammar_are_no_slips(slips, text):
    assert found(slips, text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("由县财政局拔付资金", "拨付"), ("向企业发放步助", "补助")],
)
def test_neighbours_tell_a_slip_where_each_part_may_be_a_word(slips, text, wanted):
    assert any(wanted in meant for _, meant in found(slips, text))


def test_a_swap_does_not_win_over_a_word_that_sounds_so(slips):
    assert all(meant != "保底" for _, meant in found(slips, "城乡底保对象"))


def test_what_is_set_against_each_other_excuses_no_real_slip(slips):
    assert found(slips, "资金用于宣传效溢宣传")


def test_what_a_name_of_the_dossier_holds_is_no_slip_elsewhere(slips):
    text = "由管里合作社负责绩效管里"
    assert found(slips, text)
    assert found(slips, text, ("管里合作社绩效管里项目",)) == []


def test_a_name_does_not_excuse_itself(slips):
    assert found(slips, "全面实施预算绩效管里", ("全面实施预算绩效管里",))


def test_only_what_is_certain_in_a_long_word_may_be_corrected(slips):
    certain = {
        slip.wanted: slip.is_certain
        for _, slip in slips.find(["全面实施预算绩效管里，聘请专加指导"])
    }
    assert certain == {"预算绩效管理": True, "专家": False}
