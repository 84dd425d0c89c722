"""Write what is reviewed as one file of HTML that asks nobody for anything."""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.html import Html, tag
from generator.base.json_shape import Json, JsonObject
from generator.base.problem import Problem, Severity
from generator.base.regular_file import read_regular
from generator.roundtrip.changes import Changes, FigureChange
from generator.roundtrip.recorded import RecordedFigure
from generator.use.review.review import Reviewed

LARGE: Final = 3_000_000  # characters: more is slow to open, and to be sent
_HERE: Final = Path(__file__).parent
_DATA: Final = "application/json"
_CHOOSE: Final = (
    "点上面的一份，看它的文书、问题和改动；也可以直接查找，在各份里一起找。打印的是打开的这一份。"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


class ReviewedPart(NamedTuple):
    """A dossier as a piece of the file: its line in the list, its section, its figures as JSON."""

    entry: Html
    section: Html
    figures: str

    @property
    def length(self) -> int:
        """Return how many characters it takes."""
        return len(self.section) + len(self.figures)


def review_text(reviewed: Iterable[Reviewed]) -> str:
    """Return the file."""
    return file_text([part_of(number, own) for number, own in enumerate(reviewed)])


def part_of(number: int, own: Reviewed) -> ReviewedPart:
    """Write a dossier, the one of a number in the file."""
    return ReviewedPart(_entry(number, own), _dossier(number, own), _json(_figures(own.figures)))


def file_text(parts: Sequence[ReviewedPart], large: int = LARGE) -> str:
    """Join dossiers to one file; in a ``large`` one they are packed, and opened one by one."""
    is_packed = sum(part.length for part in parts) > large
    figures = [] if is_packed else [part.figures for part in parts]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", "绩效自评审阅"),
        tag("style", _asset("review.css")),
    )
    body = tag(
        "body",
        tag(
            "header",
            tag("h1", "绩效自评审阅"),
            tag("label", "查找 ", tag("input", type="search", id="search")),
            tag("span", id="found", role="status"),
            tag("a", "回目录", href="#list") if is_packed else None,
        ),
        tag(
            "nav",
            tag("ul", [part.entry for part in parts]),
            id="list",
            aria_label="目录",
            class_="long" if is_packed else None,
        ),
        tag("main", tag("p", _CHOOSE) if is_packed else [part.section for part in parts]),
        tag(
            "aside",
            tag("p", "点一个数，看它从哪里来。"),
            id="trace",
            aria_label="来源",
            aria_live="polite",
        ),
        [_packed(number, part) for number, part in enumerate(parts)] if is_packed else None,
        tag("script", Html(f"[{','.join(figures)}]"), type=_DATA, id="figures"),
        tag("script", _asset("review.js")),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang='zh-CN')}\n"


def _packed(number: int, part: ReviewedPart) -> Html:
    """Pack a dossier as browsers unpack it by themselves."""
    data = _json({"html": str(part.section), "figures": json.loads(part.figures)})
    packed = b64encode(zlib.compress(data.encode(), 9)).decode("ascii")
    return tag("script", Html(packed), type="text/plain", data_packed=str(number))


def _json(data: Json) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _asset(name: str) -> Html:
    return Html(read_regular(_HERE / "assets" / name).decode("utf-8").strip())


def _figures(figures: Mapping[str, RecordedFigure]) -> dict[str, JsonObject]:
    return {id: {**own.as_data(), "shown": own.shown} for id, own in figures.items()}


def _entry(number: int, own: Reviewed) -> Html:
    totals = "，".join(f"{name} {total}{grade}" for name, total, grade in own.totals if total)
    link = tag("a", f"{own.unit} {own.year}", href=f"#d{number}")
    count = sum(not problem.accepted for problem in own.problems)
    faults = tag("span", f"　问题 {count} 处", class_="hint") if count else None
    return tag("li", link, tag("span", f"　{totals}") if totals else None, faults)


def _dossier(number: int, own: Reviewed) -> Html:
    open_ones = [problem for problem in own.problems if not problem.accepted]
    accepted = [problem for problem in own.problems if problem.accepted]
    return tag(
        "section",
        tag("h2", f"{own.unit} {own.year}"),
        _totals(own),
        tag("h3", f"问题 {len(open_ones)} 处"),
        _problems(open_ones),
        tag("details", tag("summary", f"已接受的 {len(accepted)} 处"), _problems(accepted))
        if accepted
        else None,
        tag("h3", "与上次生成相比"),
        tag("p", "还没有生成过。") if own.is_first else _changes(own.changes),
        [
            tag("article", tag("h3", document.name), Html(document.page))
            for document in own.documents
        ],
        id=f"d{number}",
        data_number=str(number),
    )


def _totals(own: Reviewed) -> Html:
    head = tag("tr", [tag("th", words, scope="col") for words in ("项目", "总分", "等级")])
    rows = [tag("tr", [tag("td", words) for words in row]) for row in own.totals]
    return tag("table", head, rows, class_="totals")


def _problems(problems: Iterable[Problem]) -> Html:
    return tag("ul", [_problem(problem) for problem in problems], class_="problems")


def _problem(problem: Problem) -> Html:
    severity: Severity = problem.severity
    more = [
        tag("span", f"　{words}", class_="hint")
        for words in (problem.hint, problem.basis, problem.accepted)
        if words
    ]
    said = f" {problem.code}　{_place(problem)}　{problem.message}"
    return tag("li", tag("strong", severity.said), said, more, class_=severity.value)


def _place(problem: Problem) -> str:
    """Return where it is, without the folders of the machine on which the file was made."""
    place = problem.place
    name = Path(place.file).name if place.document is None else str(place)
    return f"{name}:{place.line} {place.key}" if place.line else f"{name} {place.key}".strip()


def _changes(changes: Changes) -> list[Html]:
    """Write which figures changed and why, and which words changed beside them."""
    if not changes:
        return [tag("p", "没有不同。")]
    figures = [(own.name, own.old, own.new, _why(own)) for own in changes.figures]
    texts = [(own.where.words, own.old, own.new) for own in changes.texts]
    return [
        _compared(("数", "原来", "现在", "原因"), figures),
        _compared(("文字", "原来", "现在"), texts),
    ]


def _compared(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Html:
    if not rows:
        return Html("")
    head = tag("tr", [tag("th", words, scope="col") for words in heads])
    lines = [tag("tr", [tag("td", words or "（没有）") for words in row]) for row in rows]
    return tag("table", head, lines, class_="changes")


def _why(own: FigureChange) -> str:
    """Return the causes, their files without the folders of the machine."""
    said = (one._replace(file=Path(one.file).name).said for one in own.causes)
    return "；".join(said) or "随别的数变"
