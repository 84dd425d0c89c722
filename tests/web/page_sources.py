"""The sources of the page, asked as they are: what a module of them exports, run by Node."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest

from tests.conftest import ROOT

SOURCES = ROOT / "web"
TOOLS = SOURCES / "node_modules"
NODE = shutil.which("node") or "node"
needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (TOOLS / "esbuild").is_dir(),
    reason="没有 Node，或没有在 web/ 里运行 npm ci",
)

# ``use(name)`` gives a module of the page.
USE = """
const { buildSync } = require("esbuild");
const use = (file) => {
  const built = buildSync({ entryPoints: [`src/${file}.ts`], bundle: true, format: "cjs", write: false });
  const own = { exports: {} };
  new Function("module", "exports", built.outputFiles[0].text)(own, own.exports);
  return own.exports;
};
"""
_SAID = "const asked = JSON.parse(process.argv[1]); const say = (own) => console.log(JSON.stringify(own));"


def said(script: str, asked: Sequence[Any]) -> list[Any]:
    """Return what a script says of what it is asked."""
    run = [NODE, "-e", f"{USE}{_SAID}{script}", json.dumps(asked)]
    done = subprocess.run(run, check=True, cwd=SOURCES, capture_output=True, encoding="utf-8")
    found: list[Any] = json.loads(done.stdout)
    return found
