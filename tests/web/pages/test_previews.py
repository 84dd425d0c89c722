"""What is printed says where it comes from, and a cell where it is printed."""

import itertools
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.base.problem import Problem, Severity
from generator.use.preview.preview_documents import draft
from generator.web.pages.previews import Previews
from generator.web.pages.shown_documents import Wanted
from generator.word.preview.preview import Previews as Views
from tests.web.conftest import OWN


@pytest.fixture
def previews(page):
    return Previews(page.served, Views(Problem("O08", Severity.WARNING, "没有找到 LibreOffice")))


@pytest.fixture
def second(page):
    """One more project beside the first one; returns its file."""
    path = page.folder / "second.toml"
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('name = "', 'name = "第二', 1), encoding="utf-8")
    return path


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


def test_only_a_document_that_changed_is_drawn_again(page, previews):
    before = previews.data(page.id, page.folder)
    drawn = previews._known[page.folder].shown
    path = page.folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 同样的数\n", encoding="utf-8")
    after = previews.data(page.id, page.folder)
    assert after["state"] != before["state"]
    assert after["documents"] == before["documents"]
    again = previews._known[page.folder].shown
    assert [again[n].drawn is own.drawn for n, own in drawn.items()] == [True] * len(drawn)


def test_what_a_browser_has_is_not_told_again(page, previews, second):
    before = previews.data(page.id, page.folder)["documents"]
    had = {own["name"]: own["print"] for own in before}
    assert [own["words"] != "" for own in before] == [True, True]
    again = previews.data(page.id, page.folder, Wanted(had=had))["documents"]
    assert [(own["words"], own["print"], own["same"]) for own in again] == [
        ("", print_, True) for print_ in had.values()
    ]
    text = second.read_text(encoding="utf-8").replace("丰富馆藏。", "充实馆藏。")
    second.write_text(text, encoding="utf-8")
    changed = previews.data(page.id, page.folder, Wanted(had=had))["documents"]
    assert ["充实馆藏。" in own["words"] for own in changed] == [False, True]
    assert [own["print"] == had[own["name"]] for own in changed] == [True, False]


def test_the_document_that_is_looked_at_comes_first_and_the_rest_waits(
    page, previews, second, monkeypatch
):
    ticks = itertools.count()
    clock = SimpleNamespace(monotonic=lambda: next(ticks) * 0.4)  # one document takes it all
    monkeypatch.setattr("generator.web.pages.previews.time", clock)
    names = [
        Path(own.name).stem for own in draft(page.folder, page.served.library(page.folder)).files
    ]
    first = previews.data(page.id, page.folder, Wanted(seen=names[-1]))["documents"]
    assert len(names) == 2
    assert [own["name"] for own in first if own["words"]] == names[-1:]
    assert [own["name"] for own in first if own.get("waits")] == names[:-1]
    rest = previews.data(page.id, page.folder, Wanted(seen=names[-1]))["documents"]
    assert all(own["words"] for own in rest)


def test_a_file_that_cannot_be_read_is_named_and_the_others_stay(page, previews, second):
    before = previews.data(page.id, page.folder)
    assert before["message"].startswith("没有能用的 LibreOffice")
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[funds]", "[funds"), encoding="utf-8")
    broken = previews.data(page.id, page.folder)
    assert broken["message"].startswith("books.toml 现在读不了")
    assert [own["words"] for own in broken["documents"]] == [before["documents"][1]["words"]]
    path.write_text(text, encoding="utf-8")
    assert previews.data(page.id, page.folder)["documents"] == before["documents"]


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
