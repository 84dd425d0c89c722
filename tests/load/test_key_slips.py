"""Keys that nobody knows, and the one that is meant."""

import pytest

from generator.load.key_slips import meant_key

KNOWN = {
    "weight": "分值",
    "target": "年度指标值",
    "actual": "实际完成值",
    "actual-text": "",
    "name": "名称",
}


@pytest.mark.parametrize(
    ("word", "there", "key"),
    [
        ("wieght", (), "weight"),
        ("weigt", (), "weight"),
        ("weightt", (), "weight"),
        ("weihht", (), "weight"),
        ("Weight", (), "weight"),
        ("ｗeight", (), "weight"),
        ("分值", (), "weight"),
        ("actual_text", (), "actual-text"),
        ("wieght", ("weight",), ""),
        ("wght", (), ""),
        ("得分", (), ""),
        ("zzz", (), ""),
    ],
)
def test_one_key_is_surely_meant_or_none(word, there, key):
    assert meant_key(word, KNOWN, there) == key
