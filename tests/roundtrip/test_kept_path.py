"""A file is kept under one name, wherever one stands and wherever the program lies."""

import contextlib
from pathlib import Path

import pytest

from generator.base.strange_text import shown_path
from generator.load.packaged import packaged_templates
from generator.roundtrip.kept_path import kept_path, seen_path

DOSSIER = "inputs/甲局-2023"
FILES = [
    (f"{DOSSIER}/unit.toml", "./unit.toml"),
    ("templates/schemes/本局.toml", "../../templates/schemes/本局.toml"),
    ("inputs/甲局-2024/unit.toml", "../甲局-2024/unit.toml"),
]


@pytest.fixture
def root(tmp_path):
    for file, _ in FILES:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(("file", "kept"), FILES)
@pytest.mark.parametrize("here", [".", DOSSIER, "templates", ".."])
def test_a_file_is_kept_alike_from_everywhere_and_shown_as_it_is_seen(file, kept, here, root):
    with contextlib.chdir(root / here):
        folder, seen = shown_path(root / DOSSIER), shown_path(root / file)
        assert kept_path(seen, folder) == kept
        assert Path(seen_path(kept, folder)).resolve() == (root / file).resolve()
        assert seen_path(kept, folder) == seen


@pytest.mark.parametrize("here", [".", DOSSIER])
def test_what_came_with_the_program_is_kept_without_the_way_to_it(here, root):
    file = packaged_templates() / "layout.toml"
    with contextlib.chdir(root / here):
        folder, seen = shown_path(root / DOSSIER), shown_path(file)
        assert kept_path(seen, folder) == "<templates>/layout.toml"
        assert seen_path("<templates>/layout.toml", folder) == seen


@pytest.mark.parametrize("name", ["", "绩效自评报告.docx", "没有/这个文件", "https://例/子"])
def test_what_is_no_file_is_kept_as_it_is(name, root):
    with contextlib.chdir(root):
        assert seen_path(kept_path(name, DOSSIER), DOSSIER) == name
