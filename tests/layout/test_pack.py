from generator.base.toml import read_toml
from generator.layout.pack import type_setting
from tests.conftest import ROOT


def test_no_unit_that_targets_may_have_is_parted_from_its_figure():
    file, problems = read_toml(ROOT / "templates" / "wording" / "units.toml", "units.toml")
    assert problems == ()
    of_dimensions = (
        name
        for dimension in file.data["dimension"]
        for unit in dimension["unit"]
        for name in (unit["name"], *unit.get("also", ()))
    )
    counted = (name for row in file.data["counting-units"] for name in row["names"])
    assert {*of_dimensions, *counted} <= {*type_setting().whole.units}
