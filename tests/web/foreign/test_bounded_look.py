"""Files of others are looked at by a process of their own, under a name that is safe."""

import io
import re
from html import unescape
from urllib.parse import unquote

import docx
import pytest

from generator.web.foreign.bounded import named
from tests.web.conftest import OWN


def test_findings_come_back(page, tmp_path):
    path = tmp_path / "表.docx"
    document = docx.Document()
    document.add_paragraph("某局2023年度项目绩效自评报告")
    document.add_paragraph("全年预算100万元，支出95万元，预算执行率为90%。")
    document.save(path)
    answer = page.client.post(
        "/api/audit", params={"name": "自评 表.docx"}, content=path.read_bytes(), headers=OWN
    )
    found = answer.json()
    assert any("执行率" in p["message"] for p in found["problems"]), found


def test_what_is_no_document_is_told(page):
    answer = page.client.post("/api/audit", params={"name": "a.exe"}, content=b"MZ", headers=OWN)
    assert answer.status_code == 415
    answer = page.client.post("/api/audit", params={"name": "a.docx"}, content=b"MZ", headers=OWN)
    assert answer.status_code == 200
    assert answer.json()["problems"]


@pytest.mark.parametrize(
    "name", ["../../etc/x.docx", "CON.docx", "a\x00b.docx", "..docx", "", "/abs.docx", "C:\\x.docx"]
)
def test_a_name_never_leaves_its_folder(tmp_path, name):
    safe = named(name)
    assert (tmp_path / safe).resolve().parent == tmp_path.resolve()


def test_many_findings_come_back_whole_and_nothing_lies_in_the_folder(page, tmp_path):
    document = docx.Document()
    for number in range(400):
        document.add_paragraph(f"第{number}段管线全面贯通，，按期投入使用。")
    path = tmp_path / "长.docx"
    document.save(path)
    kept = page.served.root / "output.txt"
    kept.write_text("我的", encoding="utf-8")
    before = set(page.served.root.rglob("*"))
    answer = page.client.post(
        "/api/audit", params={"name": "长.docx"}, content=path.read_bytes(), headers=OWN
    )
    assert len(answer.content) > 64 * 1024
    assert sum(p["code"] == "W03" for p in answer.json()["problems"]) == 400
    assert kept.read_text(encoding="utf-8") == "我的"
    assert set(page.served.root.rglob("*")) == before


def test_findings_and_cells_are_named_alike(page, form):
    found = page.client.post(
        "/api/audit", params={"name": "表.docx"}, content=form, headers=OWN
    ).json()
    places = {unescape(own) for own in re.findall('data-place="([^"]+)"', found["page"])}
    told = [p["at"] for p in found["problems"] if p["at"]]
    assert told
    assert set(told) <= places


@pytest.mark.parametrize(("kind", "name"), [("annotated", "（批注）"), ("return", "退回意见")])
def test_copies_are_handed_out(page, form, kind, name):
    answer = page.client.post(
        "/api/audit/copy", params={"name": "表.docx", "kind": kind}, content=form, headers=OWN
    )
    assert answer.status_code == 200, answer.text
    assert name in unquote(answer.headers["content-disposition"])
    assert docx.Document(io.BytesIO(answer.content)).paragraphs


def test_other_copies_there_are_none(page, form):
    asked = {"name": "表.docx", "kind": "../x"}
    answer = page.client.post("/api/audit/copy", params=asked, content=form, headers=OWN)
    assert answer.status_code == 400
