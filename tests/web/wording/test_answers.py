"""Wording is checked beside everything else, once for every state of the files."""

import threading

from generator.web.wording import answers
from tests.web.conftest import OWN


def found(page):
    return page.client.get("/api/wording").json()["html"]


def test_findings_lead_to_their_cells_and_are_not_looked_for_twice(page, monkeypatch):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("丰富馆藏。", "丰富馆藏，，按期完成。"), encoding="utf-8")
    html = found(page)
    assert "/rules/W03" in html
    assert f"/d/{page.id}/fill/books?at=goal.expected" in html
    monkeypatch.setattr(answers, "wording_found", None)
    assert found(page) == html


def test_nobody_waits_for_it(page, monkeypatch):
    started, goes_on = threading.Event(), threading.Event()

    def slow(*_):
        started.set()
        assert goes_on.wait(20)
        return "fertig"

    monkeypatch.setattr(answers, "wording_found", slow)
    worker = threading.Thread(target=lambda: found(page))
    worker.start()
    try:
        assert started.wait(20)
        assert page.save("goal.expected", "馆藏更丰富。")["done"] == 1
    finally:
        goes_on.set()
        worker.join()


def test_what_a_tree_teaches_is_written_for_somebody_to_choose_from(page):
    told = page.client.post("/api/wording/learn", json={}, headers=OWN).json()
    assert "待定" in told["message"]
    assert (page.served.root / "templates" / "wording" / "learnt.toml").is_file()


def test_a_dossier_that_cannot_be_read_is_named(page):
    path = page.folder / "unit.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[[", encoding="utf-8")
    html = found(page)
    assert f'href="/d/{page.id}/fill">{page.folder.name}</a>　文件读不了，没有检查' in html
    assert "没有发现问题" not in html
