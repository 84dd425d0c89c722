from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.deadline import Deadline
from generator.base.measure import Measure, MeasureKind, Operator, write_measure
from tests.foreign import book

parse_measure = book().units.reader.read

NUMBERS: list[tuple[str, str, str, str]] = [
    ("≥80件", "≥", "80", "件"),
    ("≧80", "≥", "80", ""),
    (">=80", "≥", "80", ""),
    ("＞＝80", "≥", "80", ""),
    ("80件以上", "≥", "80", "件"),
    ("80件及以上", "≥", "80", "件"),
    ("80%（含）以上", "≥", "80", "%"),
    ("80%以上(含)", "≥", "80", "%"),
    ("不低于80件", "≥", "80", "件"),
    ("不少于80件", "≥", "80", "件"),
    ("不少于三次", "≥", "3", "次"),
    ("至少80件", "≥", "80", "件"),
    ("至少80件以上", "≥", "80", "件"),
    ("达到80%以上", "≥", "80", "%"),
    ("大于等于80", "≥", "80", ""),
    ("大于80", ">", "80", ""),
    (">80", ">", "80", ""),
    ("超过80件", ">", "80", "件"),
    ("≤17万元", "≤", "17", "万元"),
    ("≦17", "≤", "17", ""),
    ("<=17", "≤", "17", ""),
    ("控制在17万元以内", "≤", "17", "万元"),
    ("不超过17万元", "≤", "17", "万元"),
    ("不超过17万元以内", "≤", "17", "万元"),
    ("不高于17", "≤", "17", ""),
    ("17万元以下", "≤", "17", "万元"),
    ("17万元以内", "≤", "17", "万元"),
    ("5个工作日内", "≤", "5", "个工作日"),
    ("15日内", "≤", "15", "日"),
    ("小于5", "<", "5", ""),
    ("低于5%", "<", "5", "%"),
    ("＜5％", "<", "5", "%"),
    ("=100%", "=", "100", "%"),
    ("等于100%", "=", "100", "%"),
    ("100%", "", "100", "%"),
    ("0件", "", "0", "件"),
    ("96%以上", "≥", "96", "%"),
    ("≥9０％", "≥", "90", "%"),
    ("≥９０％", "≥", "90", "%"),
    ("100％", "", "100", "%"),
    ("３０件", "", "30", "件"),
    ("两轮", "", "2", "轮"),
    ("三次", "", "3", "次"),
    ("25期", "", "25", "期"),
    ("1,740,000元", "", "1740000", "元"),
    ("1，740，000元", "", "1740000", "元"),
    ("200000.00元", "", "200000.00", "元"),
    ("25.00%", "", "25.00", "%"),
    ("-3%", "", "-3", "%"),
    ("−3%", "", "-3", "%"),
    ("≥-3%", "≥", "-3", "%"),
    ("47", "", "47", ""),
    ("2000万", "", "2000", "万"),
    ("5人次", "", "5", "人次"),
    ("3万件", "", "3", "万件"),
    ("90分", "", "90", "分"),
    ("300元/人", "", "300", "元/人"),
    ("24小时", "", "24", "小时"),
    ("3年", "", "3", "年"),
    ("≥ 80 件", "≥", "80", "件"),
    ("80 件 以上", "≥", "80", "件"),
    ("\u3000控制在 17 万元 以内\n", "≤", "17", "万元"),
    ("80\u200b件", "", "80", "件"),
]


@pytest.mark.parametrize(("text", "operator", "value", "unit"), NUMBERS)
def test_a_number_is_read_with_operator_and_unit(
    text: str, operator: str, value: str, unit: str
) -> None:
    measure = parse_measure(text)
    number = Decimal(value)
    wanted = Operator(operator) if operator else None
    assert measure == Measure(text, MeasureKind.NUMBER, wanted, number, number, unit)
    assert str(measure.value) == value


