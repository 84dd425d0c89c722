"""What the report on the wording of a district may quote: units, set sentences, deviations, terms."""

from collections.abc import Mapping
from types import MappingProxyType

BODY: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "unit": "单位",
        "sentences": "固定句与通行写法不同的处数",
        "terms": "用语与通行写法不同的处数",
        "total": "合计",
    }
)
SENTENCE: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "text": "固定句，可变处写作 {数} {单位} {项目} {年度}",
        "units": "照写的单位数",
        "places": "照写的处数",
        "others": "写得不同的处数",
    }
)
DEVIATION: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "unit": "单位",
        "kind": "类别：固定句、单位、指标等",
        "usual": "通行的写法",
        "written": "这里的写法",
        "place": "文件和行",
    }
)
TERM: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "kind": "类别",
        "usual": "通行的写法",
        "form": "写法",
        "places": "处数",
        "units": "单位数",
    }
)
ROWS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"bodies": BODY, "sentences": SENTENCE, "deviations": DEVIATION, "terms": TERM}
)
