"""Fields of one year are told by words that are data, and by what they hold."""

import pytest

from generator.model.carried_fields import CarriedFields, Carrying
from tests.foreign import packaged_wording

PACKAGED = packaged_wording().carrying


@pytest.mark.parametrize(
    ("name", "text", "is_yearly"),
    [
        ("项目负责人", "张三", False),
        ("联系电话", "1234567", False),
        ("项目起止时间", "2023年1月至12月", False),
        ("填报日期", "2024年3月1日", True),
        ("存在问题", "征地推迟", True),
        ("注", "征地推迟", True),
        ("标注方式", "红字", False),
        ("结余金额", "38000", True),
        ("合计", "1,200.5万元", True),
        ("占比", "95.5%", True),
        ("建设规模", "-", True),
        ("建设地点", "城关镇", False),
        ("建设规模", "全长8公里。", True),
    ],
)
def test_what_is_of_one_year(name, text, is_yearly):
    assert PACKAGED.is_of_one_year(name, text) == is_yearly


def test_a_folder_adds_words():
    own = Carrying(
        [CarriedFields(standing=("档案",), yearly=("考核",), yearly_whole=(), source="本县")], ()
    )
    assert own.is_of_one_year("考核人", "张三")
    assert not own.is_of_one_year("考核档案", "甲")
