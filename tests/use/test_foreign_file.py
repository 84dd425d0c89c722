"""Files from outside: read by what they hold, else one problem with their name; never an exception."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base import time_limit
from generator.base.problem import Problem, Severity
from generator.use import foreign_file
from generator.use.foreign_file import foreign_files, read_foreign
from generator.word.office import Office
from tests.foreign import NATIONAL, excel_bytes, word_bytes
from tests.hostile import (
    DOCUMENT,
    SHEET,
    body,
    compound,
    heavy_files,
    hostile_files,
    packed,
    sheet,
    unpacked,
    word,
)
from tests.word.soffice import CONVERTING, fake_soffice, needs_soffice, real_soffice

WORD = word_bytes("一、基本情况", NATIONAL)
SHEETS = excel_bytes(NATIONAL, [["甲", 2.5]], percent=[(3, 7)])
WEB = (
    "<html><meta charset='utf-8'><body><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
)


@pytest.fixture
def file(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def refused(path, **options):
    document, problems = read_foreign(path, **options)
    assert document is None
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert problem.place.file.endswith(path.name)
    assert problem.hint
    return problem


@pytest.mark.parametrize(
    ("name", "data"),
    list(hostile_files()),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_file_is_one_problem_with_its_name(file, name, data):
    assert refused(file(name, data)).code in ("D01", "I02")


def test_files_that_would_take_much_memory_or_time_are_refused(file):
    for name, data in heavy_files():
        message = refused(file(name, data)).message
        assert any(words in message for words in ("最多", "太大", "解不开", "XML")), (name, message)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("自评.xlsx", WORD, "word"),
        ("自评.docx", SHEETS, "excel"),
        ("自评.docx", "绩效自评".encode("gb18030"), "text"),
        ("自评.txt", WORD, "word"),
        ("自评.doc", WORD, "word"),
        ("自评.xls", SHEETS, "excel"),
        ("自评", WORD, "word"),
    ],
)
def test_a_file_with_a_wrong_ending_is_read_by_what_it_holds(file, name, data, kind):
    document, problems = read_foreign(file(name, data))
    assert document.kind == kind
    assert all(problem.severity is Severity.NOTE for problem in problems)


def test_a_wrong_ending_is_told_and_a_right_one_is_not(file):
    _, (note,) = read_foreign(file("自评.xlsx", WORD))
    assert "扩展名是 .xlsx，里面是Word 文件" in note.message
    assert read_foreign(file("自评.docx", WORD))[1] == ()


def test_a_text_with_an_ending_of_something_else_is_not_taken_for_a_form(file):
    assert "不认识的文件类型“.csv”" in refused(file("a.csv", "a,b")).message


def test_parts_in_utf_16_are_read(file):
    parts = unpacked(word(body("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")))
    parts[DOCUMENT] = parts[DOCUMENT].decode().encode("utf-16")
    document, _ = read_foreign(file("宽.docx", packed(parts)))
    assert document.blocks[0].text == "甲"
    parts = unpacked(SHEETS)
    parts[SHEET] = parts[SHEET].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    document, problems = read_foreign(file("宽.xlsx", packed(parts)))
    assert document.blocks[0].grid[0][0].text == "项目名称", problems


def test_cells_that_only_have_a_look_do_not_make_a_sheet_large(file):
    far = b'<c r="XFD1048576" s="0"/></row>'
    document, problems = read_foreign(
        file("a.xlsx", sheet({SHEET: (b"</row></sheetData>", far + b"</sheetData>")}))
    )
    assert [c.text for c in document.blocks[0].grid[0]] == ["甲", "2"], problems


def test_an_exception_of_a_reader_is_a_problem_of_the_file(file, monkeypatch):
    def broken(data, shown):
        raise RecursionError

    monkeypatch.setattr(foreign_file, "_reader", lambda _: broken)
    assert "RecursionError" in refused(file("a.docx", WORD)).message


def test_the_time_of_reading_is_bounded_and_told(file, monkeypatch):
    monkeypatch.setattr(time_limit.TimeLimit.__init__, "__defaults__", (0.0,))
    for name, data in (("a.docx", WORD), ("a.xlsx", SHEETS)):
        assert "0 秒还没有读完" in refused(file(name, data)).message


def test_the_number_of_paragraphs_is_bounded_and_told(file, monkeypatch):
    from generator.word.reading import document_words

    path = file("a.docx", word(body("<w:p/>" * 10)))
    monkeypatch.setattr(document_words, "MOST_PARAGRAPHS", 10)
    assert read_foreign(path)[0] is not None
    monkeypatch.setattr(document_words, "MOST_PARAGRAPHS", 9)
    assert "最多 9 段" in refused(path).message


def test_automatic_numbers_cannot_be_longer_than_the_file(file, monkeypatch):
    from generator.word.reading import document_words

    monkeypatch.setattr(document_words, "MOST_LETTERS", 1000)
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="{"%1" * 200}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    parts = unpacked(WORD)
    parts |= {DOCUMENT: body(item * 9).encode(), "word/numbering.xml": numbering.encode()}
    assert "最多" in refused(file("a.docx", packed(parts))).message


def test_a_folder_gives_what_is_read_and_the_old_formats_that_are_named(tmp_path, file):
    for name in (
        "b.docx",
        "a.XLSX",
        "旧.doc",
        "旧.et",
        "~$b.docx",
        ".c.docx",
        "x（批注）.docx",
        "d.pdf",
    ):
        file(name, b"1")
    found = [path.name for path in foreign_files([tmp_path], "（批注）")]
    assert found == ["a.XLSX", "b.docx", "旧.doc", "旧.et"]


def test_a_folder_gives_what_lies_in_the_folders_below_it_but_in_no_hidden_one(tmp_path):
    for name in (
        "乙校/表.docx",
        "甲校/2023/表.docx",
        "甲校/报告.txt",
        ".jixiao/old.docx",
        "总.xlsx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"1")
    if os.name != "nt":
        (tmp_path / "甲校" / "回头").symlink_to(tmp_path, target_is_directory=True)
    found = foreign_files([tmp_path], ours=[tmp_path / "总.xlsx"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "乙校/表.docx",
        "甲校/报告.txt",
        "甲校/2023/表.docx",
    ]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    closed = tmp_path / "甲校"
    closed.mkdir()
    scandir = os.scandir

    def guarded(path):
        if str(path) == str(closed):
            raise PermissionError(13, "no", str(closed))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    (path,) = foreign_files([tmp_path])
    assert path == closed
    assert refused(path).message.endswith("甲校：打不开（没有权限）")  # and not that it is a folder


class TestOldFormats:
    @pytest.mark.parametrize(
        ("name", "data", "words", "hint"),
        [
            ("a.doc", compound("WordDocument"), ".doc 格式", "另存为 .docx"),
            ("a.wps", compound("WordDocument"), ".wps", "另存为 .docx"),
            ("a.xls", compound("Workbook"), ".xls 格式", "另存为 .xlsx"),
            ("a.et", compound("Workbook"), ".et", "另存为 .xlsx"),
            ("a.rtf", b"{\\rtf1 a}", "RTF", "另存为 .docx"),
            ("a.xls", WEB.encode(), "网页", "另存为"),
        ],
    )
    def test_they_are_named_by_what_they_hold_with_what_to_do(self, file, name, data, words, hint):
        problem = refused(file(name, data))
        assert words in problem.message
        assert hint in problem.hint
        assert "--office" in problem.hint

    def test_without_libreoffice_that_is_said(self, file, monkeypatch):
        monkeypatch.setenv("JIXIAO_SOFFICE", "/没有/soffice")
        problem = refused(file("a.doc", compound("WordDocument")), uses_office=True)
        assert problem.code == "O10"

    def test_a_file_with_a_password_is_not_given_to_libreoffice(self, file, monkeypatch):
        monkeypatch.setattr("generator.word.office.find_office", lambda: pytest.fail("started"))
        path = file("a.docx", compound("EncryptionInfo", "EncryptedPackage"))
        assert "密码" in refused(path, uses_office=True).message

    def test_a_conversion_has_the_ending_of_the_content_and_is_read_by_content(
        self, file, tmp_path, monkeypatch
    ):
        made = file("made", word_bytes("转好的"))
        code = CONVERTING.replace(
            'write_bytes(b"converted " + str(path.stat().st_size).encode())',
            f"write_bytes(pathlib.Path({str(made)!r}).read_bytes())",
        )
        code += f"\npathlib.Path({str(tmp_path / 'said')!r}).write_text(' '.join(sys.argv))\n"
        monkeypatch.setattr(
            "generator.word.office.find_office", lambda: fake_soffice(tmp_path, code)
        )
        document, problems = read_foreign(file("a.xls", compound("WordDocument")), uses_office=True)
        assert document.blocks[0].text == "转好的"
        assert "由 LibreOffice 转换" in problems[-1].message
        said = (tmp_path / "said").read_text(encoding="utf-8")
        assert "--convert-to docx" in said
        assert "1.doc" in said
        assert "UserInstallation" in said

    @pytest.mark.parametrize(
        ("code", "words"),
        [
            ("import time; time.sleep(60)", "秒没有完成"),
            ("import sys; sys.exit(3)", "中途退出"),
            ("", "没有转换成功"),
        ],
    )
    def test_a_conversion_that_fails_is_a_problem_with_its_bounds(
        self, file, tmp_path, monkeypatch, code, words
    ):
        office = fake_soffice(tmp_path, code, seconds=3)
        monkeypatch.setattr("generator.word.office.find_office", lambda: office)
        problem = refused(file("a.doc", compound("WordDocument")), uses_office=True)
        assert words in problem.message
        assert "最多 3 秒、4 GB" in problem.hint

    def test_a_conversion_that_takes_too_much_memory_ends(self, file, tmp_path, monkeypatch):
        pytest.importorskip("resource", reason="Windows bounds no memory here")
        monkeypatch.setattr("generator.word.office.MOST_MEMORY", 1024**3)
        office = fake_soffice(tmp_path, "a = bytearray(2 * 1024**3)", seconds=60)
        monkeypatch.setattr("generator.word.office.find_office", lambda: office)
        problem = refused(file("a.doc", compound("WordDocument")), uses_office=True)
        assert "中途退出" in problem.message

    @needs_soffice
    def test_libreoffice_reads_a_web_page_with_the_ending_of_a_sheet_and_fetches_nothing(
        self, file
    ):
        secret = file("secret.txt", "SECRET")
        page = WEB.replace("</body>", f"<iframe src='{secret.as_uri()}'></iframe></body>")
        document, problems = read_foreign(file("a.xls", page), uses_office=True)
        assert document.kind == "excel", problems
        assert [c.text for c in document.blocks[0].grid[0]] == ["甲", "乙"]
        assert "SECRET" not in repr(document)

    @needs_soffice
    def test_libreoffice_reads_an_old_word_file(self, file):
        from generator.word.office import Source

        office = real_soffice()
        assert isinstance(office, Office)
        old = office.convert_old(Source(WEB.encode()), "html", "doc")
        assert isinstance(old, bytes)
        document, problems = read_foreign(file("a.wps", old), uses_office=True)
        assert not any(isinstance(p, Problem) and p.stops for p in problems)
        tables = [block for block in document.blocks if hasattr(block, "grid")]
        assert [c.text for c in tables[0].grid[0]] == ["甲", "乙"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_bytes_changed_in_any_part_end_in_a_document_or_a_problem(file, data):
    whole, name = data.draw(st.sampled_from([(WORD, "a.docx"), (SHEETS, "a.xlsx")]))
    parts = unpacked(whole)
    part = data.draw(st.sampled_from(sorted(n for n in parts if n.endswith((".xml", ".rels")))))
    old = parts[part]
    at = data.draw(st.integers(0, max(0, len(old) - 1)))
    new = data.draw(
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from([b"<", b">", b'"', b"/", b"&", b"-1", b"999999999999"]),
        )
    )
    length = data.draw(st.integers(0, 40))
    changed = packed({**parts, part: old[:at] + new + old[at + length :]})
    document, problems = read_foreign(file(name, changed))
    assert (document is None) == any(problem.stops for problem in problems)


def test_truncated_at_every_seventh_byte_a_file_is_one_problem(file):
    small = word(body("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"))
    for length in range(0, len(small) - 1, max(1, len(small) // 150)):
        problem = refused(file("a.docx", small[:length]))
        assert problem.code == "D01"
