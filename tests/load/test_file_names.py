"""Names that must be unique or met; a clash is a problem at its line and never a crash."""

import pytest

from tests.conftest import PROJECT

ROW = '[[indicator]]\nclass = "{c}"\nname = "{n}"\ntarget = "≥1件"\nactual = "1件"\nweight = 0\n'


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            {"\n[[problem]]": "\n" + ROW.format(c="产出/数量", n="购书册数") + "\n[[problem]]"},
            "I16",
        ),
        (
            {
                "\n[[problem]]": "\n"
                + ROW.format(c="产出/数量/甲", n="乙")
                + ROW.format(c="产出/数量", n="甲/乙")
                + "\n[[problem]]"
            },
            "I16",
        ),
        ({"spent = 95 }]": 'spent = 95 }, { name = "当年财政拨款", budget = 0 }]'}, "I16"),
        (
            {
                "spent = 95\n": 'spent = 95\nuses = [{ item = "书", amount = 50 }, { item = "书", amount = 45 }]\n'
            },
            "I16",
        ),
        (
            {
                "spent = 95\n": 'spent = 95\nplan = [{ by = "3月底", percent = 5 }, { by = "3月底", percent = 9 }]\n'
            },
            "I16",
        ),
        (
            {
                "spent = 95\n": 'spent = 95\nby-income = [{ name = "甲", amount = 50 }, { name = "甲", amount = 50 }]\n'
            },
            "I16",
        ),
        (
            {"\n[[problem]]": '\n[[shared-score]]\nclass = "产出/时效"\nscore = 9\n\n[[problem]]'},
            "I23",
        ),
    ],
)
def test_a_clash_of_names_is_told_at_its_line(dossier, run, change, code):
    exit_code, out, _ = run("check", dossier(change=change))
    assert exit_code == 1
    assert f"错误 {code}" in out


def test_a_broken_project_does_not_bring_up_false_sums(dossier, run):
    department = "[department]\nbasic = 10\nprojects = 190\n[funds]\nbudget = 110\nspent = 200\ninitial = 110\n"
    _, out, _ = run("check", dossier(department=department, other="a = "))
    assert "I05" in out
    assert "X03" not in out


def test_a_scheme_with_clashing_parts_is_told_and_nothing_is_scored(workspace, dossier, run):
    from tests.use.build.test_invented_province import SCHEME

    own = workspace / "templates" / "schemes"
    own.mkdir(parents=True)
    (own / "yunzhou-2031.toml").write_text(
        SCHEME.replace('id = "voice"', 'id = "deeds"'), encoding="utf-8"
    )
    code, out, _ = run("score", dossier(change={"mof-2020": "yunzhou-2031"}))
    assert code == 1
    assert "S03" in out


def test_an_identical_project_file_twice_is_no_crash(dossier, run):
    assert run("check", dossier(other=PROJECT))[0] in (0, 1)
