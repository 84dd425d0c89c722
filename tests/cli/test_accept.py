"""``jixiao check --accept``: acceptances written by the program, with the reason of a person."""

import io
import json
import tomllib

import pytest

from tests.conftest import PROJECT, UNIT, write_files

# Three problems of one code, and one of another.
OPEN = {
    'reason = "新馆推迟开放。"\n': "",
    'actual = "93%"\nweight = 10\n': 'actual = "93%"\n',
    'actual = "20500册"\n': "",
    'authority = "某县文化局"\n': "",
}
WITHOUT_FIGURE = PROJECT.replace('{{ indicator("购书册数").actual }}', "若干")
REASON = "公开的自评表上没有填。"


@pytest.fixture
def folder(dossier):
    return dossier(project=WITHOUT_FIGURE, change=OPEN)


def told(run, folder):
    """Return the codes that stand open, and those that are accepted."""
    found = json.loads(run("check", folder, "--format", "json")[1])["problems"]
    is_accepted = [bool(problem.get("accepted")) for problem in found]
    codes = [problem["code"] for problem in found]
    return (
        sorted(c for c, known in zip(codes, is_accepted, strict=True) if not known),
        sorted(c for c, known in zip(codes, is_accepted, strict=True) if known),
    )


def accepts(folder, name="books.toml"):
    return tomllib.loads((folder / name).read_text("utf-8")).get("accept", [])


def test_what_stands_open_is_written_with_key_or_count_and_the_reason(folder, run):
    before = (folder / "books.toml").read_text("utf-8")
    code, out, _ = run("check", folder, "--accept", "--reason", REASON)
    assert code == 0
    assert accepts(folder) == [
        {"code": "C01", "count": 3, "reason": REASON},
        {"code": "C02", "key": "indicator[到馆人次增长率]", "reason": REASON},
    ]
    assert (folder / "books.toml").read_text("utf-8").startswith(before)
    assert "+count = 3" in out
    assert "接受了 4 个问题，写进 1 个输入文件" in out
    assert "已接受 4 个" in out


def test_a_second_run_changes_nothing(folder, run):
    run("check", folder, "--accept", "--reason", REASON)
    before = (folder / "books.toml").read_bytes()
    code, out, _ = run("check", folder, "--accept")
    assert code == 0
    assert "没有写入任何文件" in out
    assert (folder / "books.toml").read_bytes() == before


def test_one_more_of_them_is_told_with_all_the_others(folder, run):
    run("check", folder, "--accept", "--reason", REASON)
    path = folder / "books.toml"
    path.write_text(path.read_text("utf-8").replace("weight = 50\n", ""), "utf-8")
    code, out, _ = run("check", folder)
    assert code == 1
    assert out.count("错误 C01") == 4
    assert "接受了 3 处，现有 4 处：核对后改 count 或逐项写 key" in out
    assert told(run, folder)[1] == ["C02"]


def test_what_is_one_too_many_is_accepted_with_both_reasons(folder, run):
    run("check", folder, "--accept", "--reason", REASON)
    path = folder / "books.toml"
    path.write_text(path.read_text("utf-8").replace("weight = 50\n", ""), "utf-8")
    run("check", folder, "--accept", "--reason", "分值待定。")
    first = accepts(folder)[0]
    assert first == {"code": "C01", "count": 4, "reason": "公开的自评表上没有填；分值待定。"}
    assert told(run, folder)[0] == []


def test_undo_takes_it_back(folder, run):
    path = folder / "books.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    run("check", folder, "--accept", "--reason", REASON)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    code, out, _ = run("undo")
    assert code == 0
    assert "check --accept" in out
    assert path.read_bytes() == before
    run("undo")
    assert path.read_bytes() == after


