"""A file of somebody becomes a dossier of the tree, or a form of the workspace."""

from pathlib import Path

import pytest

from generator.web.foreign import taking
from generator.web.foreign.bounded import Ran, Sent
from generator.web.foreign.taken_folders import TakenFolders
from tests.web.conftest import OWN


def ask(page, what, form, **asked):
    address = f"/api/audit/{what}"
    answer = page.client.post(
        address, params={"name": "表.docx", **asked}, content=form, headers=OWN
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_form_becomes_a_dossier_that_can_be_filled_in(page, form):
    made = ask(page, "import", form, folder="公路站-2023")
    assert made["is_done"], made
    assert "项目 1 个" in made["message"]
    (id,) = made["dossiers"]
    assert page.served.folder(id) == page.served.root / "inputs" / "公路站-2023"
    assert page.client.get(f"/d/{id}/fill").status_code == 200
    again = ask(page, "import", form, folder="公路站-2023")
    assert not again["is_done"]
    assert "换一个名字" in again["message"]
    back = {"folder": made["folder"]}
    gone = page.client.post("/api/audit/undo", json=back, headers=OWN)
    assert gone.status_code == 200
    assert page.served.folder(id) is None
    again = page.client.post("/api/audit/undo", json=back, headers=OWN)
    assert again.status_code == 409


@pytest.mark.parametrize("name", ["library-2023", "../inputs/library-2023", "", "没有的"])
def test_only_an_import_is_taken_back(page, name):
    answer = page.client.post("/api/audit/undo", json={"folder": name}, headers=OWN)
    assert answer.status_code == 409
    assert (page.folder / "unit.toml").is_file()


@pytest.mark.parametrize("name", ["../外", "/外", "..", "a/b", "C:\\外"])
def test_a_name_stays_in_the_tree(page, monkeypatch, name):
    asked = []
    ran = Ran({"dossiers": [], "refused": [], "problems": []})
    monkeypatch.setattr(taking, "run_bounded", lambda *own: asked.append(own) or ran)
    taking.imported(page.served, TakenFolders(), Sent("表.docx", b""), name)
    target = Path(asked[0][asked[0].index("-o") + 1])
    assert target.parent == page.served.root / "inputs"
    assert target.resolve() == target


def test_without_a_name_nothing_is_written(page, form):
    assert not ask(page, "import", form, folder=" ")["is_done"]


def test_a_form_becomes_a_scheme_of_the_workspace(page, form):
    made = ask(page, "adopt", form, id="mou-2023")
    assert made["is_done"], made
    assert (page.served.root / "templates" / "schemes" / "mou-2023.toml").is_file()
    assert made["scheme"] == "mou-2023"
