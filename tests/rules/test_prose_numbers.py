"""Numbers that a text itself relates: counts and their lists, places, bands, sums and their parts."""

import pytest

from generator.base.chinese import NUMERALS
from generator.rules.dossier.prose_numbers import counts_in, slips_in
from generator.rules.dossier.titles_counted import titles_in
from tests.foreign import packaged_wording


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("签订施工合同3份，分别为一标、二标、三标。", []),
        ("签订施工合同4份，分别为一标、二标、三标。", [("4份", "3 份")]),
        ("设有3个科室：甲科、乙科。", [("3个", "2 个")]),
        ("办班12场，分别为3场、4场、5场。", []),  # parts of a number
        ("签订合同4份：甲方、乙方。", []),  # of contracts a colon leads to anything
    ],
)
def test_a_count_is_held_against_what_is_listed_for_it(text, told):
    assert [(slip.left, slip.right) for slip in counts_in(text)] == told


def slips(line, *following):
    wording = packaged_wording()
    found = slips_in(line, wording.wholes, wording.units, following)
    return [(slip.id, slip.left, slip.right) for slip in found]


def items(count, *, last="。"):
    return "；".join(f"{mark}是整改问题" for mark in NUMERALS[:count]) + last


@pytest.mark.parametrize(
    ("said", "listed", "told"),
    [
        (1, 2, False),
        (2, 3, True),
        (3, 1, False),
        (3, 2, True),
        (3, 3, False),
        (5, 3, True),
        (6, 3, False),
        (9, 10, True),
        (10, 9, True),
        (10, 10, False),
        (11, 10, False),  # marks are known for ten: nobody counts further
    ],
)
def test_an_announced_count_and_the_items_behind_it(said, listed, told):
    line = f"重点做好以下{said}项工作：{items(listed)}"
    assert slips(line) == ([("items-counted", f"{said}项工作", f"{listed} 项")] if told else [])


TOWNS = ("青石镇", "柳河镇", "白云镇")


@pytest.mark.parametrize(
    ("places", "said", "told"),
    [
        (TOWNS[:2], 3, False),
        (TOWNS, 3, False),
        (TOWNS, 4, True),
        (TOWNS, 5, True),
        (TOWNS, 6, False),
        ((*TOWNS, "长" * 15 + "镇"), 5, True),
        ((*TOWNS, "长" * 16 + "镇"), 5, False),
        (("长" * 6 + "镇",) * 20, 21, True),  # 159 signs
        (("长" * 7 + "镇", *("长" * 6 + "镇",) * 19), 21, False),  # 160: who knows where it begins
    ],
)
def test_places_that_are_listed_and_counted(places, said, told):
    expected = [("items-counted", f"{said}个乡镇", f"{len(places)} 个")] if told else []
    assert slips(f"{'、'.join(places)}{said}个乡镇均已验收。") == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("下设甲中心、乙站、丙队3个事业单位。", []),
        ("下设甲中心、乙站、丙队4个事业单位。", [("4个事业单位", "3 个")]),
        ("下设甲中心、乙站、丙队6个事业单位。", []),  # counted otherwise
        ("下设甲中心、乙站、丙队等5个事业单位。", []),
        ("下设甲中心、乙站、丙队等2个事业单位。", [("2个事业单位", "3 个")]),
        ("内设办公室（含信访）、林政科、资源保护和防火科4个科室。", []),  # 和 may join two
        ("内设办公室（含信访）、林政科、财务科四个科室。", [("四个科室", "3 个")]),
        ("按照自查、核实、评分、汇总5个步骤开展。", [("5个步骤", "4 个")]),
        ("从决策、过程、产出、效益四个方面评价。", []),
        (
            "甲、乙二字以外，分为准备、调查、分析、评分、整改、汇总、报送、归档、公开、抽查、复核十一个环节。",
            [],
        ),
        ("甲镇、乙镇、丙镇的4个事业单位已验收。", []),  # theirs, and no list of them
    ],
)
def test_kinds_that_are_listed_and_counted(line, told):
    assert slips(line) == [("items-counted", *one) for one in told]


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        ("90-100分为优，80-89分为良，60-79分为中。", []),
        ("90-100分为优，80-88分为良，60-79分为中。", [("bands-apart", "优", "良")]),
        ("90-100分为优，80-88分为良。", []),
        ("优（90-100分）、良（75-89分）、中（60-79分）。", [("bands-overlap", "良", "中")]),
        ("优（90-100分）、良（75-89分）、中（60-74分）。", []),
        ("优（90≤得分≤100）、良（75≤得分<90）、中（60≤得分<80）", [("bands-overlap", "良", "中")]),
        ("优（90≤得分≤100）、良（75≤得分<90）、中（60≤得分<75）", []),
        (
            "优（90（含）-100分）、良（75（含）-90分）、中（60-79分）",
            [("bands-overlap", "良", "中")],
        ),
        ("优：90—100分；良：75—88分；中：60—74分。", [("bands-apart", "优", "良")]),
    ],
)
def test_bands_of_a_declared_scale_follow_each_other_by_whole_points(bands, told):
    assert slips(bands) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("支出100万元，其中：甲类60万元，乙类30万元。", "parts-short"),
        ("支出100万元，其中：甲类60万元，乙类29万元。", None),  # plainly not all of it
        ("支出100万元，其中：甲类60万元，乙类41万元。", None),  # each was rounded for itself
        ("支出100万元，其中：甲类60万元，乙类42万元。", "parts-beyond"),
        ("支出100.0万元，其中：甲类60万元，乙类40.5万元。", None),
        ("支出100万元，其中：甲类60万元，乙类40万元，未付的8万元为甲类2万元、乙类6万元。", None),
        ("支出100万元，其中：甲类60万元，乙类43万元，未付的8万元。", "parts-beyond"),
        ("支出100万元，结余9万元，其中：甲类60万元，乙类40万元。", None),
        ("支出100万元，一期95万元，其中：甲类60万元，乙类40万元。", None),
        ("支出101万元，一期95万元，其中：甲类60万元，乙类40万元。", "parts-beyond"),
        ("支出100万元，亩均95万元，其中：甲类60万元，乙类41万元。", None),
        ("支出100万元，结余9万元，其中：甲类7万元，乙类4万元。", "parts-beyond"),
        ("支出41.3万元，比预算减少8.7万元，其中：甲类9.1万元，乙类1.1万元。", None),
        ("支出41.3万元，比预算减少了8.7万元，其中：甲类9.1万元，乙类1.1万元。", None),
        ("支出41.3万元，比预算的8.7万元，其中：甲类9.1万元，乙类1.1万元。", "parts-beyond"),
    ],
)
def test_parts_that_nearly_are_their_whole_were_meant_to_be_it(line, told):
    assert [id for id, *_ in slips(line)] == ([told] if told else [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("执行《采购办法》2项制度。", []),
        ("执行《采购办法》《验收办法》3项制度。", ["items-before"]),
        ("执行《采购办法》《验收办法》2项制度。", []),
    ],
)
def test_one_title_before_a_count_is_no_list(line, told):
    assert [slip.id for slip in titles_in(line)] == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("甲60.03万元，乙40.02万元", []),
        ("甲60.02万元，乙40.01万元", ["parts-short"]),
        ("甲60.03万元，乙40.02万元，丙5万元", []),
    ],
)
def test_parts_or_the_first_of_them_come_to_the_whole_by_rounding(parts, told):
    assert [id for id, *_ in slips(f"支出100.1万元，其中：{parts}。")] == told
