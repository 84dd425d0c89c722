"""A user's own rules of wording: used beside ours, and held to their own examples."""

from tests.conftest import PROJECT, write_files

RULE = """
[[rule]]
id = "no-library-jargon"
code = "W01"
kind = "forbidden"
message = "“{found}”读者看不懂"
words = ["索书号"]
good = ["借阅图书"]
bad = ["查索书号"]
"""


def with_rules(workspace, text, where="own.toml"):
    write_files(workspace / "templates" / "wording", {where: text})


def test_an_own_rule_is_used(dossier, run, workspace):
    with_rules(workspace, RULE)
    folder = dossier(change={"为全县读者购置图书。": "为全县读者编制索书号。"})
    code, out, _ = run("lint", folder)
    assert code == 0
    assert "books.toml:5:20: 警告 W01 “索书号”读者看不懂" in out


def test_an_own_rule_may_stand_in_the_folder_of_rules_too(dossier, run, workspace):
    with_rules(workspace, RULE, "rules/own.toml")
    folder = dossier(change={"为全县读者购置图书。": "为全县读者编制索书号。"})
    assert "“索书号”读者看不懂" in run("lint", folder)[1]


def test_a_bad_example_that_is_not_found_is_told_at_its_line(dossier, run, workspace):
    with_rules(workspace, RULE.replace("查索书号", "查书号"))
    code, out, _ = run("lint", dossier())
    assert code == 1
    assert "templates/wording/own.toml:8:8: 错误 S12" in out


def test_a_good_example_that_is_found_is_told(dossier, run, workspace):
    with_rules(workspace, RULE.replace("借阅图书", "索书号"))
    assert "own.toml:7:9: 错误 S12" in run("lint", dossier())[1]


def test_a_rule_that_lacks_what_its_kind_needs_is_told(dossier, run, workspace):
    with_rules(workspace, RULE.replace('words = ["索书号"]', 'home = ["图书馆"]\nshortest = 3'))
    _, out, _ = run("lint", dossier())
    assert "错误 S11 规则“no-library-jargon”（forbidden）缺少 words" in out
    assert "错误 S11 规则“no-library-jargon”（forbidden）用不到 shortest" in out


def test_a_packaged_rule_can_be_switched_off(dossier, run, workspace):
    folder = dossier(change={"为全县读者购置图书。": "今年购置图书。"})
    assert "W05" in run("lint", folder)[1]
    off = 'id = "relative-time"\ncode = "W05"\nkind = "forbidden"\nmessage = "x"\noff = true\n'
    with_rules(workspace, f"[[rule]]\n{off}")
    assert "W05" not in run("lint", folder)[1]


def test_own_set_phrases_are_watched(dossier, run, workspace):
    phrase = '[[phrase]]\nsource = "某县文件"\nwords = ["书香某县全民阅读工程"]\n'
    with_rules(workspace, phrase)
    folder = dossier(change={"为全县读者购置图书。": "推进书香某县全面阅读工程。"})
    _, out, _ = run("lint", folder)
    assert "固定语“书香某县全民阅读工程”" in out
    assert "依据：某县文件，未与原文核对" in out


def test_check_takes_own_rules_without_looking_at_them(dossier, run, workspace):
    with_rules(workspace, RULE)
    assert run("check", dossier(project=PROJECT))[0] == 0
