"""A11: places that a text lists and counts: “城关镇、河口镇、石桥镇4个乡镇”, “4个乡镇（城关镇、……）”."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

# What is counted, and how the places of that kind end; 3个村 behind two towns counts other places.
_TOWNS, _VILLAGES = ("乡", "镇", "街道"), ("村", "社区")
_COUNTIES, _CITIES = ("县", "区", "市"), ("市", "州")
_KINDS = {
    "乡镇": _TOWNS, "镇街": _TOWNS, "街镇": _TOWNS, "镇": ("镇",), "乡": ("乡",), "街道": ("街道",),
    "行政村": ("村",), "村": ("村",), "社区": _VILLAGES, "县": _COUNTIES, "市县": _COUNTIES,
    "县市": _COUNTIES, "县区": _COUNTIES, "区县": _COUNTIES, "市": _CITIES, "地市": _CITIES,
    "市州": _CITIES, "区": ("区",),
}  # fmt: skip
_ENDS = "(?:[镇乡村县区市州]|街道)"
_COUNTED = Pattern(
    rf"(?<![等第\d{NUMERALS}])(?P<count>\d{{1,2}}|[{NUMERALS[1:]}]{{1,3}})个"
    rf"(?P<what>{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?!{_ENDS})"
)
_BEHIND = Pattern(r"(?P<sign>[（(:：])(?P<items>[一-鿿]{2,8}(?:、[一-鿿]{2,8})+)(?=[）)，,])")
_NOT_ALL = Pattern(r"[一-鿿]{0,4}[:：（(]|[和及与、]\d")  # 4个县区和1个功能区
_BEFORE = Pattern(r"[^一-鿿、]")
_SUMMED = Pattern(r"(?:这|共|共计|合计)$")
_JOINED = Pattern(
    r"(?<=[镇乡道村县区市州])[和及与](?=[一-鿿]{1,7}[镇乡道村县区市州](?:[、和及与]|$))"
)
_MORE = Pattern(rf"[，,](?:以及|还有|[和及与另]|[一-鿿]{{1,8}}{_ENDS}(?:[、，,。；;]|$))")
_NO_NAME = Pattern("等|其中|含|包括|重点|示范|试点|贫困|脱贫|[一二三]类")
_FEWEST, _NEAR = 3, 2
_LONGEST_LIST, _LONGEST_NAME = 160, 16


def places_in(line: str) -> Iterator[Slip]:
    """A number behind a list of places of its kind, or before one, is how many are listed."""
    for found in _COUNTED.finditer(line):
        ends = _KINDS[found["what"]]
        items = _before(line, found.start(), found.end(), ends) or _behind(line, found.end(), ends)
        said = found["count"]
        count = int(said) if said.isdigit() else to_number(said)
        if not count or not items or any(_NO_NAME.search(item) for item in items):
            continue
        # 仁和镇和平安镇: what joins two names may be a part of one.
        most = len(items) + len(_JOINED.findall("、".join(items)))
        if most < _FEWEST or len(items) <= count <= most or abs(count - most) > _NEAR:
            continue
        left, right = f"{said}个{found['what']}", f"{most} 个"
        yield Slip("items-counted", found.start(), found[0], left, right)


def _before(line: str, start: int, end: int, ends: tuple[str, ...]) -> list[str]:
    """Return the names right before a number: 柳河镇、青石镇4个乡镇."""
    if _NOT_ALL.match(line, end):
        return []
    near = line[max(0, start - _LONGEST_LIST) : start]
    text = _BEFORE.split(near)[-1]
    if len(text) == _LONGEST_LIST or _goes_before(line[: start - len(text)]):
        return []
    items = _SUMMED.sub("", text).split("、")
    are_names = all(item.endswith(ends) and len(item) <= _LONGEST_NAME for item in items)
    return items if are_names and len(items) > 1 else []


def _behind(line: str, end: int, ends: tuple[str, ...]) -> list[str]:
    """Return the names right behind a number: 4个乡镇（柳河、青石）, 4个乡镇：柳河镇、青石镇，."""
    found = _BEHIND.match(line, end)
    if found is None or _MORE.match(line, found.end()):
        return []
    items = found["items"].split("、")
    are_places = [item.endswith(ends) for item in items]
    # 4个村（道路、路灯、绿化） tells what was done there.
    is_short = found["sign"] in "（(" and ends[0] not in _VILLAGES
    return items if all(are_places) or (is_short and not any(are_places)) else []


def _goes_before(text: str) -> bool:
    """Tell a list whose first names stand before it: 甲县的乙镇、丙镇，丁县的戊镇2个乡镇."""
    before = text.rstrip("，,；;")
    is_of_places = before != text and before.endswith((*"镇乡村县区市州", "街道"))
    return is_of_places or text.endswith(("）", ")", "》", "”"))
