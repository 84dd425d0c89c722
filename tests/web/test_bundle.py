"""The built scripts and styles are what the sources give."""

import subprocess
import zlib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.web.page_sources import NODE, SOURCES, TOOLS, needs_node

PAGE = ROOT / "generator" / "web" / "static"
REVIEW = ROOT / "generator" / "use" / "review" / "assets"
BUILT = (
    PAGE / "app.js",
    PAGE / "app.css",
    PAGE / "editor.js",
    REVIEW / "review.js",
    REVIEW / "review.css",
)


@needs_node
def test_the_bundle_is_built_from_its_sources(tmp_path):
    types = TOOLS / "typescript" / "bin" / "tsc"
    subprocess.run([NODE, str(SOURCES / "build.mjs"), str(tmp_path)], check=True, cwd=SOURCES)
    subprocess.run([NODE, str(types), "--noEmit", "-p", str(SOURCES)], check=True)
    for file in BUILT:
        made = (tmp_path / file.name).read_bytes()
        assert made == file.read_bytes(), f"{file.name}: npm run build"


def test_what_a_browser_loads_is_small():
    sizes = [len(zlib.compress(path.read_bytes(), 9)) for path in PAGE.iterdir()]
    assert sum(sizes) < 150 * 1024


@pytest.mark.parametrize("file", BUILT, ids=lambda path: Path(path).name)
def test_nothing_is_asked_of_another_host(file):
    text = file.read_text(encoding="utf-8")
    links = {
        word for word in text.replace('"', " ").split() if word.startswith(("http:", "https:"))
    }
    assert all("www.w3.org" in word for word in links), links
