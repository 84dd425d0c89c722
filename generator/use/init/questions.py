"""What is asked before a dossier is begun, one question after the other, whoever asks it.

A question is a value and so is its answer: a terminal prompts for it, a page shows it as a field.
What was answered before decides which question comes next, and what stands there by default.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from generator.base.chinese import half_width
from generator.base.filenames import safe_name
from generator.base.pattern import Pattern
from generator.model.scheme import Scheme
from generator.scaffold.folder import has_subject
from generator.use.foreign_file import has_name_of_document
from generator.use.init.folder_name import FolderName
from generator.use.init.wish import Wish

QuestionId = Literal["unit", "place", "year", "scheme", "department", "projects", "folder"]
_FIRST_YEAR, _LAST_YEAR = 1949, 2999
_YES, _NO = ("是", "有", "要", "y", "yes"), ("否", "没有", "不要", "无", "不", "n", "no")
_BETWEEN = Pattern(r"[、，,；;\n]+")


class Choice(NamedTuple):
    """One of several answers: what is meant, and how it is called."""

    value: str
    label: str


class Question(NamedTuple):
    """A question in a clerk's words, with what is taken when nothing is said."""

    id: QuestionId
    words: str
    default: str = ""
    note: str = ""
    choices: tuple[Choice, ...] = ()


class Reply(NamedTuple):
    """What an answer means, or why it is none."""

    value: str = ""
    fault: str = ""


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
        case "year":
            return _year(text)
        case "department":
            return _yes_or_no(text)
        case "scheme":
            return _chosen(question, text)
        case "projects":
            return _projects(text)
        case "folder" if not text:
            return Reply(fault="请写出文件夹的名称")
    return Reply(text)


def wish_of(given: Given, known: Known) -> Wish:
    """Return what is wanted, once everything is answered."""
    said, scheme = given.get("projects", ""), given.get("scheme", "")
    old, asked = _material(said), _which_scheme(given, known)
    if old is not None and asked is not None and scheme == asked.default:
        scheme = ""  # nobody chose it: what the material prints says more
    return Wish(
        known.folder or Path(given["folder"]),
        int(given["year"]),
        unit=given.get("unit", ""),
        scheme=scheme,
        projects=project_names(said) if old is None else (),
        wants_department=given.get("department") == _YES[0],
        old=old,
    )


def project_names(text: str) -> tuple[str, ...]:
    """Take names of projects apart."""
    return tuple(dict.fromkeys(name.strip() for name in _BETWEEN.split(text) if name.strip()))


def _unit(given: Given, known: Known) -> Question | None:
    del given
    return Question("unit", "单位全称", known.named.unit)


def _place(given: Given, known: Known) -> Question | None:
    del given, known
    note = "写省、市、县，如：湖北省武汉市洪山区；评分方案随它取，不写则用全国通用的"
    return Question("place", "所在地", "", note)


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
    note = "近的在前；手里有本地印发的表，以后可用 jixiao adopt 做成自己的方案"
    return Question("scheme", "按哪套方案评分", default, note, tuple(choices))


def _department(given: Given, known: Known) -> Question | None:
    scheme = next((s for s in _schemes(given, known) if s.id == given.get("scheme")), None)
    has_form = scheme is not None and has_subject(scheme, "department")
    note = "" if has_form else "这套方案没有部门整体的表：只能另写报告"
    return Question("department", "要不要填部门整体自评", _YES[0] if has_form else _NO[0], note)


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
    place = f"{given.get('place', '')}{given.get('unit', '')}"
    return known.schemes(place, int(given["year"]))


def _year(text: str) -> Reply:
    digits = half_width(text).strip().rstrip("度").rstrip("年")
    is_year = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_LAST_YEAR))
    if not is_year or not _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return Reply(fault="年度请写成四位数字，如：2024")
    return Reply(digits)


def _yes_or_no(text: str) -> Reply:
    said = half_width(text).lower()
    if said in _YES:
        return Reply(_YES[0])
    return Reply(_NO[0]) if said in _NO else Reply(fault="请回答 是 或 否")


def _chosen(question: Question, text: str) -> Reply:
    """Take a choice by its number, its value or its name."""
    said = half_width(text)
    for number, choice in enumerate(question.choices, 1):
        if said in (str(number), choice.value) or text == choice.label:
            return Reply(choice.value)
    return Reply(fault=f"请写前面的序号，1 到 {len(question.choices)}")


def _projects(text: str) -> Reply:
    """A path has to lead somewhere; anything else is names."""
    path = _unquoted(text)
    looks_like_one = has_name_of_document(Path(path)) or "/" in path or "\\" in path
    if looks_like_one and _material(text) is None:
        return Reply(fault=f"没有找到“{path}”；写项目名称时不用斜线")
    return Reply(text)


def _material(text: str) -> Path | None:
    """Take what was said for last year's file or folder, if there is one of that name."""
    path = _unquoted(text)
    try:
        return Path(path) if path and Path(path).exists() else None
    except (OSError, ValueError):  # too long for a path, or with a sign that none has
        return None


def _unquoted(text: str) -> str:
    """A file that is dragged into a terminal comes with quotes around its path."""
    return text.strip().strip("\"'").strip()
