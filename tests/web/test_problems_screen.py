"""All problems of a dossier on one screen: by file, project, code; mended and accepted by button."""

import html
import json
import re

import pytest

from tests.web.conftest import OWN


@pytest.fixture
def faulty(page):
    """Take a reason away, and the unit of a value."""
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8").replace("新馆推迟开放。", "")
    path.write_text(text.replace('actual = "20500册"', 'actual = "20500"'), encoding="utf-8")
    return page


def screen(page, query=""):
    return page.client.get(f"/d/{page.id}/problems{query}").text


def accept(page, code, reason, subject="books"):
    body = {"subject": subject, "code": code, "reason": reason}
    return page.client.post(f"/api/d/{page.id}/accept", json=body, headers=OWN).json()


@pytest.mark.parametrize(
    ("query", "heads"),
    [
        ("", ["inputs/library-2023/books.toml"]),
        ("?by=subject", ["图书购置"]),
        ("?by=code", ['<a href="/rules/C02">C02</a>', '<a href="/rules/C08">C08</a>']),
        ("?by=nonsense", ["inputs/library-2023/books.toml"]),
    ],
)
def test_problems_are_grouped(faulty, query, heads):
    found = screen(faulty, query)
    assert all(f"<h3>{head}" in found for head in heads)


def test_one_code_alone_can_be_looked_at(faulty):
    found = screen(faulty, "?code=C08")
    assert 'href="/rules/C08"' in found
    assert 'href="/rules/C02"' not in found


def test_what_is_sure_is_mended_by_button(faulty):
    assert "改正这 1 处" in screen(faulty)
    told = faulty.client.post(f"/api/d/{faulty.id}/mend", json={}, headers=OWN).json()
    assert told == {"message": "改正了 1 处", "done": 1, "problems": []}
    assert 'actual = "20500册"' in (faulty.folder / "books.toml").read_text(encoding="utf-8")
    assert "有把握可改" not in screen(faulty)


def test_a_mend_stands_at_its_problem_also_where_only_the_sign_is_missing(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    assert 'actual = "93%"' in text
    path.write_text(text.replace('actual = "93%"', 'actual = "93"'), encoding="utf-8")
    (wish,) = re.findall(r'data-mend="([^"]*)"', screen(page))
    assert "有把握可改" not in screen(page)  # the button is pressed by somebody who looked at it
    (problem,) = [own for own in page.sheet()["problems"] if own["mend"]]
    said = json.loads(html.unescape(wish))
    assert said == {**problem["mend"], "row": said["row"]}
    assert page.ask("save", {"wishes": [said]})["done"] == 1
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("支出95万元，按时。", "支出{{ funds.spent }}，按时。"),
        (
            "支出95万元\\n购书20500册。",
            '支出{{ funds.spent }}\n购书{{ indicator("购书册数").actual }}。',
        ),
        ("支出950000元。", None),  # it would print otherwise
        ("完成率100%。", None),  # two figures say that
        ("支出{{ funds.spent }}。", None),
    ],
)
def test_a_typed_number_that_is_surely_a_figure_is_quoted_by_button(page, said, now):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    before = text.replace('expected = "丰富馆藏。"', f'expected = "{said}"')
    assert before != text
    path.write_text(before, encoding="utf-8")
    for _ in range(2):  # each number has its button
        mends = [m for own in page.sheet()["problems"] if (m := own["mend"])]
        wishes = [
            json.loads(html.unescape(own))
            for own in re.findall(r'data-mend="([^"]*)"', screen(page))
        ]
        assert [own["now"] for own in wishes] == [own["now"] for own in mends]
        if mends:
            page.ask("save", {"wishes": [wishes[0]]})
    shown = page.sheet()["goals"]
    assert (
        now in {own["value"] for own in shown}
        if now
        else path.read_text(encoding="utf-8") == before
    )


def test_only_what_was_done_can_be_taken_back(faulty):
    for name in ("problems", "changes"):
        assert "disabled" in faulty.client.get(f"/d/{faulty.id}/{name}").text
    faulty.client.post(f"/api/d/{faulty.id}/mend", json={}, headers=OWN)
    for name in ("problems", "changes"):
        assert "disabled" not in faulty.client.get(f"/d/{faulty.id}/{name}").text


