"""Dossiers are found by their ids; what comes and goes is seen."""

import shutil

import pytest

from generator.web.tree import Tree, dossier_id


@pytest.fixture
def root(tmp_path):
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "unit.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_a_dossier_is_found_by_its_id_alone(root):
    tree = Tree(root)
    assert tree.folder(dossier_id(root, root / "甲")) == root / "甲"
    assert tree.folder("../甲") is None
    assert tree.folder("甲") is None


def test_a_dossier_that_went_is_not_found(root):
    tree = Tree(root)
    id = dossier_id(root, root / "甲")
    assert tree.folder(id)
    shutil.rmtree(root / "甲")
    assert tree.folder(id) is None
    assert dossier_id(root, root / "乙") in tree.walk().folders


def test_a_new_dossier_is_found_after_a_walk(root):
    tree = Tree(root)
    tree.walk()
    (root / "丙").mkdir()
    (root / "丙" / "unit.toml").write_text("", encoding="utf-8")
    id = dossier_id(root, root / "丙")
    assert tree.folder(id) is None  # ids that nobody knows make no walk after the other
    tree.walk()
    assert tree.folder(id) == root / "丙"
