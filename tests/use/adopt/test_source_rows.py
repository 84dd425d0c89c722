"""Sources of money whose rows say more than a name and amounts: names once more, marks for nothing."""

import pytest

from generator.use.adopt.constants import constants_of
from generator.use.adopt.plan import make_plan
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
BESIDE = """
    项目名称 | 水渠维修 | < | < | < | < | < | <
    二、预算执行情况（万元） | 预算安排情况（调整后） | < | 资金到位情况 | < | 资金执行情况 | < | 预算执行进度
    ^ | 预算数： | {0} | 到位数： | {1} | 执行数： | {2} | {3}
    {rows}
    一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 维修水渠 | < | ≥8公里 | 8公里 | 60 | 60
    效益指标 | 社会效益指标 | 受益村 | < | ≥4个 | 4个 | 30 | 30
    预算执行率 | 预算执行率 | 预算执行率 | < | 100% | {3} | 10 | {4}
    总分 | < | < | < | < | < | 100 | 100
"""


def beside(*rows, whole):
    lines = (
        f"^ | {n} | {a} | {n} | {b} | {n} | {c} | ^" for n, a, b, c in (r.split() for r in rows)
    )
    return word_bytes(TITLE, picture(BESIDE.format(*whole, rows="\n    ".join(lines))))


def test_sources_whose_names_stand_beside_each_amount_are_a_loop(twin, workspace):
    first = ("其中：财政资金 30 29 28", "其他资金 6 6 6")
    second = ("其中：中央资金 30 30 30", "省级资金 12 12 11", "其他资金 8 8 8")
    differences, _, words = twin(
        beside(*first, whole=("36", "35", "34", "94.44%", "9.44")),
        beside(*second, whole=("50", "50", "49", "98%", "9.8")),
    )
    text = (workspace / "inputs" / "y" / "project-1.toml").read_text(encoding="utf-8")
    assert words.count("{{ row.label }}") == 3
    assert differences == ()
    assert 'name = "其他资金", budget = 8' in text
    assert "fields" not in {line.split(" ")[0] for line in text.splitlines()}


FUNDS = """
    项目名称 | 水渠维修 | < | < | < | < | < | <
    资金情况（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率（%） | 执行率权重 | 执行率得分
    ^ | 年度总金额 | 36 | 36 | 34 | 94.44 | 10 | 9.44
    ^ | 其中：财政资金 | 30 | 30 | 28 | 93.33 | — | —
    ^ | 其他资金 | 6 | 6 | 6 | 100 | {0}
    一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 维修水渠 | < | ≥8公里 | 8公里 | 60 | 60
    效益指标 | 社会效益指标 | 受益村 | < | ≥4个 | 4个 | 30 | 30
    总分 | < | < | < | < | < | 100 | 99.44
"""


@pytest.mark.parametrize(("second", "names"), [("— | —", None), ("1 | 1", ["财政资金"])])
def test_a_mark_that_all_sources_bear_is_that_of_any_other(seen, second, names):
    looked, book = seen(word_bytes(TITLE, picture(FUNDS.format(second))))
    found = constants_of(looked, make_plan(looked, book), book)
    (weights,) = (one for one in found if "weight" in one["columns"])
    assert weights.get("rows") == names
