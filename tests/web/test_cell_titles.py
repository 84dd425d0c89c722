"""A cell of the grid is called as the heading that it stands under."""

import json
import shutil
import subprocess

import pytest

from tests.web.test_bundle import SOURCES, TOOLS

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (TOOLS / "esbuild").is_dir(),
    reason="没有 Node，或没有在 web/ 里运行 npm ci",
)

_RUN = """
const { buildSync } = require("esbuild");
const built = buildSync({ entryPoints: ["src/columns.ts"], bundle: true, format: "cjs", write: false });
const own = { exports: {} };
new Function("module", "exports", built.outputFiles[0].text)(own, own.exports);
const asked = JSON.parse(process.argv[1]);
console.log(JSON.stringify(asked.map(([heading, levels, title]) =>
  own.exports.cellTitle({ title: heading, levels: Array(levels).fill({}) }, { title }))));
"""
_CASES = [
    ("指标值", 0, "年度指标值", "指标值"),
    ("年初目标值（A）", 0, "年度指标值", "年初目标值"),
    ("实际完成值（B）", 0, "实际完成值", "实际完成值"),
    ("指标值（件）", 0, "年度指标值", "指标值（件）"),
    ("三级指标", 0, "三级指标名称", "三级指标名称"),
    ("", 0, "分值", "分值"),
    ("指标", 1, "指标类别", "指标类别"),
    ("类别", 1, "指标类别", "类别"),
    ("一级指标、二级指标", 2, "指标类别", "指标类别"),
]


def test_a_cell_is_called_as_its_heading():
    asked = json.dumps([case[:3] for case in _CASES])
    node = shutil.which("node") or "node"
    run = [node, "-e", _RUN, asked]
    done = subprocess.run(run, check=True, cwd=SOURCES, capture_output=True, encoding="utf-8")
    assert json.loads(done.stdout) == [case[3] for case in _CASES]
