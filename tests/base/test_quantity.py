from decimal import Decimal

import pytest

from generator.base.quantity import PLAIN_UNITS, Quantity, QuantityReader, parse_number

READER = QuantityReader()
parse_quantity, is_unit = READER.read, READER.is_unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("47", "47", ""),
        ("47件", "47", "件"),
        ("312台(套)", "312", "台(套)"),
        ("3万人（次）", "3", "万人（次）"),
        ("3万件", "3", "万件"),
        ("2000万", "2000", "万"),
        ("1.5亿元", "1.5", "亿元"),
        ("200000.00元", "200000.00", "元"),
        ("1,740,000元", "1740000", "元"),
        ("1，740，000元", "1740000", "元"),
        ("-3%", "-3", "%"),
        ("+3%", "3", "%"),
        ("1.5‰", "1.5", "‰"),
        ("26℃", "26", "℃"),
        ("20m²", "20", "m²"),
        ("30km/h", "30", "km/h"),
        ("300元/人", "300", "元/人"),
        ("12次/年", "12", "次/年"),
        ("2件/人/月", "2", "件/人/月"),
        ("100万元/公里", "100", "万元/公里"),
        ("8个乡镇", "8", "个乡镇"),
        ("5个工作日", "5", "个工作日"),
        ("3年", "3", "年"),
        ("80株", "80", "株"),
        ("两轮", "2", "轮"),
        ("十二项", "12", "项"),
        ("三万件", "30000", "件"),
        ("三亿元", "3", "亿元"),
        ("一百〇八条", "108", "条"),
        ("三个月", "3", "个月"),
        ("零起", "0", "起"),
    ],
)
def test_a_number_and_its_unit_are_read(text: str, value: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity == Quantity(Decimal(value), unit)
    assert str(quantity.value) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8000余万元", 8000, "万元"),
        ("8000万余元", 8000, "万元"),
        ("80多人次", 80, "人次"),
        ("80余", 80, ""),
        ("十余件", 10, "件"),
        ("三十多次", 30, "次"),
    ],
)
def test_more_or_less_that_much_is_remembered(text: str, value: int, unit: str) -> None:
    assert parse_quantity(text) == Quantity(Decimal(value), unit, is_approximate=True)


NO_QUANTITIES = """
件 % 万 万元 元/人 80. .5 1e5 1_000 NaN ٣件 ²件 1,74 1,740,00 12,34,567 1740，000 0,123
1,7405 12345678901234567 130303210EH88A2LARGCD 4.9/5 47/80 1:2 3×5 80件。 80件，
47底 47否 47件否
47件（含积案） 80件80 80件三类 80/件 80件/ %80 100%完成 100%达标 47件已结案 3项不合格
3人到岗 在5日 5年规划 24小时值班 一次性办结 1次性办结 一个巡察期内 1个巡察期内 12345热线
110报警 20大 1季度 12月 3级 2等 1号 3届 2021版 5G 4A 8成 12时 5A级 2021年 1999年
二千零二十一年 2021年度 2处级干部 一 十 一般 一致 一等奖 一流 第一 一季度 三月 一级 一把手
二类 三公经费 四种形态 两个维护 八项规定 十进十建 三效果统一 零容忍 零件 两三次 二三十件
百件 百分之八十 千方百计 万无一失 几次 数次
"""


@pytest.mark.parametrize("text", [*NO_QUANTITIES.split(), "", "47 件"])
def test_what_may_be_the_start_of_a_sentence_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


def test_no_unit_is_a_unit_but_a_word_is_not() -> None:
    assert is_unit("")
    assert is_unit("万元")
    assert not is_unit("完成")


def test_separators_of_thousands_are_dropped_and_decimals_kept() -> None:
    assert str(parse_number("1,740，000.50")) == "1740000.50"


def test_every_plain_unit_is_one_by_its_parts_too():
    assert len(PLAIN_UNITS) > 100
    assert [unit for unit in PLAIN_UNITS if not READER._is_composed(unit)] == []


NAMED = QuantityReader(["标箱", "ＴＥＵ（重）", "代", "月", "公里/小时(均)"])


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("300标箱", "300", "标箱"),
        ("3万标箱", "3", "万标箱"),
        ("两标箱", "2", "标箱"),
        ("12标箱/月", "12", "标箱/月"),
        ("5元/标箱", "5", "元/标箱"),
        ("4TEU（重）", "4", "TEU（重）"),
        ("3代", "3", "代"),
        ("80公里/小时(均)", "80", "公里/小时(均)"),
    ],
)
def test_a_unit_that_data_names_is_read_wherever_one_can_stand(text, value, unit):
    assert parse_quantity(text) is None
    assert NAMED.read(text) == Quantity(Decimal(value), unit)


@pytest.mark.parametrize("text", ["3月", "三代", "300标的", "标箱"])
def test_a_name_in_data_makes_no_unit_of_the_calendar_or_of_an_ordinary_word(text):
    assert NAMED.read(text) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("台打印机", True),
        ("台投影仪器", False),  # four characters behind a classifier are more than a short noun
        ("校", True),
        ("校舍", False),  # without a classifier one character
        ("万校", True),
        ("百万台打印机", True),
        ("万", True),
        ("元/人/年", True),
        ("元/人/年/月", False),
        ("元/季度", True),
        ("季度", False),  # a period is none but behind a stroke
        ("m³/小时", True),
        ("kg/万元", False),
        ("元/", False),
        ("/元", False),
        ("件以上", False),
    ],
)
def test_a_unit_is_put_together_from_few_parts(text, is_one):
    assert READER.is_unit(text) is is_one
