"""A number of a text that names a row of its project: how long a name has to be to be known."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import UNIT, write_files

PROJECT = """
[project]
name = "图书购置"
overview = "全年{name}达到{told}册。"
[[indicator]]
class = "产出/数量"
name = "{name}"
target = "≥20000册"
actual = "20500册"
weight = 50
"""


@pytest.mark.parametrize(
    ("name", "told", "is_told"),
    [("购书册数", "20400", True), ("购书册数", "20500", False), ("购书数", "20400", False)],
)
def test_a_name_of_four_signs_is_known_in_a_text(workspace, name, told, is_told):
    files = {"unit.toml": UNIT, "one.toml": PROJECT.format(name=name, told=told)}
    folder = write_files(workspace / "inputs" / "x", files)
    found = examine(folder, Library(find_workspace(folder)[0]))
    told_of = [p for p in found.problems if p.code == "X02" and f"{told}册" in p.message]
    assert bool(told_of) is is_told
