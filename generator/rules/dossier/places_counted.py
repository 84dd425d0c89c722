"""A11: places that a text lists and counts: “城关镇、河口镇、石桥镇4个乡镇”, “4个乡镇（城关镇、……）”."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

# What is counted, and how the places of that kind end; 3个村 behind two towns counts other places.
_KINDS = {
    "乡镇": "乡镇道", "镇街": "镇乡道", "街镇": "镇乡道", "镇": "镇", "乡": "乡", "街道": "道",
    "行政村": "村", "村": "村", "社区": "区村", "县": "县区市", "市县": "市县区", "县市": "县市区",
    "县区": "县区市", "区县": "县区市", "市": "市州", "地市": "市州", "市州": "市州", "区": "区",
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,2}}|[{NUMERALS[1:]}]{{1,3}})个"
_KIND = rf"(?P<what>{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
_ENDS = r"[镇乡道村县区市州]"
_LISTED = Pattern(
    rf"(?P<before>^|[^、）)》”]?)(?P<items>[一-鿿]{{2,16}}(?:、[一-鿿]{{1,8}}{_ENDS}(?:[和及与][一-鿿]{{1,8}}{_ENDS})?)+)"
    rf"(?:这|共|共计|合计)?{_COUNT}{_KIND}(?![一-鿿]{{0,4}}[:：（(])"
)
_NAMED = Pattern(
    rf"(?<![等第]){_COUNT}{_KIND}(?:[（(]|[:：])(?P<items>[一-鿿]{{2,8}}(?:、[一-鿿]{{2,8}})+)(?=[）)，,])"
)
_JOINED = Pattern(rf"(?<={_ENDS})[和及与](?=[一-鿿]{{1,7}}{_ENDS}(?:[、和及与]|$))")
_NO_NAME = Pattern("等|其中|含|包括|重点|示范|试点|贫困|脱贫|[一二三]类")
_FEWEST, _NEAR = 3, 2


def places_in(line: str) -> Iterator[Slip]:
    """A number behind a list of places of its kind, or before one, is how many are listed."""
    for pattern in (_LISTED, _NAMED):
        for found in pattern.finditer(line):
            said, items = found["count"], found["items"].split("、")
            count = int(said) if said.isdigit() else to_number(said)
            ends = _KINDS[found["what"]]
            are_places = [item[-1] in ends for item in items]
            is_list = all(are_places) or (pattern is _NAMED and not any(are_places))
            if not count or not is_list or _NO_NAME.search(found["items"]):
                continue
            if pattern is _LISTED and _goes_before(line[: found.start("items")]):
                continue
            # 仁和镇和平安镇: what joins two names may be a part of one.
            most = len(items) + len(_JOINED.findall(found["items"]))
            if most < _FEWEST or len(items) <= count <= most or abs(count - most) > _NEAR:
                continue
            left, right = f"{said}个{found['what']}", f"{most} 个"
            yield Slip("items-counted", found.start("items"), found[0][:40], left, right)


def _goes_before(text: str) -> bool:
    """Tell a list whose first names stand before it: 甲县的乙镇、丙镇，丁县的戊镇2个乡镇."""
    before = text.rstrip("，,；;")
    return before != text and before.endswith(("）", ")", *"镇乡道村县区市州"))
