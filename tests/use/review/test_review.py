"""The file to send holds pages, findings and sources, and asks nobody for anything."""

import json
import re
import zlib
from base64 import b64decode

from generator.roundtrip.changes import Cause, Changes, FigureChange, TextChange, Where
from generator.use.libraries import Libraries
from generator.use.review.review import Reviewed, review
from generator.use.review.review_file import file_text, part_of, review_text
from tests.conftest import ROOT


def file_of(*folders):
    libraries = Libraries()
    return review_text([review(folder, libraries.of(folder)[0]) for folder in folders])


def data_of(text):
    found = re.search(
        r'<script type="application/json" id="figures">(.*?)</script>', text, re.DOTALL
    )
    return json.loads(found[1])


def test_every_number_of_a_page_has_its_source(dossier):
    text = file_of(dossier())
    (figures,) = data_of(text)
    named = re.findall(r'data-figure="([^"]+)">([^<]+)<', text)
    assert ("books/funds.spent", "95万元") in named
    assert {figure for figure, _ in named} <= figures.keys()
    source = figures["books/funds.spent"]["sources"][0]
    assert source["file"] == "books.toml"
    assert figures["books/funds.spent"]["shown"] == "95万元"
    rate = figures["books/funds.rate"]
    assert rate["formula"]
    assert "books/funds.spent" in rate["inputs"]


def test_it_loads_nothing_from_anywhere(dossier):
    text = file_of(dossier())
    assert "default-src &#x27;none&#x27;" in text
    assert not re.search(r"""(?:src|href)="(?!#)""", text)


def test_words_of_inputs_cannot_become_elements(dossier):
    text = file_of(dossier(change={"某县图书馆": "</script><b>馆&"}))
    assert "</script><b>" not in text
    assert data_of(text)


def test_findings_and_acceptances_are_told(dossier):
    text = file_of(dossier(change={'reason = "新馆推迟开放。"\n': ""}))
    assert "到馆人次增长率" in text
    assert re.search(r"问题 [1-9]\d* 处", text)


def test_an_unfinished_dossier_is_shown_as_a_draft(dossier):
    assert "草稿" in file_of(dossier(change={"spent = 95\n": ""}))


def test_files_that_cannot_be_read_are_told_and_no_page_is_made(dossier):
    text = file_of(dossier(unit="year = \n"))
    assert "<article>" not in text
    assert "unit.toml" in text


def test_the_same_inputs_give_the_same_file(dossier):
    folder = dossier()
    assert file_of(folder) == file_of(folder)


def test_nothing_is_written_beside_the_inputs(dossier, workspace):
    folder = dossier()
    before = set(workspace.rglob("*"))
    file_of(folder)
    assert set(workspace.rglob("*")) == before


def test_the_five_examples_stay_small():
    folders = sorted(path.parent for path in (ROOT / "inputs").glob("*/unit.toml"))
    assert len(file_of(*folders).encode()) < 1_000_000


def test_the_command_writes_it_and_says_so(dossier, run, workspace):
    dossier()
    code, out, _ = run("review", "inputs", "-o", "审阅 一.html")
    assert code == 0
    assert "1 份填报" in out
    assert (workspace / "审阅 一.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    code, _, err = run("review", "inputs", "-o", "审阅.docx")
    assert code == 2
    assert ".html" in err
    code, _, _ = run("review", "nowhere")
    assert code == 1


def test_every_figure_of_the_score_says_what_it_rests_on(dossier):
    (figures,) = data_of(file_of(dossier()))
    bare = [
        name
        for name, own in figures.items()
        if not own.keys() & {"sources", "inputs", "formula", "basis"}
    ]
    assert bare == []
    assert "财预〔2020〕10号" in figures["books/score.part[execution].weight"]["basis"]
    assert figures["books/score.weight"]["inputs"]


def test_what_changed_is_told_with_its_cause_and_without_the_folders_of_the_machine():
    figure = FigureChange(
        "books/funds.rate", "预算执行率", "95%", "50%",
        (Cause("", "/home/someone/books.toml", 3, "funds.spent", "全年执行数 95 → 50"),), (), (),
    )  # fmt: skip
    words = TextChange(Where("report", "a", "自评报告第2段"), "旧话", "新话")
    compared = Changes((figure,), (words,))
    text = review_text([Reviewed("某馆", "2023", (), (), compared, False, {}, ())])
    assert "books.toml:3 funds.spent：全年执行数 95 → 50" in text
    assert "/home" not in text
    assert "<td>自评报告第2段</td><td>旧话</td><td>新话</td>" in text


def test_a_large_file_is_packed_and_holds_the_same(dossier):
    folder = dossier()
    own = review(folder, Libraries().of(folder)[0])
    parts = [part_of(0, own), part_of(1, own)]
    plain, packed = (file_text(parts, large) for large in (10**9, sum(p.length for p in parts) - 1))
    assert file_text(parts, sum(p.length for p in parts)) == plain
    found = re.findall(r'<script type="text/plain" data-packed="(\d)">([^<]*)</script>', packed)
    opened = [json.loads(zlib.decompress(b64decode(data))) for _, data in found]
    assert [number for number, _ in found] == ["0", "1"]
    assert [own["html"] for own in opened] == [part.section for part in parts]
    assert [own["figures"] for own in opened] == data_of(plain)
    assert data_of(packed) == []
    assert 'href="#d1"' in packed
    assert len(packed) < len(plain) / 2
