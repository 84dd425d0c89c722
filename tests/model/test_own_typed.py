"""Values that forms declare: what each kind takes, how it is printed, what is said of what it does not take."""

from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.model.own_form import OwnItem
from generator.model.own_typed import boxes, read_own, write_own
from generator.model.own_value import ValueShape

FILE = Path(__file__).parent / "own_values.toml"
CASES = parse_toml(FILE.read_text("utf-8"), FILE, FILE.name)[0].data["case"]


def taken(case):
    faults = []
    raw = ValueShape().read(case["value"], (), faults)
    assert not faults
    item = OwnItem.from_data(case["item"])
    return item, read_own(item, raw)


def named(case):
    return f"{case['item']['key']}-{case['value']}-{case.get('says') or case['printed']}"


@pytest.mark.parametrize("case", [c for c in CASES if "printed" in c], ids=named)
def test_a_value_of_its_kind_is_printed_as_the_form_wants_it(case):
    item, read = taken(case)
    assert not read.fault
    assert ("" if read.value is None else write_own(item, read.value)) == case["printed"]
    if "boxes" in case:
        assert boxes(item, read.value) == case["boxes"]


@pytest.mark.parametrize("case", [c for c in CASES if "says" in c], ids=named)
def test_another_is_told_with_what_to_do(case):
    _, read = taken(case)
    assert read.value is None
    assert case["says"] in read.fault
    assert read.hint


def test_nothing_ticked_is_a_line_of_blank_boxes():
    item = OwnItem.from_data({"key": "方式", "kind": "choice", "options": ["自评", "他评"]})
    assert boxes(item, None) == "□自评　□他评"
