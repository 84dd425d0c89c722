"""The text of an input is saved whole, and never over what somebody else saved meanwhile."""

import hashlib

import pytest

from tests.web.conftest import OWN


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def save(page, now, was=None, name="books"):
    body = {"was": was or digest(page.folder / "books.toml"), "now": now}
    return page.client.post(f"/api/d/{page.id}/toml/{name}", json=body, headers=OWN)


def test_a_text_is_saved_and_taken_back(page):
    path = page.folder / "books.toml"
    before = path.read_text(encoding="utf-8")
    assert save(page, f"# 甲\n{before}").json()["is_saved"]
    assert path.read_text(encoding="utf-8") == f"# 甲\n{before}"
    page.client.post(f"/api/d/{page.id}/undo", json={}, headers=OWN)
    assert path.read_text(encoding="utf-8") == before


def test_a_file_that_no_parser_reads_is_put_right(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[funds]", "[funds"), encoding="utf-8")
    screen = page.client.get(f"/d/{page.id}/toml/books").text
    assert "[funds\ninitial" in screen
    assert "没有问题" not in screen
    assert save(page, text).json()["is_saved"]
    assert page.sheet()["rows"]


def test_what_was_saved_meanwhile_is_never_overwritten(page):
    path = page.folder / "books.toml"
    was = digest(path)
    path.write_text(path.read_text(encoding="utf-8") + "# 别处\n", encoding="utf-8")
    told = save(page, "year = 1", was).json()
    assert not told["is_saved"]
    assert "别处" in told["message"]
    assert path.read_text(encoding="utf-8").endswith("# 别处\n")


@pytest.mark.parametrize("name", ["nobody", "..%2funit", "books.toml", "../jixiao"])
def test_a_name_is_never_a_path(page, name):
    assert page.client.get(f"/d/{page.id}/toml/{name}").status_code == 404
    assert save(page, "x", name=name).status_code == 404
