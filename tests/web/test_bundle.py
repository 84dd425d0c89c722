"""The built script and style are what the sources give."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES, BUILT = ROOT / "web", ROOT / "generator" / "web" / "static"


@pytest.mark.skipif(
    shutil.which("node") is None or not (SOURCES / "node_modules" / "esbuild").is_dir(),
    reason="没有 Node，或没有在 web/ 里运行 npm ci",
)
def test_the_bundle_is_built_from_its_sources(tmp_path):
    node = shutil.which("node")
    subprocess.run([node, str(SOURCES / "build.mjs"), str(tmp_path)], check=True, cwd=SOURCES)
    subprocess.run(
        [
            node,
            str(SOURCES / "node_modules" / "typescript" / "bin" / "tsc"),
            "--noEmit",
            "-p",
            str(SOURCES),
        ],
        check=True,
    )
    for name in ("app.js", "app.css"):
        assert (tmp_path / name).read_bytes() == (BUILT / name).read_bytes(), (
            f"{name}: npm run build"
        )


def test_the_bundle_is_small_and_asks_nobody_else():
    import zlib

    assert sum(len(zlib.compress(p.read_bytes(), 9)) for p in BUILT.iterdir()) < 150 * 1024
    for name in ("app.js", "app.css"):
        text = (BUILT / name).read_text(encoding="utf-8")
        links = {
            word for word in text.replace('"', " ").split() if word.startswith(("http:", "https:"))
        }
        assert all("www.w3.org" in word for word in links), links
