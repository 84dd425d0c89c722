"""What can be changed is copied; what cannot is shared."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.base.apart import apart


class Spot(NamedTuple):
    row: int


@dataclass(frozen=True)
class Fixed:
    words: tuple[str, ...] = ()


@dataclass
class Open:
    rows: list[dict[str, Decimal]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    spots: dict[str, Spot] = field(default_factory=dict)
    fixed: Fixed = field(default_factory=Fixed)
    inner: "Open | None" = None


def test_a_change_of_the_copy_is_none_of_the_first():
    first = Open([{"得分": Decimal(9)}], {"总分"}, {"得分": Spot(3)}, inner=Open())
    twin = apart([first])[0]
    assert twin == first
    twin.rows[0]["得分"] = Decimal(8)
    twin.rows.append({})
    twin.seen.add("等级")
    twin.spots["等级"] = Spot(4)
    assert twin.inner is not None
    twin.inner.seen.add("等级")
    assert first == Open([{"得分": Decimal(9)}], {"总分"}, {"得分": Spot(3)}, inner=Open())


def test_what_cannot_be_changed_is_shared():
    first = Open(spots={"得分": Spot(3)}, fixed=Fixed(("优",)))
    twin = apart(first)
    assert twin.spots["得分"] is first.spots["得分"]
    assert twin.fixed is first.fixed