def test_a_target_without_operator_is_a_plain_number() -> None:
    assert parse_measure("80件").operator is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8000余万元", 8000, "万元"),
        ("约80件", 80, "件"),
        ("大约 80 件", 80, "件"),
        ("近80件", 80, "件"),
        ("将近80件", 80, "件"),
        ("80件左右", 80, "件"),
        ("80多件", 80, "件"),
        ("十余件", 10, "件"),
    ],
)
def test_an_approximate_number_says_so(text: str, value: int, unit: str) -> None:
    number = Decimal(value)
    assert parse_measure(text) == Measure(
        text, MeasureKind.NUMBER, None, number, number, unit, approximate=True
    )


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("50%-60%", "50", "60", "%"),
        ("50-60%", "50", "60", "%"),
        ("50%—60%", "50", "60", "%"),
        ("50%——60%", "50", "60", "%"),
        ("50%–60%", "50", "60", "%"),
        ("50%至60%", "50", "60", "%"),
        ("50% 到 60%", "50", "60", "%"),
        ("63%~68%", "63", "68", "%"),
        ("６３％～６８％", "63", "68", "%"),
        ("50% - 60%", "50", "60", "%"),
        ("-5%~-3%", "-5", "-3", "%"),
        ("3-5个工作日", "3", "5", "个工作日"),
        ("80件-90件", "80", "90", "件"),
        ("60-60", "60", "60", ""),
    ],
)
def test_a_range_has_both_bounds_in_one_unit(text: str, low: str, high: str, unit: str) -> None:
    expected = Measure(text, MeasureKind.RANGE, None, Decimal(low), Decimal(high), unit)
    assert parse_measure(text) == expected


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("2021年11月30日前", Deadline(2021, 11, 30, before=True)),
        ("2021年11月底前", Deadline(2021, 11, before=True)),
        ("12月底前", Deadline(None, 12, before=True)),
        ("12月31日之前", Deadline(None, 12, 31, before=True)),
        ("2021年底前", Deadline(2021, before=True)),
        ("2021年11月30日", Deadline(2021, 11, 30)),
        ("2021-11-30", Deadline(2021, 11, 30)),
        ("２０２１年 11 月 30 日 前", Deadline(2021, 11, 30, before=True)),
        ("2023年4月27日", Deadline(2023, 4, 27)),
        ("2023年", Deadline(2023)),
    ],
)
def test_a_date_is_a_deadline_and_no_number(text: str, deadline: Deadline) -> None:
    assert parse_measure(text) == Measure(text, MeasureKind.DATE, deadline=deadline)


@pytest.mark.parametrize(("text", "yes"), [("是", True), (" 否 ", False)])
def test_yes_and_no_are_answers(text: str, yes: bool) -> None:  # noqa: FBT001 -- the expected answer of a table
    assert parse_measure(text) == Measure(text, MeasureKind.YES_NO, yes=yes)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("是/否", MeasureKind.CHOICE),
        ("是 ／ 否", MeasureKind.CHOICE),
        ("是或否", MeasureKind.CHOICE),
        ("定性", MeasureKind.QUALITATIVE),
        ("定性指标", MeasureKind.QUALITATIVE),
        ("", MeasureKind.EMPTY),
        (" \u3000\n", MeasureKind.EMPTY),
    ],
)
def test_the_fixed_words_of_forms_are_known(text: str, kind: MeasureKind) -> None:
    assert parse_measure(text) == Measure(text, kind)


ONLY_TEXT = """
在审批时限内办结 第一 件数 无不合格案件 已完成 达成预期指标 4.9/5 1,74 ≥80件以内 ≥80件以下
至少80件以内 大于80件以上 控制在17万元 达到80% 以上 ≥ ≥≥80 ≥80-90 50%-60%以上 ≥约80件
约80件以上 80余件以上 未超过17万元 60%-50% 80件-90人 50%-60 50%-60%-70% 每年≥80件
2021-2023年 2021-2023 2021年-2023年 1-12月 1-15日 每月1次 2次以上/年 2021年2月30日 13月
2021年前 11月前 2021年以上 ≥2021年 年内 15日 近3年 2023年完工 2021年11月30日≥
≤2021年11月30日 2021年内 17万元内 一个巡察期内 80件。 是。 是的 不定性 — / % 80件以上为优
一次性办结 100%完成
"""


@pytest.mark.parametrize("text", [*ONLY_TEXT.split(), "1 2", "- 80件", "47 件 80"])
def test_what_is_not_surely_a_number_is_text(text: str) -> None:
    assert parse_measure(text) == Measure(text, MeasureKind.TEXT)


