"""Files of strangers as templates: refused with a message, read within limits."""

import io
import zipfile

import pytest

from generator.word.word_render import Renderer
from tests.word.samples import MANNER, REPORT, part, report_of


def render(path):
    return Renderer().render([part(path, report_of())], MANNER)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"{\\rtf1}"])
def test_a_template_that_is_no_word_file_is_a_problem(tmp_path, data):
    path = tmp_path / "bad.docx"
    path.write_bytes(data)
    result = render(path)
    assert result.data is None
    assert result.problems[0].code == "T02"


def test_a_template_that_is_not_there_is_a_problem(tmp_path):
    result = render(tmp_path / "none.docx")
    assert result.data is None
    assert "读不了" in result.problems[0].message


def test_a_template_that_unpacks_to_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "bomb.docx"
    path.write_bytes(REPORT.read_bytes())
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("word/media/x.png", "w") as member,
    ):
        for _ in range(60):
            member.write(bytes(1024 * 1024))
    result = render(path)
    assert result.data is None
    assert "太大" in result.problems[0].message


def test_an_external_entity_in_a_template_is_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    path = tmp_path / "entity.docx"
    doctype = f'?><!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    with zipfile.ZipFile(REPORT) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"?>", doctype, 1).replace(b"{{ title }}", b"&e;{{ title }}")
            target.writestr(name, data)
    result = render(path)
    assert result.data is None
    assert result.problems[0].code == "T02"


def test_a_package_without_a_document_is_refused(tmp_path):
    path = tmp_path / "empty.docx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "x")
    path.write_bytes(buffer.getvalue())
    assert "没有正文" in render(path).problems[0].message
