"""What is asked before a dossier is begun, one question after the other, whoever asks it.

A question is a value and so is its answer: a terminal prompts for it, a page shows it as a field.
What was answered before decides which question comes next, and what stands there by default.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from generator.base.filenames import safe_name
from generator.model.scheme import Scheme
from generator.scaffold.folder import has_subject
from generator.use.init.answers import (
    NO,
    YES,
    Choice,
    Reply,
    chosen,
    material,
    project_names,
    projects_said,
    year_said,
    yes_or_no,
)
from generator.use.init.folder_name import FolderName
from generator.use.init.wish import Wish
from generator.use.init.year_without_scheme import year_without_scheme

QuestionId = Literal["unit", "place", "year", "scheme", "department", "projects", "folder"]


class Question(NamedTuple):
    """A question in a clerk's words, with what is taken when nothing is said."""

    id: QuestionId
    words: str
    default: str = ""
    note: str = ""
    choices: tuple[Choice, ...] = ()


# The answers so far, each as its reply says it.
Given = Mapping[QuestionId, str]
# The schemes for a place and a year, the nearest first.
Schemes = Callable[[str, int], Sequence[Scheme]]


class Known(NamedTuple):
    """What is known before anything is asked."""

    folder: Path | None
    named: FolderName
    this_year: int
    schemes: Schemes
    default_scheme: str = ""
    parent: Path = Path()  # where a folder is made that nobody named
    unknown: Callable[[str], str] = lambda _: ""  # what is said of a place that nobody knows
    place: str = ""  # of last year's scheme
    had_department: bool | None = None  # last year (``None``: nothing is known of it)


def next_question(given: Given, known: Known) -> Question | None:
    """Return the first question that has no answer yet (``None``: nothing is left to ask)."""
    for id, make in _QUESTIONS:
        if id in given:
            continue
        question = make(given, known)
        if question is not None:
            return question
    return None


def reply(question: Question, said: str) -> Reply:
    """Understand an answer; nothing said means the default."""
    text = said.strip() or question.default
    match question.id:
        case "unit" if not text:
            return Reply(fault="请写单位全称")
        case "year":
            return year_said(text)
        case "department":
            return yes_or_no(text)
        case "scheme":
            return chosen(question.choices, text)
        case "projects":
            return projects_said(text)
        case "folder" if not text:
            return Reply(fault="请写出文件夹的名称")
    return Reply(text)


def refusal(question: Question, answer: str, given: Given, known: Known) -> str:
    """Say when an answer leads nowhere: no scheme holds in that year."""
    if question.id != "year":
        return ""
    return year_without_scheme(
        int(answer), lambda year: _schemes({**given, "year": str(year)}, known)
    )


def wish_of(given: Given, known: Known) -> Wish:
    """Return what is wanted, once everything is answered."""
    said, scheme = given.get("projects", ""), given.get("scheme", "")
    old, asked = material(said), _which_scheme(given, known)
    if old is not None and asked is not None and scheme == asked.default:
        scheme = ""  # nobody chose it: what the material prints says more
    unit = given.get("unit", "")
    if old is not None and unit == known.named.unit:
        unit = ""  # what the material says is more than the name of a folder
    return Wish(
        known.folder or Path(given["folder"]),
        int(given["year"]),
        unit=unit,
        scheme=scheme,
        projects=project_names(said) if old is None else (),
        wants_department=given.get("department") == YES[0],
        old=old,
    )


def _unit(given: Given, known: Known) -> Question | None:
    del given
    return Question("unit", "单位全称", known.named.unit)


def _place(given: Given, known: Known) -> Question | None:
    del given
    note = "写省、市、县，如：湖北省武汉市洪山区；评分方案随它取，不写则用全国通用的"
    return Question("place", "所在地", known.place, note)


def _which_year(given: Given, known: Known) -> Question | None:
    del given
    return Question("year", "填报哪一年度", str(known.named.year or known.this_year))


def _which_scheme(given: Given, known: Known) -> Question | None:
    """Ask only where there is a choice; nothing may hold in a year of long ago."""
    choices = [Choice(s.id, s.title) for s in _schemes(given, known)]
    if not choices:
        return None
    wanted = known.default_scheme
    default = wanted if wanted in {c.value for c in choices} else choices[0].value
    place = given.get("place", "")
    note = "近的在前；手里有本地印发的表，以后可用 jixiao adopt 做成自己的方案"
    note = "；".join(filter(None, (known.unknown(place) if place else "", note)))
    return Question("scheme", "按哪套方案评分", default, note, tuple(choices))


def _department(given: Given, known: Known) -> Question | None:
    scheme = next((s for s in _schemes(given, known) if s.id == given.get("scheme")), None)
    has_form = scheme is not None and has_subject(scheme, "department")
    note = "" if has_form else "这套方案没有部门整体的表：只能另写报告"
    is_wanted = has_form if known.had_department is None else known.had_department
    return Question("department", "要不要填部门整体自评", YES[0] if is_wanted else NO[0], note)


def _which_projects(given: Given, known: Known) -> Question | None:
    del given, known
    note = (
        "写项目名称，几个的用顿号隔开；上年填过的，写上年的 Word、Excel 文件或文件夹，由它转入；"
        "不写则先建一个空的"
    )
    return Question("projects", "有哪些项目", "", note)


def _folder(given: Given, known: Known) -> Question | None:
    if known.folder is not None:
        return None
    name = safe_name(f"{given.get('unit') or '新单位'}-{given['year']}")
    return Question("folder", "写到哪个文件夹", (known.parent / name).as_posix())


_QUESTIONS: tuple[tuple[QuestionId, Callable[[Given, Known], Question | None]], ...] = (
    ("unit", _unit),
    ("place", _place),
    ("year", _which_year),
    ("scheme", _which_scheme),
    ("department", _department),
    ("projects", _which_projects),
    ("folder", _folder),
)


def _schemes(given: Given, known: Known) -> Sequence[Scheme]:
    """Give the schemes for what was said; the name of a unit may tell the place, too."""
    place = f"{given.get('place', '')} {given.get('unit', '')}".strip()
    return known.schemes(place, int(given["year"]))
