"""What to do next, in one line."""

from pathlib import Path

import pytest

from generator.base.problem import Problem, Severity
from generator.cli.next_step import (
    Found,
    after_audit,
    after_build,
    after_check,
    after_lint,
    after_schemes_check,
    after_schemes_diff,
)

ERROR = Problem("A02", Severity.ERROR, "")
WARNING = Problem("C12", Severity.WARNING, "")
MOVED = Problem("O28", Severity.ERROR, "")
NOTE = Problem("R01", Severity.NOTE, "")
PATHS = (Path("我的 填报"),)


@pytest.mark.parametrize(
    ("found", "step"),
    [
        (Found((ERROR,), 5), "填上空着的 5 处"),
        (Found((ERROR,), 5, 2), 'jixiao check --fix "我的 填报" 改正其中有把握的 2 处'),
        (Found((ERROR,)), "照上面的箭头改正错误"),
        (Found((ERROR.accept("理由"),)), 'jixiao build "我的 填报" 生成 Word'),
        (Found((WARNING, NOTE)), "看看 1 个警告"),
        (Found((WARNING,), 1), "看看 1 个警告"),
        (
            Found((WARNING,)),
            "看看 1 个警告：能改的改，有理由的用 jixiao check --accept 写明；然后 jixiao build",
        ),
        (Found((NOTE,)), 'jixiao build "我的 填报" 生成 Word'),
        (Found(()), 'jixiao build "我的 填报" 生成 Word'),
        (Found((ERROR,), is_nowhere=True), "jixiao init 新建填报文件夹"),
    ],
)
def test_after_a_check(found, step):
    assert after_check(found, PATHS).startswith(step)


def test_after_a_build_over_files_that_somebody_edited():
    assert "没带过去" in after_build((), PATHS, is_draft=False, is_edited=True)


@pytest.mark.parametrize(
    ("problems", "is_draft", "step"),
    [
        ((), False, "可以报送"),
        ((NOTE,), False, "可以报送"),
        (
            (WARNING,),
            False,
            "看看 1 个警告：能改的改，有理由的用 jixiao check --accept 写明；然后可以报送",
        ),
        ((ERROR,), False, "改正错误后"),
        (
            (MOVED,),
            False,
            '核对上面变了的得分；没有不对的，jixiao build --accept-rules "我的 填报" 写出',
        ),
        ((MOVED, ERROR), False, "改正错误后"),
        ((MOVED, WARNING), False, "核对上面变了的得分"),
        ((), True, "草稿里【待补】的填好"),
        ((ERROR,), True, "草稿里【待补】的填好"),
    ],
)
def test_after_a_build(problems, is_draft, step):
    assert after_build(problems, PATHS, is_draft=is_draft).startswith(step)


@pytest.mark.parametrize(
    ("problems", "fixable", "step"),
    [
        ((NOTE,), 1, "jixiao lint --fix"),
        ((NOTE,), 0, "改正上面的问题"),
        ((), 0, "jixiao check"),
    ],
)
def test_after_lint(problems, fixable, step):
    assert after_lint(problems, fixable, PATHS).startswith(step)


@pytest.mark.parametrize(
    ("problems", "step"),
    [
        ((ERROR,), "请填报单位"),
        ((WARNING,), "看看上面"),
        ((WARNING.accept("理由"),), "没有要改的，可以接收"),
        ((), "没有要改的，可以接收"),
    ],
)
def test_after_an_audit(problems, step):
    assert after_audit(problems).startswith(step)


@pytest.mark.parametrize("style", ["json", "sarif", "github"])
def test_programs_hear_nothing_of_it(dossier, run, style):
    assert run("check", dossier(), "--format", style)[2] == ""


def test_what_is_piped_stays_as_it_is(dossier, run):
    _, out, err = run("check", dossier())
    assert out == "检查了 1 份填报：没有发现问题。\n"
    assert err == "下一步：jixiao build inputs/library-2023 生成 Word\n"


def test_a_build_that_passes_can_be_handed_in(dossier, run):
    assert "下一步：可以报送" in run("build", dossier())[2]
    assert "下一步" not in run("build", dossier(), "--quiet")[2]


def test_where_there_is_nothing_a_build_says_how_to_begin():
    assert after_build((ERROR,), PATHS, is_draft=False, is_nowhere=True).startswith("jixiao init")


@pytest.mark.parametrize(
    ("problems", "ids", "step"),
    [
        ((ERROR,), ("own",), "照上面的箭头改正方案，再运行 jixiao schemes check own"),
        ((WARNING,), ("own",), '在 unit.toml 里写 scheme = "own" 用这个方案'),
        ((), (), "jixiao adopt 表样"),
    ],
)
def test_after_a_check_of_schemes(problems, ids, step):
    assert after_schemes_check(problems, ids).startswith(step)


@pytest.mark.parametrize(
    ("paths", "changes", "step"),
    [
        ((), 0, "jixiao schemes diff a b@2025 inputs"),
        (PATHS, 0, "得分不变；要换用 b 的"),
        (PATHS, 2, "核对有变的 2 个"),
    ],
)
def test_after_schemes_are_compared(paths, changes, step):
    assert after_schemes_diff("a", "b@2025", paths, changes=changes).startswith(step)
