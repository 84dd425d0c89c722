"""Facts of sentences: each kind is found, and its near miss is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.document_place import DocumentPlace
from generator.read.fact import Fact, in_base
from generator.read.form_facts import said_of_itself
from generator.read.ledger import Ledger
from generator.read.sentence_facts import SentenceReader
from tests.foreign import NATIONAL, book, read_word, understood

BOOK = book()
READER = SentenceReader(BOOK, BOOK.facts)
PLACE = DocumentPlace(paragraph=3)


def facts(text: str, *roles: str) -> list[tuple[str, str, str]]:
    """Name, value and unit of the facts of some roles."""
    found = READER.read(text, PLACE, 2023).facts
    return [(f.name, str(f.value), f.unit) for f in found if f.role in roles]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("安排预算120万元", "budget", [("安排预算", "120", "万元")]),
        ("年初预算1,200.5元", "initial", [("年初预算", "1200.5", "元")]),
        ("全年支出0.9亿元", "spent", [("支出", "0.9", "亿元")]),
        ("支出进度为98.5%", "rate", [("支出进度", "98.5", "%")]),
        ("自评总分为96.5分", "total", [("自评总分", "96.5", "分")]),
        ("自评总分：96.5", "total", [("自评总分", "96.5", "分")]),
        ("培训230人次", "count", [("培训", "230", "人次")]),
        ("慰问职工230人", "count", [("慰问职工", "230", "人")]),
        ("挽回损失80万元", "amount", [("挽回损失", "80", "万元")]),
        ("满意度不低于95%", "target", [("满意度", "95", "%")]),
        ("计划造林300亩", "target", [("造林", "300", "亩")]),
        ("实际造林310亩", "actual", [("造林", "310", "亩")]),
        ("依据某财绩〔2023〕7号", "document-number", [("", "某财绩〔2023〕7号", "")]),
        ("2024年2月5日上报", "date", [("", "2024-02-05", "")]),
        ("评价等级为“良”", "grade", [("", "良", "")]),
    ],
)
def test_a_quantity_is_known_for_what_it_is(text, role, expected):
    assert facts(text, role) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("2023年完成", ("count", "actual")),  # a year
        ("第3季度开展", ("count", "actual")),  # an ordinal
        ("某财〔2023〕7号文", ("count", "amount")),  # the number of a document
        ("《2023年第12号公报》", ("count",)),  # the name of a document
        ("3月15日验收", ("count", "amount")),  # a day
        ("支出进度98.5%", ("spent", "budget")),  # a rate is no amount
        ("得分情况3万元", ("score", "total")),  # an amount is no score
        ("评价优秀员工", ("grade",)),
        ("编号1234567890123456789", ("count", "total")),
    ],
)
def test_a_near_miss_is_none(text, roles):
    assert facts(text, *roles) == []


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("预算100万元，其中：甲60万元，乙40万元。", "100", [("甲", "60"), ("乙", "40")]),
        ("预算100万元。其中，甲60万元、乙40万元。", "100", [("甲", "60"), ("乙", "40")]),
        ("预算100万元（其中甲60万元，乙40万元）。", "100", [("甲", "60"), ("乙", "40")]),
        ("预算100万元；其中，60万元用于甲，40万元用于乙。", "100", [("甲", "60"), ("乙", "40")]),
        ("预算1亿元，包括：甲9000万元，乙1000万元。", "1", [("甲", "9000"), ("乙", "1000")]),
    ],
)
def test_a_whole_is_followed_by_its_parts(text, whole, parts):
    (found,) = READER.read(text, PLACE).sums
    assert str(found.whole.value) == whole
    assert [(part.name, str(part.value)) for part in found.parts] == parts
    assert found.together == found.whole.value


@pytest.mark.parametrize(
    "text",
    [
        "预算100万元，甲60万元，乙40万元。",
        "培训100人，其中：党员60人。",
        "其中：甲60万元，乙40万元。",
    ],
)
def test_without_a_whole_there_is_no_sum(text):
    assert READER.read(text, PLACE).sums == ()


def test_parts_end_with_their_sentence():
    (found,) = READER.read("预算100万元，其中：甲60万元。全年支出90万元。", PLACE).sums
    assert [part.name for part in found.parts] == ["甲"]
    assert facts("预算100万元，其中：甲60万元。全年支出90万元。", "spent") == [
        ("支出", "90", "万元")
    ]


@pytest.mark.parametrize(
    ("text", "parts", "spent"),
    [
        ("预算数100万元，其中中央资金预算数40万元，全年执行数95万元。", ["40"], ["95"]),
        (
            "预算数100万元，其中甲40万元，乙60万元，2023年12月底实际支出95万元。",
            ["40", "60"],
            ["95"],
        ),
        # The first part may be called so, and one that says whose it is stays a part.
        ("预算数100万元，其中实际支出95万元，结余5万元。", ["95", "5"], []),
        ("预算数100万元，其中甲40万元，县级资金执行数60万元。", ["40", "60"], []),
        ("预算数100万元，其中基本支出40万元，项目支出60万元。", ["40", "60"], []),
        ("预算数100万元，其中甲40万元，预算执行95%，乙60万元。", ["40", "60"], []),
    ],
)
def test_parts_end_where_an_amount_of_all_the_money_follows(text, parts, spent):
    (found,) = READER.read(text, PLACE).sums
    assert [str(part.value) for part in found.parts] == parts
    assert [value for _, value, _ in facts(text, "spent")] == spent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修路里程年初指标值为不低于12公里，全年实际完成值13公里。", ("修路里程", "12", "13")),
        ("修路里程≥12公里，实际13公里", ("修路里程", "12", "13")),
        ("目标修路12公里，实际完成13公里", ("修路", "12", "13")),
        ("目标：修路12公里，植树9棵。实际完成：修路13公里。", ("修路", "12", "13")),
    ],
)
def test_a_target_finds_its_actual(text, expected):
    (pair,) = READER.read(text, PLACE).pairs
    assert (pair.name, str(pair.target.value), str(pair.actual.value)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "目标培训12人，实际完成13人次",
        "实际完成13公里",
        "目标修路12公里。",
        "修路12公里，修路13公里",
    ],
)
def test_what_is_no_pair_is_not_made_one(text):
    assert READER.read(text, PLACE).pairs == ()


def test_weights_of_a_note_bear_the_classes_that_they_are_of():
    note = "注：1.分值统一设置为：产出指标55分、效益指标25分、预算执行率20分。"
    found = [f for f in READER.read(note, PLACE).facts if f.role == "weight"]
    assert [(f.class_ or f.name, f.value) for f in found] == [
        ("产出", 55),
        ("效益", 25),
        ("预算执行率", 20),
    ]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("产出指标（55分）", "产出", Decimal(55)),
        ("得分（20分*执行率）", "执行率", Decimal(20)),
        ("金额单位：千元", "金额单位", "千元"),
        ("全年预算数（元）", "金额单位", "元"),
    ],
)
def test_a_form_says_something_of_itself(text, name, value):
    assert (name, value) in {(f.name, f.value) for f in said_of_itself(text, PLACE, BOOK)}


@pytest.mark.parametrize("text", ["产出指标", "得分", "单位：某局", "（含税）"])
def test_a_plain_heading_says_nothing(text):
    assert list(said_of_itself(text, PLACE, BOOK)) == []


def test_a_fact_knows_its_words():
    text = "共培训干部230人次，合格。"
    (fact,) = READER.read(text, PLACE).facts
    assert (fact.place, text[fact.start : fact.end]) == (PLACE, "230人次")


def test_the_ledger_of_a_document_holds_form_and_sentences():
    said = "本项目预算100万元，全年支出0.0095亿元，年初预算100万元。"
    ledger = understood(
        read_word("项目支出绩效自评表", NATIONAL, "项目支出绩效自评报告", "一、项目概况", said)
    ).ledger
    assert {f.value for f in ledger.of_role("spent")} >= {Decimal(95), Decimal("0.0095")}
    assert [in_base(f) for f in ledger.of_role("spent")].count(Decimal(950000)) == 2
    assert [f.value for f in ledger.named("购书册数") if f.role == "actual"] == [20500]
    assert {(f.class_, f.value) for f in ledger.of_role("weight") if f.name == "产出"} == {
        ("产出", 50)
    }
    assert any(pair.name == "购书册数" for pair in ledger.pairs)
    assert all(ledger.at(fact.place) for fact in ledger.facts)


def test_persons_and_visits_are_two_units():
    ledger = Ledger(tuple(READER.read("慰问30人，培训30人次。", PLACE).facts))
    assert [f.dimension for f in ledger.facts] == ["人", "人次"]


def test_units_of_a_users_own_data_are_read():
    assert facts("出动12架次", "count") == [("出动", "12", "架次")]


@given(
    st.text(alphabet="其中目标实际完成甲乙预算支出为：，。≥0123456789.万元人次%（）分", max_size=60)
)
def test_any_text_is_read_and_every_fact_stands_where_it_says(text):
    for fact in READER.read(text, PLACE).facts:
        assert isinstance(fact, Fact)
        if isinstance(fact.value, Decimal):
            assert text[fact.start : fact.end].strip()[0].isdigit()
