"""What the page for a unit whose documents are sent back may quote: the unit, its files, the findings."""

from collections.abc import Mapping
from types import MappingProxyType

UNIT: Mapping[str, str] = MappingProxyType(
    {
        "name": "单位",
        "year": "年度",
        "errors": "错误数",
        "warnings": "警告数",
        "notes": "提示数；没有时为空",
    }
)
FILE_ROW: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号；只有一份时为空",
        "name": "文件",
        "errors": "错误数",
        "warnings": "警告数",
        "notes": "提示数",
        "unread": "没有读懂的格和栏，如“3 格，1 栏”；没有时为空",
        "stopped": "没有读到的原因；没有时为空",
    }
)
FINDING_ROW: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "file": "文件；只有一份时为空",
        "place": "位置，如“表 1第 17 行第 8 列”",
        "level": "级别：错误、警告",
        "code": "代码",
        "message": "问题",
        "quote": "原文",
        "hint": "怎么改",
        "basis": "依据",
    }
)
ROWS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"files": FILE_ROW, "findings": FINDING_ROW}
)