def test_a_file_that_no_parser_reads_is_mended_as_well(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("weight = 50", "weight ＝ 50"), encoding="utf-8")
    assert "改正这 1 处" in screen(page)
    page.client.post(f"/api/d/{page.id}/mend", json={}, headers=OWN)
    assert path.read_text(encoding="utf-8") == text


def test_a_problem_is_accepted_with_a_reason_and_taken_back(faulty):
    path = faulty.folder / "books.toml"
    before = path.read_bytes()
    told = accept(faulty, "C02", " 已由财政局\n核定 ")
    assert told["done"] == 1
    assert 'reason = "已由财政局 核定"' in path.read_text(encoding="utf-8")
    assert "接受的理由：已由财政局 核定" in screen(faulty)
    faulty.client.post(f"/api/d/{faulty.id}/undo", json={}, headers=OWN)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "reason", "subject"),
    [
        ("C02", "  ", "books"),
        ("C02", "长" * 501, "books"),
        ("I10", "不能接受", "books"),
        ("C99", "没有", "books"),
        ("C02", "在别的文件里", "../unit"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_is_written(faulty, code, reason, subject):
    before = (faulty.folder / "books.toml").read_bytes()
    told = accept(faulty, code, reason, subject)
    assert told["done"] == 0
    assert told["message"]
    assert (faulty.folder / "books.toml").read_bytes() == before


def test_what_lint_finds_is_asked_for_by_itself(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("在政府网站公开。", "在政府网站公开 。"), encoding="utf-8")
    found = page.client.get(f"/api/d/{page.id}/problems/lint").json()["html"]
    assert "result.publicity" in found
    assert "data-accept" in found


@pytest.fixture
def worded(page):
    """Write two stops for one, twice in one field."""
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("在政府网站公开。", "在政府网站公开。。另行张贴。。"), "utf-8")
    return page, path, text.replace("在政府网站公开。", "在政府网站公开。另行张贴。")


def lint_mends(page):
    found = page.client.get(f"/api/d/{page.id}/s/books/wording").json()["problems"]
    return [own for own in found if own["code"] == "W03"]


def test_wording_is_mended_place_by_place_where_it_is_filled_in(worded):
    page, path, mended = worded
    first, second = (own["mend"] for own in lint_mends(page))
    assert first["said"] == "“。。”改为“。”"
    assert [first["now"], second["now"]] == [
        "在政府网站公开。另行张贴。。",
        "在政府网站公开。。另行张贴。",
    ]
    assert page.ask("save", {"wishes": [{**first, "row": ""}]})["done"] == 1
    (left,) = (own["mend"] for own in lint_mends(page))
    page.ask("save", {"wishes": [{**left, "row": ""}]})
    assert path.read_text(encoding="utf-8") == mended


def test_wording_is_mended_on_the_list_of_all_problems_one_by_one_or_by_file(worded):
    page, path, mended = worded
    found = page.client.get(f"/api/d/{page.id}/problems/lint").json()["html"]
    assert found.count("改为“。”</button>") == 2
    assert ">改正这 2 处</button>" in found
    address, asked = f"/api/d/{page.id}/mend", {"source": "lint", "subject": "books"}
    told = page.client.post(address, json={**asked, "subject": "unit"}, headers=OWN).json()
    assert told["done"] == 0
    told = page.client.post(address, json=asked, headers=OWN).json()
    assert (told["done"], path.read_text(encoding="utf-8")) == (2, mended)
    assert page.client.get(f"/api/d/{page.id}/s/books/wording").json() == {"problems": []}


def test_a_class_has_a_button_where_only_one_can_be_meant(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('class = "产出/数量"', 'class = "产出指标/数量指标"', 1), "utf-8")
    (wrong,) = (own for own in page.sheet()["problems"] if own["code"] == "I24")
    assert wrong["mend"]["said"] == "改为 产出/数量"
    assert "改为 产出/数量</button>" in screen(page)
    assert page.ask("save", {"wishes": [{**wrong["mend"], "row": ""}]})["done"] == 1
    assert path.read_text(encoding="utf-8") == text


def test_documents_are_audited_once_they_are_built(page):
    address = f"/api/d/{page.id}/problems/audit"
    assert "还没有生成过" in page.client.get(address).json()["html"]
    page.client.post(f"/api/d/{page.id}/build", json={}, headers=OWN)
    assert "还没有生成过" not in page.client.get(address).json()["html"]


def test_there_is_no_such_source(page):
    assert page.client.get(f"/api/d/{page.id}/problems/nobody").status_code == 404