def test_a_file_with_a_chinese_name_and_a_blank_keeps_its_comments(workspace, run):
    text = "# 馆长：先不要动\n" + WITHOUT_FIGURE.replace("weight = 50", "# weight = 50 待定")
    folder = write_files(
        workspace / "inputs" / "某县 图书馆", {"unit.toml": UNIT, "图书 购置.toml": text}
    )
    path = folder / "图书 购置.toml"
    before = path.read_text("utf-8")
    run("check", folder, "--accept", "--reason", REASON)
    after = path.read_text("utf-8")
    assert after.startswith(before)
    assert accepts(folder, path.name)[0]["code"] == "C01"
    assert told(run, folder)[0] == []


def test_without_a_reason_nothing_is_written(folder, run):
    before = (folder / "books.toml").read_bytes()
    for reason in ([], ["--reason", "  "]):
        code, _, err = run("check", folder, "--accept", *reason)
        assert code == 2
        assert "--reason" in err
        assert "4 个问题" in err
        assert (folder / "books.toml").read_bytes() == before


class Terminal(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self):
        return True


def test_at_a_terminal_the_problems_are_shown_and_the_reason_is_asked(folder, run, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal(f"{REASON}\n"))
    code, out, _ = run("check", folder, "--accept")
    assert code == 0
    assert "将接受 4 个问题" in out
    assert out.index("缺少主管部门") < out.index("接受的理由") < out.index("+count = 3")
    assert {one["reason"] for one in accepts(folder)} == {REASON}


def test_who_gives_no_reason_accepts_nothing_but_has_what_stands_counted(folder, run, monkeypatch):
    path = folder / "books.toml"
    path.write_text(
        path.read_text("utf-8") + '[[accept]]\ncode = "C01"\nreason = "没有填。"\n', "utf-8"
    )
    monkeypatch.setattr("sys.stdin", Terminal("\n"))
    _, out, _ = run("check", folder, "--accept")
    assert accepts(folder) == [{"code": "C01", "reason": "没有填。", "count": 3}]
    assert "1 条已有的接受写明了位置或处数" in out
    assert told(run, folder)[0] == ["C02"]


def test_what_is_accepted_by_code_alone_gets_its_number_without_a_reason(dossier, run):
    row = '[[accept]]\ncode   = "C02" # 核过\nreason = "已当面说明"\n'
    project = PROJECT.replace('reason = "新馆推迟开放。"\n', "") + row
    folder = dossier(project=project)
    _, out, _ = run("check", folder)
    assert "提示 I27 接受的问题（代码 C02）没有写几处：现有 1 处" in out
    run("check", folder, "--accept")
    assert accepts(folder) == [
        {"code": "C02", "reason": "已当面说明", "key": "indicator[到馆人次增长率]"}
    ]
    assert (folder / "books.toml").read_text("utf-8").startswith(project.lstrip("\n"))
    assert told(run, folder) == ([], ["C02"])


def test_a_number_that_is_too_high_is_lowered(folder, run):
    run("check", folder, "--accept", "--reason", REASON)
    path = folder / "books.toml"
    text = path.read_text("utf-8").replace("[funds]", 'authority = "某县文化局"\n[funds]')
    path.write_text(text, "utf-8")
    assert told(run, folder)[0] == ["I28"]
    run("check", folder, "--accept")
    assert accepts(folder)[0]["count"] == 2
    assert told(run, folder)[0] == []


def test_only_the_codes_that_are_named(folder, run):
    run("check", folder, "--accept", "--code", "c02", "--reason", REASON)
    assert [one["code"] for one in accepts(folder)] == ["C02"]
    assert told(run, folder)[0] == ["C01", "C01", "C01"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", "--code", "C99"), "没有代码“C99”"),
        (("--accept", "--code", "I20"), "I20 不能接受"),
        (("--reason", "x"), "要和 --accept 一起写"),
        (("--code", "C01"), "要和 --accept 一起写"),
    ],
)
def test_what_cannot_be_asked_is_said(folder, run, arguments, said):
    before = (folder / "books.toml").read_bytes()
    code, _, err = run("check", folder, *arguments)
    assert code == 2
    assert said in err
    assert (folder / "books.toml").read_bytes() == before


