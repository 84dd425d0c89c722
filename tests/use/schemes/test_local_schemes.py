"""Which schemes may hold at a place."""

import pytest
import tomli

from generator.model.scheme import Scheme
from generator.use.schemes.local_schemes import local_schemes

SCHEMES = """
[[scheme]]
id = "whole"
region = "全国"
from = 2020

[[scheme]]
id = "also-whole"
region = "全国"
from = 2020

[[scheme]]
id = "east"
region = "山东省"
from = 2021
national = "whole"

[[scheme]]
id = "spring"
region = "山东省"
from = 2021
stage = "goals"

[[scheme]]
id = "east-old"
region = "山东省"
from = 2019
to = 2020

[[scheme]]
id = "east-county"
region = "山东省莒县"
from = 2022

[[scheme]]
id = "district"
region = "山东省青岛市黄岛区"
from = 2022

[[scheme]]
id = "lone"
region = "戊县"
from = 2020

[[scheme]]
id = "region"
region = "广西壮族自治区"
from = 2020

[[scheme]]
id = "city"
region = "上海市"
from = 2020
"""
PROVINCES = {"山东": "山东", "青岛": "山东", "广西": "广西", "上海": "上海", "湖南": "湖南"}


def schemes() -> list[Scheme]:
    return [
        Scheme.from_data(
            {
                "id": row["id"],
                "title": row["id"],
                "region": row["region"],
                "national": row.get("national", ""),
                "stage": row.get("stage", "evaluation"),
                "force": {key: row[key] for key in ("from", "to") if key in row},
                "basis": [{"id": "a", "document": "甲"}],
            }
        )
        for row in tomli.loads(SCHEMES)["scheme"]
    ]


def province_of(text: str) -> str:
    return next((whole for word, whole in PROVINCES.items() if word in text), "")


NATIONAL = ["whole", "also-whole"]


@pytest.mark.parametrize(
    ("place", "year", "found"),
    [
        ("", 2024, NATIONAL),
        ("湖南省某县", 2024, NATIONAL),
        ("山东省", 2024, ["east", "spring", *NATIONAL, "district", "east-county"]),
        ("莒县某局", 2024, ["east-county", *NATIONAL]),
        ("黄岛", 2024, ["district", *NATIONAL]),
        ("黄岛 某局", 2024, ["district", *NATIONAL]),
        ("山东黄岛", 2024, ["district", "east", "spring", *NATIONAL]),
        ("黄岛县", 2024, ["district", *NATIONAL]),
        ("黄岛路", 2024, NATIONAL),
        ("莒", 2024, NATIONAL),  # one character is no place
        ("山东省某局", 2024, ["east", "spring", *NATIONAL]),
        ("山东", 2021, ["east", "spring", *NATIONAL]),
        ("广西", None, ["region", *NATIONAL]),
        ("山东", 2020, ["east-old", "also-whole", "whole"]),  # in 2020 nobody names either of them
        ("山东省莒县", 2024, ["east-county", "east", "spring", *NATIONAL]),
        ("莒县", 2024, ["east-county", *NATIONAL]),
        ("湖南省莒县", 2024, NATIONAL),  # another one of that name
        ("青岛市黄岛区", 2024, ["district", "east", "spring", *NATIONAL]),
        ("青岛市黄岛区", 2021, ["east", "spring", *NATIONAL]),
        ("广西某市", 2024, ["region", *NATIONAL]),
        ("上海市某区", 2024, ["city", *NATIONAL]),
        ("上海市某区", 2019, []),
    ],
)
def test_the_nearest_stands_first_and_other_places_are_left_out(place, year, found):
    told = local_schemes(place, year, schemes(), province_of, ("省", "自治区"))
    assert [scheme.id for scheme in told] == found


@pytest.mark.parametrize(
    ("place", "own", "found"),
    [
        ("戊县", (), ["lone", *NATIONAL]),
        ("戊县某局", (), ["lone", *NATIONAL]),
        ("己县", (), NATIONAL),
        ("己县", ("lone",), [*NATIONAL, "lone"]),
        ("山东省", ("lone",), ["east", "spring", *NATIONAL, "district", "east-county", "lone"]),
        ("广西", ("east",), ["region", *NATIONAL]),  # of a province that is known, and another one
        ("", ("lone",), NATIONAL),
    ],
)
def test_schemes_of_the_workspace_are_not_left_out(place, own, found):
    told = local_schemes(place, 2024, schemes(), province_of, ("省", "自治区"), own)
    assert [scheme.id for scheme in told] == found
