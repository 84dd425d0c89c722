"""A10 and A11: percentages and counts in prose agree with the figures and lists beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import to_number
from generator.base.number import plain, round_half_up, truncate
from generator.base.problem import Problem, Severity
from generator.checks.evidence import Evidence, Rule
from generator.checks.prose_fields import ProseField, prose_fields

PERCENT = Rule("A10", Severity.WARNING, "百分比与旁边的两个数一致")
COUNT = Rule("A11", Severity.WARNING, "“N项”与所列的项数一致")

# 306人，其中第一、二种形态处理275人，占89.8%: a whole, a part of the same unit, their share.
_SHARE = re.compile(
    r"(?P<whole>\d+(?:\.\d+)?)(?P<unit>[一-鿿]{1,3})[，,][^。；0-9]{0,30}?"
    r"(?P<part>\d+(?:\.\d+)?)(?P=unit)[，,]占(?:比)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
# 设有3个部门：甲、乙、丙。
_LIST = re.compile(
    r"(?P<count>\d{1,2}|[二三四五六七八九十]{1,3})(?P<unit>[个项家类])(?P<what>[一-鿿（）]{0,12})"
    r"(?:[：:]|，?(?:分别)(?:为|是))(?P<items>[^。；：:，,]+)[。；]"
)


def check_percentages(evidence: Evidence) -> Iterator[Problem]:
    """A10: a share printed beside its two figures is right at its own precision."""
    for field in prose_fields(evidence.dossier):
        for number, line in enumerate(field.text.splitlines(), 1):
            for found in _SHARE.finditer(line):
                yield from _share(field, number, found)


def _share(field: ProseField, line: int, found: re.Match[str]) -> Iterator[Problem]:
    whole, part = Fraction(found["whole"]), Fraction(found["part"])
    printed = Decimal(found["percent"])
    if whole == 0 or part > whole:
        return
    places = len(found["percent"].partition(".")[2])
    expected = round_half_up(part / whole * 100, places)
    if printed != expected:
        cut = "，印出的数是截去的结果" if printed == truncate(part / whole * 100, places) else ""
        message = f"{found['part']} ÷ {found['whole']} = {plain(expected)}%，正文写作 {plain(printed)}%{cut}"
        place = field.source.text_place(field.keys, line, found.start("percent") + 1)
        yield Problem(
            PERCENT.code,
            PERCENT.severity,
            message,
            place,
            "请改正百分比，或核对两个数",
            f"{found['percent']}%",
        )


def check_counts(evidence: Evidence) -> Iterator[Problem]:
    """A11: a count is followed by that many things."""
    for field in prose_fields(evidence.dossier):
        for number, line in enumerate(field.text.splitlines(), 1):
            for found in _LIST.finditer(line):
                count = (
                    to_number(found["count"])
                    if not found["count"].isdigit()
                    else int(found["count"])
                )
                items = found["items"].split("、")
                is_plain_list = (
                    len(items) > 1 and "等" not in found["items"] and "和" not in found["items"]
                )
                if count is None or not is_plain_list or count == len(items):
                    continue
                message = f"写的是“{found['count']}{found['unit']}”，后面列出 {len(items)} {found['unit']}"
                place = field.source.text_place(field.keys, number, found.start() + 1)
                yield Problem(
                    COUNT.code,
                    COUNT.severity,
                    message,
                    place,
                    "请核对数目或所列各项",
                    found[0][:40],
                )
