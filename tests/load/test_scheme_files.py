"""Schemes laid over each other: what comes from where, from which year on, and what is told."""

import pytest

from generator.base.problem import Place
from generator.load.packs import Packs
from generator.load.scheme_files import load_scheme, load_versions, unknown_scheme

BASE = """
id = "base"
title = "虚构省底本"
region = "虚构省"
remark = "底本自己的说明"

[force]
from = 2020

[[basis]]
id = "law"
document = "虚构省办法"

[[basis]]
id = "form"
document = "虚构省表样"

[[project]]
total = 100
basis = "law"
[[project.part]]
id = "output"
label = "产出"
kind = "indicators"
weight = 100
basis = "law"

[[department]]
total = 100
basis = "law"
[[department.part]]
id = "all"
label = "全部"
kind = "indicators"
weight = 100
basis = "law"

[[method]]
when = ["≥", ">"]
kind = "ratio"
basis = "law"

[[method]]
when = ["≤", "<"]
kind = "inverse-ratio"
basis = "form"

[thresholds]
over-completion = { percent = 130, basis = "law" }
execution = { percent = 90, basis = "law" }

[[document]]
id = "form"
title = "自评表"
template = "project-form.docx"
for = "project"
basis = "form"

[[document]]
id = "report"
title = "报告"
template = "report.docx"
for = "project"
basis = "form"
"""

OVER = """
id = "over"
title = "虚构市方案"
region = "虚构省虚构市"
based-on = "base"
without = ["department", "document.report", "thresholds.execution"]

[force]
from = 2022

[[basis]]
id = "own"
document = "虚构市通知"

[[method]]
when = [">", "="]
kind = "all-or-none"
basis = "own"

[thresholds]
over-completion = { percent = 120, basis = "own" }

[[document]]
id = "form"
title = "虚构市自评表"
basis = "own"

[[change]]
from = 2024
remark = "通知修订"

[[change.basis]]
id = "newer"
document = "虚构市修订通知"

[[change.method]]
when = ["≤", "<"]
kind = "overrun"
basis = "newer"
"""


@pytest.fixture
def packs(tmp_path):
    (tmp_path / "schemes").mkdir()
    put(tmp_path, base=BASE, over=OVER)
    return Packs((tmp_path,))


def put(root, **files):
    for name, text in files.items():
        (root / "schemes" / f"{name}.toml").write_text(text, encoding="utf-8")


def read(packs, id="over", year=2023):
    loaded, problems = load_scheme(packs, id, Place, year)
    assert loaded is not None, problems
    assert problems == ()
    return loaded


def kinds(scheme):
    return {when: method.kind for method in scheme.method for when in method.when}


def line_of(text, words):
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def test_what_a_scheme_does_not_say_comes_from_its_base(packs):
    scheme = read(packs).scheme
    assert scheme.project[0].part[0].weight == 100
    assert (scheme.title, scheme.remark, scheme.force.from_) == ("虚构市方案", "", 2022)


def test_a_method_takes_its_situations_away_from_those_below(packs):
    assert kinds(read(packs).scheme) == {
        "≥": "ratio", ">": "all-or-none", "=": "all-or-none", "≤": "inverse-ratio", "<": "inverse-ratio",
    }  # fmt: skip


def test_tables_are_laid_over_each_other_key_by_key(packs):
    lines = read(packs).scheme.thresholds
    assert lines.over_completion.percent == 120
    assert read(packs, "base").scheme.thresholds.execution.percent == 90


def test_documents_are_told_apart_by_their_id(packs):
    (form,) = read(packs).scheme.document
    assert (form.title, form.template, form.basis) == ("虚构市自评表", "project-form.docx", "own")


def test_what_is_left_out_is_not_there(packs):
    scheme = read(packs).scheme
    assert scheme.department == ()
    assert scheme.thresholds.execution is None


@pytest.mark.parametrize(
    ("year", "kind"), [(2022, "inverse-ratio"), (2023, "inverse-ratio"), (2024, "overrun"), (2030, "overrun")]
)  # fmt: skip
def test_a_value_changes_from_a_year_on(packs, year, kind):
    assert kinds(read(packs, year=year).scheme)["≤"] == kind


def test_without_a_year_it_is_the_last_that_holds(packs):
    assert kinds(load_scheme(packs, "over", Place)[0].scheme)["≤"] == "overrun"
    assert load_versions(packs, "over").years == (2024,)