def test_only_a_number_has_a_value() -> None:
    with pytest.raises(ValueError, match="no value"):
        _ = parse_measure("50%-60%").value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("80 件及以上", "≥80件"),
        ("控制在17万元以内", "≤17万元"),
        ("1，740，000.50元", "1740000.50元"),
        ("200000.00", "200000.00"),
        ("8000余万元", "约8000万元"),
        ("两轮", "2轮"),
        ("50—60％", "50%~60%"),
        ("2021-11-30前", "2021年11月30日前"),
        ("是／否", "是/否"),
        ("定性指标", "定性"),
        ("  ", ""),
        (" 已完成 ", " 已完成 "),
    ],
)
def test_a_measure_is_written_in_its_plainest_form(text: str, written: str) -> None:
    assert write_measure(parse_measure(text)) == written


decimals = st.decimals(-(10**9), 10**9, places=2) | st.integers(0, 10**9).map(Decimal)
units = st.sampled_from(
    ("", "%", "‰", "件", "万元", "人次", "万件", "元/人", "次/年", "m²", "个乡镇")
)
numbers = st.builds(
    lambda operator, value, unit, about: Measure(
        "", MeasureKind.NUMBER, operator, value, value, unit, approximate=about and operator is None
    ),
    st.none() | st.sampled_from(list(Operator)),
    decimals,
    units,
    st.booleans(),
)
ranges = st.builds(
    lambda one, other, unit: Measure(
        "", MeasureKind.RANGE, None, min(one, other), max(one, other), unit
    ),
    decimals,
    decimals,
    units.filter(bool),
)
dates = st.dates().map(
    lambda day: Measure(
        "", MeasureKind.DATE, deadline=Deadline(None, day.month, day.day, before=True)
    )
)
words = st.sampled_from(
    [
        Measure("", MeasureKind.YES_NO, yes=True),
        Measure("", MeasureKind.YES_NO, yes=False),
        *(
            Measure("", kind)
            for kind in (MeasureKind.CHOICE, MeasureKind.QUALITATIVE, MeasureKind.EMPTY)
        ),
    ]
)


@settings(max_examples=300)
@given(numbers | ranges | dates | words)
def test_a_written_measure_is_read_again_digit_by_digit(measure: Measure) -> None:
    again = parse_measure(write_measure(measure))
    assert again._replace(text="") == measure
    assert (str(again.low), str(again.high)) == (str(measure.low), str(measure.high))


PIECES = """
≥ ≤ = 约 近 不超过 以上 以内 内 余 左右 - ~ 至 , . 0 7 12 80 2021 1,740 两 十 三 零 万 件
元 % / 人 次 年 月 日 底 前 完成 是 否 定性 个 小时 １ ％ ， 。
"""
pieces = st.sampled_from([*PIECES.split(), " "])


@settings(max_examples=500)
@given(st.lists(pieces, max_size=7).map("".join) | st.text(max_size=12))
def test_any_text_is_read_and_what_is_written_is_read_alike(text: str) -> None:
    measure = parse_measure(text)
    assert measure.text == text
    again = parse_measure(write_measure(measure))
    assert again._replace(text=text) == measure
    assert write_measure(again) == write_measure(measure)


@settings(max_examples=300)
@given(st.lists(pieces, max_size=7).map("".join))
def test_every_kind_carries_what_it_promises_and_nothing_else(text: str) -> None:
    measure = parse_measure(text)
    kind = measure.kind
    assert (measure.low is not None) == (measure.high is not None) == (kind in ("number", "range"))
    assert (measure.deadline is not None) == (kind is MeasureKind.DATE)
    assert (measure.yes is not None) == (kind is MeasureKind.YES_NO)
    assert kind is MeasureKind.NUMBER or not (measure.operator or measure.approximate)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "-", "5-", " ", "1 ", "一", "万", "以上", "≥", "/件", "年底"]
)
def test_a_very_long_text_is_only_text(piece: str) -> None:
    text = "80件" + piece * 20_000 + "件x"
    assert parse_measure(text).kind is MeasureKind.TEXT
