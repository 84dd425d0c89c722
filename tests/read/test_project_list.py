"""A list of projects names the project and three other things that are wanted, and hardly anything else."""

import pytest

from generator.read.project_list import is_header
from tests.foreign import book
from tests.read.cells import table

ROW = "\n清淤 | 甲 | 乙 | 丙 | 丁"


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数", True),
        ("项目名称 | 主管部门 | 全年预算数", False),
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 清淤", True),
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 清淤 | 护岸", False),
        ("项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 执行率 | 实施单位 | 清淤 | 护岸", True),
        ("实施单位 | 主管部门 | 全年预算数 | 全年执行数", False),
    ],
)
def test_a_list_names_the_project_and_three_other_columns(head, is_one):
    below = " | ".join(["某"] * (head.count("|") + 1))
    assert is_header(table(f"{head}\n{below}"), 0, book()) is is_one
