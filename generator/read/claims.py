"""What a report claims in its sentences: the total and the grade."""

import re
from decimal import Decimal

from generator.base.chinese import half_width

_NUMBER = r"([0-9]{1,3}(?:\.[0-9]{1,4})?)"
_TOTAL = (
    re.compile(
        rf"(?:总得分|总分|综合得分|自评得分|评价得分|项目得分|最终得分|综合评分|自评分)[数值]?(?:合计)?(?:为|是|:|达到?|得)?{_NUMBER}分"
    ),
    re.compile(rf"(?<![一-鿿])得分(?:为|是|:)?{_NUMBER}分"),
    re.compile(rf"(?:绩效自评|绩效评价|综合评价|自评)(?:结果)?(?:为|得|:){_NUMBER}分"),
)
_GRADE = re.compile(
    r"(?:评价结果|评价等级|自评等级|绩效等级|评价等次|绩效评级|综合评价|自评结果|评价结论|自评结论|评定等级|等级|等次)"
    r"(?:评定)?(?:结果)?(?:为|是|:|属于)(?:[“\"‘']([一-鿿]{1,4})[”\"’']"
    r"|(优秀|良好|优良|中等|较差|合格|不合格|优|良|中|差)(?![化质先势]))"
)


def claimed_total(text: str) -> Decimal | None:
    """Return the one total that a text claims; several that differ are none."""
    plain = "".join(half_width(text).split()).replace("：", ":")
    for pattern in _TOTAL:
        found = set(pattern.findall(plain))
        if found:
            return Decimal(found.pop()) if len(found) == 1 else None
    return None


def claimed_grade(text: str) -> str:
    """Return the one grade that a text claims."""
    plain = "".join(half_width(text).split()).replace("：", ":")
    found = {quoted or bare for quoted, bare in _GRADE.findall(plain)}
    return found.pop() if len(found) == 1 else ""
