"""Tables, pictures, charts and footnotes of a section on every way: build, pull, merge, redline, clean, bundle."""

import io
import json
import re
import zipfile

import docx
import pytest

from generator.word.edited.file import WordFile
from tests.load.test_pictures import png
from tests.word.samples import assert_valid

MARKS = '''
[[insert]]
name = "资金表"
head = ["来源", "金额（万元）"]
rows = [["本级", "{{ funds.spent.number }}"], ["上级", "12.5"]]

[[insert]]
name = "历年"
kind = "lines"
head = ["年度", "支出"]
rows = [["2022年", "80"], ["{{ year }}年", "{{ funds.spent }}"]]

[[insert]]
name = "指标"
kind = "bars"
over = "indicators"
head = ["指标", "得分"]
rows = [["{{ name }}", "{{ score }}"]]

[text-after]
work-scope = """
各乡镇的情况见下表[^1]。
表：各乡镇购书
| 乡镇 | 册数 | 说明 |
| --- | ---: | :--- |
| 东镇 | 1200 | 按时送达[^b] |
| 西镇 | 800 | 年底送达 |
[^1]: 数据截至{{ year }}年底。
[^b]: 以签收单为准。
![送书现场](pictures/a.png)
![各来源资金](资金表)
![历年支出](历年)
![各项得分](指标)
[分页]
以上各项均已核对。
"""
'''


@pytest.fixture
def place(dossier, workspace):
    """Write a dossier with all of them; returns its folder."""

    def make(change=()):
        folder = dossier(project=_project(change))
        (folder / "pictures").mkdir(exist_ok=True)
        (folder / "pictures" / "a.png").write_bytes(png(600, 200))
        return folder

    return make


def _project(change=()):
    from tests.conftest import PROJECT

    text = PROJECT + MARKS
    for old, new in change:
        assert old in text, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(folder):
    (path,) = (p for p in folder.glob("*.docx") if "修订" not in p.name)
    return path


