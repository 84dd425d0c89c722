"""Build, then pull: there is nothing, whatever was built and how."""

import re

import pytest

from generator.use.pull.pull import pull
from tests.use.pull.folders import EXAMPLES, built, example

WAYS = {"final": (), "draft": ("--draft",), "goals": ("--stage", "goals"), "other binding": ()}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_nobody_touched_has_nothing_to_pull(tmp_path, name, way):
    folder = example(name, tmp_path)
    if way == "other binding":
        unit = folder / "unit.toml"
        text = unit.read_text(encoding="utf-8")
        changed = re.sub(r"^bundle = .*\n", "", text, flags=re.MULTILINE)
        changed = f"bundle = true\n{text}" if changed == text else changed
        unit.write_text(changed, encoding="utf-8")
    options = (
        ("--draft",) if way == "other binding" else WAYS[way]
    )  # it may lack what that asks for
    files = built(name, tmp_path, *options)
    for path in files:
        assert pull(path) == ((), (), ()), path.name
