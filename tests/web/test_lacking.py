"""What the file of a unit lacks is asked for on the page, so that it can be filled in at all."""

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
