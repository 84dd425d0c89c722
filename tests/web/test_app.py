"""Every address answers; whatever is asked, nothing breaks and nothing outside the folder is touched."""

import json
import random
import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.web.conftest import ADDRESS, OWN


def test_every_screen_is_there(page):
    for path in (
        "/",
        f"/d/{page.id}/fill",
        f"/d/{page.id}/fill/books",
        f"/d/{page.id}/pages",
        f"/d/{page.id}/problems",
        f"/d/{page.id}/changes",
        f"/d/{page.id}/fill/unit",
        f"/d/{page.id}/toml/books",
        "/new",
        "/audit",
        "/wording",
        "/summary",
        "/schemes",
        "/schemes/diff?left=mof-2020&right=mof-2020",
        "/schemes/mof-2020",
        "/rules/C01",
    ):
        answer = page.client.get(path)
        assert answer.status_code == 200, path
        assert answer.text.startswith("<!doctype html>"), path
        assert "<h1>" in answer.text, path


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/d/0000000000/fill",
        "/schemes/nope",
        "/rules/Z99",
        "/d/..%2f..%2fetc/fill",
        "/static/../app.py",
    ],
)
def test_what_is_not_there_is_told_on_a_page(page, path):
    answer = page.client.get(path)
    assert answer.status_code == 404


def test_the_sheet_knows_cells_scores_and_problems(page):
    sheet = page.sheet()
    assert [row["name"] for row in sheet["rows"]] == ["购书册数", "到馆人次增长率", "读者满意度"]
    assert sheet["scores"]["total"]
    assert sheet["funds"]["rate"] == "95%"
    shown = {own["name"]: own["shown"] for own in sheet["figures"]}
    assert shown["funds.spent"] == "95万元"
    assert "产出/数量" in sheet["classes"]


def test_a_problem_stands_at_its_cell(page):
    page.save("indicator[到馆人次增长率].reason", "")
    sheet = page.sheet()
    keys = {cell["key"] for row in sheet["rows"] for cell in row["cells"]}
    own = [p for p in sheet["problems"] if "到馆人次增长率" in p["key"]]
    assert own
    assert all(p["key"] in keys or f"{p['key']}.name" in keys for p in own)


def test_names_are_written_as_words_and_not_as_elements(page):
    path = page.folder / "unit.toml"
    text = path.read_text(encoding="utf-8").replace("某县图书馆", "<script>x</script>&馆")
    path.write_text(text, encoding="utf-8")
    answer = page.client.get(f"/d/{page.id}/fill/books").text
    assert "<script>x" not in answer
    assert "&lt;script&gt;x&lt;/script&gt;&amp;馆" in answer


def test_a_file_that_cannot_be_read_is_told_on_its_screens(page):
    (page.folder / "unit.toml").write_text("year = \n", encoding="utf-8")
    for screen in ("fill", "problems", "changes", "pages"):
        answer = page.client.get(f"/d/{page.id}/{screen}")
        assert answer.status_code == 200, screen
    assert "unit.toml" in page.client.get(f"/d/{page.id}/problems").text
    assert page.client.get("/api/overview", params={"id": page.id}).status_code == 200


def test_the_overview_shows_what_an_editor_changed(page):
    def row():
        return "".join(page.client.get("/api/overview", params={"id": page.id}).json()["cells"])

    before = row()
    path = page.folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("20500册", "1册"), encoding="utf-8")
    assert row() != before


def test_building_writes_the_documents_and_says_so(page):
    built = page.client.post(f"/api/d/{page.id}/build", json={}, headers=OWN).json()
    assert not built["is_stopped"]
    assert built["files"]
    again = page.client.post(f"/api/d/{page.id}/build", json={}, headers=OWN).json()
    assert not any(file["written"] for file in again["files"])


