"""Several files are looked at together: each by itself, and all against each other."""

import io
from urllib.parse import unquote

import docx

from tests.web.conftest import OWN


def put(page, batch, name, data):
    asked = {"name": name, "batch": batch}
    return page.client.post("/api/audit/files", params=asked, content=data, headers=OWN)


def report(spent):
    document = docx.Document()
    for line in (
        "某县公路站2023年度“道路养护”项目支出绩效自评报告",
        f"道路养护项目全年预算100万元，支出{spent}万元，预算执行率为{spent}%。",
        "某县公路站",
        "2024年3月1日",
    ):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_files_are_held_against_each_other_and_sent_back_together(page):
    batch = put(page, "", "初稿.docx", report(95)).json()["batch"]
    names = put(page, batch, "定稿.docx", report(96)).json()["names"]
    assert names == ["初稿.docx", "定稿.docx"]
    asked = {"batch": batch}
    found = page.client.post("/api/audit/together", params=asked, json={}, headers=OWN).json()
    assert sorted(own["file"] for own in found["files"]) == names
    assert [own["code"] for own in found["problems"]] == ["X02"]
    assert "初稿.docx" in found["problems"][0]["message"]
    assert sorted(found["pages"]) == names
    sent = page.client.post(
        "/api/audit/copy", params={"kind": "return", "batch": batch}, content=b"", headers=OWN
    )
    assert "退回意见" in unquote(sent.headers["content-disposition"])


def test_a_batch_that_is_gone_and_a_file_of_another_kind_are_told(page):
    answer = page.client.post("/api/audit/together", params={"batch": "x"}, json={}, headers=OWN)
    assert answer.status_code == 409
    assert "再拖一次" in answer.json()["message"]
    assert put(page, "", "a.exe", b"MZ").status_code == 415
