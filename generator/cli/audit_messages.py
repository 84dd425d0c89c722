"""What an audit found, told: a table of the files where there are several, then every problem."""

from collections.abc import Iterator

from generator.base.json_shape import JsonObject
from generator.cli.exit_code import ExitCode, exit_code
from generator.cli.next_step import after_audit, say_next
from generator.cli.output import say, say_json, say_lines
from generator.cli.reading_messages import reading_as_data, reading_lines
from generator.cli.reporting import report
from generator.use.audit.audit_data import audit_data
from generator.use.audit.file_rows import file_rows, worst_first
from generator.use.audit.found import Audited

_MOST_LISTED = 30
_MOST_PLACES = 20


def tell(audited: Audited, style: str, *, explains: bool) -> ExitCode:
    """Print everything in a format and return the exit code."""
    if style == "json":
        say_json(_as_data(audited, explains=explains))
        return exit_code(audited.problems)
    if style == "text":
        for remark in audited.remarks:
            say(remark)
        _tell_files(audited, explains=explains)
    code = report(audited.problems, style, checked=f"{audited.files} 份文件", most=_MOST_PLACES)
    if style == "text" and audited.unchecked:
        say_lines(_unchecked(audited))
    say_next(after_audit(audited.problems), style)
    return code


def _tell_files(audited: Audited, *, explains: bool) -> None:
    """Of one file, what was read; of several a table."""
    is_alone = len(audited.asked) <= 1
    for account in audited.accounts if is_alone or explains else ():
        say(f"{account.file}：{account}")
        if explains:
            say_lines(reading_lines(account, audited.bands))
    if not is_alone:
        from generator.cli.file_table import print_files  # noqa: PLC0415 - only for several

        print_files(worst_first(file_rows(audited)))


def _as_data(audited: Audited, *, explains: bool) -> JsonObject:
    accounts = audited.accounts if explains else ()
    return audit_data(audited, {a.file: reading_as_data(a, audited.bands) for a in accounts})


def _unchecked(audited: Audited) -> Iterator[str]:
    yield f"没有核对数据的 {len(audited.unchecked)} 处（文字已查）："
    for one in audited.unchecked[:_MOST_LISTED]:
        quote = f"“{one.quote}”——" if one.quote else ""
        yield f"  {one.place}：{quote}{one.reason}"
    if (more := len(audited.unchecked) - _MOST_LISTED) > 0:
        yield f"  ……另有 {more} 处（--format json 全部列出）"
