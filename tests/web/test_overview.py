"""The overview: what each row says, and what is done from there."""

import re
import zipfile
from io import BytesIO

import pytest

from generator.web.new_dossier import ask
from generator.web.unit_name import name_at_once
from tests.web.conftest import OWN


def row(page):
    return "".join(page.client.get("/api/overview", params={"id": page.id}).json()["cells"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[unit]\nname = " 某县水务局 "\n', "某县水务局"),
        ('[unit]\nname = ""\n', "water-2024"),
        ("[unit]\nname = 3\n", "water-2024"),
        ('unit = "某县"\n', "water-2024"),
        ("[unit\n", "water-2024"),
        (None, "water-2024"),
    ],
)
def test_a_unit_is_named_before_anything_is_worked_out(tmp_path, text, name):
    folder = tmp_path / "water-2024"
    folder.mkdir()
    if text is not None:
        (folder / "unit.toml").write_text(text, encoding="utf-8")
    assert name_at_once(folder) == name


def test_a_row_that_waits_is_named_by_its_unit(page):
    waits = page.client.get("/").text
    assert f'data-wait="{page.id}">{name_at_once(page.folder)}</a>' in waits
    assert name_at_once(page.folder) != page.folder.name


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
    text = page.client.get("/").text
    assert 'href="/new"' in text
    assert "jixiao init" not in text
    assert "<li>这里和下级文件夹还没有填报。请按“新建填报”</li>" in text


def undated(page):
    path = page.folder / "unit.toml"
    text = path.read_text(encoding="utf-8").replace("date = 2024-03-01\n", "")
    path.write_text(text, encoding="utf-8")


def build(page, **wishes):
    return page.client.post(f"/api/d/{page.id}/build", json=wishes, headers=OWN).json()


def test_what_stands_in_the_way_of_a_build_is_named_with_its_field_and_a_draft_can_be_had(page):
    undated(page)
    refused = build(page)
    assert refused["is_stopped"]
    stop = next(own for own in refused["problems"] if own["severity"] == "error")
    assert (stop["where"], stop["key"]) == ("单位 落款日期", "unit.date")
    assert stop["address"] == f"/d/{page.id}/fill/unit?at=unit.date"
    assert "[unit]" not in stop["hint"]
    drafted = build(page, draft=True)
    assert not drafted["is_stopped"]
    assert any(own["written"] for own in drafted["files"])


def test_what_a_build_would_tell_of_another_sheet_is_told_on_every_sheet(page):
    undated(page)
    told = page.sheet()["elsewhere"]
    assert [(own["where"], own["severity"]) for own in told] == [("单位 落款日期", "error")]
    unit = page.sheet("unit")
    assert "unit.date" in [own["key"] for own in unit["problems"]]
    assert not [own for own in unit["elsewhere"] if own["key"] == "unit.date"]
    refused = {(own["code"], own["key"]) for own in build(page)["problems"]}
    own = page.sheet()
    assert refused == {(one["code"], one["key"]) for one in (*own["problems"], *own["elsewhere"])}


def test_a_unit_and_a_screen_are_the_name_of_one_link_each(page):
    path = page.folder / "books.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('actual = "20500册"\n', ""), encoding="utf-8"
    )
    shown = page.client.get("/").text + row(page)
    names = _link_names(shown.replace(f'data-wait="{page.id}">某县图书馆', ">"))
    for wanted in ("某县图书馆", "汇总", "审核", "用语", "依据", "总览"):
        assert [name for name in names if wanted in name] == [wanted]
    form = _link_names(page.client.get(f"/d/{page.id}/fill/books").text)
    for wanted in ("填报", "文稿", "问题", "改动"):
        assert [name for name in form if wanted in name] == [wanted]


def _link_names(html):
    links = re.findall(r"<a\b([^>]*)>(.*?)</a>", html)
    labels = [(re.search(r'aria-label="([^"]*)"', own), words) for own, words in links]
    return [label[1] if label else words for label, words in labels]


@pytest.mark.parametrize(
    ("words", "count"), [("甲 一\n乙 二\n丙", 3), ("甲、乙", 2), ("甲\t乙", 2), ("甲", 1)]
)
def test_projects_are_named_one_a_line(page, words, count):
    said = {"unit": "某县水务局", "year": "2024", "projects": words}
    wish = ask(page.served, said).wish
    assert len(wish.projects) == count


@pytest.mark.parametrize("place", ["inputs", "outputs"])
def test_what_is_watched_changes_with_the_files_and_with_nothing_else(page, place):
    def state():
        return page.client.get("/api/overview/states").json()

    before = state()
    assert [*before] == [page.id]
    assert state() == before
    folder = page.folder if place == "inputs" else page.served.outputs(page.folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "new.toml").write_text("", encoding="utf-8")
    assert state() != before
