"""A redlined version against the last build, or an older file that is sent."""

import io
import zipfile

import pytest

from tests.web.conftest import OWN


@pytest.fixture
def built(page):
    page.client.post(f"/api/d/{page.id}/build", json={}, headers=OWN)
    (path,) = page.served.outputs(page.folder).glob("*.docx")
    source = page.folder / "books.toml"
    text = source.read_text(encoding="utf-8").replace("20500册", "20600册")
    source.write_text(text, encoding="utf-8")
    return path


def marks(answer):
    assert answer.status_code == 200, answer.text
    document = zipfile.ZipFile(io.BytesIO(answer.content))
    return document.read("word/document.xml").decode(), document.namelist()


def test_what_lies_there_is_compared_and_stays_as_it_is(page, built):
    before = built.read_bytes()
    answer = page.client.get(f"/api/d/{page.id}/redline", params={"file": built.name})
    text, parts = marks(answer)
    assert "<w:ins " in text
    assert "word/comments.xml" in parts
    assert built.read_bytes() == before
    assert [*built.parent.glob("*修订*")] == []


def test_an_older_file_is_sent_and_compared(page, built):
    address = f"/api/d/{page.id}/redline"
    answer = page.client.post(
        address, params={"file": "旧稿.docx"}, content=built.read_bytes(), headers=OWN
    )
    assert "<w:ins " in marks(answer)[0]


def test_of_what_is_no_file_of_ours_there_is_none(page, built):
    address = f"/api/d/{page.id}/redline"
    answer = page.client.get(address, params={"file": "../../x.docx"})
    assert answer.status_code == 409
    answer = page.client.post(address, params={"file": "x.docx"}, content=b"PK", headers=OWN)
    assert answer.status_code == 409
    assert answer.json()["message"]
