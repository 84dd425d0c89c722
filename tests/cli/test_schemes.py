"""jixiao schemes: of a place, side by side, and one's own checked."""

import json

import pytest

OWN = """
id = "yunbian"
title = "云边县自评"
region = "云边县"
based-on = "mof-2020"

[force]
from = 2023

[[basis]]
id = "notice"
document = "云边县通知"

[[method]]
when = ["≥"]
kind = "all-or-none"
label = "达到目标得满分，否则不得分"
basis = "notice"
"""


@pytest.fixture
def own(workspace):
    folder = workspace / "templates" / "schemes"
    folder.mkdir(parents=True)

    def put(text=OWN, name="yunbian"):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")

    put()
    return put


def listed(out):
    return [line.split()[0] for line in out.splitlines() if line[:1].isascii()]


@pytest.mark.parametrize(
    ("place", "first", "absent"),
    [("广西", "guangxi", "hebei"), ("成都市", "sichuan", "yunnan-yongde-2022"), ("永德县", "yunnan-yongde-2022", "guangxi")],
)  # fmt: skip
def test_a_place_has_its_own_schemes_first_and_those_for_all(run, workspace, place, first, absent):
    code, out, _ = run("schemes", "--place", place)
    assert code == 0
    assert listed(out)[0] == first
    assert "mof-2020" in listed(out)
    assert absent not in listed(out)


def test_a_place_without_a_scheme_is_told_what_to_do(run, workspace):
    code, out, _ = run("schemes", "--place", "辽宁")
    assert code == 0
    assert "没有“辽宁”的方案" in out
    assert "jixiao adopt" in out


def test_two_schemes_differ_in_values_and_in_what_they_rest_on(run, own):
    code, out, _ = run("schemes", "diff", "mof-2020", "yunbian")
    assert code == 0
    assert "1 处不同" in out
    assert "计分 ≥" in out
    assert "[云边县通知（未与原文核对）]" in out


def test_a_scheme_differs_from_itself_in_another_year(run, workspace):
    out = run("schemes", "diff", "mof-2020@2024", "mof-2020@2025")[1]
    assert "2 处不同" in out
    assert "没有不同" in run("schemes", "diff", "mof-2020@2023", "mof-2020@2024")[1]


def test_the_effect_on_dossiers_is_a_table(run, own, dossier):
    folder = dossier()
    code, out, _ = run("schemes", "diff", "mof-2020", "yunbian", folder, "--format", "json")
    assert code == 0
    data = json.loads(out)
    assert [one["name"] for one in data["differences"]] == ["计分 ≥"]
    (effect,) = data["effects"]
    assert set(effect) == {"path", "subject", "left", "right", "rows"}
    assert set(effect["left"]) == {"total", "grade"}
    assert "得分：1 个项目和部门" in run("schemes", "diff", "mof-2020", "yunbian", folder)[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("diff", "mof-2020"), "diff 后面写两个方案代码"),
        (("mof-2020", "ningxia"), "多写了“ningxia”"),
    ],
)
def test_wrong_use_is_told(run, workspace, words, message):
    code, out, err = run("schemes", *words)
    assert code == 2
    assert message in out + err


def test_an_unknown_scheme_or_year_is_told(run, workspace):
    assert run("schemes", "diff", "mof-2020", "mof-2002")[0] == 1
    code, out, _ = run("schemes", "diff", "mof-2020@25", "mof-2020")
    assert code == 1
    assert "不是四位数" in out


def test_own_schemes_are_checked(run, own):
    assert run("schemes", "check")[0] == 0
    own(OWN.replace('based-on = "mof-2020"', 'based-on = "mof-2002"'))
    code, out, _ = run("schemes", "check")
    assert code == 1
    assert "yunbian.toml:5" in out
    assert "S18 没有作底本的方案“mof-2002”" in out


def test_a_template_that_is_not_there_is_told(run, own):
    own(OWN + '\n[[document]]\nid = "form"\ntemplate = "none.docx"\nbasis = "notice"\n')
    code, out, _ = run("schemes", "check", "yunbian")
    assert code == 1
    assert "没有 Word 模板“none.docx”" in out


def test_words_of_the_command_are_no_ids(run, own):
    own(OWN.replace('id = "yunbian"', 'id = "diff"'), "diff")
    code, out, _ = run("schemes", "check")
    assert code == 1
    assert "S19" in out


def test_without_own_schemes_there_is_nothing_to_check(run, workspace):
    code, out, _ = run("schemes", "check")
    assert code == 0
    assert "没有自己的方案" in out


def test_a_scheme_of_ones_own_is_listed_for_its_place_and_behind_for_others(run, own):
    assert listed(run("schemes", "--place", "云边县")[1])[0] == "yunbian"
    code, out, _ = run("schemes", "--place", "火星")
    assert code == 0
    assert listed(out)[-1] == "yunbian"
    assert "没有找到“火星”这个地方" in out
    assert "是不是想写：成都" in run("schemes", "--place", "成督")[1]


@pytest.mark.parametrize(
    ("percent", "says"),
    [("100", ""), ("100.1", "“percent”不能大于 100"), ("850", "“percent”不能大于 100"), ("0", ""), ("-9", "“percent”不能小于 0")],
)  # fmt: skip
def test_a_rate_of_execution_lies_between_nothing_and_all(run, own, percent, says):
    bound = f'execution = {{ percent = {percent}, basis = "notice" }}'
    own(f"{OWN}\n[thresholds]\n{bound}\n")
    code, out, _ = run("schemes", "check")
    assert code == bool(says)
    assert says in out
    assert ("界限写百分比的数" in out) == bool(says)
    assert "deduction" not in out


def test_behind_a_check_and_a_comparison_stands_the_next_step(run, own):
    assert 'scheme = "yunbian"' in run("schemes", "check", "yunbian", "yunbian")[2]
    assert (
        "jixiao schemes diff mof-2020 yunbian inputs"
        in run("schemes", "diff", "mof-2020", "yunbian")[2]
    )
    assert "下一步" not in run("schemes", "diff", "mof-2020", "yunbian", "--format", "json")[2]
