"""What keeps a dossier from being read is asked for or mended on the page, so that it can be filled in."""

import pytest

from tests.web.conftest import OWN


@pytest.fixture
def bare(page):
    """Leave nothing in the file of the unit."""
    (page.folder / "unit.toml").write_text("# 没有写完\n", encoding="utf-8")
    return page


def put(page, **said):
    return page.client.post(f"/api/d/{page.id}/lacking", json={"said": said}, headers=OWN)


def test_what_is_missing_is_asked_for_and_written(bare):
    screen = bare.client.get(f"/d/{bare.id}/fill").text
    assert 'id="lacking"' in screen
    assert 'name="year"' in screen
    assert 'name="unit.name"' in screen
    answer = put(bare, year="2024年", **{"unit.name": " 某县\n水文站 "})
    assert answer.json() == {"address": f"/d/{bare.id}/fill"}
    text = (bare.folder / "unit.toml").read_text(encoding="utf-8")
    assert text.startswith("# 没有写完\n")
    assert "某县 水文站" in text
    assert bare.sheet("unit")["title"]
    assert 'id="lacking"' not in bare.client.get(f"/d/{bare.id}/fill/unit").text


@pytest.mark.parametrize(
    ("year", "name"), [("", "某馆"), ("二〇二四", "某馆"), ("2024", " "), ("2024", "长" * 201)]
)
def test_an_answer_that_is_none_is_refused(bare, year, name):
    before = (bare.folder / "unit.toml").read_bytes()
    answer = put(bare, year=year, **{"unit.name": name})
    assert answer.status_code == 422
    assert "没有写入" in answer.json()["message"]
    assert (bare.folder / "unit.toml").read_bytes() == before


def test_only_what_is_missing_is_asked_for(page):
    assert 'id="lacking"' not in page.client.get(f"/d/{page.id}/fill/books").text
    before = (page.folder / "unit.toml").read_bytes()
    assert put(page, year="2020", **{"unit.name": "别的"}).status_code == 422
    assert (page.folder / "unit.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('weight = "50"', "“分值”应为不带引号的数字"),
        ("wieght = 50", "不认识的键“wieght”"),
        ("weight ＝ 50", "等号是全角的"),
    ],
)
def test_what_surely_opens_the_form_has_a_button_there(page, typed, told):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("weight = 50", typed, 1), encoding="utf-8")
    screen = page.client.get(f"/d/{page.id}/fill").text
    assert told in screen
    assert ">改正这 1 处</button>" in screen
    page.client.post(f"/api/d/{page.id}/mend", json={}, headers=OWN)
    assert path.read_text(encoding="utf-8") == text
    assert 'id="mend"' not in page.client.get(f"/d/{page.id}/fill").text


def test_there_is_no_such_button_where_something_else_has_to_be_mended_first(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    wrong = text.replace("weight = 50", 'weight = "50"', 1)
    path.write_text(wrong.replace("class = ", "unheard-of = 1\nclass = ", 1), encoding="utf-8")
    screen = page.client.get(f"/d/{page.id}/fill").text
    assert "购书册数 分值" in screen
    assert 'id="mend"' not in screen


def test_one_project_that_cannot_be_read_says_so_on_its_own_form(page):
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    other = text.replace("图书购置", "古籍修复").replace("weight = 50", 'weight = "50"')
    (page.folder / "repair.toml").write_text(other, encoding="utf-8")
    closed = page.client.get(f"/d/{page.id}/fill/repair").text
    assert ">改正这 1 处</button>" in closed
    assert "购书册数 分值" in closed
    assert 'id="mend"' not in page.client.get(f"/d/{page.id}/fill/books").text
    assert page.client.get(f"/d/{page.id}/fill/nobody").status_code == 404
