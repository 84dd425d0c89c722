"""The dossiers that are edited: a report with its form, a form alone, a bundle, and the same as singles.

Units, places and figures are invented. Each dossier has the changes that somebody makes in its
TOML after the files were edited: two figures (one in a sentence, one in the form) and a sentence.
"""

from typing import NamedTuple


class Dossier(NamedTuple):
    """Files by name, the changes of the inputs, what is printed before and after, what is edited."""

    name: str
    files: dict[str, str]
    change: dict[str, str]
    old: tuple[str, ...]  # printed before the change, nowhere after it
    new: tuple[str, ...]  # printed after it, nowhere before
    edited: str  # words in the name of the file that is edited
    sentences: tuple[str, str]  # the sentence that the inputs change: before, after


REPORT_UNIT = """\
year = 2023
scheme = "mof-2020"

[unit]
name = "云溪县水利站"
short = ["县水利站"]
date = 2024-03-12
"""

REPORT_PROJECT = '''\
[project]
name = "小型水库维护"
authority = "云溪县水利局"
implementer = "云溪县水利站"
overview = """本项目维护全县小型水库{{ fact("水库座数") }}，惠及下游农田。全年预算{{ funds.budget }}，支出{{ funds.spent }}。
维护分16批进行，其中{{ fact("延迟批次") }}延迟，延迟的原因是汛期提前。
{% if score.grade is defined %}资金使用进度较快，执行率为{{ funds.rate }}。{% else %}资金使用进度偏慢。{% endif %}"""

[titles]
report = "云溪县水利站{{ year }}年度小型水库维护绩效自评报告"

[funds]
initial = 380
budget = 372.5
spent = 361.2
sources = [
  { name = "当年财政拨款", initial = 300, budget = 292.5, spent = 285.2 },
  { name = "上年结转资金", initial = 50, budget = 50, spent = 46 },
  { name = "其他资金", initial = 30, budget = 30, spent = 30 },
]

[goal]
expected = "保证水库安全度汛，改善灌溉条件。"
achieved = """维护水库{{ indicator("维护水库座数").actual }}，巡查{{ indicator("巡查次数").actual }}，支出{{ funds.spent }}。"""

[[indicator]]
class = "产出/数量"
name = "维护水库座数"
target = "≥25座"
actual = "27座"
weight = 15

[[indicator]]
class = "产出/数量"
name = "巡查次数"
target = "≥310次"
actual = "324次"
weight = 15

[[indicator]]
class = "产出/质量"
name = "验收合格率"
target = "≥95%"
actual = "91%"
weight = 20
reason = "两座水库验收推迟。"

[[indicator]]
class = "效益/社会效益"
name = "改善灌溉面积"
target = "≥1800亩"
actual = "1845亩"
weight = 15

[[indicator]]
class = "效益/可持续影响"
name = "管护制度健全程度"
target = "健全"
actual = "健全"
weight = 15
score = 15

[[indicator]]
class = "满意度/服务对象满意度"
name = "群众满意度"
target = "≥90%"
actual = "94%"
weight = 10

[[problem]]
text = "个别水库渗漏监测设备老旧。"
measure = "分年度更新监测设备。"

[[problem]]
text = "管护人员培训不足。"
measure = "每季度组织一次培训。"

[[problem]]
text = "汛期物资储备偏少。"
measure = "汛前补足物资。"

[result]
use = "作为安排下年度维护经费的依据。"
publicity = "在县政府网站公开。"

[facts]
"水库座数" = "43座"
"延迟批次" = "5批"
"培训人次" = "118人次"

[text]
analysis-funds = """全年预算{{ funds.budget }}，实际支出{{ funds.spent }}，全部用于水库维护。资金拨付及时，专款专用。
培训管护人员{{ fact("培训人次") }}，经费从维护费中列支。"""
'''

FORM_UNIT = """\
year = 2023
scheme = "mof-2020"
documents = ["form"]

[unit]
name = "北岭镇文化站"
date = 2024-02-20
"""

