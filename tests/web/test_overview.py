"""The overview: what each row says, and what is done from there."""

import zipfile
from io import BytesIO

import pytest


def row(page):
    return "".join(page.client.get("/api/overview", params={"id": page.id}).json()["cells"])


def test_states_are_told_for_the_filter(page):
    before = row(page)
    assert 'data-states="built"' in before
    path = page.folder / "books.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('actual = "20500册"\n', ""), encoding="utf-8"
    )
    after = row(page)
    assert 'data-states="blank error built"' in after
    assert f"/d/{page.id}/problems?code=C01" in after


@pytest.mark.parametrize(
    ("kind", "inside"), [("xlsx", "xl/workbook.xml"), ("docx", "word/document.xml")]
)
def test_the_summary_is_handed_out_as_a_file(page, kind, inside):
    answer = page.client.get(f"/summary.{kind}")
    assert inside in zipfile.ZipFile(BytesIO(answer.content)).namelist()
    assert "attachment" in answer.headers["content-disposition"]


def test_a_summary_of_another_kind_is_not_there(page):
    assert page.client.get("/summary.exe").status_code == 404


def test_an_empty_folder_offers_a_new_dossier(page):
    for path in page.folder.iterdir():
        path.unlink()
    assert 'href="/new"' in page.client.get("/").text