def test_a_change_of_the_base_holds_above_it_unless_the_scheme_says_it_itself(packs):
    dated = (
        BASE
        + '\n[[change]]\nfrom = 2023\nthresholds = { over-completion = { percent = 150, basis = "law" } }\n'
    )
    put(packs.roots[0], base=dated)
    assert read(packs, "base", 2022).scheme.thresholds.over_completion.percent == 130
    assert read(packs, "base", 2023).scheme.thresholds.over_completion.percent == 150
    assert read(packs, year=2023).scheme.thresholds.over_completion.percent == 120
    put(
        packs.roots[0],
        over=OVER.replace('[thresholds]\nover-completion = { percent = 120, basis = "own" }', ""),
    )
    assert read(packs, year=2023).scheme.thresholds.over_completion.percent == 150


@pytest.mark.parametrize(
    ("keys", "file", "text", "words"),
    [
        (("title",), "over", OVER, 'title = "虚构市方案"'),
        (("project", 0, "total"), "base", BASE, "total = 100"),
        (("thresholds", "over-completion", "percent"), "over", OVER, "percent = 120"),
        (("document", 0, "title"), "over", OVER, 'title = "虚构市自评表"'),
        (("document", 0, "template"), "base", BASE, 'template = "project-form.docx"'),
        (("method", 2, "kind"), "over", OVER, 'kind = "overrun"'),
    ],
)
def test_every_value_keeps_its_place(packs, keys, file, text, words):
    place = read(packs, year=2024).source.place(keys)
    assert place.file.endswith(f"{file}.toml")
    assert place.line == line_of(text, words)


def test_every_value_keeps_its_basis(packs):
    scheme = read(packs, year=2024).scheme
    cited = {when: scheme.cite(m.basis) for m in scheme.method for when in m.when}
    assert cited["≥"].startswith("虚构省办法")
    assert cited["="].startswith("虚构市通知")
    assert cited["≤"].startswith("虚构市修订通知")


def test_the_digest_is_that_of_all_files(packs):
    before = read(packs).source.digest
    put(packs.roots[0], base=BASE.replace("weight = 100", "weight = 100.0"))
    assert read(packs).source.digest != before


# what is changed in the upper file · the code · the words of the message · the line it points at
FAULTS = {
    "an unknown base": ('based-on = "base"', 'based-on = "bases"', "S18", "没有作底本的方案“bases”", "based-on"),
    "itself": ('based-on = "base"', 'based-on = "over"', "S18", "底本绕成了圈：over → over", "based-on"),
    "nothing to leave out": ('"document.report"', '"document.reports"', "S18", "底本里没有“document.reports”", "without"),
    "an unknown key": ('region = ', 'regoin = ', "I10", "不认识的键“regoin”", "regoin"),
    "an unknown key of a change": ('remark = "通知修订"', 'tiers = 1', "I10", "不认识的键“tiers”", "tiers = 1"),
    "a year that changes twice": ('remark = "通知修订"', '[[change]]\nfrom    = 2024', "S10", "2024 年度的 [[change]] 写了两次", "from    = 2024"),
    "a change before the scheme holds": ("from = 2024", "from = 2021", "S10", "早于适用年度的起始年 2022", "from = 2021"),
    "a change without a year": ("from = 2024", 'remark2 = ""', "I11", "缺少“from”", "[[change]]"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_told_at_their_line(packs, name):
    old, new, code, message, words = FAULTS[name]
    assert OVER.count(old) == 1
    text = OVER.replace(old, new)
    put(packs.roots[0], over=text)
    _, problems = load_scheme(packs, "over", Place, 2024)
    found = [p for p in problems if p.code == code and message in p.message]
    assert found, problems
    assert found[0].place.line == line_of(text, words)


def test_a_circle_over_several_files_is_told(packs):
    put(packs.roots[0], base=BASE.replace('region = "虚构省"', 'based-on = "over"'))
    loaded, (problem,) = load_scheme(packs, "over", Place)
    assert loaded is None
    assert problem.message == "底本绕成了圈：over → base → over"
    assert problem.place.file.endswith("base.toml")


def test_only_the_scheme_and_those_below_it_are_read(packs, monkeypatch):
    """However many schemes there are, a check of one dossier pays for its own."""
    from generator.load import scheme_files

    put(packs.roots[0], broken="id = ", other=BASE.replace('"base"', '"other"'))
    files, read_toml = [], scheme_files.read_toml

    def noted(path, shown):
        files.append(path.stem)
        return read_toml(path, shown)

    monkeypatch.setattr(scheme_files, "read_toml", noted)
    read(packs)
    assert files == ["over", "base"]


@pytest.mark.parametrize(
    ("asked", "hint"),
    [("虚构市方案", "方案写它的代码：over"), ("bas", "是不是想写：base"), ("别处的", "这里可以用")],
)
def test_a_document_in_place_of_a_code_is_told_with_the_code(packs, asked, hint):
    loaded, (problem,) = unknown_scheme(packs, asked, Place)
    assert loaded is None
    assert hint in problem.hint