FORM_PROJECT = '''\
[project]
name = "乡村文化活动"
authority = "北岭镇人民政府"
implementer = "北岭镇文化站"
overview = "为各村举办文化活动。"

[funds]
initial = 86
budget = 83.4
spent = 79.6
sources = [
  { name = "当年财政拨款", initial = 60, budget = 57.4, spent = 55.1 },
  { name = "上年结转资金", initial = 14, budget = 14, spent = 12.5 },
  { name = "其他资金", initial = 12, budget = 12, spent = 12 },
]

[goal]
expected = "丰富各村文化生活，培养文艺骨干。"
achieved = """举办演出{{ indicator("演出场次").actual }}，支出{{ funds.spent }}。培养骨干{{ fact("骨干人数") }}，队伍稳定。"""

[[indicator]]
class = "产出/数量"
name = "演出场次"
target = "≥60场"
actual = "66场"
weight = 15

[[indicator]]
class = "产出/数量"
name = "培训期数"
target = "≥8期"
actual = "9期"
weight = 15

[[indicator]]
class = "产出/时效"
name = "按期完成率"
target = "100%"
actual = "97%"
weight = 20
reason = "雨天改期两次。"

[[indicator]]
class = "效益/社会效益"
name = "参与群众人次"
target = "≥12000人次"
actual = "12870人次"
weight = 20

[[indicator]]
class = "效益/社会效益"
name = "新增文艺队伍"
target = "≥4支"
actual = "4支"
weight = 10

[[indicator]]
class = "满意度/服务对象满意度"
name = "村民满意度"
target = "≥90%"
actual = "92%"
weight = 10

[facts]
"骨干人数" = "38人"
'''

BUNDLE_UNIT = """\
year = 2023
scheme = "hunan-2023"
bundle = true
projects = ["road", "lamp"]

[unit]
name = "青石镇人民政府"
short = ["镇政府"]
date = 2024-04-18

[facts]
"受益村数" = "17个"
"""

DEPARTMENT = '''\
[department]
functions = [
  "负责全镇道路和公共设施的建设、养护。",
  "负责村庄规划和人居环境整治。",
  "承办上级交办的其他工作。",
]
basic = 412.6
projects = 158

[funds]
initial = 560
budget = 570.6
spent = 570.6
by-income = [{ name = "一般公共预算", amount = 570.6 }]

[[funds.by-expenditure]]
name = "基本支出"
amount = 412.6
parts = [
  { name = "工资福利支出", amount = 330.5 },
  { name = "商品和服务支出", amount = 82.1 },
]

[[funds.by-expenditure]]
name = "项目支出"
amount = 158

[goal]
expected = "改善全镇出行条件，建设宜居村庄。"
achieved = """硬化道路{{ project("road").indicator("硬化道路里程").actual }}，受益村{{ fact("受益村数") }}，群众出行明显改善。"""

[[indicator]]
class = "产出/数量"
name = "完成建设任务数"
target = "≥12项"
actual = "13项"
weight = 20

[[indicator]]
class = "产出/质量"
name = "工程合格率"
target = "100%"
actual = "100%"
weight = 20

[[indicator]]
class = "产出/成本"
name = "控制建设成本"
target = "≤158万元"
actual = "158万元"
weight = 10

[[indicator]]
class = "效益/社会效益"
name = "受益群众人数"
target = "≥21000人"
actual = "21900人"
weight = 30

[[indicator]]
class = "满意度/服务对象满意度"
name = "居民满意度"
target = "≥92%"
actual = "95%"
weight = 10

[[problem]]
text = "部分村道养护不够及时"
measure = "落实村级管护责任。"

[[problem]]
text = "项目前期论证偏粗"
measure = "提前半年开展论证。"

[result]
publicity = "在镇政务公开栏公开。"

[text]
overview = """镇政府现有在职人员{{ fact("在职人员") }}，服务村{{ fact("受益村数") }}。
全年基本支出{{ spending.basic }}，保障机关正常运转。"""
expenditure-projects = """项目支出{{ spending.projects }}，用于道路和路灯建设。资金按进度拨付。"""
achievements = """一是道路建设提速。硬化道路{{ project("road").indicator("硬化道路里程").actual }}，打通断头路。
二是照明改善。安装路灯{{ project("lamp").indicator("安装路灯数").actual }}，夜间出行更安全。"""

[facts]
"在职人员" = "46人"
'''

