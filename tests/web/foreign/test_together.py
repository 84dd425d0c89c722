"""Several files are looked at together: each by itself, and all against each other."""

import io
from urllib.parse import unquote

import docx

from tests.web.conftest import OWN


def put(page, batch, name, data):
    asked = {"name": name, "batch": batch}
    return page.client.post("/api/audit/files", params=asked, content=data, headers=OWN)


def report(rate):
    document = docx.Document()
    document.add_paragraph("某县公路站2023年度“道路养护”项目绩效自评报告")
    document.add_paragraph(f"道路养护项目全年预算100万元，支出80万元，预算执行率为{rate}。")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_files_are_held_against_each_other_and_sent_back_together(page, form):
    batch = put(page, "", "表.docx", form).json()["batch"]
    assert put(page, batch, "报告.docx", report("70%")).json()["names"] == ["表.docx", "报告.docx"]
    asked = {"batch": batch}
    found = page.client.post("/api/audit/together", params=asked, json={}, headers=OWN).json()
    assert {own["file"] for own in found["files"]} == {"表.docx", "报告.docx"}
    assert {own["file"] for own in found["problems"]} == {"表.docx", "报告.docx"}
    assert sorted(found["pages"]) == ["报告.docx", "表.docx"]
    alone = page.client.post(
        "/api/audit", params={"name": "表.docx"}, content=form, headers=OWN
    ).json()
    assert len(found["problems"]) > len(alone["problems"])
    sent = page.client.post(
        "/api/audit/copy", params={"kind": "return", "batch": batch}, content=b"", headers=OWN
    )
    assert "退回意见" in unquote(sent.headers["content-disposition"])


def test_a_batch_that_is_gone_and_a_file_of_another_kind_are_told(page):
    answer = page.client.post("/api/audit/together", params={"batch": "x"}, json={}, headers=OWN)
    assert answer.status_code == 409
    assert "再拖一次" in answer.json()["message"]
    assert put(page, "", "a.exe", b"MZ").status_code == 415
