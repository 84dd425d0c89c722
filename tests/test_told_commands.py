"""Every command that a page shows in a block is run, in the order of the page, where its files are."""

import contextlib
import io
import re
import shlex
import shutil

import pytest

from tests import deeds
from tests.conftest import ROOT
from tests.foreign import NATIONAL, word_bytes
from tests.test_readme import PAGES, blocks_of

_COMMAND = re.compile(r"^(?:\$ )?jixiao (\S.*?)(?: {2,}.*| +#.*)?$", re.MULTILINE)
_SOUND = (0, 1)  # nothing to say, or problems that a person is to look at
# What somebody has who reads the page: forms of others, and a unit of the first hour.
_FORMS = ("自评表.docx", "去年填好的表.docx", "2023年自评材料.docx")
_REPORT = "自评报告.docx"
_UNIT = "inputs/云边县档案馆-2024"


def commands_of(name: str) -> list[list[str]]:
    return [shlex.split(said) for block in blocks_of(name) for said in _COMMAND.findall(block)]


def material(root, commands) -> None:
    deeds.plain(root)
    deeds.change_inputs(root, "20500册", "19250册")
    title, unit = "项目支出绩效自评表（2023年度）", "填报单位：某县档案馆"
    for name in (*_FORMS, _REPORT):
        (root / name).write_bytes(word_bytes(title, unit, NATIONAL))
    if ["init"] not in commands:
        shutil.copytree(ROOT / "docs" / "first-hour" / "inputs" / "yunbian-2024", root / _UNIT)
    made = {words[words.index("-o") + 1] for words in commands if "-o" in words}
    if deeds.LIBRARY in made:  # the page imports it
        shutil.rmtree(root / deeds.LIBRARY)


def answers() -> str:
    """Give what the page answers to the questions of ``init``, an empty line where it takes what is offered."""
    (block,) = (block for block in blocks_of("README.zh-CN.md") if "jixiao init\n" in block)
    return "".join(f"{said}\n" for said in re.findall(r"^[^（ $].*：(.*)$", block, re.MULTILINE))


def by_commands() -> dict[tuple[str, ...], str]:
    """Name one page for the same commands: the other language says them as well."""
    return {tuple(map(shlex.join, commands_of(name))): name for name in PAGES[::-1]}


TOLD = sorted(name for commands, name in by_commands().items() if commands)


def test_commands_are_told_in_the_readmes_and_in_the_pages():
    assert {"README.md", "README.zh-CN.md", "docs/adopt.md", "docs/audit.md"} <= {*TOLD}


@pytest.mark.parametrize("name", TOLD)
def test_the_commands_of_a_page_run(name, tmp_path, monkeypatch):
    monkeypatch.setattr("generator.cli.init.is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answers()))
    commands = commands_of(name)
    material(tmp_path, commands)
    with contextlib.chdir(tmp_path):
        for words in commands:
            said = deeds.call(*words)
            assert said.code in _SOUND, (words, said)
            if "-o" in words and "--dry-run" not in words:
                assert (tmp_path / words[words.index("-o") + 1]).exists(), (words, said)