ROAD = '''\
[project]
name = "村道硬化"
authority = "青石镇人民政府"
implementer = "青石镇人民政府"

[funds]
initial = 110
budget = 106
spent = 106
sources = [
  { name = "当年财政拨款", initial = 96, budget = 92, spent = 92 },
  { name = "其他资金", initial = 14, budget = 14, spent = 14 },
]

[goal]
expected = "硬化村道，方便出行。"
achieved = """硬化道路{{ indicator("硬化道路里程").actual }}，支出{{ funds.spent }}。"""

[[indicator]]
class = "产出/数量"
name = "硬化道路里程"
target = "≥18公里"
actual = "18.7公里"
weight = 25

[[indicator]]
class = "产出/质量"
name = "路面合格率"
target = "100%"
actual = "100%"
weight = 25

[[indicator]]
class = "效益/社会效益"
name = "方便出行人数"
target = "≥8600人"
actual = "8750人"
weight = 30

[[indicator]]
class = "满意度/服务对象满意度"
name = "沿线群众满意度"
target = "≥90%"
actual = "93%"
weight = 10

[result]
publicity = "在镇政务公开栏公开。"

[text]
funds-management = "资金由财政所统一管理，按合同和进度支付。"
work = """村道硬化覆盖{{ fact("受益村数") }}村。路基先行加固，雨季前完工。"""
goal-analysis = """全年硬化道路{{ indicator("硬化道路里程").actual }}，方便{{ indicator("方便出行人数").actual }}出行。"""
'''

LAMP = '''\
[project]
name = "路灯安装"
authority = "青石镇人民政府"
implementer = "青石镇人民政府"

[funds]
initial = 54
budget = 52
spent = 52
sources = [{ name = "当年财政拨款", initial = 54, budget = 52, spent = 52 }]

[goal]
expected = "安装路灯，改善照明。"
achieved = """安装路灯{{ indicator("安装路灯数").actual }}，亮灯正常。"""

[[indicator]]
class = "产出/数量"
name = "安装路灯数"
target = "≥260盏"
actual = "268盏"
weight = 50

[[indicator]]
class = "效益/社会效益"
name = "亮灯率"
target = "≥98%"
actual = "99%"
weight = 30

[[indicator]]
class = "满意度/服务对象满意度"
name = "夜间出行满意度"
target = "≥90%"
actual = "96%"
weight = 10

[result]
publicity = "在镇政务公开栏公开。"

[text]
funds-management = "资金由财政所统一管理，按合同和进度支付。"
work = """路灯按村庄主干道布设。"""
'''

REPORT = Dossier(
    "yunxi-2023",
    {"unit.toml": REPORT_UNIT, "reservoir.toml": REPORT_PROJECT},
    {
        "spent = 361.2\n": "spent = 362.6\n",
        "spent = 285.2 }": "spent = 286.6 }",
        'actual = "324次"': 'actual = "331次"',
        "资金拨付及时，专款专用。": "资金拨付及时，账目清楚。",
    },
    ("361.2", "324次", "专款专用"),
    ("362.6", "331次", "账目清楚"),
    "报告",
    ("专款专用", "账目清楚"),
)

FORM = Dossier(
    "beiling-2023",
    {"unit.toml": FORM_UNIT, "culture.toml": FORM_PROJECT},
    {
        "spent = 79.6\n": "spent = 80.3\n",
        "spent = 55.1 }": "spent = 55.8 }",
        'actual = "12870人次"': 'actual = "12930人次"',
        "，队伍稳定。": "，队伍壮大。",
    },
    ("79.6", "12870人次", "队伍稳定"),
    ("80.3", "12930人次", "队伍壮大"),
    "自评表",
    ("队伍稳定", "队伍壮大"),
)

_BUNDLE_CHANGE = {
    'actual = "18.7公里"': 'actual = "19.3公里"',
    'actual = "268盏"': 'actual = "273盏"',
    "资金按进度拨付。": "资金按合同拨付。",
}

BUNDLE = Dossier(
    "qingshi-2023",
    {
        "unit.toml": BUNDLE_UNIT,
        "department.toml": DEPARTMENT,
        "road.toml": ROAD,
        "lamp.toml": LAMP,
    },
    _BUNDLE_CHANGE,
    ("18.7公里", "268盏", "按进度拨付"),
    ("19.3公里", "273盏", "按合同拨付"),
    "材料",
    ("按进度拨付", "按合同拨付"),
)

SINGLES = BUNDLE._replace(
    name="qingshi-singles-2023",
    files={**BUNDLE.files, "unit.toml": BUNDLE_UNIT.replace("bundle = true\n", "")},
    edited="部门整体支出绩效自评报告",
)

DOSSIERS = (REPORT, FORM, BUNDLE, SINGLES)
