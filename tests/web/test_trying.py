"""What is typed is worked out before it is saved, and nothing is written."""

import pytest

from generator.web.fillable_cells import COLUMNS

ACTUAL = COLUMNS.index("actual")


@pytest.fixture
def attempt(page):
    """Type into a cell of the first indicator, or into the money."""

    def make(now: str, keys=None):
        sheet = page.sheet()
        cell = sheet["rows"][0]["cells"][ACTUAL]
        if keys:
            cell = next(c for c in sheet["funds"]["rows"][0]["cells"] if c["keys"] == keys)
        wish = {"keys": cell["keys"], "was": cell["value"], "now": now, "row": cell["row"]}
        return page.ask("try", {"wishes": [wish]})

    return make


def test_scores_follow_what_is_typed_and_the_file_stays(page, attempt):
    before, text = page.sheet(), (page.folder / "books.toml").read_bytes()
    found = attempt("10000册")
    assert found["rows"][0]["computed"] != before["rows"][0]["computed"]
    assert found["rows"][0]["wants_reason"]
    assert found["rows"][1]["computed"] == before["rows"][1]["computed"]
    assert found["scores"]["total"] != before["scores"]["total"]
    assert (page.folder / "books.toml").read_bytes() == text
    assert page.sheet() == before


def test_what_was_tried_is_what_will_be_saved(page, attempt):
    found = attempt("10000册")
    saved = page.save("indicator[购书册数].actual", "10000册")["sheet"]
    assert found["scores"] == saved["scores"]
    assert [row["computed"] for row in found["rows"]] == [r["computed"] for r in saved["rows"]]


def test_the_rate_of_execution_follows_the_money(attempt):
    assert attempt("50", ["funds", "spent"])["rate"] == "50%"


def test_what_cannot_be_is_said_and_the_scores_stay(page, attempt):
    found = attempt("一百", ["funds", "spent"])
    assert "不是数" in found["refused"][0]["message"]
    assert found["scores"] == page.sheet()["scores"]


def test_there_is_no_such_subject(page):
    answer = page.client.post(
        f"/api/d/{page.id}/s/nobody/try", json={"wishes": []}, headers={"X-Jixiao": "page"}
    )
    assert answer.status_code == 404
