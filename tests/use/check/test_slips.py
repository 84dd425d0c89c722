"""Slips that a check tells: at the word, with what is meant; accepted, shared or known words are none."""

from unittest.mock import Mock

import pytest

from generator.base import cache
from generator.load.workspace_folder import find_workspace
from generator.use.check.slips import SlipsOfTree
from generator.use.library import Library
from generator.wording.engine import Linter
from tests.use.check.dossiers import HEADS, from_texts

WRONG = '\n[[problem]]\ntext = "绩效管里有待加强。"\n'


@pytest.fixture
def library(tmp_path):
    return Library(find_workspace(tmp_path)[0])


def dossier(books=WRONG, unit=HEADS["unit"]):
    return from_texts({**HEADS, "books": HEADS["books"] + books, "unit": unit})


def told(library, *dossiers):
    slips = SlipsOfTree()
    for one in dossiers:
        slips.look(one, library)
    return list(slips.told())


def test_a_slip_is_told_at_its_word_with_what_is_meant(library):
    (found,) = told(library, dossier())
    assert (found.code, found.quote, found.accepted) == ("W01", "绩效管里", "")
    assert "绩效管理" in found.message
    assert (found.place.file, found.place.line, found.place.column) == ("books.toml", 5, 9)


def test_nothing_else_that_lint_finds_is_told(library):
    assert told(library, dossier('\n[[problem]]\ntext = "今年我局,工作推进。"\n')) == []


def test_an_acceptance_holds_for_it_and_nothing_is_said_of_others(library):
    own = f'{WRONG}\n[[accept]]\ncode = "W01"\nkey = "problem[1].text"\nreason = "项目名"\n'
    (found,) = told(library, dossier(own))
    assert found.accepted == "项目名"
    of_lint = '\n[[accept]]\ncode = "F01"\nreason = "原文如此"\n'
    assert told(library, dossier(of_lint)) == []


def test_what_many_units_write_is_a_word(library):
    units = [HEADS["unit"].replace("某县", name) for name in ("甲县", "乙县", "丙县")]
    assert len(told(library, *(dossier(unit=unit) for unit in units[:2]))) == 2
    assert told(library, *(dossier(unit=unit) for unit in units)) == []


def test_a_users_word_is_none(tmp_path):
    (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "templates" / "wording" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "本县.txt").write_text("绩效管里\n", encoding="utf-8")
    assert told(Library(find_workspace(tmp_path)[0]), dossier()) == []


def test_a_text_that_has_not_changed_is_not_looked_at_again(library, tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    (first,) = told(library, dossier())
    look = Mock(return_value=())
    monkeypatch.setattr(Linter, "run", look)
    assert told(library, dossier()) == [first]
    assert not look.called
    told(library, dossier(WRONG.replace("有待", "还有待")))
    assert look.called
