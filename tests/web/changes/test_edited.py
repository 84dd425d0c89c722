"""What somebody changed in Word is taken difference by difference, left, or made ours again."""

import docx
import pytest

from generator.web.changes.versions import since_version, versions_of
from tests.web.conftest import OWN


def post(page, what, body):
    return page.client.post(f"/api/d/{page.id}/{what}", json=body, headers=OWN).json()


@pytest.fixture
def edited(page):
    """Build, and change two numbers in the file."""
    assert not post(page, "build", {})["is_stopped"]
    (path,) = page.served.outputs(page.folder).glob("*.docx")
    document = docx.Document(str(path))
    runs = {
        run._r: run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    for old, new in (("20500册", "20600册"), ("93%", "94%")):
        (own, *_) = [run for run in runs.values() if old in run.text]
        own.text = own.text.replace(old, new)
    document.save(str(path))
    return path


def boxes(page):
    text = page.client.get(f"/d/{page.id}/changes").text
    return [part.partition('"')[0] for part in text.split('type="checkbox" checked value="')[1:]]


def test_one_difference_is_taken_and_the_other_stays_in_the_file(page, edited):
    keys = boxes(page)
    assert len(keys) == 2
    told = post(page, "take", {"file": edited.name, "only": keys[:1]})
    assert "取回了 1 个输入文件" in told["message"]
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    assert ("20600册" in text) + ("94%" in text) == 1
    assert len(boxes(page)) == 1
    assert post(page, "take", {"file": edited.name, "only": [1]})["message"]


def test_a_file_is_made_ours_again_and_can_be_had_back(page, edited):
    theirs = edited.read_bytes()
    told = post(page, "ours", {"file": edited.name})
    assert not told["problems"], told
    assert edited.read_bytes() != theirs
    assert boxes(page) == []
    post(page, "undo", {})
    assert edited.read_bytes() == theirs


@pytest.mark.parametrize("what", ["take", "ours"])
def test_a_file_that_nobody_changed_is_left(page, what):
    assert post(page, what, {"file": "../books.toml"})["problems"] == []


def test_numbers_are_compared_with_a_version_before_the_last(page):
    path = page.folder / "books.toml"
    for now in ("20600册", "20700册"):
        post(page, "build", {})
        text = path.read_text(encoding="utf-8")
        old = "20500册" if now == "20600册" else "20600册"
        path.write_text(text.replace(old, now), encoding="utf-8")
    assert versions_of(page.served.outputs(page.folder)) == 1
    found = {own.name: (own.old, own.new) for own in since_version(page.served, page.folder, 1)}
    assert found["“购书册数”实际完成值"] == ("20500册", "20700册")
    answer = page.client.get(f"/d/{page.id}/changes", params={"version": "1"})
    assert "20700册" in answer.text


def test_what_was_taken_in_waits_for_the_next_build_and_is_not_thrown_away(page, edited):
    post(page, "take", {"file": edited.name, "only": boxes(page)})
    shown = page.client.get(f"/d/{page.id}/changes").text
    assert "已取回，下次生成时并入" in shown
    assert "data-ours" not in shown
    cells = page.client.get("/api/overview", params={"id": page.id}).json()["cells"]
    assert f"{edited.name}：已取回，下次生成时并入" in "".join(cells)
