"""What became of the dossiers of a build, in lines; on standard error, so that the report stays readable by programs."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.base.strange_text import shown_path

if TYPE_CHECKING:
    from generator.batch.unit_of_work import Outcome
    from generator.roundtrip.edit_account import Account

_MOST_LINES = 24
_MOST_ENTRIES = 100


def pdf_lines(outcome: "Outcome", printed: "Outcome") -> Iterator[str]:
    """Say which PDFs of a dossier there are now."""
    new = printed.written[len(outcome.written) :]
    counts = {"重建": len(new), "未变": len(printed.pdfs) - len(new)}
    counts["没有"] = len(outcome.documents) - len(printed.pdfs)
    said = " · ".join(f"{kind} {count}" for kind, count in counts.items() if count)
    yield f"{outcome.folder.resolve().name} 的 PDF：{said}"
    yield from (f"    {shown_path(path)}" for path in new)


def outcome_lines(outcome: "Outcome", number: int, of: int) -> Iterator[str]:
    """Say what became of a dossier."""
    head = f"[{number}/{of}] {outcome.folder.resolve().name}"
    if outcome.counts:
        yield f"{head}：{_counted(outcome.counts)}"
        yield from (f"    {shown_path(path)}" for path in outcome.written)
        for path, account in outcome.accounts:
            yield f"  {path.name} 的改动：{_answers(account)}"
            yield from _entries(account)
        if outcome.changes:
            from generator.cli.changes import change_lines  # noqa: PLC0415 - only after a change

            lines = change_lines(outcome.changes)
            yield "  变动："
            yield from lines[:_MOST_LINES]
            if len(lines) > _MOST_LINES:
                yield f"  ……共 {len(lines)} 行，见 jixiao changes"
    elif outcome.is_stopped:
        yield f"{head}：有错误，没有写出；改正后再试，或用 --draft 先出草稿"
    else:
        yield f"{head}：没有要写出的文书"


def _answers(account: "Account") -> str:
    from generator.roundtrip.edit_account import counted  # noqa: PLC0415 - only after an edit

    return " · ".join(f"{answer} {count}" for answer, count in counted(account).items() if count)


def _entries(account: "Account") -> Iterator[str]:
    """Give a line per difference; what asks for a look comes first, and is never cut."""
    from generator.roundtrip.edit_account import Answer  # noqa: PLC0415 - see above

    asking = (Answer.CONFLICT, Answer.NOT_CARRIED)
    yield from (f"    {entry.line()}" for entry in account if entry.answer in asking)
    rest = [entry for entry in account if entry.answer not in asking]
    yield from (f"    {entry.line()}" for entry in rest[:_MOST_ENTRIES])
    if len(rest) > _MOST_ENTRIES:
        yield f"    ……另有 {len(rest) - _MOST_ENTRIES} 处，全部见 --format json 或 --report"


def _counted(counts: Mapping[str, int]) -> str:
    """Write ``未变 12 · 重建 1 · 手工修改保留 1``."""
    from generator.roundtrip.outcome import Outcome  # noqa: PLC0415 - commands load lazily

    return " · ".join(f"{kind} {counts[kind]}" for kind in Outcome if counts.get(kind))
