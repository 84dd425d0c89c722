"""The lexicon of a workspace: our words, the user's own, and what is said where the general list is missing."""

import pytest

from generator.base import cache
from generator.load import workspace_lexicon as module
from generator.load.packs import Packs
from generator.load.workspace_folder import find_workspace
from generator.load.workspace_lexicon import load_lexicon
from generator.use.library import Library
from generator.use.lint.rulebook import make_rulebook
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.sources import Sources


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A general list of a few words, so that every test makes its index in no time."""
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "dict.txt").write_text("效益 900 n\n管理 9000 vn\n", encoding="utf-8")
    (folder / "pinyin_dict.json").write_text('{"25928": "xiào", "30410": "yì"}', encoding="utf-8")
    (folder / "phrases_dict.json").write_text("{}", encoding="utf-8")
    names = ("dict.txt", "pinyin_dict.json", "phrases_dict.json")
    sources = Sources(*(folder / name for name in names))
    monkeypatch.setattr(module, "find_sources", lambda: sources)
    monkeypatch.setenv(cache.VARIABLE, "off")
    return tmp_path


def own_list(root, name, text):
    """Write a list of the user's own, nearer than one that stands for those of the house."""
    roots = (root / "templates", root / "house")
    for each in roots:
        (each / "wording" / "lexicon").mkdir(parents=True, exist_ok=True)
    (roots[0] / "wording" / "lexicon" / name).write_text(text, encoding="utf-8")
    (roots[1] / "wording" / "lexicon" / "core.txt").write_text("绩效目标", encoding="utf-8")
    return Packs(roots)


def test_a_users_plain_list_makes_words(small):
    loaded = load_lexicon(own_list(small, "我的词.txt", "渌渌坪 纠察站 # 地名\nA座\n"))
    lexicon = Lexicon(loaded.words)
    assert loaded.problems == ()
    assert lexicon.knows("渌渌坪")
    assert lexicon.knows("纠察站")
    assert lexicon.knows("绩效目标")
    assert not lexicon.knows("地名地名")


def test_a_users_toml_list_makes_words_and_its_faults_are_told(small):
    text = '[[words]]\nsource = "本县"\ncount = 20\nwords = "渌渌坪"\n'
    assert Lexicon(load_lexicon(own_list(small, "own.toml", text)).words).knows("渌渌坪")
    loaded = load_lexicon(own_list(small, "own.toml", '[[words]]\nsource = "本县"\n'))
    assert {problem.code for problem in loaded.problems} == {"I11"}


def test_without_the_general_list_the_rest_works_and_says_what_is_left_out(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "find_sources", lambda: None)
    book = make_rulebook(Library(find_workspace(tmp_path)[0]))
    assert [problem.code for problem in book.problems] == ["S14"]
    assert book.rules
