"""What a dossier holds and none of its forms prints: told at its line, for a form of one's own has the places that it has.

A template is not asked what it goes through: what was printed is what has an anchor. So rows with
fixed places, blocks of a goal and forms that have no such rows at all are held to the same account.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier, Subject
from generator.model.funds import FundRow, Funds, FundSource
from generator.model.row_key import RowKey
from generator.roundtrip.manifest import WrittenDocument
from generator.use.build.planned_documents import PlannedFile
from generator.use.build.rendering import Rendering
from generator.use.library import Library

LEFT_OUT = "T09"
_OF_LOOPS = ("T08", LEFT_OUT)  # rows that a loop of a template leaves out
_ROWS = "indicators”"  # as a template calls the list
_JOINED = ("form.expected", "form.achieved")  # what all goals say, one below the other
_SEVERAL = 2
_ONE_PLACE = "表上就是这样印的，不必理会；要一个目标一行，请在模板里写成循环 goals"
_HINT = "请在模板里给它一个位置（成行的内容写成循环，有几行印几行）；本来就不印的，不必理会"


class Held(NamedTuple):
    """Something that a dossier holds: what it is called, where it stands, and the keys of its cells."""

    said: str
    keys: KeyPath
    begins: tuple[str, ...]
    has_others: bool = False  # of its kind that were printed: the form wants them

    @property
    def kind(self) -> KeyPath:
        """Return which list it is one of."""
        is_row = self.keys[0] in ("funds", "tables")
        return self.keys[:2] if is_row else ("indicator" if "indicator" in self.keys else "goal",)


def unprinted(
    files: Sequence[PlannedFile], rendering: Rendering, dossier: Dossier, library: Library
) -> Iterator[Problem]:
    """Tell what the forms of a workspace's own leave out of a dossier, of which all files were filled.

    Rows that a template goes through and leaves out are told at its cell already.
    """
    is_told = any(p.code in _OF_LOOPS and _ROWS in p.message for p in rendering.problems)
    own = {p.blocks.id for f in files for p in f.parts if library.has_own_widths(p.template)}
    if not own:
        return
    documents = [document for file in rendering.files for document in file.documents]
    for subject in dossier.subjects:
        forms = [d for d in documents if d.blocks.form and d.blocks.form.key == subject.id]
        if any(d.blocks.id in own and d.anchors for d in forms):
            printed = _printed(subject, forms, documents)
            yield from in_one_place(subject, printed)
            for held in left_out(subject, printed):
                if not (is_told and "indicator" in held.keys):
                    yield _problem(subject, held)


def _printed(
    subject: Subject, forms: Sequence[WrittenDocument], documents: Sequence[WrittenDocument]
) -> Sequence[str]:
    """Return in order what was printed of a subject: cells of its forms, and its figures anywhere."""
    head = f"{subject.id}/"
    figures = (figure for d in documents for _, _, figure, _ in d.anchors)
    own = (figure.removeprefix(head) for figure in figures if figure.startswith(head))
    money = (id.removeprefix("funds.") for id in own)
    others = (
        key.removeprefix(head)
        for d in documents
        for _, key, _, _ in d.anchors
        if key.startswith(head)
    )
    return sorted({*(key for d in forms for _, key, _, _ in d.anchors), *money, *others})


def _problem(subject: Subject, held: Held) -> Problem:
    place = subject.source_of(held.keys).place(held.keys)
    message = f"{held.said}在表上没有位置，没有印出"
    # An office may have chosen a form without such rows; one that prints some of them loses the others.
    severity = Severity.WARNING if held.has_others else Severity.NOTE
    return Problem(LEFT_OUT, severity, message, place, _HINT)


def in_one_place(subject: Subject, printed: Sequence[str]) -> Iterator[Problem]:
    """Tell of goals that are printed one below the other, where the form has a place for one."""
    said = [at for at in subject.goals if at.goal.expected or at.goal.achieved]
    is_joined = any(key in _JOINED for key in printed)
    if len(said) < _SEVERAL or not is_joined:
        return
    second = Held("", said[1].keys, (f"{RowKey.goal(said[1].number)}.",))
    if not _is_in(printed, second):
        place = subject.source_of(second.keys).place(second.keys)
        message = f"表上只有一个目标的位置，{len(said)} 个目标印在同一格里"
        yield Problem(LEFT_OUT, Severity.NOTE, message, place, _ONE_PLACE)


def left_out(subject: Subject, printed: Sequence[str]) -> Iterator[Held]:
    """Give what of a subject was printed nowhere; the keys that were are in order."""
    every = chain(_of_funds(subject.entry.funds), _of_goals(subject, printed), _of_tables(subject))
    held = [(own, _is_in(printed, own)) for own in every]
    placed = {own.kind for own, is_printed in held if is_printed}
    for own, is_printed in held:
        if not is_printed:
            yield own._replace(has_others=own.kind in placed)


def _is_in(printed: Sequence[str], held: Held) -> bool:
    """Look for keys by how they begin; they are in order."""
    for begin in held.begins:
        at = bisect_left(printed, begin)
        if at < len(printed) and printed[at].startswith(begin):
            return True
    return False


def _has_amounts(row: FundSource | FundRow) -> bool:
    return bool(row.amounts) or any(own is not None for own in (row.initial, row.budget, row.spent))


def _of_funds(funds: Funds) -> Iterator[Held]:
    for n, source in enumerate(funds.sources):
        if _has_amounts(source):
            yield Held(
                f"资金来源“{source.name}”",
                ("funds", "sources", n),
                (f"{RowKey.source(source.name)}.",),
            )
    for n, row in enumerate(funds.rows):
        if _has_amounts(row):
            yield Held(f"资金行“{row.name}”", ("funds", "rows", n), (f"{RowKey.money(row.name)}.",))
    for n, use in enumerate(funds.uses):
        yield Held(f"资金用途“{use.item}”", ("funds", "uses", n), (RowKey.use(use.item),))
    for n, step in enumerate(funds.plan):
        yield Held(f"支出计划“{step.by}”", ("funds", "plan", n), (RowKey.plan(step.by),))
    for column, said, parts in (
        ("income", "收入", funds.by_income),
        ("expenditure", "支出", funds.by_expenditure),
    ):
        for n, part in enumerate(parts):
            begins = (f"{column}[{part.name}]", f"{RowKey.breakdown(n + 1)}.{column}")
            yield Held(f"{said}“{part.name}”", ("funds", f"by-{column}", n), begins)


def _of_goals(subject: Subject, printed: Sequence[str]) -> Iterator[Held]:
    """Give goals with their indicators; of a goal that is printed, each indicator."""
    told = set()
    for at in subject.goals:
        key, count = RowKey.goal(at.number), len(at.goal.indicator)
        if not (count or at.goal.expected or at.goal.achieved):
            continue
        more = f"和它的 {count} 个指标" if count else ""
        said = f"目标“{at.goal.name}”" if at.goal.name else f"第 {at.number} 个目标"
        held = Held(f"{said}{more}", at.keys, (f"{key}.", f"{key}/", *_JOINED))
        if not _is_in(printed, held):
            told.add(at.number)
        yield held
    for own in subject.indicators:
        if own.goal not in told:
            key = RowKey.indicator(own.goal, own.indicator.class_, own.indicator.name)
            yield Held(f"指标“{own.indicator.name}”", own.keys, (f"{key}.",))


def _of_tables(subject: Subject) -> Iterator[Held]:
    for table in subject.declared.tables:
        rows = subject.own_rows(table)
        if rows is None:
            continue
        for name, cells in rows.rows.items():
            if not any(cell != "" for cell in cells.values()):
                continue
            keys = ("tables", table.name, *rows.keys_of(name))
            said = f"“{table.name}”第 {name} 行" if rows.is_list else f"“{table.name}”的“{name}”"
            yield Held(said, keys, (f"{RowKey.of_table(table.name, name)}.",))
