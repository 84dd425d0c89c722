from generator.base.problem import Place
from generator.load.outlines import load_outline
from generator.load.packs import Packs

OUTLINE = """
id = "mine"
title = "自己的提纲"
source = "自定"
based-on = "{base}"

[[section]]
id = "overview"
title = "项目基本情况"
"""


def load(root, base):
    folder = root / "text" / "mine"
    folder.mkdir(parents=True)
    (folder / "outline.toml").write_text(OUTLINE.format(base=base), encoding="utf-8")
    other = root / "text" / "self-evaluation"
    other.mkdir()
    (other / "outline.toml").write_text(OUTLINE.format(base=""), encoding="utf-8")
    (other / "overview.j2").write_text("概况。", encoding="utf-8")
    return load_outline(Packs((root,)), "mine", Place)


def test_sections_without_a_text_of_their_own_take_that_of_the_base(tmp_path):
    loaded, problems = load(tmp_path, "self-evaluation")
    assert problems == ()
    assert loaded.texts["overview"].text == "概况。"


def test_a_base_that_there_is_not_is_told_at_its_line(tmp_path):
    _, problems = load(tmp_path, "self-evaluatio")
    (problem,) = problems
    assert problem.code == "I19"
    assert "self-evaluatio" in problem.message
    assert "self-evaluation" in problem.hint
    assert (problem.place.line, problem.place.key) == (5, "based-on")
