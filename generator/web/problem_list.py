"""Problems as lists: by file, by project or by code, each with its place and what to do."""

import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.model.rule_text import RuleText
from generator.use.check.acceptances import may_be_accepted
from generator.web.offered_mends import NO_MENDS, Mends
from generator.web.told import Owner, Told

GROUPINGS: Final[Mapping[str, str]] = {"file": "按文件", "subject": "按项目", "code": "按代码"}
_WHOLE: Final = "整份填报"


class ListOrder(NamedTuple):
    """How problems are listed, and what of them."""

    told: Told = Told("", None)
    texts: Mapping[str, RuleText] = {}
    by: str = "file"
    is_acceptable: bool = False
    mends: Mends = NO_MENDS


def problem_list(problems: Iterable[Problem], order: ListOrder | None = None) -> Html:
    """Write problems in groups."""
    order = order or ListOrder()
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_group(problem, order), []).append(problem)
    names = sorted(groups) if order.by == "code" else [*groups]
    return tag("div", [_section(name, groups[name], order) for name in names])


def _group(problem: Problem, order: ListOrder) -> str:
    if order.by == "code":
        return problem.code
    if order.by == "subject":
        owner = order.told.owners.get(problem.place.file)
        return owner.title if owner is not None else problem.place.file
    return problem.place.file


def _section(name: str, problems: list[Problem], order: ListOrder) -> Html:
    text = order.texts.get(name) if order.by == "code" else None
    head: object = name or _WHOLE
    if text is not None:
        head = (tag("a", name, href=f"/rules/{name}"), f"　{text.title}")
    return tag(
        "section",
        tag("h3", head, f"　{len(problems)} 处"),
        tag("p", f"怎么改：{text.instead}", class_="hint") if text is not None else None,
        tag("ul", [_item(p, order) for p in problems], class_="problems"),
    )


def _item(problem: Problem, order: ListOrder) -> Html:
    place, told = problem.place, order.told
    owner = told.owners.get(place.file)
    if place.document is not None:
        where = str(place)
    else:
        where = f"第 {place.line} 行" if place.line else ""
        label = told.label(problem)
        where += f"　{label}" if label else ""
        if order.by != "file" and place.file:
            where = f"{owner.title if owner is not None else place.file}　{where}"
    way: object = where or place.file
    if address := told.address(problem):
        way = tag("a", way, href=address, title=place.key or None)
    said = told.said(problem)
    return tag(
        "li",
        tag("strong", problem.severity.said),
        " ",
        tag("a", problem.code, href=f"/rules/{problem.code}", title=_title(problem, order)),
        " ",
        way,
        tag("span", f"　{said.message}", class_="message"),
        tag("span", f"　{said.hint}", class_="hint") if said.hint else None,
        tag("span", f"　依据：{problem.basis}", class_="basis") if problem.basis else None,
        _mend(problem, owner, order),
        _acceptance(problem, owner, order),
        class_=problem.severity.value,
    )


def _title(problem: Problem, order: ListOrder) -> str:
    text = order.texts.get(problem.code)
    return text.title if text is not None else ""


def _mend(problem: Problem, owner: Owner | None, order: ListOrder) -> object:
    """Let what is meant be written where the problem stands."""
    own = order.mends.of(problem)
    if own is None or owner is None or problem.accepted:
        return None
    return (
        " ",
        tag(
            "button",
            own.said,
            type="button",
            class_="small",
            data_mend=json.dumps({**own.as_data(), "row": own.row}, ensure_ascii=False),
            data_subject=owner.id,
            aria_label=f"{order.told.label(problem)} {own.said}",
        ),
    )


def _acceptance(problem: Problem, owner: Owner | None, order: ListOrder) -> object:
    """Say why a problem is accepted, or let somebody accept it."""
    if problem.accepted:
        return tag("span", f"　接受的理由：{problem.accepted}", class_="hint")
    if not order.is_acceptable or owner is None or not may_be_accepted(problem.code):
        return None
    named = f"接受 {problem.code} {order.told.field(problem)}".strip()
    return (
        " ",
        tag(
            "button",
            "接受……",
            type="button",
            class_="small",
            data_accept=problem.code,
            data_subject=owner.id,
            aria_label=named,
        ),
    )
