from types import SimpleNamespace

import pytest

from generator.use.init.year_without_scheme import year_without_scheme

SCHEME = SimpleNamespace(id="mof-2020", title="项目支出绩效自评")


def since_2020(year):
    return [SCHEME] if year >= 2020 else []


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2020, ""),
        (2019, "没有适用 2019 年度的方案；2020 年度的可用 项目支出绩效自评（mof-2020）"),
        (1000, "没有适用 1000 年度的方案"),
    ],
)
def test_a_year_without_a_scheme_is_told_with_the_nearest_that_has_one(year, said):
    assert year_without_scheme(year, since_2020) == said
