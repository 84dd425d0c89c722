"""The place that a name begins with."""

import pytest

from generator.base.region import region_of


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("云边县水利局", "云边县"),
        ("江北省云边市水利局", "江北省云边市"),
        ("云边市 东湖区东街街道办事处", "云边市东湖区东街街道"),
        ("云边县城市管理局", "云边县"),
        ("忠县水利局", "忠县"),
        ("城市管理局", ""),
        ("社区服务中心", ""),
        ("水利局", ""),
        ("云边县", ""),
        ("", ""),
    ],
)
def test_a_place_is_what_stands_before_the_name_of_a_body(name, region):
    assert region_of(name) == region
