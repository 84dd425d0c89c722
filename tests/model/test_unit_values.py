"""Units are data: however much has been read with them, they can be kept and taken up again."""

from generator.base.plain_data import to_bytes, values_from
from generator.load.packs import find_packs, load_wording


def test_units_that_have_been_read_with_are_kept_and_read_alike():
    wording, _ = load_wording(find_packs(None))
    units = wording.units
    read = units.measure("95.5%"), units.money, units.factor("万元"), units.size("件")
    again = values_from(memoryview(to_bytes(units)))
    taken_up = again.measure("95.5%"), again.money, again.factor("万元"), again.size("件")
    assert taken_up == read
