"""A new dossier by the questions of init, on the page: fields, faults, and what is written."""

import json

import pytest

from generator.load.packaged import packaged_templates
from generator.use.init.last_year import LastYear
from generator.web.new_dossier import ask
from generator.web.served import Served
from tests.web.conftest import OWN

SAID = {"unit": "某县水务局", "year": "2024", "projects": "河道清淤、泵站维护"}


def fields(said, root):
    return {own.question.id: own for own in ask(Served(root), said).fields}


@pytest.fixture
def begin(page):
    def make(said, **more):
        body = {"said": said, "from": "", "batch": "", **more}
        return page.client.post("/api/new", json=body, headers=OWN).json()

    return make


def test_every_question_is_a_field_with_its_default(workspace):
    found = fields({}, workspace)
    assert [*found] == ["unit", "place", "year", "scheme", "department", "projects"]
    assert found["scheme"].question.choices
    assert found["scheme"].said == found["scheme"].question.choices[0].value


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, ["unit"]),
        ({"unit": " ", "year": "二〇"}, ["unit", "year"]),
        ({**SAID, "year": "20245"}, ["year"]),
        ({**SAID, "department": "也许"}, ["department"]),
        ({**SAID, "scheme": "nope"}, ["scheme"]),
        ({**SAID, "unit": "a\x00b", "projects": "\x1b"}, ["unit", "projects"]),
        (SAID, []),
    ],
)
def test_what_is_no_answer_is_said_at_its_field(workspace, said, wrong):
    found = fields(said, workspace)
    assert [id for id, own in found.items() if own.fault] == wrong
    assert (ask(Served(workspace), said).wish is None) == bool(wrong)


def test_what_is_said_of_projects_is_never_a_path(workspace):
    (workspace / "旧表").mkdir()
    wish = ask(Served(workspace), {**SAID, "projects": f"旧表、{workspace}"}).wish
    assert wish.old is None
    assert wish.projects == ("旧表", str(workspace))


@pytest.mark.parametrize("unit", ["../../外面", "/etc/x", "a\\b"])
def test_a_folder_follows_from_the_unit_and_stays_inside(workspace, unit):
    (workspace / "inputs").mkdir()
    wish = ask(Served(workspace), {**SAID, "unit": unit}).wish
    assert wish.folder.parent == workspace / "inputs"


def test_a_new_dossier_is_written_and_opened(page, begin):
    begun = begin(SAID)
    assert begun["problems"] == []
    folder = page.folder.parent / "某县水务局-2024"
    assert "河道清淤" in (folder / "project-1.toml").read_text(encoding="utf-8")
    assert page.client.get(begun["address"]).status_code == 200
    again = begin(SAID)
    assert again["address"] == ""
    assert "已经有了" in again["problems"][0]["message"]


def test_a_new_year_is_begun_from_a_dossier_of_the_tree(page, begin):
    begun = begin({**SAID, "unit": "某县图书馆"}, **{"from": page.id})
    assert begun["address"]
    text = (page.folder.parent / "某县图书馆-2024" / "books.toml").read_text(encoding="utf-8")
    assert 'target = "≥20000册"' in text
    assert "20500册" not in text


def test_a_new_year_is_begun_from_files_that_were_dropped(page, begin):
    batch = ""
    for path in sorted(page.folder.glob("*.toml")):
        answer = page.client.post(
            "/api/new/files",
            content=path.read_bytes(),
            params={"name": f"C:\\上年\\{path.name}", "batch": batch},
            headers=OWN,
        ).json()
        batch = answer["batch"]
    assert answer["names"] == ["books.toml", "unit.toml"]
    begun = begin({**SAID, "unit": "某县图书馆"}, batch=batch)
    assert begun["address"], begun
    assert (page.folder.parent / "某县图书馆-2024" / "books.toml").is_file()
    assert begin({**SAID, "year": "2025"}, batch=batch)["message"]  # it was taken up


def test_a_file_that_is_no_form_is_said_and_nothing_is_written(page, begin):
    answer = page.client.post(
        "/api/new/files", content=b"PK\x03\x04 no", params={"name": "上年.docx"}, headers=OWN
    )
    begun = begin(SAID, batch=answer.json()["batch"])
    assert begun["address"] == ""
    assert begun["problems"]
    assert "jixiao-" not in json.dumps(begun, ensure_ascii=False)
    assert not (page.folder.parent / "某县水务局-2024").exists()
    refused = page.client.post("/api/new/files", content=b"", params={"name": "a.exe"}, headers=OWN)
    assert refused.status_code == 415


def test_one_dossier_alone_has_no_room_for_another(page):
    assert ask(Served(page.folder), SAID).folder is None


def test_last_year_is_proposed_and_another_scheme_is_told(workspace):
    last = LastYear("某县图书馆", 2023, "hunan-2023", "元", has_department=False)

    def asked(said):
        found = ask(Served(workspace), said, last)
        return {own.question.id: own for own in found.fields}, found

    proposed, whole = asked({})
    shown = {id: own.said for id, own in proposed.items()}
    assert shown == {
        "unit": "某县图书馆",
        "place": "湖南省",
        "year": "2024",
        "scheme": "hunan-2023",
        "department": "否",
        "projects": "",
    }
    assert proposed["scheme"].question.note.startswith("沿用上年的方案，它适用于 2023 年度")
    assert asked({"year": "2023"})[0]["scheme"].question.note.startswith("近的在前")
    assert "hunan-2023" in whole.last
    assert "金额单位元" in whole.last
    assert whole.wish.scheme == "hunan-2023"
    changed, _ = asked({"scheme": "mof-2020", "place": ""})
    assert changed["scheme"].said == "mof-2020"
    assert changed["scheme"].question.note.startswith("上年用的是《")
    assert (
        asked({"place": "湖北省"})[0]["scheme"].said == "hunan-2023"
    )  # it is kept until it is changed


def test_dropped_files_and_dossiers_here_propose_what_they_say(page):
    def proposed(**more):
        body = {"said": {}, "from": "", "batch": "", **more}
        answer = page.client.post("/api/new/questions", json=body, headers=OWN).json()
        return {own["id"]: own["value"] for own in answer["fields"]}

    here = proposed(**{"from": page.id})
    assert (here["unit"], here["year"], here["scheme"]) == ("某县图书馆", "2024", "mof-2020")
    batch = ""
    for path in sorted(page.folder.glob("*.toml")):
        batch = page.client.post(
            "/api/new/files",
            content=path.read_bytes(),
            params={"name": path.name, "batch": batch},
            headers=OWN,
        ).json()["batch"]
    assert proposed(batch=batch) == here


def test_the_form_that_a_workspace_made_its_own_stands_first(workspace):
    text = (packaged_templates() / "schemes" / "mof-2020.toml").read_text(encoding="utf-8")
    own = workspace / "templates" / "schemes" / "zz-ours.toml"
    own.parent.mkdir(parents=True)
    own.write_text(text.replace('id = "mof-2020"', 'id = "zz-ours"'), encoding="utf-8")
    choices = fields({**SAID, "place": "湖南省"}, workspace)["scheme"].question.choices
    assert choices[0].value == "zz-ours"
    assert len(choices) > 1
