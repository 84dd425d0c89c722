"""One more project is begun on the page, with what its scheme asks for."""

import pytest

from tests.web.conftest import OWN


def begin(page, name):
    return page.client.post(f"/api/d/{page.id}/project", json={"name": name}, headers=OWN)


def test_a_project_is_begun_beside_the_others(page):
    for number in (1, 2):
        begun = begin(page, f"报刊 购置{number}")
        assert begun.json()["address"] == f"/d/{page.id}/fill/project-{number}"
        sheet = page.sheet(f"project-{number}")
        assert sheet["title"] == f"报刊 购置{number}"
        assert {row["cells"][0]["value"] for row in sheet["rows"]} >= {"产出/数量"}


def test_names_on_lines_are_as_many_projects(page):
    begun = begin(page, "报刊购置\r\n\n  古籍 修缮 \n").json()
    assert (begun["done"], begun["address"]) == (2, f"/d/{page.id}/fill/project-1")
    titles = [page.sheet(f"project-{number}")["title"] for number in (1, 2)]
    assert titles == ["报刊购置", "古籍 修缮"]


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("报刊购置、古籍修缮", ["报刊购置", "古籍修缮"]),
        ("报刊购置\t古籍修缮\t", ["报刊购置", "古籍修缮"]),
        (
            "报刊、古籍购置\n古籍修缮",
            ["报刊、古籍购置", "古籍修缮"],
        ),  # on lines a mark is of a name
    ],
)
def test_names_on_one_line_are_taken_apart_at_marks(page, name, titles):
    assert begin(page, name).json()["done"] == len(titles)
    assert [page.sheet(f"project-{n}")["title"] for n in (1, 2)] == titles


@pytest.mark.parametrize(
    "name", ["", "  \n", "长" * 201, "a\x00b", "好\n" + "长" * 201, "多\n" * 201]
)
def test_a_project_has_a_name(page, name):
    answer = begin(page, name)
    assert answer.status_code == 422
    assert "项目名称" in answer.json()["message"]
    assert [path.name for path in sorted(page.folder.glob("*.toml"))] == ["books.toml", "unit.toml"]
