"""A11: kinds that a text lists and then counts: “下设甲中心、乙站、丙队4个事业单位”, “决策、过程、产出3个方面”."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

# Of bodies, the count may be of others that are theirs: only what a body has is listed whole.
_BODIES = (
    r"(?:内设|下设|直属|下属|所属|二级)?(?:机构|科室|股室|处室|事业单位|预算单位|单位|站所|部门)"
)
_COUNT = rf"(?<![第{NUMERALS}\d])(?P<count>\d{{1,2}}|[{NUMERALS[1:]}]{{1,3}})"
_ITEMS = r"(?P<items>[一-鿿]{2,20}(?:、[一-鿿]{2,20})+?)"
_OF_BODY = Pattern(rf"(?:内设|下设|设有|下辖)(?:有|了)?[:：]?{_ITEMS}{_COUNT}个(?P<what>{_BODIES})")
_OF_KINDS = Pattern(
    rf"{_ITEMS}{_COUNT}(?:个|大|项)?(?P<what>方面|步骤|环节|阶段|维度|一级指标)(?!的?问题)"
)
# 青山、绿水、白云等2个乡镇: behind 等 there may be more, and never fewer, of what has a name of its own.
_AND_MORE = Pattern(
    rf"(?P<items>[一-鿿]{{2,12}}(?:、[一-鿿]{{2,8}})+?等){_COUNT}[个家所]"
    r"(?P<what>乡镇|镇街|乡|镇|街道|村|社区|县区|区县|县市|县|区|市|单位|部门|科室|股室|机构|学校|医院|企业|公司|合作社)"
)
_ASIDE = Pattern(r"[（(][^（()）]{0,80}[)）]")
_OPEN = "等"
_AND = Pattern("[和及与]")
_FEWEST, _NEAR = 3, 2


def kinds_in(line: str) -> Iterator[Slip]:
    """A number right behind a list is how many are listed; behind 等 it may be more, never fewer."""
    plain = _ASIDE.sub("", line)
    for pattern in (_OF_BODY, _OF_KINDS, _AND_MORE):
        for found in pattern.finditer(plain):
            said = found["count"]
            count = int(said) if said.isdigit() else to_number(said)
            items = found["items"].split("、")
            # 社会效益和可持续影响: what joins two names may be a part of one.
            most = len(items) + len(_AND.findall(found["items"]))
            if not count or len(items) < _FEWEST or len(items) <= count <= most:
                continue
            if abs(count - most) > _NEAR or (found["items"].endswith(_OPEN) and count > most):
                continue
            counted = plain[found.start("count") : found.end("what")]
            start = max(0, line.find(counted))
            yield Slip("items-counted", start, counted, counted, f"{most} 个")
