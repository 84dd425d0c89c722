"""Questions at a terminal: prompted for one after the other, until nothing is left to ask."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.chinese import half_width
from generator.base.strange_text import shown_path
from generator.cli.exit_code import ExitCode
from generator.cli.output import say

if TYPE_CHECKING:
    from generator.use.init.questions import Given, Known, Question, QuestionId
    from generator.use.init.wish import Wish


def is_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    ends = (sys.stdin, sys.stdout)
    return all(end is not None and not end.closed and end.isatty() for end in ends)


def ask_all(known: "Known") -> "Wish":
    """Ask what is to be asked. Nothing is written meanwhile, so Ctrl-C leaves nothing."""
    from generator.use.init.questions import next_question, wish_of  # noqa: PLC0415 - lazily

    say("下面问几个问题；方括号里是默认的回答，直接回车就用它。按 Ctrl-C 退出，什么也不写。")
    given: dict[QuestionId, str] = {}
    try:
        while (question := next_question(given, known)) is not None:
            given[question.id] = _ask(question, given, known)
    except (click.Abort, KeyboardInterrupt):
        say("已退出，什么也没有写；回答没有留下，再运行一次从头问。", err=True)
        raise click.exceptions.Exit(ExitCode.INTERRUPTED) from None
    return wish_of(given, known)


def ask_which(path: Path, folders: Sequence[Path]) -> Path | None:
    """Ask which of several folders a workbook is of; nothing said means none of them."""
    say(f"{shown_path(path)}：有 {len(folders)} 个文件夹是同一个单位、同一年度")
    for number, folder in enumerate(folders, 1):
        say(f"  {number}　{shown_path(folder)}")
    words = "填入哪一个（写序号，直接回车都不填）"
    while True:
        said: str = click.prompt(words, default="", show_default=False, prompt_suffix="：")
        chosen = half_width(said).strip()
        if not chosen:
            return None
        if chosen.isdecimal() and 0 < int(chosen) <= len(folders):
            return folders[int(chosen) - 1]
        say(f"  请写前面的序号，1 到 {len(folders)}")


def _ask(question: "Question", given: "Given", known: "Known") -> str:
    from generator.use.init.questions import refusal, reply  # noqa: PLC0415 - lazily

    if question.note:
        say(f"（{question.note}）")
    numbers = {choice.value: number for number, choice in enumerate(question.choices, 1)}
    for number, choice in enumerate(question.choices, 1):
        say(f"  {number}　{choice.label}（{choice.value}）")
    shown = str(numbers.get(question.default, question.default))
    while True:
        words = f"{question.words} [{shown}]" if shown else question.words
        said: str = click.prompt(words, default="", show_default=False, prompt_suffix="：")
        answer = reply(question, said)
        fault = answer.fault or refusal(question, answer.value, given, known)
        if not fault:
            return answer.value
        say(f"  {fault}")