def test_random_requests_are_answered_and_touch_nothing(page, tmp_path):
    dice = random.Random(20)  # noqa: S311 - cases, not secrets
    outside = tmp_path.parent
    before = {p for p in outside.rglob("*") if tmp_path not in p.parents and p != tmp_path}
    words = [
        "",
        "..",
        "%2e%2e",
        "d",
        page.id,
        "s",
        "books",
        "fill",
        "save",
        "api",
        "1.png",
        "x" * 300,
        "\u202e",
        "'\"<>",
    ]
    values = [
        None,
        1,
        -1,
        1e9,
        "x",
        [],
        {},
        [[]],
        [{"keys": [1]}],
        {"keys": ["a"]},
        "\x00",
        ["indicator", -1],
    ]
    for _ in range(400):
        path = f"{ADDRESS.origin}/" + "/".join(
            dice.choice(words) for _ in range(dice.randrange(1, 7))
        )
        body = {dice.choice(["wishes", "row", "keys", "file", "draft", ""]): dice.choice(values)}
        method = dice.choice(["GET", "POST", "PUT", "DELETE"])
        content = dice.choice([json.dumps(body).encode(), b"\xff\xfe", b"{", b"null"])
        answer = page.client.request(
            method, path, content=content, headers=OWN, params={"id": dice.choice(words)}
        )
        assert answer.status_code < 500, (method, path, body)
    for _ in range(200):
        wish = {k: dice.choice(values) for k in ("keys", "was", "now", "row")}
        address = f"/api/d/{page.id}/s/books/{dice.choice(['save', 'add', 'remove', 'try'])}"
        answer = page.client.post(address, json={"wishes": [wish], **wish}, headers=OWN)
        assert answer.status_code < 500, wish
    for _ in range(15):
        names = ("said", "from", "batch", "name", "subject", "code", "reason", "list")
        asked = {name: dice.choice([*values, {"unit": dice.choice(words)}]) for name in names}
        for address in ("new", "new/questions", f"d/{page.id}/project", f"d/{page.id}/accept"):
            answer = page.client.post(f"/api/{address}", json=asked, headers=OWN)
            assert answer.status_code < 500, (address, asked)
    after = {p for p in outside.rglob("*") if tmp_path not in p.parents and p != tmp_path}
    assert after == before


@pytest.mark.parametrize("half", ["\\ud800", "甲\\udfff"])
def test_half_a_sign_is_refused_and_nothing_is_written(page, half):
    before = (page.folder / "books.toml").read_bytes()
    wish = f'{{"keys": ["project", "name"], "was": "图书购置", "now": "{half}", "row": ""}}'
    for what, body in (
        ("save", f'{{"wishes": [{wish}]}}'),
        ("add", f'{{"row": {{"name": "{half}"}}}}'),
        ("remove", f'{{"keys": ["{half}"], "row": ""}}'),
    ):
        address = f"/api/d/{page.id}/s/books/{what}"
        assert page.client.post(address, content=body, headers=OWN).status_code == 400, what
    assert (page.folder / "books.toml").read_bytes() == before


@pytest.mark.parametrize("number", ["9" * 5000, "٣", "-1", "1e3"])
def test_numbers_that_no_page_sends_are_no_page(page, number):
    for address in (f"0/{number}.png", f"{number}/0.png"):
        answer = page.client.get(f"/api/d/{page.id}/preview/{address}")
        assert answer.status_code == 404, address


def test_a_page_that_is_not_drawn_yet_is_no_fault(page):
    answer = page.client.get(f"/api/d/{page.id}/preview/0/99999.png")
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("name", ["甲#乙", "100%", "a&b?c=d", "加+减"])
def test_files_and_rows_of_any_name_are_reached_by_their_links(page, name):
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    named = text.replace("购书册数", f"购书{name}").replace('target = "≥20000册"', "")
    (page.folder / f"{name}.toml").write_text(named, encoding="utf-8")
    links = [
        unescape(found)
        for screen in ("fill/books", "problems")
        for found in re.findall('href="([^"]+)"', page.client.get(f"/d/{page.id}/{screen}").text)
    ]
    own = [link for link in links if f"/fill/{quote(name, safe='')}" in link]
    assert own
    for link in own:
        parts = urlsplit(link)
        assert not parts.fragment
        assert page.client.get(parts.path).status_code == 200
        assert set(parse_qs(parts.query)) <= {"at"}
    subject = page.client.get(f"/api/d/{page.id}/s/{quote(name, safe='')}").json()
    keys = {problem["key"] for problem in subject["problems"] if problem["key"]}
    gone_to = {parse_qs(urlsplit(link).query).get("at", [""])[0] for link in own}
    assert keys
    assert keys <= gone_to