def rewritten(path, *changes):
    """Change words in the parts of a file, as a person might."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for old, new in changes:
        assert any(old.encode() in data for data in parts.values()), old
        parts = {name: data.replace(old.encode(), new.encode()) for name, data in parts.items()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def tables(path):
    found = [[[c.text for c in r.cells] for r in t.rows] for t in docx.Document(str(path)).tables]
    return {rows[0][0]: rows for rows in found}


def notes(path):
    file = WordFile(path.read_bytes())
    return [p.text.strip() for b in file.blocks("word/footnotes.xml") for p in b.passages()][-2:]


def test_everything_is_printed_and_no_mark_is(place, run, outputs, tmp_path):
    assert run("build", place())[0] == 0
    path = only(outputs)
    assert_valid(path.read_bytes(), tmp_path)
    assert tables(path)["乡镇"][1:] == [["东镇", "1200", "按时送达"], ["西镇", "800", "年底送达"]]
    assert tables(path)["来源"][1:] == [["本级", "95"], ["上级", "12.5"]]
    assert notes(path) == ["数据截至2023年底。", "以签收单为准。"]
    said = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    for caption in (
        "表1　各乡镇购书",
        "图1　送书现场",
        "表2　各来源资金",
        "图2　历年支出",
        "图3　各项得分",
    ):
        assert caption in said
    assert not re.search(r"\|\s|!\[|\[\^|\[分页\]|pictures/", said)


def test_charts_name_their_font_for_chinese(place, run, outputs):
    run("build", place())
    with zipfile.ZipFile(only(outputs)) as package:
        charts = [package.read(n).decode() for n in package.namelist() if "charts/chart" in n and n.endswith(".xml")]  # fmt: skip
    assert len(charts) == 2
    assert all('<a:ea typeface="仿宋_GB2312"/>' in chart for chart in charts)
    assert ["<c:lineChart>" in charts[0], '<c:barDir val="bar"/>' in charts[1]] == [True, True]


def test_a_changed_picture_is_built_again(place, run, outputs):
    folder = place()
    run("build", folder)
    assert "未变" in "".join(run("build", folder)[1:])
    (folder / "pictures" / "a.png").write_bytes(png(600, 300))
    assert "重建 1" in "".join(run("build", folder)[1:])


def test_edits_of_cells_and_captions_are_pulled(place, run, outputs):
    folder = place()
    run("build", folder)
    changes = (("年底送达", "年末送达"), ("上级", "上级补助"), ("各乡镇购书", "各乡镇购书数"), ("送书现场", "送书的现场"))  # fmt: skip
    rewritten(only(outputs), *changes)
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    text = (folder / "books.toml").read_text(encoding="utf-8")
    for said in ("| 西镇 | 800 | 年末送达 |", '["上级补助", "12.5"]', "表：各乡镇购书数", "![送书的现场](pictures/a.png)", "按时送达[^b]"):  # fmt: skip
        assert said in text


def test_both_sides_are_merged(place, run, outputs, tmp_path):
    run("build", place())
    rewritten(only(outputs), ("年底送达", "年末送达"), ("送书现场", "送书的现场"), ("数据截至", "以上数据截至"))  # fmt: skip
    folder = place(
        (
            ("| 西镇 | 800", "| 南镇 | 300 | 新增 |\n| 西镇 | 850"),
            ("以签收单为准", "以签收的单据为准"),
            ('["2022年", "80"]', '["2022年", "82"]'),
            ("以上各项均", "以上各项[^n]均已汇总，"),
            ("[^b]: ", "[^n]: 见附表。\n[^b]: "),
        )
    )
    code, out, err = run("build", folder, "--on-edited", "merge", "--format", "json")
    assert code == 0, err
    assert json.loads(out)
    path = only(outputs)
    assert_valid(path.read_bytes(), tmp_path)
    assert tables(path)["乡镇"][1:] == [
        ["东镇", "1200", "按时送达"],
        ["南镇", "300", "新增"],
        ["西镇", "850", "年末送达"],
    ]
    file = WordFile(path.read_bytes())
    said = [thing.words for p in file.passages() for thing in p.things if thing.kind == "脚注"]
    assert [words.strip() for words in said] == [
        "以上数据截至2023年底。",
        "以签收的单据为准。",
        "见附表。",
    ]
    order = re.findall(r'w:id="(\d+)"', file.parts["word/footnotes.xml"].decode().split('w:id="0"')[-1])  # fmt: skip
    used = re.findall(r'footnoteReference[^>]*w:id="(\d+)"', file.parts["word/document.xml"].decode())  # fmt: skip
    assert [n for n in order if n in used][:3] == used


def test_a_redline_shows_what_changed_in_a_table(place, run, outputs, tmp_path):
    run("build", place())
    folder = place((("| 西镇 | 800", "| 西镇 | 860"),))
    assert run("build", folder, "--redline")[0] == 0
    (path,) = outputs.glob("*修订*.docx")
    assert_valid(path.read_bytes(), tmp_path)
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert re.search(r"<w:delText[^>]*>800<", xml)
    assert "rIdPicture1" in xml


def test_a_clean_copy_has_all_of_them_and_no_anchor(place, run, workspace, tmp_path):
    assert run("build", place(), "--clean", "-o", workspace / "clean")[0] == 0
    (path,) = (workspace / "clean").rglob("*.docx")
    data = path.read_bytes()
    assert_valid(data, tmp_path)
    assert notes(path) == ["数据截至2023年底。", "以签收单为准。"]
    assert tables(path)["乡镇"][2] == ["西镇", "800", "年底送达"]
    assert "_jx" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_a_strict_build_reads_its_own_tables_back(place, run):
    code, out, err = run("build", place(), "--strict")
    assert code == 0, out + err


def test_what_is_wrong_stops_a_build_with_its_line(place, run):
    code, out, err = run("build", place((("pictures/a.png", "pictures/b.png"),)))
    assert code != 0
    assert "I32 读不到图片“pictures/b.png”" in out + err


def test_an_edited_footnote_is_pulled_and_its_figures_stay_quoted(place, run, outputs):
    folder = place()
    run("build", folder)
    rewritten(only(outputs), ("数据截至", "以上数据截至"), ("以签收单为准", "以签收的单据为准"))
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    text = (folder / "books.toml").read_text(encoding="utf-8")
    assert "[^1]: 以上数据截至{{ year }}年底。\n" in text
    assert "[^b]: 以签收的单据为准。\n" in text
    assert run("build", folder, "--on-edited", "merge")[0] == 0
    assert notes(only(outputs)) == ["以上数据截至2023年底。", "以签收的单据为准。"]
    assert "没有可取回的改动" in "".join(run("pull", only(outputs))[1:])


def test_a_figure_that_was_typed_over_in_a_footnote_is_told_and_left(place, run, outputs):
    folder = place()
    run("build", folder)
    before = (folder / "books.toml").read_bytes()
    with zipfile.ZipFile(only(outputs)) as package:
        xml = package.read("word/footnotes.xml").decode()
    assert ">2023<" in xml
    rewritten(only(outputs), (">2023<", ">2022<"))
    _, _, err = run("pull", only(outputs), "--apply")
    assert "2022" in err
    assert "O16" in err
    assert (folder / "books.toml").read_bytes() == before
