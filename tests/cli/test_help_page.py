"""Pages of ``--help`` are in Chinese, and their columns line up."""

import re

import pytest
from click.testing import CliRunner

from generator.cli.commands import COMMANDS, jixiao
from generator.cli.help_page import HelpPage

_ENGLISH = re.compile(
    r"\b(?:usage|options?|commands?|args|show|this|message|exit|default|required)\b", re.I
)


def page(*words: str) -> str:
    result = CliRunner().invoke(jixiao, [*words, "--help"])
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_nothing_of_a_page_is_english(command):
    said = page(*command.split())
    assert said.startswith("用法：jixiao ")
    assert "显示这些说明" in said
    assert not _ENGLISH.search(re.sub(r"--[a-z-]+", "", said))


def written(rows, width=40):
    made = HelpPage(width=width)
    with made.indentation():
        made.write_dl(rows)
    return made.getvalue()


def test_wide_signs_take_two_columns():
    said = written([("--to 文件", "写到这里"), ("--all", "全部")])
    assert said == "  --to 文件  写到这里\n  --all      全部\n"


def test_a_line_breaks_at_any_sign_but_not_before_a_mark():
    said = written([("-a", "一二三四五六七八九十一二三四五六七，八九十")])
    assert said == "  -a  一二三四五六七八九十一二三四五六七，\n      八九十\n"


def test_a_long_name_stands_by_itself():
    said = written([("--" + "n" * 30, "说明"), ("-a", "别的")], width=60)
    assert said == f"  --{'n' * 30}\n{' ' * 34}说明\n  -a{' ' * 30}别的\n"
