"""The answers of the page as they are, in files that a person reviews; the types of the page read them, too."""

import json
from pathlib import Path

import pytest

from generator.base.problem import Problem, Severity
from generator.web.pages.previews import Previews
from generator.word.preview.preview import Previews as Views

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture
def golden(request):
    def reviewed(name: str, found: object) -> object:
        path = GOLDEN / f"{name}.json"
        if request.config.getoption("--update-cases"):
            path.write_text(
                json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
        return json.loads(path.read_text(encoding="utf-8"))

    return reviewed


def test_the_answers_are_what_they_were(page, golden):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8").replace("新馆推迟开放。", "")
    path.write_text(text.replace('actual = "20500册"', 'actual = "2O500册"'), encoding="utf-8")
    sheet = page.sheet()
    assert sheet == golden("sheet", sheet)
    cell = sheet["rows"][1]["cells"][3]
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "12%", "row": cell["row"]}
    tried = page.ask("try", {"wishes": [wish]})
    assert tried == golden("tried", tried)
    bad = {**wish, "keys": sheet["funds"]["rows"][0]["cells"][2]["keys"], "row": "", "now": "一百"}
    saved = page.ask("save", {"wishes": [bad]})
    saved = {**saved, "sheet": None}
    assert saved == golden("saved", saved)


def test_the_answers_about_sources_are_what_they_were(page, golden):
    """A score down to its cells, a sentence, a cell and all that follows from it."""
    office = Views(Problem("O08", Severity.WARNING, "没有找到 LibreOffice"))
    previews = Previews(page.served, office)
    previews.data(page.id, page.folder)
    score = "books/indicator[产出/数量/购书册数].score"
    traced = without_id(previews.trace(page.id, page.folder, score), page.id)
    assert traced == golden("traced", traced)
    said = without_id(previews.trace(page.id, page.folder, "", "books.toml#goal.expected"), page.id)
    assert said == golden("said", said)
    key = "indicator[购书册数].actual"
    printed = previews.printed(page.id, page.folder, "books.toml", key)
    assert printed == golden("printed", printed)


def without_id(data, id):
    """Take out the id, which follows from where the tests run."""
    return json.loads(json.dumps(data, ensure_ascii=False).replace(id, "ID"))