def test_what_is_broken_is_never_accepted(dossier, run):
    change = {"funds.spent": "funds.spnt", 'reason = "新馆推迟开放。"\n': ""}
    folder = dossier(change=change)
    code, _, _ = run("check", folder, "--accept", "--reason", REASON)
    assert code == 1
    assert [one["code"] for one in accepts(folder)] == ["C02"]
    assert told(run, folder) == (["I20"], ["C02"])


def test_wording_is_accepted_by_its_code_alone(dossier, run):
    folder = dossier(
        change={"为全县读者购置图书。": "坚持稳中求百，为全县读者购置图书，今年完成。"}
    )
    run("check", folder, "--accept", "--reason", REASON)
    assert accepts(folder) == []
    run("check", folder, "--accept", "--code", "W05", "--reason", "原文如此。")
    assert accepts(folder) == [{"code": "W05", "key": "project.overview", "reason": "原文如此。"}]
    _, out, _ = run("lint", folder)
    assert "已接受 1 个" in out
    assert "警告 W01" in out


def test_lint_fixes_what_is_told_because_it_is_one_too_many(dossier, run):
    accept = '[[accept]]\ncode = "W01"\ncount = 1\nreason = "原文如此。"\n'
    project = PROJECT.replace("为全县读者购置图书。", "坚持稳中求百。") + accept
    folder = dossier(project=project)
    assert "改正了 0 个文件" in run("lint", folder, "--fix")[1]
    path = folder / "books.toml"
    text = path.read_text("utf-8").replace("丰富馆藏。", "丰富馆藏，坚持稳中求百。")
    path.write_text(text, "utf-8")
    assert "改正了 1 个文件里的 2 处" in run("lint", folder, "--fix")[1]


def test_programs_get_the_differences(folder, run):
    _, out, err = run("check", folder, "--accept", "--reason", REASON, "--format", "json")
    (file,) = json.loads(out)["files"]
    assert file["file"] == "inputs/library-2023/books.toml"
    assert "+count = 3" in file["diff"]
    assert "接受了 4 个问题" in err


@pytest.mark.parametrize(
    ("count", "said"),
    [("0", "不能小于 1"), ('"三"', "应为整数"), ("-2", "不能小于 1"), ("1.5", "应为整数")],
)
def test_a_count_is_a_whole_number(dossier, run, count, said):
    row = f'[[accept]]\ncode = "C02"\ncount = {count}\nreason = "x"\n'
    folder = dossier(project=PROJECT + row)
    code, out, _ = run("check", folder)
    assert code == 1
    lines = (folder / "books.toml").read_text("utf-8").split("\n")
    line = lines.index(f"count = {count}") + 1
    assert f"books.toml:{line}:9: 错误 I12 “count”{said}" in out


UNIT_OF_TWO_NAMES = """
year = 2023
scheme = "mof-2020"

[unit]
name = "中共某县纪律检查委员会"
short = ["中共某县纪委"]
date = 2024-03-01

[[accept]]
code = "X05"
{count}reason = "公开的报告里有两种写法。"
"""


@pytest.mark.parametrize(
    ("count", "told"), [("", ["I27"]), ("count = 2\n", []), ("count = 1\n", ["X05"] * 2)]
)
def test_names_that_only_show_on_paper_are_counted_there(dossier, run, count, told):
    project = PROJECT.replace("某县文化局", "中国共产党某县纪律检查委员会")
    project = project.replace('implementer = "某县图书馆"', 'implementer = "中共某县纪委"')
    folder = dossier(unit=UNIT_OF_TWO_NAMES.format(count=count), project=project)
    assert run("check", folder)[1] == "检查了 1 份填报：没有发现问题。\n"
    _, out, _ = run("build", folder, "--strict", "--format", "json")
    found = json.loads(out)["problems"]
    assert [p["code"] for p in found if "accepted" not in p] == told
    hints = {"X05": "接受了 1 处，现有 2 处", "I27": "写上 count = 2"}
    assert all(hints[p["code"]] in p["hint"] for p in found if "accepted" not in p)
