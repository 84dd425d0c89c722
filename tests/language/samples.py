"""Names as a text has them, small and of our own."""

from decimal import Decimal

from generator.figures.figure import number_figure, text_figure
from generator.language.quoting_fault import LanguageError
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs, load_wording

UNITS = load_wording(Packs((packaged_templates(),)))[0].units
NAME = text_figure("p/name", "渠道清淤")
SPENT = number_figure("p/funds.spent", Decimal("95.5"), "万元")
RATE = number_figure("p/funds.rate", Decimal("95.50"), "%")
TARGET = text_figure("p/indicator[甲].target", "≥20000册")
DAY = text_figure("unit/date", "2023年4月27日")
ROWS = [
    {"name": "甲", "level1": "产出指标（50分）", "target": TARGET},
    {"name": "乙", "level1": "产出指标（50分）", "target": TARGET},
    {"name": "丙", "level1": "效益指标", "target": NAME},
]


def look(name):
    if name != "渠道":
        raise LanguageError(f"没有指标“{name}”", word=name, hint="是不是想写：渠道")
    return {"actual": SPENT}


NAMES = {
    "name": NAME,
    "word": "词",
    "blank": "",
    "day": DAY,
    "funds": {"spent": SPENT, "rate": RATE, "uses": [{"name": "一", "amount": SPENT}]},
    "many": ["甲", "乙", "丙"],
    "empty": [],
    "rows": ROWS,
    "look": look,
}
