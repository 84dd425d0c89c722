"""Wrong use is told in Chinese, whatever option of whatever command has whatever value."""

import importlib
import re
from pathlib import Path

import click
import pytest

from generator.cli.commands import COMMANDS
from generator.cli.usage import explain_usage

VALUES = (
    "1000",
    "-1",
    "x",
    "",
    "一",
    "3.5",
    "999999999999",
    ".",
    "file",
    "missing/x",
    "folder",
    "a b",
)
LOADED = [(name, importlib.import_module(module).command) for name, (module, _) in COMMANDS.items()]
OPTIONS = [
    pytest.param(name, command, param, id=f"{name} {param.name}")
    for name, command in LOADED
    for param in command.params
    if isinstance(param, click.Option) and not param.is_flag
]
ENGLISH = re.compile(r"(?<![.A-Za-z])[A-Za-z]{2,}")  # .xlsx is the ending of a name


def left_of_english(said: str, name: str, command: click.Command, value: str) -> list[str]:
    """Leave out what a person types: the value, the command, options, and what may be chosen."""
    known = {"jixiao", "help", name, value}
    for param in command.params:
        known |= {*param.opts, *param.secondary_opts, param.metavar or ""}
        known |= {*getattr(param.type, "choices", ())}
    known |= {*getattr(command, "commands", ())}
    for word in sorted(filter(None, known), key=len, reverse=True):
        said = said.replace(word, "")
    return ENGLISH.findall(said)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").write_text("", encoding="utf-8")


@pytest.mark.parametrize(("name", "command", "option"), OPTIONS)
def test_a_bad_value_of_any_option_is_told_in_chinese(here, name, command, option):
    for value in VALUES:
        try:
            command.make_context(name, [option.opts[0], value])
        except click.ClickException as error:
            said = explain_usage(error)
            assert said.startswith("用法有误：")
            assert left_of_english(said, name, command, value) == []
        except click.exceptions.Exit:
            continue


@pytest.mark.parametrize(("name", "command"), LOADED)
def test_what_is_missing_too_much_or_unknown_is_told_in_chinese(here, name, command):
    own = [param.opts[0] for param in command.params if isinstance(param, click.Option)]
    told = []
    wrong = [words for last in own for words in ([last], [f"{last}=x=y"])]
    for words in ([], ["--zzz"], ["file", "file", "file", "file"], *wrong):
        try:
            command.make_context(name, words)
        except click.ClickException as error:
            said = explain_usage(error)
            told.append(said)
            assert left_of_english(said.replace("--zzz", ""), name, command, "file") == []
    assert told  # no command takes all of them


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("init", ["--year", "1000"], "--year 年度 的值不对：1000 不在 1949 到 2999 之间"),
        ("init", ["--year", "今年"], "--year 年度 的值不对：“今年”不是整数"),
        ("init", ["file"], "文件夹 的值不对：“file”是文件，这里要写文件夹"),
        ("audit", ["--report", "folder"], "--report 文件 的值不对：“folder”是文件夹，这里要写文件"),
        ("audit", ["--report", "x.txt"], "--report 文件 的值不对：“x.txt”的后缀应为"),
        ("check", ["--format", "xml"], "--format 格式 的值不对，可以写：text、json、sarif、github"),
        ("check", ["--reason"], "选项 --reason 写法不对"),
        ("init", ["a", "b c"], "多写了“b c”"),
    ],
)
def test_each_kind_of_fault_is_named(here, name, words, said):
    command = dict(LOADED)[name]
    with pytest.raises(click.ClickException) as error:
        command.make_context(name, words)
    assert said in explain_usage(error.value)
