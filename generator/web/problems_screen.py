"""问题: all that check, lint and audit find in a dossier, with what can be done about it."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlencode

from generator.base.html import Html, tag
from generator.base.problem import Problem, Severity
from generator.roundtrip.fix import Fixed
from generator.use.check.examine import Examined
from generator.use.library import Library
from generator.web.frame import dossier_ways, page, undo_button
from generator.web.mended_files import offered, offered_by_file
from generator.web.offered_mends import NO_MENDS, Mends, offered_mends
from generator.web.problem_list import GROUPINGS, ListOrder, problem_list
from generator.web.problem_sources import SOURCES, Found
from generator.web.told import Told

FIRST: Final = "check"  # what is there at once; the script asks for the others


class Wanted(NamedTuple):
    """What of the problems is looked at, and how they are grouped."""

    by: str = "file"
    code: str = ""

    def address(self, **other: str) -> str:
        """Return the address of the screen with something else."""
        said = {**self._asdict(), **other}
        query = urlencode({name: value for name, value in said.items() if value})
        return f"?{query}" if query else "?"


def wanted_of(query: Mapping[str, str]) -> Wanted:
    """Read what an address asks for; anything else is as if it were not said."""
    by = query.get("by", "")
    return Wanted(by if by in GROUPINGS else "file", query.get("code", ""))


def problems_screen(
    id: str,
    examined: Examined,
    library: Library,
    wanted: Wanted,
    mends: Sequence[Fixed],
    *,
    is_undoable: bool = True,
) -> Html:
    """Write the screen of a dossier."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    groupings = [
        tag(
            "a",
            title,
            href=wanted.address(by=by),
            aria_current="true" if by == wanted.by else None,
        )
        for by, title in GROUPINGS.items()
    ]
    only = None
    if wanted.code:
        only = tag(
            "p", f"只列出 {wanted.code}。", tag("a", "全部列出", href=wanted.address(code=""))
        )
    later = [
        tag("div", tag("h2", own.title), tag("p", "正在查……"), data_source=name, aria_live="polite")
        for name, own in SOURCES.items()
        if name != FIRST
    ]
    return page(
        f"问题 {unit}",
        dossier_ways(id, unit, "问题"),
        tag("nav", groupings, class_="choices-bar", aria_label="排列"),
        only,
        offered(mends),
        tag(
            "div",
            of_source(id, FIRST, Found(examined.problems), examined, library, wanted),
            data_source=FIRST,
        ),
        later,
        undo_button("撤销上一次接受或改正", is_undoable=is_undoable),
        screen="problems",
        dossier=id,
        query=wanted.address(),
    )


def of_source(
    id: str,
    source: str,
    found: Found,
    examined: Examined,
    library: Library,
    wanted: Wanted,
) -> list[object]:
    """Write what one source found."""
    own = SOURCES[source]
    chosen = [p for p in found.problems if not wanted.code or p.code == wanted.code]
    open_ones = [problem for problem in chosen if not problem.accepted]
    accepted = [problem for problem in chosen if problem.accepted]
    mends = _offered(examined, library).with_(found.mends) if own.is_acceptable else NO_MENDS
    told = Told(id, examined.dossier)
    order = ListOrder(told, library.rule_texts, wanted.by, own.is_acceptable, mends)
    said: list[object] = [
        tag("h2", own.title, tag("span", f"　{_counted(open_ones)}", class_="hint")),
        tag("p", own.note, class_="hint"),
        offered_by_file(found.fixed, told),
        problem_list(open_ones, order),
    ]
    if accepted:
        said.append(
            tag(
                "details",
                tag("summary", f"已接受的 {len(accepted)} 处"),
                problem_list(accepted, order),
            )
        )
    return said


def _offered(examined: Examined, library: Library) -> Mends:
    """Return the mends of all files."""
    dossier = examined.dossier
    if dossier is None:
        return NO_MENDS
    files = [(dossier.source, None), *((own.source, own) for own in dossier.subjects)]
    every = [offered_mends(examined, file, own, library.units) for file, own in files]
    return Mends(
        {at: mend for own in every for at, mend in own.cells.items()},
        {at: mend for own in every for at, mend in own.words.items()},
    )


def _counted(problems: Sequence[Problem]) -> str:
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    return "，".join(f"{s.said} {n} 处" for s, n in counts.items() if n) or "没有问题"
