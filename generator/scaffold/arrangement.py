"""How a blank file is arranged for its reader: order of the tables, what is said before each."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.entry import Entry
from generator.model.indicator import Goal, Indicator, SharedScore
from generator.model.own_outline import OwnSection
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.model.workspace import WorkspaceEntry

_HOW_TO = (
    "等号左边是键，不要改；右边填内容。文字写在英文双引号里，几段话写在三个引号之间；数字不加引号。",
    "行首有 # 的行不起作用：或是说明，或是暂时不用的项。",
    "要用某一项，删去它行首的 # 和空格，再把示例改成自己的内容。",
    "填好后用 jixiao check 检查。",
)

OPENINGS: Mapping[type[Entry], tuple[str, ...]] = MappingProxyType(
    {
        UnitEntry: ("单位和年度。同一文件夹里，每个项目另有一个文件。", *_HOW_TO),
        ProjectEntry: (
            "一个项目一个文件。文件名用小写字母、数字和连字符；再有项目，复制本文件改名即可。",
            *_HOW_TO,
        ),
        DepartmentEntry: ("部门整体支出。文件名不要改。", *_HOW_TO),
        WorkspaceEntry: (
            "这个文件标明工作文件夹的根：生成的文件写在旁边的 outputs/ 里，",
            "自备的方案、提纲和模板放在旁边的 templates/ 里。",
            "下面各项都可以不写；要用某一项，删去它行首的 # 和空格，再改成自己的内容。",
        ),
    }
)

# Tables that are not named here follow in the order of their model.
ORDER = (
    "unit",
    "project",
    "department",
    "funds",
    "goal",
    "goals",
    "indicator",
    "shared-score",
    "item",
    "problem",
    "result",
    "duty",
    "safeguard",
    "report",
    "facts",
    "fields",
    "tables",
    "own-outline",
    "insert",
    "text",
    "text-after",
    "accept",
    "stated",
)

# Introduced otherwise in unit.toml, where they hold for all subjects.
OF_SUBJECTS = frozenset(("fields", "tables"))
INTRODUCTIONS: Mapping[str, str] = MappingProxyType(
    {
        "funds": "金额填数字，不写单位。"
        "年初填年初预算数，年终补上全年预算数和执行数；执行率由程序计算",
        "goal": "年初填预期目标，年终填实际完成情况；文中可引用数据，如 {{ funds.spent }}",
        "goals": "有几个年度目标、各自带指标时，每个目标写一段 [[goals]]，它的指标紧跟在后面",
        "indicator": "每个三级指标一段。年初填指标值和分值，年终填实际完成值；得分由程序按方案计算",
        "shared-score": "一类指标合并计一个分时，每类写一段；这一类的各指标就不再写分值和得分",
        "item": "方案另有按项计分的部分时，每项写一段：按答案计分的写 answer，单位自评的写 score",
        "problem": "每个问题一段，改进措施写在它的下面",
        "duty": "每项职责一段",
        "safeguard": "每条保障措施一段，下面可分小标题",
        "report": "几个项目合写一份报告时填写",
        "own-outline": "报告照自己的标题和顺序写时填写；各章节的文字写在 [text] 里",
        "insert": "章节里要放的表和图，每张写一段；正文里用 ![题注](名称) 放在那里",
        "text": "用自己的话写某一节，代替标准写法；章节代码见提纲",
        "text-after": "在某一节的标准写法后面接着写",
        "facts": '几处要用的数在这里写一次，正文里用 {{ fact("名称") }} 引用，不会前后不一',
        "fields": "表上有、上面没有地方写的栏目写在这里：栏目名 = 内容；"
        '正文和模板里用 {{ field("栏目名") }} 引用',
        "tables": '表上行列成表的栏目；正文和模板里用 {{ table("表名")["行"]["列"] }} 引用',
        "accept": "jixiao check 指出而确有理由保留的问题，写在这里：仍会列出，但不计入。"
        "写明位置（key）或几处（count），也可以由 jixiao check --accept 写",
        "stated": "核对已印出的文件时，把上面的数抄在这里，只作比较",
    }
)

# What a row shows when its other keys are explained elsewhere.
SHORT_ROWS: Mapping[type[Entry], tuple[str, ...]] = MappingProxyType(
    {
        Goal: ("name", "expected", "achieved", "weight"),
        Indicator: ("class", "name", "target", "actual", "weight"),
        SharedScore: ("class", "weight", "score"),
        OwnSection: ("id", "title", "level"),
    }
)

EXAMPLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"text": {"章节代码": "正文"}, "text-after": {"章节代码": "正文"}}
)

RARELY_USED = "以下各段按需要填写，用不到的可以整段删去"
