"""What is printed says where it comes from, and a cell where it is printed."""

import re

import pytest

from generator.base.problem import Problem, Severity
from generator.web.pages.previews import Previews
from generator.word.preview.preview import Previews as Views
from tests.web.conftest import OWN


@pytest.fixture
def previews(page):
    return Previews(page.served, Views(Problem("O08", Severity.WARNING, "没有找到 LibreOffice")))


def test_without_an_office_words_and_tables_are_shown_with_their_sources(page, previews):
    data = previews.data(page.id, page.folder)
    assert "没有能用的 LibreOffice" in data["message"]
    named = re.findall(r'data-figure="([^"]+)">([^<]+)<', data["documents"][0]["words"])
    assert ("books/funds.spent", "95万元") in named
    trace = previews.trace(page.id, page.folder, "books/funds.spent")
    assert any("books.toml" in line for line in trace["lines"])
    assert previews.picture(page.folder, "0", "0") is None


def test_a_score_leads_down_to_the_cells_and_back(page, previews):
    previews.data(page.id, page.folder)
    score = "books/indicator[产出/数量/购书册数].score"
    source = previews.trace(page.id, page.folder, score)["source"]
    below = {own["id"].rpartition(".")[2]: own for own in source["inputs"]}
    cell = below["actual"]["cells"][0]
    assert (cell["file"], cell["value"], cell["row"]) == ("books.toml", "20500册", "购书册数")
    assert cell["keys"] == ["indicator", 0, "actual"]
    assert cell["address"].startswith(f"/d/{page.id}/fill/books?at=")
    printed = previews.printed(page.id, page.folder, cell["file"], cell["key"])
    assert printed["figures"] == [below["actual"]["id"]]
    assert {score, "books/score.total"} <= set(printed["following"])


def test_a_sentence_leads_to_the_cell_that_it_was_written_in(page, previews):
    previews.data(page.id, page.folder)
    text = previews.trace(page.id, page.folder, "", "books.toml#goal.expected")["text"]
    assert text["cell"]["value"] == "丰富馆藏。"
    assert text["cell"]["keys"] == ["goal", "expected"]
    printed = previews.printed(page.id, page.folder, "books.toml", "goal.expected")
    assert printed == {"figures": [], "texts": ["books.toml#goal.expected"], "following": []}


@pytest.mark.parametrize(("figure", "text"), [("nope", ""), ("", "nope"), ("", "")])
def test_of_what_nobody_knows_nothing_is_said(page, previews, figure, text):
    previews.data(page.id, page.folder)
    assert previews.trace(page.id, page.folder, figure, text) == {
        "figure": figure,
        "lines": [],
        "source": None,
        "text": None,
    }


def test_only_a_document_that_changed_is_drawn_again(page, previews, monkeypatch):
    before = previews.data(page.id, page.folder)
    drawn = previews._known[page.folder].documents
    path = page.folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 同样的数\n", encoding="utf-8")
    after = previews.data(page.id, page.folder)
    assert after["state"] != before["state"]
    assert after["documents"] == before["documents"]
    assert [own is known for (_, own), (_, known) in _pairs(previews, page, drawn)] == [True] * len(
        drawn
    )


def _pairs(previews, page, drawn):
    return zip(previews._known[page.folder].documents, drawn, strict=True)


def test_what_cannot_be_built_says_what_to_do(page):
    (page.folder / "unit.toml").write_text("year = \n", encoding="utf-8")
    data = page.client.post(f"/api/d/{page.id}/preview", json={}, headers=OWN).json()
    assert data["documents"] == []
    assert "问题" in data["message"]


def test_a_page_that_waits_is_told_of_a_change_at_once(page):
    address = f"/api/d/{page.id}/state"
    known = page.client.get(address, params={"was": "x"}).json()["state"]
    path = page.folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert page.client.get(address, params={"was": known}).json()["state"] != known
